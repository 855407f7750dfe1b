/** Random secrets shown once, and the digests by which they are found again; passwords by the log-in library's scrypt. */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { initialPassword } from './password.rules.ts'

export { hashPassword, symmetricDecrypt, symmetricEncrypt, verifyPassword } from 'better-auth/crypto'

/** 256 random bits as text. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Tokens are random and long, so a plain digest is enough to keep them unreadable in the database. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** A first password, to be changed at the first log-in. */
export const newInitialPassword = (): string => initialPassword((below) => randomInt(below))
