/** How a number in a cell becomes text: plain notation to fifteen digits, days and times as they are written. */
import type { NumberMeaning } from './number-format.rules.ts'

const mostPlainDigits = 21

/** `5.22301199001011E+17` → `522301199001011000`: fifteen significant digits and never an exponent below 22 digits; what is no number stays as it is. */
export function plainNumber(raw: string): string {
  const value = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(raw) ? Number(raw) : Number.NaN
  if (!Number.isFinite(value)) return raw
  if (value === 0) return '0'
  const [mantissa, exponentText] = value.toExponential(14).split('e')
  const digits = mantissa!.replace('-', '').replace('.', '').replace(/0+$/, '')
  const exponent = Number(exponentText)
  const sign = value < 0 ? '-' : ''
  if (exponent >= mostPlainDigits || digits.length - 1 - exponent > mostPlainDigits) {
    return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ''}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0')
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
}

const secondsPerDay = 86_400
const lastSerial = 2_958_465
const msPerDay = 86_400_000
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)

/** A serial number as `YYYY-MM-DD`, with ` HH:MM:SS` where it has a time; a pure time as `HH:MM:SS`; what no calendar shows stays a number. */
export function serialText(raw: string, meaning: NumberMeaning, is1904: boolean): string {
  const serial = Number(raw)
  if (meaning === 'number' || raw.trim() === '' || !Number.isFinite(serial) || serial < 0) return plainNumber(raw)
  const seconds = Math.round(serial * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  const time = seconds - day * secondsPerDay
  if (meaning === 'duration') return clock(seconds)
  if (meaning === 'time' && day === 0) return clock(time)
  if (day > lastSerial - (is1904 ? 1462 : 0)) return plainNumber(raw)
  return time === 0 ? dayText(day, is1904) : `${dayText(day, is1904)} ${clock(time)}`
}

const mostCachedDays = 100_000
const cachedDays = new Array<string | undefined>(mostCachedDays * 2)

/** A whole serial number as `YYYY-MM-DD`. The same days come again and again in a column, so each is written once. */
export function dayText(day: number, is1904: boolean): string {
  const key = day * 2 + (is1904 ? 1 : 0)
  const known = cachedDays[key]
  if (known !== undefined) return known
  const text = is1904 ? isoDay(epoch1904 + day * msPerDay) : day1900(day)
  if (key < mostCachedDays * 2) cachedDays[key] = text
  return text
}

/** The 1900 system counts a 29 February 1900 that never was; before it every day is one further. */
function day1900(day: number): string {
  if (day === 0) return '1900-01-00'
  if (day === 60) return '1900-02-29'
  return isoDay(epoch1900 + (day < 60 ? day + 1 : day) * msPerDay)
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

/** `2026-03-05T00:00:00Z`, as strict workbooks and SpreadsheetML write days, as `2026-03-05`. */
export function isoCellText(raw: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(raw.trim())
  if (match === null) return raw
  return match[2] === undefined || match[2] === '00:00:00' ? match[1]! : `${match[1]} ${match[2]}`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text between tags as it is meant: entities, then `_x000D_` escapes; characters no text can hold are dropped. */
export function xmlText(raw: string): string {
  const plain = raw.includes('&') ? raw.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, decodeEntity) : raw
  const whole = plain.includes('_x') ? plain.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16))) : plain
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole
  return codePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10))
}

function codePoint(code: number): string {
  return code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code)
}
