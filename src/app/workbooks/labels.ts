/** Words and colours of the workbooks' recurring values. */
import type { StyleName } from '../../intake/index.ts'
import type { EvidenceItem, Severity, SourceRow, Urgency } from './workbook-data.ts'

export const severityLabels: Record<Severity, string> = { high: '高', medium: '中', low: '低' }
export const urgencyLabels: Record<Urgency, string> = { red: '红', yellow: '黄', green: '绿' }
export const urgencyStyles: Record<Urgency, StyleName> = { red: 'red', yellow: 'yellow', green: 'green' }
export const provisional = '待县确认'

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

/** `12,345.5`: at most two decimals, grouped by thousands. */
export function printNumber(value: number): string {
  return grouped.format(value)
}

/** A value with its unit, the threshold it is compared with, and the document behind it or the word that the county has yet to confirm it. */
export function printEvidence(item: EvidenceItem): string {
  const value = `${item.label} ${printValue(item.value, item.unit)}`
  if (item.threshold === null) return value
  const basis = item.isProvisional ? provisional : item.basis
  return `${value} ${item.comparison} ${printValue(item.threshold, item.unit)}${basis ? `（${basis}）` : ''}`
}

function printValue(value: EvidenceItem['value'], unit: string): string {
  if (value === null) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'number' ? `${printNumber(value)} ${unit}`.trim() : value
}

/** `医保/结算.xlsx [Sheet1] 第 12 行`. */
export function printSource(source: SourceRow): string {
  return `${source.file}${source.sheet === '' ? '' : ` [${source.sheet}]`} 第 ${source.row} 行`
}

const mostSources = 6

/** The first few places of proof, rows of one sheet together, and how many more there are. */
export function printSources(sources: readonly SourceRow[], count = sources.length): string {
  const bySheet = new Map<string, { first: SourceRow; rows: number[] }>()
  for (const source of sources.slice(0, mostSources)) {
    const key = `${source.file}\u0000${source.sheet}`
    const entry = bySheet.get(key)
    if (entry) entry.rows.push(source.row)
    else bySheet.set(key, { first: source, rows: [source.row] })
  }
  const lines = [...bySheet.values()].map(({ first, rows }) => printSource(first).replace(/第 \d+ 行$/, `第 ${rows.join('、')} 行`))
  const more = count - Math.min(sources.length, mostSources)
  return lines.concat(more > 0 ? [`…共 ${count} 行，其余见 leads.csv`] : []).join('\n')
}

export const yesNo = (value: boolean | null) => (value === null ? '—' : value ? '是' : '否')
