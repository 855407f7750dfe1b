/** The SHA-256 of a file, read in pieces. */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

const pieceBytes = 1024 * 1024

/** Lower-case hexadecimal; the same number `sha256sum` prints. */
export async function fileHash(path: string, signal?: AbortSignal): Promise<string> {
  const handle = await open(path)
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(pieceBytes)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, pieceBytes, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}
