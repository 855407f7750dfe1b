/** What may not lie open on disk: single values and whole files are sealed with keys kept outside the database, equal values are found through a keyed index. */
import { createHmac, createSecretKey, randomFillSync } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open as openHandle, rename, rm } from 'node:fs/promises'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Problem } from '../kernel/index.ts'
import { type CipherName, headerLength, keyedCipher, type NamedCipher, tagLength, versionOf } from './ciphers.ts'
import { addKey, type DigestName, endRotation, fingerprint, type KeyRing, keyInRotation, readKeyFile } from './key-file.ts'
import { storeProblems } from './problems.ts'
import { OpeningStream, SealingStream } from './sealed-stream.ts'

export interface Vault {
  /** A new sealed value each time, also for equal text. */
  seal(plain: string): Buffer
  open(sealed: Buffer): string
  /** 16 bytes, equal for equal text under the same key file; normalise the text before. */
  index(plain: string): Buffer
  /** Streams; the sealed file appears whole or not at all, readable by its owner only. */
  sealFile(from: string, to: string): Promise<void>
  /** As `sealFile`; a file that was altered is never opened half. */
  openFile(from: string, to: string): Promise<void>
  sealing(): Transform
  /** Hands on what it opens before the end is proved: do not act on it before the stream ended well. */
  opening(): Transform
  /** What everything sealed now begins with. */
  header(): Buffer
  /** Whether the newest key and the cipher in use sealed it; else it is due for re-sealing. */
  isCurrent(sealed: Buffer): boolean
  isCurrentFile(place: string): Promise<boolean>
  /** Number 0 stands for the index key. */
  fingerprints(): readonly { number: number; fingerprint: string }[]
}

export interface VaultOptions {
  /** Made on first use. */
  keyFile: string
  cipher?: CipherName
}

const indexLength = 16

/** Opens the key file; a key added to it meanwhile by `rotateKeys` is found when it is first met. */
export function openVault({ keyFile, cipher = 'aes' }: VaultOptions): Vault {
  return vaultOf(() => readKeyFile(keyFile, cipher === 'sm4' ? 'sm3' : 'sha256'), cipher)
}

/** Adds a key with which everything is sealed from now on; what older keys sealed stays readable, and is re-sealed by `resealColumns` and `resealFiles`. */
export function rotateKeys(keyFile: string): number {
  return addKey(keyFile)
}

/** The key of a rotation that was begun and not ended; running it again goes on with this one. */
export const unfinishedRotation = keyInRotation

/** To be said once columns and files are sealed anew. */
export const finishRotation = endRotation

/** The vault over keys that `read` gives; read again when a key number is unknown. */
export function vaultOf(read: () => KeyRing, cipher: CipherName): Vault {
  const keys = new Keys(read, cipher)
  const opening = () => new OpeningStream((header) => keys.of(header))
  const sealing = () => new SealingStream(keys.current(), freshNonce)
  return {
    seal: (plain) => sealValue(keys, plain),
    open: (sealed) => openValue(keys, sealed),
    index: (plain) => keys.index(plain),
    sealFile: (from, to) => through(from, to, sealing()),
    openFile: (from, to) => through(from, to, opening()),
    sealing,
    opening,
    header: () => keys.current().header,
    isCurrent: (sealed) => sealed.subarray(0, headerLength).equals(keys.current().header),
    async isCurrentFile(place) {
      const file = await openHandle(place)
      try {
        const { buffer } = await file.read(Buffer.alloc(headerLength), 0, headerLength, 0)
        return buffer.equals(keys.current().header)
      } finally {
        await file.close()
      }
    },
    fingerprints: () => keys.fingerprints(),
  }
}

class Keys {
  readonly #read: () => KeyRing
  readonly #cipher: CipherName
  readonly #byHeader = new Map<number, NamedCipher>()
  #ring: KeyRing
  #current: NamedCipher
  #indexKey

  constructor(read: () => KeyRing, cipher: CipherName) {
    this.#read = read
    this.#cipher = cipher
    this.#ring = read()
    this.#current = this.#load()
    this.#indexKey = createSecretKey(this.#ring.index.secret)
  }

  #load(): NamedCipher {
    this.#ring = this.#read()
    for (const { number, secret } of this.#ring.keys)
      for (const [name, version] of Object.entries(versionOf) as [CipherName, number][]) {
        const header = Buffer.from([version, number >> 8, number & 0xff])
        if (!this.#byHeader.has(header.readUIntBE(0, headerLength)))
          this.#byHeader.set(header.readUIntBE(0, headerLength), { header, cipher: keyedCipher(name, secret) })
      }
    const newest = this.#ring.keys.at(-1)?.number ?? 0
    this.#current = this.#byHeader.get((versionOf[this.#cipher] << 16) | newest) as NamedCipher
    return this.#current
  }

  current(): NamedCipher {
    return this.#current
  }

  of(header: Buffer): NamedCipher {
    const number = header.length < headerLength ? 0 : header.readUIntBE(0, headerLength)
    const known = this.#byHeader.get(number)
    if (known !== undefined) return known
    this.#load()
    const found = this.#byHeader.get(number)
    if (found === undefined) throw new Problem(storeProblems.sealBroken, {})
    return found
  }

  index(plain: string): Buffer {
    const { digest } = this.#ring.index
    // By way of text: memory of its own for every digest costs more than the digest.
    return Buffer.from(createHmac(digest, this.#indexKey).update(plain, 'utf8').digest('binary').slice(0, indexLength), 'latin1')
  }

  fingerprints(): { number: number; fingerprint: string }[] {
    const all = [{ number: 0, secret: this.#ring.index.secret }, ...this.#ring.keys]
    return all.map(({ number, secret }) => ({ number, fingerprint: fingerprint(secret) }))
  }
}

function sealValue(keys: Keys, plain: string): Buffer {
  const { header, cipher } = keys.current()
  const nonce = freshNonce(cipher.nonceLength)
  const sealing = cipher.seal(header, nonce)
  return Buffer.concat([header, nonce, sealing.update(Buffer.from(plain, 'utf8')), sealing.tag()])
}

function openValue(keys: Keys, sealed: Buffer): string {
  const { header, cipher } = keys.of(sealed.subarray(0, headerLength))
  const start = headerLength + cipher.nonceLength
  if (sealed.length < start + tagLength) throw new Problem(storeProblems.sealBroken, {})
  const opening = cipher.open(header, sealed.subarray(headerLength, start))
  const plain = opening.update(sealed.subarray(start, -tagLength))
  if (!opening.isWhole(sealed.subarray(-tagLength))) throw new Problem(storeProblems.sealBroken, {})
  return plain.toString('utf8')
}

const pool = Buffer.alloc(16 * 1024)
let used = pool.length

/** Random bytes in stock: asking the system for each value would cost more than the cipher. */
function freshNonce(length: number): Buffer {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += length
  return Buffer.from(pool.subarray(used - length, used))
}

async function through(from: string, to: string, stream: Transform): Promise<void> {
  const prepared = `${to}.partial-${process.pid}-${freshNonce(4).toString('hex')}`
  try {
    await pipeline(createReadStream(from), stream, createWriteStream(prepared, { mode: 0o600, flags: 'wx', flush: true }))
    await rename(prepared, to)
  } catch (error) {
    await rm(prepared, { force: true })
    throw error
  }
}

export type { CipherName, DigestName }
