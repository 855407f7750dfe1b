/** What makes the phone's store unreadable without the officer's phone password: a key wrapped by a key derived from it. */

/** OWASP's figure for PBKDF2 with SHA-256; a phone needs about a second. */
export const rounds = 600_000

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

export interface Wrapped extends Sealed {
  salt: Uint8Array<ArrayBuffer>
  rounds: number
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

export function freshKey(): string {
  return [...random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function keyFrom(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const asKey = (raw: ArrayBuffer | Uint8Array<ArrayBuffer>) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A new key for the store, and the same key as it may be kept. */
export async function newStoreKey(password: string): Promise<{ key: CryptoKey; wrapped: Wrapped }> {
  const raw = random(32)
  const salt = random(16)
  const sealed = await sealBytes(await keyFrom(password, salt, rounds), raw)
  return { key: await asKey(raw), wrapped: { ...sealed, salt, rounds } }
}

/** Undefined when the password is wrong. */
export async function openStoreKey(password: string, wrapped: Wrapped): Promise<CryptoKey | undefined> {
  const raw = await openBytes(await keyFrom(password, wrapped.salt, wrapped.rounds), wrapped).catch(() => undefined)
  return raw === undefined ? undefined : asKey(raw)
}

export async function sealBytes(key: CryptoKey, bytes: Uint8Array<ArrayBuffer> | ArrayBuffer): Promise<Sealed> {
  const iv = random(12)
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

export function openBytes(key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)
}

export const seal = (key: CryptoKey, value: unknown): Promise<Sealed> => sealBytes(key, new TextEncoder().encode(JSON.stringify(value)))

export async function open<T>(key: CryptoKey, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, sealed))) as T
}

const toText = (bytes: ArrayBuffer | Uint8Array): string => {
  let text = ''
  const all = new Uint8Array(bytes)
  for (let at = 0; at < all.length; at += 0x8000) text += String.fromCharCode(...all.subarray(at, at + 0x8000))
  return btoa(text)
}
const fromText = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

export const base64 = toText
export const fromBase64 = fromText

/** A whole file under a password of its own. */
export async function sealFile(password: string, value: unknown): Promise<string> {
  const salt = random(16)
  const { iv, data } = await seal(await keyFrom(password, salt, rounds), value)
  return JSON.stringify({ format: 'xianjie-visits-sealed', version: 1, rounds, salt: toText(salt), iv: toText(iv), data: toText(data) })
}

/** What a file holds; undefined when the password is wrong or the file is not one of ours. */
export async function openFile<T>(text: string, password: string): Promise<T | undefined> {
  try {
    const file = JSON.parse(text) as { format: string; rounds: number; salt: string; iv: string; data: string }
    if (file.format === 'xianjie-visits') return file as unknown as T
    const key = await keyFrom(password, fromText(file.salt), file.rounds)
    return await open<T>(key, { iv: fromText(file.iv), data: fromText(file.data).buffer })
  } catch {
    return undefined
  }
}

export const isSealedFile = (text: string): boolean => text.includes('"xianjie-visits-sealed"')

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
