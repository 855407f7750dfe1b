/** The SQL that reads a sheet in which every cell is plainly written: the same batch, without the search for what is wrong with its cells. */
import { ident, text } from '../engine/index.ts'
import { isEmptySql } from '../policy/index.ts'
import {
  type BatchField,
  type BatchPlan,
  type BatchSource,
  contextOf,
  dataCondition,
  isOpen,
  rawName,
  typedExpression,
  typedName,
} from './batch.sql.ts'

/** What the engine says of a sheet that is not so plain. */
const refusal = 'not plainly written'

/** Whether reading failed because some cell or row must be looked at. */
export function isNotPlain(error: unknown): boolean {
  return error instanceof Error && error.message.includes(refusal)
}

const bareDay = /^\d{4}-\d{2}-\d{2}$/
const bareNumber = /^-?\d{1,15}(\.\d+)?$/

/** How days and numbers look that the engine reads by itself; undefined for other columns. */
export function bareForm({ kind, field, columns }: Pick<BatchField, 'kind' | 'field' | 'columns'>): RegExp | undefined {
  const type = kind.type({ field })
  const isWan = columns.inWan[0] ?? field.unit === 'wan'
  return type === 'DATE' ? bareDay : type.startsWith('DECIMAL') && !isWan ? bareNumber : undefined
}

/** Longer text that begins with a Chinese character is no way to write nothing, unless a space stands at its end. */
const longestNothing = 6

interface Cell {
  value: string
  /** SQL: must the cell be looked at? */
  doubt: string
}

function cellOf(field: BatchField, source: BatchSource): Cell {
  const [raw, typed] = [rawName(field), typedName(field)]
  const mayHold = (sign: '#' | '_' | 'e' | 'E' | ' ') => source.signs?.has(sign) ?? true
  const type = field.kind.type(contextOf(field, 0))
  const isUnread = `(${typed} IS NULL AND ${raw} IS NOT NULL)`
  if (field.isBare && type === 'DATE')
    return {
      value: `try_cast(${raw} AS DATE)`,
      doubt: `${isUnread} OR ${typed}::VARCHAR <> ${raw} OR xj_bounded(${typed}) IS DISTINCT FROM ${typed}`,
    }
  if (field.isBare) {
    const odd = (['_', 'e', 'E'] as const).filter(mayHold).map((sign) => ` OR contains(${raw}, ${text(sign)})`)
    return { value: `try_cast(${raw} AS ${type})`, doubt: `${isUnread} OR ${raw} < '-0'${odd.join('')}` }
  }
  const value = typedExpression(field)
  if (value !== raw) return { value, doubt: isOpen(field) }
  const spaced = mayHold(' ') ? ` OR ends_with(${raw}, ' ')` : ''
  const isShort = `(${raw} < '一' OR ${raw} >= 'ꀀ' OR strlen(${raw}) <= ${longestNothing}${spaced})`
  return { value, doubt: `(${raw} < '0' OR ${raw} >= ':') AND ${isShort} AND ${isOpen(field)}` }
}

/** Creates the batch table, or fails at the first cell that is not plain, the first row that is no data; undefined for sheets that cannot be read so. */
export function plainBatchSql(plan: BatchPlan): string | undefined {
  const { fields, source } = plan
  const last = fields.at(-1)
  const isMixed = fields.some(({ field, columns }) => field.kind === 'money' && columns.columns.length > 1)
  if (last === undefined || isMixed || source.isStaged || source.originColumn !== undefined) return undefined
  const event = fields.find((field) => field.name === plan.eventDay && field.field.month_is !== 'first')
  const cells = fields.map((field) => ({ field, ...cellOf(field, source) }))
  const doubts = [
    ...cells.map(({ doubt }) => `(${doubt})`),
    ...new Set(fields.flatMap(({ columns }) => columns.columns.slice(0, -1).map((column) => isEmptySql(`c${column}`)))),
    ...(event ? [`strlen(${rawName(event)}) = 6`] : []),
    `NOT (${dataCondition(plan)})`,
  ]
  const raws = fields.map((field) => `coalesce(${field.columns.columns.map((column) => `c${column}`).join(', ')}) AS ${rawName(field)}`)
  const typed = cells.map(({ field, value }) => `${value} AS ${typedName(field)}`)
  const columns = fields.slice(0, -1).map((field) => `${typedName(field)} AS ${ident(field.name)}, `)
  return `CREATE TABLE ${plan.table} AS
    SELECT ${columns.join('')}CASE WHEN ${doubts.join(' OR ')} THEN error(${text(refusal)}) ELSE ${typedName(last)} END AS ${ident(last.name)},
      false AS event_is_month, 0::UBIGINT AS unreadable, NULL::VARCHAR AS found, true AS is_data
    FROM (SELECT *, ${typed.join(', ')} FROM (SELECT *, ${raws.join(', ')} FROM ${source.from}))`
}
