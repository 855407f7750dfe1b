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

/** Reads the files block by block, each once. */
export async function readFound(folder: string): Promise<Found> {
  const at = (name: keyof typeof foundFiles) => join(folder, foundFiles[name])
  return {
    leads: blocksOf(at('leads')),
    gone: blocksOf(at('gone')),
    unknowns: blocksOf(at('unknowns')),
    quality: blocksOf(at('quality')),
    discrepancies: blocksOf(at('discrepancies')),
    rows: await sortedRows(folder),
    summary: JSON.parse(await readFile(at('summary'), 'utf8')),
  }
}
