/** Seeded chance: the same seed and key always give the same draws, on every machine. */

export interface Chance {
  /** A number in [0, 1). */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  /** True with the probability given. */
  hit(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** An entry of `[value, weight]` pairs, by weight. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** How many rare events happen when `mean` are expected. */
  count(mean: number): number
  /** A positive amount whose logarithm is normally distributed: `median` in the middle, `spread` how wide. */
  amount(median: number, spread: number): number
}

const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** sfc32 seeded from a number and a key, so that each village and each purpose has draws of its own. */
const source = (seed: number, key: string): (() => number) => {
  let a = hashText(key)
  let b = hashText(`${seed}:${key}`)
  let c = seed >>> 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4294967296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

/** Draws for one purpose; two keys never disturb each other. */
export const chance = (seed: number, key: string): Chance => {
  const next = source(seed, key)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    hit: (probability) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T,
    weighted: <T>(from: readonly (readonly [T, number])[]): T => {
      let total = 0
      for (const entry of from) total += entry[1]
      let left = next() * total
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return (from[from.length - 1] as readonly [T, number])[0]
    },
    count: (mean) => {
      const limit = Math.exp(-mean)
      let product = next()
      let events = 0
      while (product > limit) {
        product *= next()
        events += 1
      }
      return events
    },
    amount: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
      return Math.round(median * Math.exp(spread * normal) * 100) / 100
    },
  }
}
