/** How much strangers may do: bounds against abuse, not against a village that applies on one day through one shared network. */

const hour = 3600
const day = 24 * hour

interface Limit {
  seconds: number
  most: number
}

// biome-ignore format: a table
export const limits = {
  /** Applications from one network address: a village officer helps a queue of people on one phone. */
  applyHere:      { seconds: hour,     most: 40 },
  applyAtCode:    { seconds: day,      most: 300 },
  lookHere:       { seconds: hour,     most: 60 },
  openHere:       { seconds: hour,     most: 600 },
  /** Guesses at who belongs to one household code, right ones counted too. */
  checkDay:       { seconds: day,      most: 8 },
  checkMonth:     { seconds: 30 * day, most: 40 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
