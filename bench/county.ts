/** Invented counties to measure with: clean, as CSV, made once and kept under `bench/work/`. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateCounty, incomeLineOf } from '../src/app/demo/index.ts'

export interface County {
  folder: string
  region: string
  asOf: string
  line: number
  households: number
  persons: number
  departmentRows: number
}

/** A county in a province whose monitoring line is on record, so that all sixteen rules decide. */
export const region = '522399'
export const asOf = '2026-10-31'
const seed = 7

/** The county of that many households; generated when it is not there yet. */
export async function cleanCounty(households: number, say: (line: string) => void): Promise<County> {
  const out = join(import.meta.dirname, 'work', `county-${households}`)
  const note = join(out, 'county.json')
  const line = incomeLineOf(region, asOf)
  if (line === null) throw new Error(`no monitoring line for ${region} on ${asOf}`)
  if (!existsSync(note)) {
    rmSync(out, { recursive: true, force: true })
    const { persons, departmentRows } = await generateCounty({
      out,
      households,
      seed,
      region,
      asOf,
      mess: 'none',
      format: 'csv',
      onProgress: (done, of) => say(`生成虚构县 ${done}/${of} 户`),
    })
    writeFileSync(note, JSON.stringify({ persons, departmentRows }))
  }
  const { persons, departmentRows } = JSON.parse(readFileSync(note, 'utf8')) as Pick<County, 'persons' | 'departmentRows'>
  return { folder: join(out, 'input'), region, asOf, line, households, persons, departmentRows }
}
