/** The SQL that reads one recognised sheet into its typed batch, and the views that unite the batches of a dataset. */
import { ident, text } from '../engine/index.ts'
import { type CodeList, type Field, type FieldKind, isEmptySql, type KindContext, type PlainForm } from '../policy/index.ts'
import { type DoubtfulSign, formulaToken } from './readers/index.ts'
import { type FieldColumns, headerText, ownHeader } from './recognise.rules.ts'

/** One field of a batch: how it is read and which bit says that its cell could not be. */
export interface BatchField {
  name: string
  field: Field
  kind: FieldKind
  codes: CodeList | undefined
  columns: FieldColumns
  bit: number
  /** The kind's cheaper form, when the column looks like it. */
  plain: PlainForm | undefined
  /** The column looks like bare days or bare numbers. */
  isBare: boolean
}

export interface BatchPlan {
  table: string
  dataset: string
  sheetNo: number
  fields: readonly BatchField[]
  /** Fields that identify; the others are the dataset's own. */
  identity: ReadonlySet<string>
  factFields: readonly string[]
  eventDay: string | undefined
  source: BatchSource
}

/** Where the raw cells come from: the file itself, read by the engine, or a staged copy with row numbers. */
export interface BatchSource {
  from: string
  /** The doubtful signs that stand in the file; unknown where any may. */
  signs?: ReadonlySet<DoubtfulSign>
  /** The staged copy carries row numbers and marks formulas without a value. */
  isStaged: boolean
  /** Data starts after this row. */
  headerRow: number
  /** The first columns, where totals and notes stand. */
  leadColumns: readonly number[]
  /** In a filled correction workbook: the column with the row's number in the original. */
  originColumn: number | undefined
}

export const unitSeparator = '\u001f'
export const pairSeparator = '\u001e'

