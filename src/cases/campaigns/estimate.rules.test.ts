/** The estimate of households no channel has found. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateUnseen, fewestFound } from './estimate.rules.ts'

const counts = (once: number, twice: number, more = 0) => [...Array(once).fill(1), ...Array(twice).fill(2), ...Array(more).fill(3)]

describe('households no channel has found', () => {
  it('cannot be told from a handful', () => {
    expect(estimateUnseen(counts(fewestFound - 1, 0), 3).unseen).toBeNull()
  })
  it('cannot be told from one channel alone', () => {
    expect(estimateUnseen(counts(100, 0), 1).unseen).toBeNull()
  })
  it('are none where every household was found more than once', () => {
    expect(estimateUnseen(counts(0, 30), 3)).toEqual({ found: 30, once: 0, twice: 30, unseen: 0, from: 0, until: 0 })
  })
  it.each([
    // 2/3 f1 (f1 - 1) / (2 (f2 + 1)) with three channels, worked by hand
    ['half found twice', counts(20, 20), 6],
    ['few found twice', counts(40, 9), 52],
    ['found three times counts for neither', counts(20, 20, 50), 6],
  ])('%s', (_, found, unseen) => {
    expect(estimateUnseen(found, 3).unseen).toBe(unseen)
  })
  it('are more, the fewer were found twice', () => {
    expect(estimateUnseen(counts(30, 5), 3).unseen).toBeGreaterThan(estimateUnseen(counts(30, 20), 3).unseen ?? 0)
  })
  it('lie within the interval, which is never negative', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 8, max: 300 }), (once, twice) => {
        const { unseen, from, until } = estimateUnseen(counts(once, twice), 4)
        expect(from ?? -1).toBeGreaterThanOrEqual(0)
        expect(from ?? 0).toBeLessThanOrEqual(unseen ?? 0)
        expect(until ?? 0).toBeGreaterThanOrEqual(unseen ?? 0)
      }),
      { seed: 42 },
    )
  })
  it('cover the truth in most drawn counties where channels find independently', () => {
    let draw = 42
    const random = () => {
      draw = (draw * 1_103_515_245 + 12_345) % 2 ** 31
      return draw / 2 ** 31
    }
    const trials = 200
    let covered = 0
    for (let trial = 0; trial < trials; trial++) {
      const found = Array.from({ length: 500 }, () => [0.3, 0.4, 0.3].filter((chance) => random() < chance).length)
      const { from, until } = estimateUnseen(
        found.filter((count) => count > 0),
        3,
      )
      const truth = found.filter((count) => count === 0).length
      if ((from ?? 0) <= truth && truth <= (until ?? 0)) covered += 1
    }
    expect(covered / trials).toBeGreaterThan(0.85)
  })
})
