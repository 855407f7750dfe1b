/** Reads a zip by its central directory: which parts there are, and each part's bytes as a stream. Nothing is ever unpacked to a path. */
import type { FileHandle } from 'node:fs/promises'
import { pipeline, Readable, type TransformOptions } from 'node:stream'
import { createInflateRaw, type ZlibOptions } from 'node:zlib'
import { Problem } from '../../kernel/index.ts'
import { readerProblems } from './problems.ts'
import type { ReaderLimits } from './reader.ts'

export interface ZipPart {
  name: string
  method: number
  isEncrypted: boolean
  packedBytes: number
  /** As the zip claims; never trusted. */
  bytes: number
  headerAt: number
}

export interface ZipFile {
  handle: FileHandle
  file: string
  limits: ReaderLimits
  size: number
  parts: Map<string, ZipPart>
}

const endMark = 0x06054b50
const zip64LocatorMark = 0x07064b50
const zip64EndMark = 0x06064b50
const directoryMark = 0x02014b50
const localMark = 0x04034b50
const endLength = 22
const largestDirectory = 64 * 1024 ** 2
/** Room for two chunks, so that unpacking goes on in its thread while the one before is being read. */
const inflateOptions: ZlibOptions & TransformOptions = { chunkSize: 512 * 1024, readableHighWaterMark: 1024 * 1024 }
const packedPiece = 256 * 1024
/** Ratios are judged beyond this size only: a small part cannot do harm. */
const ratioFrom = 64 * 1024 ** 2

/** Reads exactly these bytes, or says that the file ends too early. */
async function readAt(handle: FileHandle, file: string, at: number, length: number): Promise<Buffer> {
  if (!Number.isSafeInteger(at + length)) throw new Problem(readerProblems.damaged, { file, found: '压缩目录不完整' })
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled)
    if (bytesRead === 0) throw new Problem(readerProblems.damaged, { file, found: '文件在中途截断' })
    filled += bytesRead
  }
  return bytes
}

interface Directory {
  at: number
  length: number
  count: number
}

async function findDirectory(handle: FileHandle, file: string, size: number): Promise<Directory> {
  const tailAt = Math.max(0, size - endLength - 65_535)
  const tail = await readAt(handle, file, tailAt, size - tailAt)
  for (let i = tail.length - endLength; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== endMark) continue
    const directory = { count: tail.readUInt16LE(i + 10), length: tail.readUInt32LE(i + 12), at: tail.readUInt32LE(i + 16) }
    if (i >= 20 && tail.readUInt32LE(i - 20) === zip64LocatorMark) {
      const end = await readAt(handle, file, Number(tail.readBigUInt64LE(i - 12)), 56)
      if (end.readUInt32LE(0) !== zip64EndMark) break
      return { count: Number(end.readBigUInt64LE(32)), length: Number(end.readBigUInt64LE(40)), at: Number(end.readBigUInt64LE(48)) }
    }
    return directory
  }
  throw new Problem(readerProblems.damaged, { file, found: '找不到压缩目录,文件可能没有下载完' })
}

/** Opens the zip; a name that stands twice is refused, because programs differ in which of the two they show. */
export async function openZip(handle: FileHandle, file: string, limits: ReaderLimits): Promise<ZipFile> {
  const { size } = await handle.stat()
  const directory = await findDirectory(handle, file, size)
  if (directory.count > limits.zipParts || directory.length > largestDirectory) {
    throw new Problem(readerProblems.suspicious, { file, found: `内部部件有 ${directory.count} 个` })
  }
  const bytes = await readAt(handle, file, directory.at, directory.length)
  const parts = new Map<string, ZipPart>()
  for (let at = 0, i = 0; i < directory.count; i++) {
    const part = readDirectoryEntry(bytes, at)
    if (part === undefined) throw new Problem(readerProblems.damaged, { file, found: '压缩目录不完整' })
    at = part.next
    if (part.name.endsWith('/')) continue
    if (parts.has(part.name)) throw new Problem(readerProblems.suspicious, { file, found: `部件“${part.name}”重名` })
    parts.set(part.name, part)
  }
  return { handle, file, limits, size, parts }
}

