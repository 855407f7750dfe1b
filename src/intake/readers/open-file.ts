/** Opens any file an official may hand in: finds out what it is, refuses by name what cannot be read, hands the rest to its reader. */
import { type FileHandle, open } from 'node:fs/promises'
import { Problem } from '../../kernel/index.ts'
import { type Found, kindOf, kindOfOle, kindOfZip } from './file-kind.rules.ts'
import { OldWorkbook, type OldWorkbookStart } from './old-workbook.ts'
import { readerProblems } from './problems.ts'
import { defaultLimits, type FileKind, type OpenFile, type OpenOptions, type ReaderLimits } from './reader.ts'
import { TextSheet } from './text.ts'
import { decodeSample, readTextFacts } from './text-facts.ts'
import { isUtf16, looksLikeText } from './text-sniff.rules.ts'
import { findPart } from './workbook.ts'
import { openXlsx } from './xlsx.ts'
import { openZip, partText } from './zip.ts'

const startBytes = 64 * 1024

interface Opening {
  handle: FileHandle
  file: string
  limits: ReaderLimits
  signal: AbortSignal | undefined
}

/** Every failure that lies in the file is a Problem naming it; the caller closes what was opened. */
export async function openFile(path: string, options: OpenOptions): Promise<OpenFile> {
  const file = options.name
  const handle = await open(path).catch((error: unknown) => {
    throw new Problem(readerProblems.missing, { file }, { cause: error })
  })
  try {
    options.signal?.throwIfAborted()
    return await openByKind({ handle, file, limits: { ...defaultLimits, ...options.limits }, signal: options.signal })
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function openByKind(opening: Opening): Promise<OpenFile> {
  const { handle, file } = opening
  const stat = await handle.stat()
  if (!stat.isFile()) throw new Problem(readerProblems.missing, { file })
  if (stat.size === 0) throw new Problem(readerProblems.empty, { file })
  const start = await readStart(handle, startBytes)
  const text = decodeSample(start)
  const found = kindOf(start, text, isUtf16(start), looksLikeText(text))
  if (found.kind === 'zip') return await openAsXlsx(opening)
  if (found.kind === 'text') return await openAsText(opening)
  if (found.kind === 'ole' || found.kind === 'biff') return await openAsXls(opening, found.kind)
  if (found.kind === 'html' || found.kind === 'xml2003')
    return await openWhole(opening, found.kind, { text: decodeWhole(await readWhole(opening)) })
  throw refusal(found, file)
}

function refusal(found: Found, file: string): Problem {
  if (found.kind === 'no-table') return new Problem(readerProblems.notTable, { file, found: found.found, advice: found.advice })
  if (found.kind === 'other-format') return new Problem(readerProblems.otherFormat, { file, found: found.found })
  return new Problem(readerProblems.utf16, { file })
}

async function readStart(handle: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, 0)
  return bytes.subarray(0, bytesRead)
}

async function openAsXlsx({ handle, file, limits, signal }: Opening): Promise<OpenFile> {
  const zip = await openZip(handle, file, limits)
  const mimetype = zip.parts.get('mimetype')
  const other = kindOfZip(new Set(zip.parts.keys()), mimetype === undefined ? undefined : await partText(zip, mimetype, signal))
  if (other !== undefined) throw refusal(other, file)
  if (findPart(zip, 'EncryptedPackage') !== undefined) throw new Problem(readerProblems.encrypted, { file })
  const sheets = await openXlsx(zip, signal)
  return { kind: 'xlsx', sheets, warnings: [], close: () => handle.close() }
}

async function openAsText({ handle, file, limits, signal }: Opening): Promise<OpenFile> {
  const { hasNul, isDamaged, ...facts } = await readTextFacts(handle, file, limits, signal)
  const warnings: string[] = []
  if (hasNul) warnings.push(`“${file}”里有空字符(NUL),已去掉。`)
  if (isDamaged) warnings.push(`“${file}”里有少量无法识别的字符,已用“\uFFFD”代替。`)
  return { kind: 'text', sheets: [new TextSheet(handle, file, facts, limits)], text: facts, warnings, close: () => handle.close() }
}

async function openAsXls(opening: Opening, container: 'ole' | 'biff'): Promise<OpenFile> {
  const bytes = await readWhole(opening)
  if (container === 'ole') {
    const other = kindOfOle(bytes, opening.file)
    if (other === 'encrypted') throw new Problem(readerProblems.encrypted, { file: opening.file })
    if (other === 'damaged') throw new Problem(readerProblems.damaged, { file: opening.file, found: '文件在中途截断' })
    if (other !== undefined) throw refusal(other, opening.file)
  }
  return await openWhole(opening, 'xls', { bytes })
}

async function openWhole({ handle, file, limits, signal }: Opening, kind: FileKind, start: OldWorkbookStart): Promise<OpenFile> {
  const book = new OldWorkbook(start, file, limits)
  try {
    await book.open(signal)
  } catch (error) {
    await book.close()
    throw error
  }
  await handle.close()
  return { kind, sheets: book.sheets, warnings: [], close: () => book.close() }
}

async function readWhole({ handle, file, limits }: Opening): Promise<Buffer> {
  const { size } = await handle.stat()
  if (size > limits.wholeFileBytes) {
    throw new Problem(readerProblems.tooLarge, {
      file,
      found: `${Math.round(size / 1024 ** 2)} MB,这种格式最多 ${Math.floor(limits.wholeFileBytes / 1024 ** 2)} MB`,
    })
  }
  return await readStart(handle, size)
}

/** Web pages and XML say their encoding themselves, and are often wrong about it: valid UTF-8 is UTF-8. */
function decodeWhole(bytes: Buffer): string {
  return decodeSample(bytes).replace(/^\uFEFF/, '')
}
