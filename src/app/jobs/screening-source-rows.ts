/** The cells of the rows that prove a lead, in the words of the file's dataset, with numbers masked before anything is kept. */
import type { Field, Policy } from '../../policy/index.ts'
import type { SourceRow } from '../../screening/index.ts'
import type { ShownCell, ShownRow } from '../../screening/server/index.ts'
import type { Run } from '../pipeline.ts'
import { maskIdNumber, maskPhone, maskText } from '../workbooks/index.ts'
import { provingRowsSql } from './screening-results.sql.ts'

export const rowKey = ({ file, sheet, row }: SourceRow) => `${file}\u001f${sheet}\u001f${row}`

const registerDataset = 'household_register'

/** Every row that is among the first of some lead, once. */
export async function provingRows(run: Run, most: number): Promise<Map<string, ShownRow>> {
  const sheets = new Map(run.intake.sheets.map((sheet) => [sheet.sheetNo, sheet]))
  const found = new Map<string, ShownRow>()
  for (const dataset of [...run.datasets, registerDataset]) {
    const columns = await shownColumns(run, dataset)
    if (columns.length === 0) continue
    const sql = provingRowsSql(
      dataset,
      most,
      columns.map(([name]) => name),
    )
    for await (const block of run.engine.stream<Record<string, string | null> & { sheet_no: number; row_no: number }>(sql))
      for (const row of block) {
        const sheet = sheets.get(row.sheet_no)
        if (sheet === undefined) continue
        const place = { file: sheet.file, sheet: sheet.sheet, row: row.row_no }
        found.set(rowKey(place), { ...place, dataset, cells: columns.flatMap(([name, field]) => cellOf(field, row[name] ?? null)) })
      }
  }
  return found
}

/** Who the row names, then the dataset's own fields, as far as the files have them. */
export async function shownColumns(run: Run, dataset: string): Promise<[string, Field][]> {
  const present = new Set(
    (await run.engine.rows<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE rows_${dataset})`)).map(
      ({ column_name }) => column_name,
    ),
  )
  return fieldsOf(run.options.policy, dataset).filter(([name]) => present.has(name))
}

function fieldsOf(policy: Policy, dataset: string): [string, Field][] {
  const definition = policy.datasets.get(dataset)
  const identity =
    dataset === registerDataset
      ? {}
      : { ...policy.identity.fields, ...(definition?.about === 'household' ? policy.identity.household_fields : {}) }
  return Object.entries({ ...identity, ...definition?.fields })
}

function cellOf({ label, kind }: Field, value: string | null): ShownCell[] {
  if (value === null || value === '') return []
  if (kind === 'id_number' || kind === 'card_number') return [{ label, value: maskIdNumber(value), masked: true }]
  if (kind === 'phone') return [{ label, value: maskPhone(value), masked: true }]
  const shown = maskText(value)
  return [{ label, value: shown, masked: shown !== value }]
}
