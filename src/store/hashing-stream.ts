/** Counts and hashes what flows through. */
import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

export class HashingStream extends Transform {
  readonly #hash = createHash('sha256')
  bytes = 0

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    this.#hash.update(piece)
    this.bytes += piece.length
    done(null, piece)
  }

  /** Of all that flowed through; call once, after the end. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}
