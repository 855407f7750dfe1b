/** The puzzle a page solves before it may send: some work for a phone, much for somebody who sends a thousand; nothing is kept of it. */
import { createHash } from 'node:crypto'

/** Leading zero bits asked for. */
export const puzzleBits = { apply: 15, look: 13 } as const
export type PuzzleFor = keyof typeof puzzleBits

const slotSeconds = 600
/** A puzzle may be an hour old. */
const oldestSlots = 6

export interface Solved {
  challenge: string
  nonce: string
}

export const slotOf = (now: Date): number => Math.floor(now.getTime() / 1000 / slotSeconds)

/** What stands before the mark that only this server can make. */
export const challengeText = (slot: number, purpose: PuzzleFor): string => `${purpose}.${slot}`

export const zeroBits = (digest: Buffer): number => {
  const at = digest.findIndex((byte) => byte !== 0)
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24
}

/** Whether the challenge is ours and fresh, and the work was done for this very subject. */
export function isSolved(solved: Solved, purpose: PuzzleFor, subject: string, now: Date, mark: (text: string) => string): boolean {
  const [named, slot = '', given = ''] = solved.challenge.split('.')
  const age = slotOf(now) - Number(slot)
  if (named !== purpose || !/^\d{1,12}$/.test(slot) || age < 0 || age > oldestSlots) return false
  if (given !== mark(challengeText(Number(slot), purpose)) || !/^[0-9a-z]{1,16}$/.test(solved.nonce)) return false
  return zeroBits(createHash('sha256').update(`${solved.challenge}:${subject}:${solved.nonce}`).digest()) >= puzzleBits[purpose]
}
