/** Work of which only so much goes on at the same time; the rest waits its turn. */

export interface FewAtOnce {
  run<T>(work: () => Promise<T>): Promise<T>
}

/** At most `most` at once, first come first served. */
export function fewAtOnce(most: number): FewAtOnce {
  let busy = 0
  const waiting: (() => void)[] = []
  return {
    async run(work) {
      if (busy >= most) await new Promise<void>((done) => waiting.push(done))
      else busy += 1
      try {
        return await work()
      } finally {
        const next = waiting.shift()
        if (next === undefined) busy -= 1
        else next()
      }
    },
  }
}
