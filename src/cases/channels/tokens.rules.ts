/** Tokens in printed codes and follow-up codes on slips: made from random bytes, read back from what people type. */
import { foldFullWidth, squeeze } from '../../kernel/index.ts'

/** Without 0, 1, i, l and o, so that a token can also be typed from paper. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz'
export const tokenLength = 20
export const followUpLength = 12
/** Bytes a token or code is made of; more than its signs, because those that would make some signs likelier are thrown away. */
export const bytesForToken = 64
export const bytesForFollowUp = 64

const drawn = (bytes: Uint8Array, alphabet: string, length: number): string => {
  const fair = 256 - (256 % alphabet.length)
  const found = [...bytes].filter((byte) => byte < fair).map((byte) => alphabet[byte % alphabet.length])
  if (found.length < length) throw new RangeError('too few random bytes')
  return found.slice(0, length).join('')
}

/** 99 bits that nobody guesses. */
export const tokenFrom = (bytes: Uint8Array): string => drawn(bytes, signs, tokenLength)

/** Twelve digits, to be read out on the phone. */
export const followUpFrom = (bytes: Uint8Array): string => drawn(bytes, '0123456789', followUpLength)

/** A follow-up code as it was typed, spaces and full-width digits allowed; undefined when it cannot be one. */
export function readFollowUp(typed: string): string | undefined {
  const text = squeeze(foldFullWidth(typed)).replace(/[-－—]/g, '')
  return /^\d{12}$/.test(text) ? text : undefined
}

/** `1234 5678 9012`. */
export const spelledOut = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** What follow-up codes and tokens are found by: never one in place of the other. */
export const tokenKey = (token: string): string => `one-code ${token}`
export const followUpKey = (code: string): string => `follow-up ${code}`
