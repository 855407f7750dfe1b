/** The SQL around cells that the engine's fast reading left open: which they are, what became of them, and what is said about them. */
import { ident, text } from '../engine/index.ts'
import { type BatchField, type BatchPlan, contextOf, mostFields, pairSeparator, rowNumber, unitSeparator } from './batch.sql.ts'
import { formulaToken } from './readers/index.ts'
import { ownHeader } from './recognise.rules.ts'

/** The distinct cells that the fast reading left open. */
export function openCellsSql(plan: BatchPlan): string {
  return `SELECT DISTINCT cell FROM (SELECT unnest(string_split(found, ${text(unitSeparator)})) AS cell FROM ${plan.table} WHERE found IS NOT NULL AND is_data) WHERE NOT ends_with(cell, ${text(formulaToken)}) ORDER BY cell`
}

/** Splits a cell of `openCellsSql` into the field's bit and the text. */
export function splitOpenCell(cell: string): { bit: number; raw: string } {
  const at = cell.indexOf(pairSeparator)
  return { bit: Number(cell.slice(0, at)) % mostFields, raw: cell.slice(at + 1) }
}

/** Puts what `slow_cell(cell, bit, value, state, is_month)` says into the batch: values, what is unreadable after all, and what was found there. */
export function settleSql(plan: BatchPlan, bits: ReadonlySet<number>): string[] {
  const { table } = plan
  const separator = text(unitSeparator)
  const cells = `SELECT rowid AS rid, unnest(string_split(found, ${separator})) AS cell FROM ${table} WHERE found IS NOT NULL AND is_data`
  const values = plan.fields
    .filter((field) => bits.has(field.bit))
    .map(
      (field) =>
        `UPDATE ${table} SET ${ident(field.name)} = s.value::${field.kind.type(contextOf(field, 0))} FROM slow_row s WHERE s.bit = ${field.bit} AND s.state <> 'formula' AND ${table}.rowid = s.rid`,
    )
  return [
    `CREATE OR REPLACE TEMP TABLE slow_row AS SELECT b.rid, b.cell, coalesce(s.bit, -1) AS bit, s.value, coalesce(s.state, 'formula') AS state, coalesce(s.is_month, false) AS is_month FROM (${cells}) b LEFT JOIN slow_cell s USING (cell)`,
    ...values,
    `UPDATE ${table} SET event_is_month = true FROM slow_row s WHERE s.is_month AND ${table}.rowid = s.rid`,
    `UPDATE ${table} SET unreadable = m.mask, found = m.cells FROM (SELECT rid, coalesce(sum(CASE WHEN state = 'unreadable' THEN 1::UBIGINT << bit END), 0)::UBIGINT AS mask,
      string_agg(cell, ${separator} ORDER BY bit) FILTER (state IN ('unreadable', 'formula')) AS cells FROM slow_row GROUP BY rid) m WHERE ${table}.rowid = m.rid`,
    'DROP TABLE slow_row; DROP TABLE slow_cell',
  ]
}

/** What a batch's failing cells say, one row per cell. */
export function issueSql(plan: BatchPlan): string {
  const kinds = plan.fields.flatMap((field) =>
    field.columns.headers.map(
      (header, i) =>
        `(${field.bit + mostFields * i}, ${text(ownHeader(header))}, ${text(field.kind.issue)}, ${text(field.kind.expected(contextOf(field, i)))})`,
    ),
  )
  if (kinds.length === 0) return 'SELECT 1'
  return `INSERT INTO issue
    SELECT ${plan.sheetNo}, row_no, k.header, CASE WHEN value = ${text(formulaToken)} THEN 'formula_without_value' WHEN value LIKE '#%' THEN 'cell_error' ELSE k.code END,
      CASE WHEN value = ${text(formulaToken)} THEN '(公式没有计算结果)' ELSE value END, k.expected, 'error'
    FROM (SELECT row_no, split_part(cell, ${text(pairSeparator)}, 1)::INTEGER AS bit, split_part(cell, ${text(pairSeparator)}, 2) AS value
      FROM (SELECT ${rowNumber(plan.source)} AS row_no, unnest(string_split(found, ${text(unitSeparator)})) AS cell FROM ${plan.table} WHERE found IS NOT NULL AND is_data))
    JOIN (VALUES ${kinds.join(', ')}) k(bit, header, code, expected) USING (bit)`
}

/** A formula without a result has an issue of its own. */
function hasFormula(field: BatchField): string {
  const marks = field.columns.columns.map((_, i) => text(`${unitSeparator}${field.bit + mostFields * i}${pairSeparator}${formulaToken}`))
  return `coalesce(${marks.map((mark) => `contains(${text(unitSeparator)} || found, ${mark})`).join(' OR ')}, false)`
}

/** Rows whose identity is missing, and cells that are empty though facts read them. */
export function emptyCellSql(plan: BatchPlan): string[] {
  const missing = plan.fields
    .filter((field) => field.field.required === true || (field.field.recognises === true && field.field.fact === true))
    .map(
      (
        field,
      ) => `INSERT INTO issue SELECT ${plan.sheetNo}, ${rowNumber(plan.source)}, ${text(ownHeader(field.columns.headers[0] ?? ''))}, 'cell_empty', '', ${text(field.kind.expected(contextOf(field, 0)))}, 'warning'
        FROM ${plan.table} WHERE is_data AND ${ident(field.name)} IS NULL AND (unreadable & ${2 ** field.bit}) = 0${plan.source.isStaged ? ` AND NOT ${hasFormula(field)}` : ''}`,
    )
  const has = (name: string) => plan.fields.some((field) => field.name === name)
  const names = ['name', 'head_name'].filter(has)
  const ids = ['id_number', 'head_id_number', 'card_number'].filter(has)
  const header =
    plan.fields.find((field) => ['id_number', 'card_number', 'head_id_number', 'name', 'head_name'].includes(field.name))?.columns
      .headers[0] ?? ''
  const nobody = [...names, ...ids].map((name) => `${ident(name)} IS NULL`).join(' AND ')
  missing.push(
    `INSERT INTO issue SELECT ${plan.sheetNo}, ${rowNumber(plan.source)}, ${text(ownHeader(header))}, 'identity_missing', '', '姓名和证件号码至少填写一项', 'error' FROM ${plan.table} WHERE is_data AND ${nobody}`,
  )
  return missing
}