/** The relation over a regular text file, read by the engine itself; in one piece, for pieces must be copied once more to put them in order. */
export function textSource(path: string, width: number, delimiter: string, skip: number, bytes: number): string {
  const columns = Array.from({ length: width }, (_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  return `read_csv(${text(path)}, columns = {${columns}}, auto_detect = false, header = false, skip = ${skip}, delim = ${text(delimiter)}, quote = '"', escape = '"', nullstr = '', strict_mode = true, parallel = false, max_line_size = 1000000, buffer_size = ${Math.min(16_000_000, Math.max(2_000_000, bytes + 1000))}, encoding = 'utf-8')`
}

/** The relation over a staged copy: `row_no`, then the named columns. */
export function stagedSource(path: string, columns: readonly number[]): string {
  const types = ["'row_no': 'INTEGER'", ...columns.map((column) => `'c${column}': 'VARCHAR'`)].join(', ')
  return `read_csv(${text(path)}, columns = {${types}}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true, parallel = false, max_line_size = 16000000, buffer_size = 16000000, encoding = 'utf-8')`
}

/** What a kind must know about the field, and about the header of one of its columns. */
export function contextOf(field: BatchField, column: number): KindContext {
  const inWan = field.columns.inWan[column]
  return { field: field.field, ...(field.codes ? { codes: field.codes } : {}), ...(inWan === undefined ? {} : { inWan }) }
}

export const rawName = (field: BatchField) => ident(`raw_${field.name}`)
export const typedName = (field: BatchField) => ident(`typed_${field.name}`)

/** The raw cell of a field: of columns with one meaning an empty cell falls back to the next. */
function rawExpression(field: BatchField, isStaged: boolean): string {
  const cells = field.columns.columns.map((column, i) =>
    withUnit(field, i, isStaged ? `nullif(c${column}, ${text(formulaToken)})` : `c${column}`),
  )
  const [only = 'NULL'] = cells
  if (cells.length === 1) return only
  const filled = cells.slice(0, -1).map((cell) => `CASE WHEN ${isEmptySql(cell)} THEN NULL ELSE ${cell} END`)
  return `coalesce(${[...filled, cells.at(-1)].join(', ')})`
}

/** A field is read in the unit of its first column; a bare amount of a column in another unit is given its own. */
function withUnit(field: BatchField, at: number, cell: string): string {
  const isWan = (column: number) => field.columns.inWan[column] ?? field.field.unit === 'wan'
  if (field.field.kind !== 'money' || isWan(at) === isWan(0)) return cell
  return `CASE WHEN regexp_full_match(${cell}, '[-+0-9., ]+') THEN ${cell} || '${isWan(at) ? '万' : '元'}' ELSE ${cell} END`
}

/** SQL of a field's typed value. */
export function typedExpression(field: BatchField): string {
  return (field.plain?.value ?? field.kind.fast)(rawName(field), contextOf(field, 0))
}

/** SQL: has the fast reading left the cell open? */
export function isOpen(field: BatchField): string {
  return field.plain?.doubt ? `(${field.plain.doubt(rawName(field))})` : `(${rawName(field)} IS NOT NULL AND ${typedName(field)} IS NULL)`
}

/** The usual ways to write nothing are settled here, except where they must be taken out again and where a code may be written like one. */
function openBit(field: BatchField): string {
  const raw = rawName(field)
  const isCode = ['code', 'codes', 'yes_no'].includes(field.field.kind)
  const isNothing = field.plain?.doubt ? 'false' : isCode ? `${raw} IN ('/', '-', '—')` : isEmptySql(raw)
  return `CASE WHEN ${isOpen(field)} THEN CASE WHEN ${isNothing} THEN 0 ELSE ${2 ** field.bit} END ELSE 0 END`
}

const totals = '(本页|本月|全县|全乡|全镇|全村|全部)?(合计|总计|小计|累计|共计|总和|平均)(数|人数|户数|金额)?:?(\\d+(人|户|条|行|笔|次)?)?'
const notes =
  '((备?注|说明|填表说明|注意事项|备注说明)[::].*|(制表|填表|填报|审核|审批|复核|经办|统计|联系|负责|单位负责|分管领导|主要领导)(人|单位|时间|日期|签字|签章)?[::].*|注[::1-9一].*|共\\d+[人户条行].*|(制|填)表(人|单位|日期|时间).*)'

/** SQL: is the row data, rather than blank, a total, a note or the header again? */
export function dataCondition(plan: BatchPlan): string {
  const raw = (name: string) => plan.fields.filter((field) => field.name === name).map(rawName)[0] ?? 'NULL::VARCHAR'
  const leads = plan.source.leadColumns.map((column) => `coalesce(c${column}, '')`).join(` || ${text(unitSeparator)} || `) || "''"
  const own = plan.fields.filter((field) => !['township', 'village'].includes(field.name))
  const isFilled = own.length === 0 ? 'false' : `xj_squeeze(concat(${own.map(rawName).join(', ')})) <> ''`
  const firstOf = (names: string[]) => `coalesce(${names.map((name) => `nullif(xj_squeeze(${raw(name)}), '')`).join(', ')})`
  const name = firstOf(['name', 'head_name'])
  const written = `coalesce(${[raw('id_number'), raw('head_id_number'), raw('card_number')].join(', ')})`
  const id = firstOf(['id_number', 'head_id_number', 'card_number'])
  const isLabel = `regexp_matches(xj_squeeze(${leads}), ${text(`(^|${unitSeparator})(${totals}|${notes})($|${unitSeparator})`)})`
  const nameField = plan.fields.find((field) => field.name === 'name') ?? plan.fields.find((field) => field.name === 'head_name')
  const headers = nameField?.columns.headers.map((header) => text(headerText(ownHeader(header)))).join(', ') || "''"
  const isHeader = `translate(${name}, '*＊', '') IN (${headers})`
  const nameIsLabel = `regexp_full_match(${name}, ${text(`${totals}|${notes}`)})`
  return `CASE
    WHEN strlen(${written}) >= 15 AND NOT contains(${written}, '号') AND NOT contains(${written}, '人') AND NOT starts_with(${written}, ' ') THEN true
    WHEN ${id} IS NULL AND ${name} IS NULL THEN ${isFilled} AND NOT ${isLabel}
    WHEN ${id} IS NULL THEN NOT (${nameIsLabel} OR ${isLabel} OR ${isHeader})
    WHEN regexp_full_match(${id}, '.*(号|号码)[*＊]?') THEN false
    ELSE NOT (regexp_full_match(${id}, ${text(`${totals}|${notes}`)}) OR ${isLabel} OR coalesce(${nameIsLabel}, false)) END`
}

const idShape = '[\'‘’"“”`]*(\\d{14}|\\d{17})[\\dXx]\\d{0,4}[\'‘’"“”`]*'

/** SQL over a batch table: identity or all fact cells failed. */
function rejectCondition(plan: BatchPlan): string {
  const column = (name: string) =>
    plan.fields.filter((field) => field.name === name).map((field) => ident(field.name))[0] ?? 'NULL::VARCHAR'
  const name = `coalesce(${column('name')}, ${column('head_name')})`
  const id = `coalesce(${column('id_number')}, ${column('head_id_number')}, ${column('card_number')})`
  const identity = `CASE WHEN ${name} IS NOT NULL THEN false ELSE ${id} IS NULL OR NOT regexp_full_match(xj_squeeze(${id}), ${text(idShape)}) END`
  const facts = plan.fields.filter((field) => plan.factFields.includes(field.name))
  if (facts.length === 0) return identity
  const bits = facts.reduce((sum, field) => sum + 2 ** field.bit, 0)
  const none = facts.map((field) => `${ident(field.name)} IS NULL`).join(' AND ')
  return `(${identity} OR CASE WHEN unreadable = 0 THEN false ELSE (unreadable & ${bits}) <> 0 AND ${none} END)`
}

/** Fields fit into the bits of one number; a cell of the field's second column counts on from here, and so on. */
export const mostFields = 64

/** SQL: which of a field's columns its raw cell came from. */
function columnExpression(field: BatchField, isStaged: boolean): string {
  const earlier = field.columns.columns.slice(0, -1).map((column, i) => {
    const isNothing = isStaged ? `(c${column} = ${text(formulaToken)} OR ${isEmptySql(`c${column}`)})` : isEmptySql(`c${column}`)
    return `WHEN c${column} IS NOT NULL AND NOT ${isNothing} THEN ${i}`
  })
  return `CASE ${earlier.join(' ')} ELSE ${earlier.length} END`
}

function foundExpression(plan: BatchPlan): string {
  const cells = plan.fields.map((field) => {
    const { columns } = field.columns
    const start =
      columns.length === 1
        ? text(`${field.bit}`)
        : `(${field.bit} + ${mostFields} * ${columnExpression(field, plan.source.isStaged)})::VARCHAR`
    const cell = `${start} || ${text(pairSeparator)} || translate(left(${rawName(field)}, 200), ${text(unitSeparator + pairSeparator)}, '')`
    const failed = `WHEN (unreadable & ${2 ** field.bit}) <> 0 THEN ${cell}`
    const formula = columns.map(
      (column, i) =>
        ` WHEN c${column} = ${text(formulaToken)} THEN ${text(`${field.bit + mostFields * i}${pairSeparator}${formulaToken}`)}`,
    )
    return `CASE ${failed}${plan.source.isStaged ? formula.join('') : ''} END`
  })
  const any = plan.source.isStaged
    ? `(unreadable <> 0 OR ${plan.fields.flatMap((field) => field.columns.columns.map((column) => `starts_with(c${column}, '#')`)).join(' OR ') || 'false'})`
    : 'unreadable <> 0'
  return `CASE WHEN ${any} THEN nullif(concat_ws(${text(unitSeparator)}, ${cells.join(', ')}), '') END`
}

/** Creates the batch table of one sheet: every row below the header in order, typed, with what could not be read beside it. */
export function batchSql(plan: BatchPlan): string {
  const { fields, source } = plan
  const event = fields.find((field) => field.name === plan.eventDay && field.field.month_is !== 'first')
  const origin = source.originColumn === undefined ? '' : `try_cast(c${source.originColumn} AS INTEGER) AS origin_row, `
  const carried = `${source.isStaged ? 'row_no, ' : ''}${origin}`
  const raws = fields.map((field) => `${rawExpression(field, source.isStaged)} AS ${rawName(field)}`)
  const typed = fields.map((field) => `${typedExpression(field)} AS ${typedName(field)}`)
  const hasOpen = fields.map(isOpen).join(' OR ') || 'false'
  const bits = fields.map(openBit).join(' + ') || '0'
  const columns = fields.map((field) => `${typedName(field)} AS ${ident(field.name)}`)
  const month = event ? `coalesce(strlen(${rawName(event)}) = 6 AND ${typedName(event)} IS NOT NULL, false)` : 'false'
  return `CREATE TABLE ${plan.table} AS
    SELECT ${carried}${columns.join(', ')}, ${month} AS event_is_month, unreadable, ${foundExpression(plan)} AS found, ${dataCondition(plan)} AS is_data
    FROM (SELECT *, CASE WHEN ${hasOpen} THEN ${bits} ELSE 0 END::UBIGINT AS unreadable FROM (SELECT *, ${typed.join(', ')} FROM (SELECT *, ${raws.join(', ')} FROM ${source.from}${source.isStaged ? ` WHERE row_no > ${source.headerRow}` : ''})))`
}

/** What a batch holds: `rows`, of them `rows_in` data and `rejected`; `with_open` have cells that are not settled, `unreadable` cells that could not be. */
export interface BatchCounts {
  rows: number
  rows_in: number
  rejected: number
  with_open: number
  unreadable: number
}

/** Counts a batch as `BatchCounts`. */
export function countSql(plan: BatchPlan): string {
  return `SELECT count(*) AS rows, count(*) FILTER (is_data) AS rows_in, count(*) FILTER (is_data AND ${rejectCondition(plan)}) AS rejected, count(*) FILTER (is_data AND found IS NOT NULL) AS with_open, count(*) FILTER (is_data AND unreadable <> 0) AS unreadable FROM ${plan.table}`
}

/** SQL for the row number that a spreadsheet program shows. */
export function rowNumber(source: BatchSource): string {
  return source.isStaged ? 'row_no' : `(rowid + ${source.headerRow + 1})::INTEGER`
}

/** One SELECT per sheet, all columns of the dataset in one order, absent ones NULL. */
export function sheetSelect(
  plan: BatchPlan,
  counts: BatchCounts,
  dataset: { fields: readonly (readonly [string, string])[]; aboutHousehold: boolean; hasEventDay: boolean },
  offset: number,
  asOf: string,
): string {
  const has = new Map(plan.fields.map((field) => [field.name, field]))
  const column = (name: string, type: string) => (has.has(name) ? ident(name) : `NULL::${type}`)
  const names = dataset.aboutHousehold ? ['name', 'head_name'] : ['name']
  const ids = dataset.aboutHousehold ? ['id_number', 'head_id_number'] : ['id_number', 'card_number']
  const first = (options: string[]) => {
    const present = options.filter((name) => has.has(name))
    return present.length === 0
      ? 'NULL::VARCHAR'
      : present.length === 1
        ? ident(present[0] ?? '')
        : `coalesce(${present.map(ident).join(', ')})`
  }
  const identity = [
    `${first(ids)} AS id_number`,
    `${first(names)} AS name`,
    ...['born_on:DATE', 'township:VARCHAR', 'village:VARCHAR', 'phone:VARCHAR', 'other_phone:VARCHAR'].map((entry) => {
      const [name = '', type = ''] = entry.split(':')
      return `${column(name, type)} AS ${name}`
    }),
  ]
  const own = dataset.fields
    .filter(([name]) => !['name', 'id_number', 'born_on', 'township', 'village', 'phone', 'other_phone'].includes(name))
    .flatMap(([name, type]) => [`${column(name, type)} AS ${ident(name)}`])
  const states = dataset.fields.flatMap(([name]) => {
    const field = has.get(name)
    return [
      `${field && counts.unreadable > 0 ? `(unreadable & ${2 ** field.bit}) <> 0` : 'false'} AS ${ident(`${name}_unreadable`)}`,
      `${field ? 'false' : 'true'} AS ${ident(`${name}_absent`)}`,
    ]
  })
  const event = plan.eventDay !== undefined && has.has(plan.eventDay) ? ident(plan.eventDay) : 'NULL::DATE'
  const day = `DATE ${text(asOf)}`
  const eventDay = dataset.hasEventDay
    ? [
        `CASE WHEN event_is_month AND ${event} > ${day} AND date_trunc('month', ${event}) <= ${day} THEN ${day} ELSE ${event} END AS event_day`,
      ]
    : []
  return `SELECT rowid + ${offset} AS r, ${plan.sheetNo} AS sheet_no, ${rowNumber(plan.source)} AS row_no, ${rejectCondition(plan)} AS is_rejected, ${[...identity, ...own, ...states, ...eventDay].join(', ')} FROM ${plan.table}${counts.rows === counts.rows_in ? '' : ' WHERE is_data'}`
}