function readDirectoryEntry(bytes: Buffer, at: number): (ZipPart & { next: number }) | undefined {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directoryMark) return undefined
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
  const next = extraEnd + bytes.readUInt16LE(at + 32)
  if (next > bytes.length) return undefined
  const part = {
    name: bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\/+/, ''),
    method: bytes.readUInt16LE(at + 10),
    isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    packedBytes: bytes.readUInt32LE(at + 20),
    bytes: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
    next,
  }
  readZip64Extra(bytes.subarray(nameEnd, extraEnd), part)
  return part
}

/** Sizes of 4 GB and more stand in an extra field, in this order and only where the plain field is all ones. */
function readZip64Extra(extra: Buffer, part: ZipPart): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let value = at + 4
      for (const field of ['bytes', 'packedBytes', 'headerAt'] as const) {
        if (part[field] !== 0xffffffff || value + 8 > Math.min(extra.length, at + 4 + length)) continue
        part[field] = Number(extra.readBigUInt64LE(value))
        value += 8
      }
    }
    at += 4 + length
  }
}

/** The part's bytes, unpacked chunk by chunk while the caller works on the one before; every cap is checked on what really comes out. */
export async function* partBytes(
  zip: ZipFile,
  part: ZipPart,
  options: { signal?: AbortSignal; onPacked?: (share: number) => void } = {},
): AsyncGenerator<Buffer> {
  const { file, handle, limits } = zip
  if (part.isEncrypted) throw new Problem(readerProblems.encrypted, { file })
  if (part.method !== 0 && part.method !== 8) throw new Problem(readerProblems.suspicious, { file, found: `压缩方式 ${part.method}` })
  const header = await readAt(handle, file, part.headerAt, 30)
  if (header.readUInt32LE(0) !== localMark) throw new Problem(readerProblems.damaged, { file, found: `部件“${part.name}”的位置不对` })
  const start = part.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (part.packedBytes === 0) return
  if (start + part.packedBytes > zip.size) throw new Problem(readerProblems.damaged, { file, found: '文件在中途截断' })
  const reading: Reading = { handle, at: start, end: start + part.packedBytes }
  const stream =
    part.method === 0
      ? Readable.from(packedBytes(reading), { highWaterMark: 1 })
      : pipeline(packedBytes(reading), createInflateRaw(inflateOptions), () => {})
  let total = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      options.signal?.throwIfAborted()
      total += chunk.length
      if (total > limits.partBytes || (total > ratioFrom && total > limits.partRatio * (reading.at - start))) {
        throw new Problem(readerProblems.suspicious, { file, found: `部件“${part.name}”解压后异常巨大` })
      }
      options.onPacked?.((reading.at - start) / part.packedBytes)
      yield chunk
    }
  } catch (error) {
    throw isZlibError(error) ? new Problem(readerProblems.damaged, { file, found: `部件“${part.name}”解压失败` }) : error
  } finally {
    stream.destroy()
  }
}

interface Reading {
  handle: FileHandle
  /** How far the file has been read. */
  at: number
  end: number
}

async function* packedBytes(reading: Reading): AsyncGenerator<Buffer> {
  while (reading.at < reading.end) {
    const bytes = Buffer.allocUnsafe(Math.min(packedPiece, reading.end - reading.at))
    const { bytesRead } = await reading.handle.read(bytes, 0, bytes.length, reading.at)
    if (bytesRead === 0) return
    reading.at += bytesRead
    yield bytes.subarray(0, bytesRead)
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^Z_|^ERR_(STREAM|ZLIB|BUFFER)/.test(error.code)
}

/** A small part as text; larger than the limit is refused. */
export async function partText(zip: ZipFile, part: ZipPart, signal?: AbortSignal): Promise<string> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of partBytes(zip, part, signal === undefined ? {} : { signal })) {
    total += chunk.length
    if (total > zip.limits.smallPartBytes) throw new Problem(readerProblems.suspicious, { file: zip.file, found: `部件“${part.name}”过大` })
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
