/** What speaks against a lead: shown beside it, never removing it. */
import { join } from 'node:path'
import { z } from 'zod'
import { type Engine, ident, text } from '../engine/index.ts'
import { citations, identifier, readStrictFile } from '../policy/index.ts'
import { fillIn } from './facts.sql.ts'
import type { ScreeningRun } from './screening.ts'

const counterEvidenceSchema = z.record(
  identifier,
  z.strictObject({ label: z.string(), dataset: identifier, show: identifier, where: z.string(), basis: citations }),
)
export type CounterEvidencePack = z.infer<typeof counterEvidenceSchema>

/** Reads `policy/counter_evidence.yaml`. */
export function loadCounterEvidence(policyFolder: string): CounterEvidencePack {
  return readStrictFile(join(policyFolder, 'counter_evidence.yaml'), counterEvidenceSchema)
}

/** Fills `counter_evidence(household, person, kind, value, sheet_no, row_no)` for households with a lead. */
export async function findCounterEvidence(engine: Engine, run: ScreeningRun, pack: CounterEvidencePack): Promise<void> {
  await engine.run(
    'CREATE OR REPLACE TABLE counter_evidence(household INTEGER, person INTEGER, kind VARCHAR, value VARCHAR, sheet_no INTEGER, row_no INTEGER)',
  )
  for (const [kind, entry] of Object.entries(pack)) {
    if (!run.options.sheets.some(({ dataset }) => dataset === entry.dataset)) continue
    await engine.run(`INSERT INTO counter_evidence
      SELECT household, person, ${text(kind)}, coalesce(${ident(entry.show)}::VARCHAR, ''), sheet_no, row_no FROM counted_${entry.dataset}
      WHERE is_certain AND (${fillIn(entry.where, run.factContext)}) AND household IN (SELECT household FROM lead)`)
  }
}
