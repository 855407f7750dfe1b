/** The files in which the screening process leaves what it found. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Found } from '../../screening/server/index.ts'
import { sortedRows } from './department-rows.ts'

export const foundFiles = {
  leads: 'leads.jsonl',
  gone: 'gone.jsonl',
  unknowns: 'unknowns.jsonl',
  quality: 'quality.jsonl',
  discrepancies: 'discrepancies.jsonl',
  summary: 'summary.json',
} as const

/** Where it leaves the months of a trial. */
export const trialFile = 'months.json'

const blockLength = 1000

function whenEnded<T>(ended: Promise<void>, read: () => Promise<T>): Promise<T> {
  const answer = ended.then(read)
  // Where the merge fails first, nobody waits for this any more.
  answer.catch(() => undefined)
  return answer
}

async function* blocksOf<T>(path: string): AsyncIterable<T[]> {
  let block: T[] = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    block.push(JSON.parse(line))
    if (block.length < blockLength) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

/** Reads the files block by block, each once; rows and summary when the process has ended. */
export function readFound(folder: string, ended: Promise<void>): Found {
  const at = (name: keyof typeof foundFiles) => join(folder, foundFiles[name])
  return {
    leads: blocksOf(at('leads')),
    gone: blocksOf(at('gone')),
    unknowns: blocksOf(at('unknowns')),
    quality: blocksOf(at('quality')),
    discrepancies: blocksOf(at('discrepancies')),
    rows: whenEnded(ended, () => sortedRows(folder)),
    summary: whenEnded(ended, async () => JSON.parse(await readFile(at('summary'), 'utf8'))),
  }
}
