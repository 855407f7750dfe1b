/** How many households at risk no channel has found: an estimate from how often channels found the same one (Chao's estimator for lists, bias-corrected), with its interval. */

export interface Estimate {
  found: number
  /** Found by exactly one channel, and by exactly two. */
  once: number
  twice: number
  /** `null` where too few were found to say anything. */
  unseen: number | null
  from: number | null
  until: number | null
}

/** Fewer found than this say nothing. */
export const fewestFound = 10

/**
 * From the number of channels that found each household, of so many at work. A lower bound: households that every channel finds hard are not guessed at.
 * The interval is log-normal at 95 %.
 */
export function estimateUnseen(channelCounts: readonly number[], channels: number): Estimate {
  const found = channelCounts.length
  const once = channelCounts.filter((count) => count === 1).length
  const twice = channelCounts.filter((count) => count === 2).length
  if (found < fewestFound) return { found, once, twice, unseen: null, from: null, until: null }
  if (channels < 2) return { found, once, twice, unseen: null, from: null, until: null }
  const share = (channels - 1) / channels
  const unseen = (share * once * (once - 1)) / (2 * (twice + 1))
  if (unseen === 0) return { found, once, twice, unseen: 0, from: 0, until: 0 }
  const variance =
    unseen +
    (share ** 2 * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (share ** 2 * once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4)
  const spread = Math.exp(1.96 * Math.sqrt(Math.log(1 + variance / unseen ** 2)))
  return { found, once, twice, unseen: Math.round(unseen), from: Math.floor(unseen / spread), until: Math.ceil(unseen * spread) }
}
