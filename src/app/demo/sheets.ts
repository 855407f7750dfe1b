/** Sheets as a department lays them out: where they stand, which columns they have, in which hand they are written. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatasetName, Place } from './clean-county.ts'
import type { FieldColumn } from './columns.ts'
import { type OutCell, openTextFile, type SheetSink, type TextStyle } from './text-file.ts'
import { openWorkbook, type WorkbookSink } from './xlsx-file.ts'

export type DayStyle = 'dash' | 'slash' | 'dot' | 'compact' | 'chinese' | 'serial' | 'time'
export type MoneyStyle = 'plain' | 'thousands' | 'yuan' | 'sign' | 'fullwidth' | 'wan' | 'number'

export interface PlannedColumn {
  /** Null for a column no dataset asks for. */
  column: FieldColumn | null
  header: string
  /** The header says 万元. */
  isWan?: boolean
  /** Header of the group above, in a two-line header. */
  group?: string
}

export interface SheetPlan {
  dataset: DatasetName | 'household_register'
  file: string
  sheet: string
  form: 'csv' | 'tsv' | 'xlsx' | 'xls'
  encoding: TextStyle['encoding']
  columns: readonly PlannedColumn[]
  titles: readonly string[]
  days: readonly DayStyle[]
  money: readonly MoneyStyle[]
  /** A total and a note below the rows, blank rows and headers again among them. */
  hasClutter: boolean
  /** The village of consecutive rows is one merged cell. */
  mergesVillage?: boolean
  hasHiddenSheet?: boolean
  counts1904?: boolean
  hasWrongDimension?: boolean
  /** Which part of the dataset's rows come here, against the other sheets of the dataset; 0 for copies only. */
  share: number
  /** Only rows of this group of relief categories, or of this half of the year. */
  takes?: (cells: Record<string, string | number>) => boolean
}

export interface OpenSheet {
  plan: SheetPlan
  /** Rows of data written so far. */
  rows: number
  /** Writes a row of data and says where it stands. */
  write(cells: OutCell[]): Place
}

export interface Books {
  sheets: readonly OpenSheet[]
  of(dataset: SheetPlan['dataset']): readonly OpenSheet[]
  close(): void
}

const headerRows = (plan: SheetPlan): OutCell[][] => {
  const lower = plan.columns.map(({ header }) => header)
  if (!plan.columns.some(({ group }) => group !== undefined)) return [lower]
  const upper = plan.columns.map(({ header, group }, index) =>
    group === undefined ? header : plan.columns[index - 1]?.group === group ? null : group,
  )
  return [upper, plan.columns.map(({ header, group }) => (group === undefined ? null : header))]
}

const openSheet = (plan: SheetPlan, sink: SheetSink, workbook: WorkbookSink | null): OpenSheet => {
  for (const title of plan.titles) sink.put([title])
  const headers = headerRows(plan)
  const firstHeader = plan.titles.length + 1
  for (const header of headers) sink.put(header)
  if (headers.length === 2) workbook?.mergeHeader(plan.sheet, firstHeader, headers[0] as OutCell[], headers[1] as OutCell[])
  const villageAt = plan.mergesVillage ? plan.columns.findIndex(({ column }) => column?.kind === 'village') : -1
  let run: { from: number; value: OutCell } | null = null
  const open: OpenSheet = {
    plan,
    rows: 0,
    write: (cells) => {
      if (plan.hasClutter && open.rows > 0 && open.rows % 61 === 0) sink.put([])
      if (plan.hasClutter && open.rows > 0 && open.rows % 173 === 0) for (const header of headers) sink.put(header)
      const value = cells[villageAt] ?? null
      const isSame = villageAt >= 0 && run !== null && run.value === value && value !== null
      if (isSame) cells[villageAt] = null
      const row = sink.put(cells)
      if (isSame && run !== null && row === workbook?.lastRow(plan.sheet)) workbook.mergeDown(plan.sheet, villageAt, run.from, row)
      if (!isSame) run = { from: row, value }
      open.rows += 1
      return { file: plan.file, sheet: plan.sheet, row }
    },
  }
  return open
}

const closingRows = ({ plan, rows }: OpenSheet): OutCell[][] => {
  const first = plan.columns.findIndex(({ column }) => column?.kind === 'money')
  const total: OutCell[] = plan.columns.map((_, index) => (index === 0 ? '合计' : index === first ? rows * 1_000 : ''))
  return [total, ['注:本表由业务系统导出,数据截至上月末。'], ['填表人:某某', null, '审核人:某某']]
}

/** Opens every planned sheet below a folder; sheets of one workbook share its file. */
export const openBooks = (root: string, plans: readonly SheetPlan[]): Books => {
  const workbooks = new Map<string, WorkbookSink>()
  const sinks: { open: OpenSheet; sink: SheetSink; isText: boolean }[] = []
  for (const plan of plans) {
    const path = join(root, plan.file)
    mkdirSync(dirname(path), { recursive: true })
    const isText = plan.form === 'csv' || plan.form === 'tsv'
    let workbook = workbooks.get(plan.file) ?? null
    if (!isText && workbook === null) {
      workbook = openWorkbook(path, plan.form === 'xls' ? 'xls' : 'xlsx', plan.counts1904 ?? false)
      workbooks.set(plan.file, workbook)
    }
    const sink =
      workbook === null
        ? openTextFile(path, { separator: plan.form === 'tsv' ? '\t' : ',', encoding: plan.encoding })
        : workbook.sheet(plan.sheet, plan.hasWrongDimension ?? false)
    if (plan.hasHiddenSheet)
      workbook?.hiddenSheet('代码表', [
        ['代码', '名称'],
        ['01', '未改造'],
        ['02', '已改造'],
      ])
    sinks.push({ open: openSheet(plan, sink, workbook), sink, isText })
  }
  const sheets = sinks.map(({ open }) => open)
  const byDataset = new Map<SheetPlan['dataset'], OpenSheet[]>()
  for (const sheet of sheets) byDataset.set(sheet.plan.dataset, [...(byDataset.get(sheet.plan.dataset) ?? []), sheet])
  return {
    sheets,
    of: (dataset) => byDataset.get(dataset) ?? [],
    close: () => {
      for (const { open, sink, isText } of sinks) {
        if (open.plan.hasClutter) for (const cells of closingRows(open)) sink.put(cells)
        if (isText) sink.close()
      }
      for (const workbook of workbooks.values()) workbook.close()
    },
  }
}
