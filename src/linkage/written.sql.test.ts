import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Engine, openEngine, text } from '../engine/index.ts'
import { checkDigit, checkIdNumber, cleanIdNumber } from '../kernel/index.ts'
import { cleanedNumber, isSound, phones, seventeen } from './written.sql.ts'

let engine: Engine
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'written-'))
  engine = await openEngine({ folder, threads: 1 })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = async <T>(cells: readonly string[], expression: string): Promise<T[]> => {
  const rows = cells.map((cell, at) => `(${at}, ${text(cell)})`).join(', ')
  return (await engine.rows<{ value: T }>(`SELECT ${expression} AS value FROM (VALUES ${rows}) t(line, cell) ORDER BY line`)).map(
    (row) => row.value,
  )
}

describe('cells in the engine', () => {
  test('numbers are cleaned as the kernel cleans one', async () => {
    const signs = [...'0123456789xX０９ｘ \t\u00a0\u3000\u200b\'‘’“”"`=-—*.×bB']
    const cells = fc.sample(fc.string({ unit: fc.constantFrom(...signs, ...'0123456789'), minLength: 1, maxLength: 24 }), {
      seed: 42,
      numRuns: 800,
    })
    const real = [
      '990101197503081023',
      ' 990101 19750308 1023',
      '="990101197503081023"',
      '99010119750308102x',
      '９９０１０１１９７５０３０８１０２Ｘ',
      '990101197503081023.0',
      '990101-19750308-1023',
      '990101********1023',
    ]
    const all = [...real, ...cells.filter((cell) => !/=/.test(cell))]
    const cleaned = await ask<string>(all, cleanedNumber('cell'))
    const differing = all.flatMap((cell, at) =>
      cleaned[at] === cleanIdNumber(cell).text.toUpperCase() ? [] : [[cell, cleaned[at], cleanIdNumber(cell).text]],
    )
    expect(differing).toEqual([])
  })

  test('a number is sound where the kernel says so', async () => {
    const digits = fc.stringMatching(/^99010[1-9](19[4-9]|20[01])\d(0[1-9]|1[0-3])[0-3]\d{4}$/)
    const cells = fc
      .sample(fc.tuple(digits, fc.constantFrom(...'0123456789X'), fc.boolean()), { seed: 42, numRuns: 600 })
      .map(([first, last, right]) => first + (right ? checkDigit(first) : last))
    const sound = await ask<boolean>(cells, isSound('cell', seventeen('cell')))
    expect(sound).toEqual(cells.map((cell) => checkIdNumber(cell).kind === 'citizen'))
    expect(sound.filter(Boolean).length).toBeGreaterThan(100)
  })

  test('phones are found in every way of writing', async () => {
    const cells = [
      '13912345678',
      '+86 139-1234-5678',
      '008613912345678',
      '１３９１２３４５６７８',
      '13912345678/0859-1234567',
      '13912345678、13812345678',
      '11111111111',
      '无',
      '123',
    ]
    expect(await ask<string[]>(cells, phones('cell'))).toEqual([
      ['13912345678'],
      ['13912345678'],
      ['13912345678'],
      ['13912345678'],
      ['13912345678', '08591234567'],
      ['13912345678', '13812345678'],
      [],
      [],
      [],
    ])
  })
})
