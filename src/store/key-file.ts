/** The file that holds the keys: outside the database, owner-only, made on first use, replaced whole. */
import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'

export type DigestName = 'sha256' | 'sm3'

export interface Key {
  readonly number: number
  readonly secret: Buffer
}

export interface KeyRing {
  /** Never rotated: with it equal values are found again. */
  readonly index: { readonly digest: DigestName; readonly secret: Buffer }
  /** Newest last; older ones open what they sealed. */
  readonly keys: readonly Key[]
}

/** As written: hexadecimal, so that the file can be printed and kept in a safe. */
interface Written {
  format: 'xianjie-keys-1'
  index: { digest: DigestName; secret: string }
  keys: { number: number; secret: string; madeAt: string }[]
  /** The key with which not everything is sealed anew yet. */
  rotating?: number
}

const secretBytes = 32

/** Reads the keys; a file that is not there is made, whole or not at all. */
export function readKeyFile(place: string, digest: DigestName): KeyRing {
  if (!existsSync(place)) makeKeyFile(place, digest)
  const written = parse(place)
  return {
    index: { digest: written.index.digest, secret: Buffer.from(written.index.secret, 'hex') },
    keys: written.keys.map(({ number, secret }) => ({ number, secret: Buffer.from(secret, 'hex') })),
  }
}

/** Adds a key, with which everything is sealed from then on; answers its number. */
export function addKey(place: string): number {
  const written = parse(place)
  const number = Math.max(...written.keys.map((key) => key.number)) + 1
  written.keys.push(newKey(number))
  renameSync(write(place, { ...written, rotating: number }), place)
  return number
}

/** The newest key, while what older ones sealed is still being sealed anew with it. */
export function keyInRotation(place: string): number | undefined {
  return parse(place).rotating
}

/** Everything is sealed with the newest key. */
export function endRotation(place: string): void {
  const { rotating: _, ...written } = parse(place)
  renameSync(write(place, written), place)
}

/** Tells one key from another without giving it away. */
export function fingerprint(secret: Buffer): string {
  return createHmac('sha256', secret).update('xianjie fingerprint').digest('hex').slice(0, 16)
}

const newKey = (number: number) => ({ number, secret: randomBytes(secretBytes).toString('hex'), madeAt: new Date().toISOString() })

function makeKeyFile(place: string, digest: DigestName): void {
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 })
  const prepared = write(place, {
    format: 'xianjie-keys-1',
    index: { digest, secret: randomBytes(secretBytes).toString('hex') },
    keys: [newKey(1)],
  })
  try {
    linkSync(prepared, place)
  } catch (error) {
    // Two programs started at once: the keys of the first count.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(prepared, { force: true })
  }
}

/** On disk before it gets its name: a key that sealed something must survive a power cut. */
function write(place: string, written: Written): string {
  const prepared = `${place}.new-${process.pid}`
  rmSync(prepared, { force: true })
  const file = openSync(prepared, 'wx', 0o600)
  try {
    writeSync(file, `${JSON.stringify(written, undefined, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return prepared
}

function parse(place: string): Written {
  if (process.platform !== 'win32' && (statSync(place).mode & 0o077) !== 0) chmodSync(place, 0o600)
  try {
    const written = JSON.parse(readFileSync(place, 'utf8')) as Written
    const secrets = [written.index.secret, ...written.keys.map((key) => key.secret)]
    const isComplete = written.format === 'xianjie-keys-1' && written.keys.length > 0
    if (!isComplete || secrets.some((secret) => Buffer.from(secret, 'hex').length !== secretBytes)) throw new Error('incomplete')
    return written
  } catch (error) {
    throw new Problem(storeProblems.keyFileBroken, { place }, { cause: error })
  }
}
