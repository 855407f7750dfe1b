/** What departments handed in about a household, as the last screening linked it; looking is recorded. */
import { join } from 'node:path'
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { type Engine, inPrivateFolder, list, openEngine, text } from '../../engine/index.ts'
import { maskedCell, readPlace } from '../../intake/server/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type LevelName, reasonText } from '../../linkage/index.ts'
import { type Context, openKeptFile, recordActs, storeProblems } from '../../store/index.ts'
import { householdWithRows, lastRunOf, rowFilesOf } from './department-rows.queries.ts'
import { arranged } from './department-rows.rules.ts'
import { rowsOfHouseholdSql } from './department-rows.sql.ts'
import type { departmentRow, departmentRowsAnswer, departmentRowsQuery } from './department-rows-shapes.ts'

type Row = z.infer<typeof departmentRow>

/** A household has a few dozen rows in a year; what comes beyond is counted. */
const mostRows = 500

interface Kept {
  dataset: string
  file: string
  sheet: string
  row: number
  written: string | null
  member: string | null
  level: LevelName
  score: number
  is_rejected: boolean
  cells: (string | null)[]
}

/** Newest month first; nothing while the county has not been screened. */
export async function departmentRows(
  ctx: Context,
  id: number,
  query: z.infer<typeof departmentRowsQuery>,
): Promise<z.infer<typeof departmentRowsAnswer> | FileAnswer> {
  const household = await householdWithRows(ctx, id)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  const { division_code: divisionCode, household_number: number } = household
  await recordActs(ctx, [{ action: 'household.rows_seen', subjectKind: 'household', subjectId: id, divisionCode }])
  const run = await lastRunOf(ctx, divisionCode.slice(0, 6))
  const items = arranged(await rowsOf(ctx, divisionCode, number), query)
  if (query.format !== 'xlsx')
    return { asOf: run?.as_of ?? null, items: items.slice(0, mostRows), more: Math.max(0, items.length - mostRows) }
  const name = `${household.head_name}户的部门数据`
  return tableWorkbook(ctx, { name, divisionCode, subject: { kind: 'household', id }, columns, rows: async () => items })
}

async function rowsOf(ctx: Context, division: string, householdNumber: string): Promise<Row[]> {
  const files = await rowFilesOf(ctx, division)
  if (files.length === 0) return []
  return inPrivateFolder(async (folder) => {
    const paths: string[] = []
    for (const { kept_file_id } of files) {
      const path = join(folder, `${kept_file_id}.parquet`)
      await openKeptFile(ctx, kept_file_id, path)
      paths.push(path)
    }
    const engine = await openEngine({ folder, threads: 1, memory: '100MB' })
    try {
      return await readRows(ctx, engine, paths, householdNumber, files[0]?.row_columns as unknown as Record<string, string[]>)
    } finally {
      engine.close()
    }
  })
}

async function readRows(
  { policy }: Context,
  engine: Engine,
  paths: readonly string[],
  householdNumber: string,
  columns: Readonly<Record<string, readonly string[]>>,
): Promise<Row[]> {
  const kept = await engine.rows<Kept>(rowsOfHouseholdSql(list(paths), text(householdNumber)))
  const items = kept.map((one): Row => {
    const place = readPlace(one.file)
    const dataset = policy.datasets.get(one.dataset)
    const fields = { ...policy.identity.fields, ...dataset?.fields }
    return {
      dataset: one.dataset,
      datasetLabel: dataset?.label ?? one.dataset,
      month: place?.month ?? null,
      department: place?.department ?? null,
      fileId: place?.fileId ?? null,
      file: place?.name ?? one.file,
      sheet: one.sheet,
      row: one.row,
      member: one.member,
      level: one.level,
      reason: reasonText(one.level, { found: one.written, registered: one.member, score: one.score }),
      isRejected: one.is_rejected,
      cells: one.cells.flatMap((value, at) => cellOf(fields[columns[one.dataset]?.[at] ?? ''], value)),
    }
  })
  return items.sort(
    (one, other) => compare(other.month ?? '', one.month ?? '') || compare(one.dataset, other.dataset) || one.row - other.row,
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function cellOf(field: { label: string; kind: Parameters<typeof maskedCell>[0] } | undefined, value: string | null): Row['cells'] {
  if (field === undefined || value === null || value === '') return []
  const shown = maskedCell(field.kind, value)
  return [{ label: field.label, value: shown, masked: shown !== value }]
}

const columns = [
  ['月份', (one: Row) => one.month],
  ['部门', (one: Row) => one.department],
  ['数据', (one: Row) => one.datasetLabel],
  ['成员', (one: Row) => one.member],
  ['内容', (one: Row) => one.cells.map(({ label, value }) => `${label}：${value}`).join('；')],
  ['怎样认定是本户', (one: Row) => one.reason],
  ['文件', (one: Row) => one.file],
  ['表', (one: Row) => one.sheet],
  ['行', (one: Row) => one.row],
] as const
