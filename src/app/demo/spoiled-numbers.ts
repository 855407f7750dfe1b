/** Identity numbers with a slip of the pen or the keyboard. */
import { isValidNumber } from './identity.ts'
import type { Chance } from './random.ts'

/** One wrong digit: the check digit always tells. */
export const wrongDigit = (id: string, draw: Chance): string => {
  const at = draw.int(6, 16)
  const digit = (Number(id[at]) + draw.int(1, 9)) % 10
  const spoiled = `${id.slice(0, at)}${digit}${id.slice(at + 1)}`
  // Three zeros at the end would read as digits lost by a spreadsheet.
  return spoiled.endsWith('000') ? `${id.slice(0, 17)}${id.endsWith('1') ? 2 : 1}` : spoiled
}
/** Two digits in each other's place, so that the check digit tells. */
export const swapped = (id: string, draw: Chance): string => {
  for (let tries = 0; tries < 20; tries++) {
    const [a, b] = [draw.int(6, 15), draw.int(7, 16)]
    if (a >= b || id[a] === id[b]) continue
    const spoiled = id.slice(0, a) + id[b] + id.slice(a + 1, b) + id[a] + id.slice(b + 1)
    if (!isValidNumber(spoiled) && !spoiled.endsWith('000')) return spoiled
  }
  return wrongDigit(id, draw)
}
/** Digits as a Chinese keyboard writes them. */
export const fullWidth = (text: string): string => text.replace(/[0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
