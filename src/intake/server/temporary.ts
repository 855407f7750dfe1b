/** Owner-only folders for what must lie open for a moment: an original on its way to the officer, a workbook being made. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'xianjie-'))
}

/** The folder is gone when the work is done, whatever came of it. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder()
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Streams a file out of a folder that is removed when the stream is closed. */
export function streamOnce(path: string, folder: string): Readable {
  const stream = createReadStream(path)
  stream.once('close', () => void rm(folder, { recursive: true, force: true }))
  return stream
}
