/** Sealing and opening of a whole stream: header, nonce, ciphertext, tag. */
import { Transform, type TransformCallback } from 'node:stream'
import { Problem } from '../kernel/index.ts'
import { headerLength, type NamedCipher, type Opening, type Sealing, tagLength } from './ciphers.ts'
import { storeProblems } from './problems.ts'

export class SealingStream extends Transform {
  readonly #sealing: Sealing

  constructor({ header, cipher }: NamedCipher, freshNonce: (length: number) => Buffer) {
    super()
    const nonce = freshNonce(cipher.nonceLength)
    this.#sealing = cipher.seal(header, nonce)
    this.push(Buffer.concat([header, nonce]))
  }

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    done(null, this.#sealing.update(piece))
  }

  override _flush(done: TransformCallback): void {
    done(null, this.#sealing.tag())
  }
}

export class OpeningStream extends Transform {
  readonly #cipherOf: (header: Buffer) => NamedCipher
  #opening: Opening | undefined
  /** What may still be the tag, or is not yet a whole header. */
  #held: Buffer = Buffer.alloc(0)

  constructor(cipherOf: (header: Buffer) => NamedCipher) {
    super()
    this.#cipherOf = cipherOf
  }

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    try {
      this.#held = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece])
      done(null, this.#begin() ? this.#release() : undefined)
    } catch (error) {
      done(error as Error)
    }
  }

  #release(): Buffer | undefined {
    const ready = Math.max(this.#held.length - tagLength, 0)
    const opened = this.#opening?.update(this.#held.subarray(0, ready))
    this.#held = this.#held.subarray(ready)
    return opened
  }

  /** True as soon as header and nonce are known. */
  #begin(): boolean {
    if (this.#opening !== undefined) return true
    if (this.#held.length < headerLength) return false
    const { header, cipher } = this.#cipherOf(this.#held.subarray(0, headerLength))
    const start = headerLength + cipher.nonceLength
    if (this.#held.length < start) return false
    this.#opening = cipher.open(header, this.#held.subarray(headerLength, start))
    this.#held = this.#held.subarray(start)
    return true
  }

  override _flush(done: TransformCallback): void {
    if (this.#opening?.isWhole(this.#held) === true) done()
    else done(new Problem(storeProblems.sealBroken, {}))
  }
}
