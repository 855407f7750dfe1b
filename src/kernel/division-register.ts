/** Which divisions exist on a day, what they were called, and what took their place. */
import { type DivisionCode, parseDivisionCode } from './division-code.ts'
import type { PlainDay } from './plain-day.ts'

/** One name of one code, in force from the first to the last of its days, both included; open where a day is missing. */
export interface DivisionEntry {
  readonly code: string
  readonly name: string
  readonly from?: PlainDay | undefined
  readonly until?: PlainDay | undefined
  /** The codes that took its place after `until`. */
  readonly replacedBy?: readonly string[] | undefined
}

interface KnownEntry {
  readonly name: string
  readonly from: PlainDay | undefined
  readonly until: PlainDay | undefined
  readonly replacedBy: readonly DivisionCode[]
}

const isInForce = (entry: KnownEntry, day: PlainDay): boolean =>
  (entry.from === undefined || entry.from <= day) && (entry.until === undefined || day <= entry.until)

const overlap = (one: KnownEntry, other: KnownEntry): boolean =>
  (one.until === undefined || other.from === undefined || other.from <= one.until) &&
  (other.until === undefined || one.from === undefined || one.from <= other.until)

/** The divisions known, in all their years. */
export class DivisionRegister {
  readonly #entries = new Map<DivisionCode, KnownEntry[]>()

  /** Throws one error naming every entry that is wrong: no code, backwards in time, or two names on one day. */
  constructor(entries: Iterable<DivisionEntry>) {
    const mistakes: string[] = []
    for (const entry of entries) this.#enter(entry, mistakes)
    if (mistakes.length > 0) throw new RangeError(`wrong division entries: ${mistakes.join('; ')}`)
  }

  #enter(entry: DivisionEntry, mistakes: string[]): void {
    const code = parseDivisionCode(entry.code)
    const replacedBy = (entry.replacedBy ?? []).map(parseDivisionCode)
    if (code === undefined || replacedBy.includes(undefined)) {
      mistakes.push(`${entry.code} ${entry.name}: not a division code`)
      return
    }
    if (entry.from !== undefined && entry.until !== undefined && entry.until < entry.from)
      mistakes.push(`${code} ${entry.name}: ends before it begins`)
    if (replacedBy.length > 0 && entry.until === undefined) mistakes.push(`${code} ${entry.name}: replaced, but never ends`)
    const known: KnownEntry = {
      name: entry.name,
      from: entry.from,
      until: entry.until,
      replacedBy: replacedBy.filter((successor) => successor !== undefined),
    }
    const sameCode = this.#entries.get(code) ?? []
    if (sameCode.some((other) => overlap(known, other))) mistakes.push(`${code} ${entry.name}: overlaps another entry of this code`)
    this.#entries.set(code, [...sameCode, known])
  }

  /** How many codes are known, whenever they existed. */
  get size(): number {
    return this.#entries.size
  }

  /** Whether the code is known at all, on whatever day. */
  has(code: DivisionCode): boolean {
    return this.#entries.has(code)
  }

  /** Whether the division exists on the day. */
  validOn(code: DivisionCode, day: PlainDay): boolean {
    return this.nameOn(code, day) !== undefined
  }

  /** What the division is called on the day; undefined when it does not exist then. */
  nameOn(code: DivisionCode, day: PlainDay): string | undefined {
    return this.#entries.get(code)?.find((entry) => isInForce(entry, day))?.name
  }

  /** The divisions in force on the day that took the code's place, through however many reforms; the code itself while it exists. */
  successors(code: DivisionCode, day: PlainDay): DivisionCode[] {
    const seen = new Set<DivisionCode>()
    const found: DivisionCode[] = []
    const waiting = [code]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (seen.has(next)) continue
      seen.add(next)
      if (this.validOn(next, day)) found.push(next)
      else waiting.push(...this.#replacementsBefore(next, day))
    }
    return found
  }

  #replacementsBefore(code: DivisionCode, day: PlainDay): DivisionCode[] {
    const ended = (this.#entries.get(code) ?? []).filter((entry) => entry.until !== undefined && entry.until < day)
    return ended.flatMap((entry) => entry.replacedBy)
  }
}
