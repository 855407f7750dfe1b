/** Files that come with a request: received whole into an owner-only folder, hashed on the way, removed after the answer. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Upload } from '../../access/index.ts'
import { privateFolder } from '../../engine/index.ts'

export interface Received {
  uploads: Upload[]
  fields: Record<string, string>
  remove(): Promise<void>
}

/** Reads a multipart body to its end. */
export async function receive(request: FastifyRequest): Promise<Received> {
  const folder = await privateFolder('upload')
  const remove = () => rm(folder, { recursive: true, force: true })
  const uploads: Upload[] = []
  const fields: Record<string, string> = {}
  try {
    await chmod(folder, 0o700)
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value)
        continue
      }
      const path = join(folder, String(uploads.length))
      const hash = createHash('sha256')
      let size = 0
      const counted = new Transform({
        transform(piece: Buffer, _, done) {
          hash.update(piece)
          size += piece.length
          done(null, piece)
        },
      })
      await pipeline(part.file, counted, createWriteStream(path, { mode: 0o600 }))
      uploads.push({ name: basename(part.filename.replaceAll('\\', '/')), path, size, sha256: hash.digest('hex') })
    }
    return { uploads, fields, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
