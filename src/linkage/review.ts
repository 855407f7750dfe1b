/** The rows left to a clerk, ready for a sheet. */
import type { Engine } from '../engine/index.ts'
import { reviewDatasetsSql, reviewRowsSql } from './result.sql.ts'

/** A person of the register who may be meant; personal data are exact here, whoever writes them down masks them. */
export interface ReviewCandidate {
  household_number: string | null
  person_id_number: string | null
  name: string | null
  born_on: string | null
  township: string | null
  village: string | null
  phone: string | null
  score: number
  reason: string
}

export interface ReviewRow {
  dataset: string
  file: string
  sheet: string
  row: number
  id_number: string | null
  name: string | null
  born_on: string | null
  township: string | null
  village: string | null
  phone: string | null
  /** Best first, three at most. */
  candidates: ReviewCandidate[]
}

type Flat = Omit<ReviewRow, 'candidates'> & {
  r: number
  c_household_number: string | null
  c_id_number: string | null
  c_name: string | null
  c_born_on: string | null
  c_township: string | null
  c_village: string | null
  c_phone: string | null
  c_score: number
  c_reason: string
}

/** Every row that waits for a clerk with its candidates, in the order of datasets and rows. */
export async function reviewRows(engine: Engine): Promise<ReviewRow[]> {
  const datasets = await engine.rows<{ dataset: string }>(reviewDatasetsSql)
  const found: ReviewRow[] = []
  for (const { dataset } of datasets) {
    const byRow = new Map<number, ReviewRow>()
    for (const flat of await engine.rows<Flat>(reviewRowsSql(dataset))) {
      const row = byRow.get(flat.r) ?? reviewRow(flat)
      byRow.set(flat.r, row)
      row.candidates.push(candidate(flat))
    }
    found.push(...byRow.values())
  }
  return found
}

function reviewRow(flat: Flat): ReviewRow {
  const { dataset, file, sheet, row, id_number, name, born_on, township, village, phone } = flat
  return { dataset, file, sheet, row, id_number, name, born_on, township, village, phone, candidates: [] }
}

function candidate(flat: Flat): ReviewCandidate {
  return {
    household_number: flat.c_household_number,
    person_id_number: flat.c_id_number,
    name: flat.c_name,
    born_on: flat.c_born_on,
    township: flat.c_township,
    village: flat.c_village,
    phone: flat.c_phone,
    score: Math.round(flat.c_score * 10_000) / 10_000,
    reason: flat.c_reason,
  }
}
