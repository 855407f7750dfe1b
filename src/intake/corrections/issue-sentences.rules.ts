/** What is wrong with a cell, in words for the clerk who has to mend it. */

/** One issue of a cell; `columnIndex` counts from 0, below 0 means the whole row. */
export interface CorrectionIssue {
  columnIndex: number
  code: string
  found: string
  expected: string
  severity: 'error' | 'warning'
}

/** By code of the issue: what happened, and an example of a right cell. */
// biome-ignore format: a table
const reasons: Record<string, { reason: string; example?: string }> = {
  id_unreadable:            { reason: '证件号码写得不对', example: '990101198001010014（18 位，按文本填写）' },
  id_empty:                 { reason: '没有写证件号码', example: '990101198001010014（18 位，按文本填写）' },
  day_unreadable:           { reason: '这不是一个日期', example: '2026-03-05' },
  money_unreadable:         { reason: '这不是一个金额', example: '1234.50' },
  number_unreadable:        { reason: '这不是一个数字', example: '4' },
  year_unreadable:          { reason: '这不是一个年份', example: '2026' },
  code_unknown:             { reason: '这一项不在可填的选项里' },
  division_code_unreadable: { reason: '这不是行政区划代码', example: '990101001001' },
  outside_region:           { reason: '这一行不属于本县' },
}

const longestFound = 60

/** The comment beside the cell: what was found, what is expected, an example. */
export function commentOf(issues: readonly CorrectionIssue[]): string {
  return issues
    .map((issue) => {
      const known = reasons[issue.code]
      const head = issue.severity === 'error' ? '【须改正】' : '【请核对】'
      const lines = [`${head}${known?.reason ?? '这一格没有读懂'}`, `现在是：${printFound(issue.found)}`, `应当是：${issue.expected}`]
      if (known?.example !== undefined && !issue.expected.includes('如')) lines.push(`例如：${known.example}`)
      return lines.join('\n')
    })
    .join('\n')
}

/** All issues of a row in one cell, column by column. */
export function summaryOf(issues: readonly CorrectionIssue[], headers: readonly string[]): string {
  return issues
    .map((issue, i) => {
      const column = headers[issue.columnIndex]
      const where = column === undefined ? '' : `“${column}”`
      const reason = reasons[issue.code]?.reason ?? '没有读懂'
      return `${i + 1}. ${where}${reason}：现在是 ${printFound(issue.found)}，应当是 ${issue.expected}`
    })
    .join('\n')
}

function printFound(found: string): string {
  const line = found.replace(/\s+/g, ' ').trim()
  if (line === '') return '（空）'
  return `“${line.length > longestFound ? `${line.slice(0, longestFound)}…` : line}”`
}
