/** Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits), as the authenticator apps know them. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const secondsPerStep = 30
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The time step a moment lies in. */
export function stepAt(moment: Date): number {
  return Math.floor(moment.getTime() / 1000 / secondsPerStep)
}

/** The six digits of one step. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0')
}

/** The step a code belongs to, one step of clock error either way; `undefined` for a wrong code. */
export function stepOfCode(secret: Buffer, code: string, moment: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const now = stepAt(moment)
  return [now, now - 1, now + 1].find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
}

/** How a secret is typed into an app by hand. */
export function base32Of(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => base32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says. */
export function enrolmentUri(secret: Buffer, username: string): string {
  const issuer = encodeURIComponent('衔接')
  return `otpauth://totp/${issuer}:${encodeURIComponent(username)}?secret=${base32Of(secret)}&issuer=${issuer}&algorithm=SHA1&digits=6&period=${secondsPerStep}`
}
