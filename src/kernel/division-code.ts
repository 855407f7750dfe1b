/** Administrative division codes of 2, 4, 6, 9 or 12 digits. */

declare const divisionCodeBrand: unique symbol
/** A code cut to its own level: no trailing level of zeros is left. */
export type DivisionCode = string & { readonly [divisionCodeBrand]: true }

/** The five levels, largest first. */
export const divisionLevels = ['province', 'prefecture', 'county', 'township', 'village'] as const
/** One of the five levels. */
export type DivisionLevel = (typeof divisionLevels)[number]

const LENGTHS: readonly number[] = [2, 4, 6, 9, 12]
const NOTHING_BELOW = /^0*$/

/**
 * Reads a code and cuts it to its level: `990101000000` is the county `990101`. Zeros in the middle stay,
 * because prefectures without counties have townships all the same (`441900003`).
 */
export function parseDivisionCode(text: string): DivisionCode | undefined {
  if (!/^[1-9]\d+$/.test(text) || !LENGTHS.includes(text.length)) return undefined
  const length = LENGTHS.find((candidate) => NOTHING_BELOW.test(text.slice(candidate))) ?? text.length
  return text.slice(0, length) as DivisionCode
}

/** A code known to be right; throws where `parseDivisionCode` would answer undefined. */
export function divisionCode(text: string): DivisionCode {
  const code = parseDivisionCode(text)
  if (code === undefined) throw new RangeError(`not a division code: ${JSON.stringify(text)}`)
  return code
}

/** The level a code belongs to. */
export function levelOf(code: DivisionCode): DivisionLevel {
  return divisionLevels[LENGTHS.indexOf(code.length)] ?? 'village'
}

/** Whether the inner division is the outer one or lies in it. */
export function divisionContains(outer: DivisionCode, inner: DivisionCode): boolean {
  return inner.startsWith(outer)
}

/** The divisions around a code, nearest first, without the code itself. */
export function ancestors(code: DivisionCode): DivisionCode[] {
  const shorter = LENGTHS.filter((length) => length < code.length).reverse()
  const cut = shorter.map((length) => parseDivisionCode(code.slice(0, length)))
  return [...new Set(cut.filter((ancestor) => ancestor !== undefined))]
}
