/** The two ways of sealing bytes, AES-256-GCM and SM4-CTR with HMAC-SM3, behind one shape; both say when a single bit was changed. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'

export type CipherName = 'aes' | 'sm4'

/** Something that takes bytes piece by piece and ends in a tag. */
export interface Sealing {
  update(piece: Buffer): Buffer
  /** Call after the last piece. */
  tag(): Buffer
}

export interface Opening {
  update(piece: Buffer): Buffer
  /** False when the bytes, the header or the key are not what they were at sealing. */
  isWhole(tag: Buffer): boolean
}

/** One key ready for work under one cipher. */
export interface KeyedCipher {
  readonly nonceLength: number
  seal(header: Buffer, nonce: Buffer): Sealing
  open(header: Buffer, nonce: Buffer): Opening
}

/** A cipher with a key in it, and the header that names both on everything it seals. */
export interface NamedCipher {
  readonly header: Buffer
  readonly cipher: KeyedCipher
}

/** Version and key number. */
export const headerLength = 3
export const tagLength = 16

/** First byte of everything sealed: which cipher it takes to open it. */
export const versionOf: Readonly<Record<CipherName, number>> = { aes: 1, sm4: 2 }

const derive = (secret: Buffer, purpose: string, bytes: number): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `xianjie ${purpose}`, bytes)))

function aes(secret: Buffer): KeyedCipher {
  const key = derive(secret, 'aes-256-gcm', 32)
  return {
    nonceLength: 12,
    seal(header, nonce) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(header)
      return {
        update: (piece) => cipher.update(piece),
        tag: () => {
          cipher.final()
          return cipher.getAuthTag()
        },
      }
    },
    open(header, nonce) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
      decipher.setAAD(header)
      return {
        update: (piece) => decipher.update(piece),
        isWhole: (tag) => {
          try {
            decipher.setAuthTag(tag).final()
            return true
          } catch {
            return false
          }
        },
      }
    },
  }
}

/** Node has no SM4-GCM: counter mode, then a tag over header, nonce and ciphertext. */
function sm4(secret: Buffer): KeyedCipher {
  const key = derive(secret, 'sm4-ctr', 16)
  const tagKey = derive(secret, 'hmac-sm3', 32)
  return {
    nonceLength: 16,
    seal(header, nonce) {
      const cipher = createCipheriv('sm4-ctr', key, nonce)
      const tag = createHmac('sm3', tagKey).update(header).update(nonce)
      return {
        update: (piece) => {
          const sealed = cipher.update(piece)
          tag.update(sealed)
          return sealed
        },
        tag: () => tag.digest().subarray(0, tagLength),
      }
    },
    open(header, nonce) {
      const decipher = createDecipheriv('sm4-ctr', key, nonce)
      const expected = createHmac('sm3', tagKey).update(header).update(nonce)
      return {
        update: (piece) => {
          expected.update(piece)
          return decipher.update(piece)
        },
        isWhole: (tag) => tag.length === tagLength && timingSafeEqual(expected.digest().subarray(0, tagLength), tag),
      }
    },
  }
}

const ciphers: Readonly<Record<CipherName, (secret: Buffer) => KeyedCipher>> = { aes, sm4 }

export function keyedCipher(name: CipherName, secret: Buffer): KeyedCipher {
  return ciphers[name](secret)
}
