/** What is wrong with a cell, in words for the clerk who has to mend it. */

/** One issue of a cell; `columnIndex` counts from 0, below 0 means the whole row. */
export interface CorrectionIssue {
  columnIndex: number
  code: string
  found: string
  expected: string
  severity: 'error' | 'warning'
}

const idExample = '990101198001010014（18 位，按文本填写）'

/** By code of the issue: what happened, and an example of a right cell. */
// biome-ignore format: a table
const reasons: Record<string, { reason: string; example?: string }> = {
  id_repaired:              { reason: '证件号码写法不规范，已按能认出的号码使用，请改成规范写法', example: idExample },
  id_digits_lost:           { reason: '证件号码被电子表格当成数字，末几位变成了 0，已无法还原', example: idExample },
  id_scientific:            { reason: '证件号码被电子表格写成了科学计数法，后几位已丢失', example: idExample },
  id_masked:                { reason: '证件号码被遮盖了一部分，无法对人', example: idExample },
  id_check_digit:           { reason: '证件号码校验不对，有错字或错位，请对照证件检查', example: idExample },
  id_length:                { reason: '证件号码位数不对，多了或少了几位', example: idExample },
  id_characters:            { reason: '证件号码里有不该有的字', example: idExample },
  id_birth_day:             { reason: '证件号码里的出生日期不存在或还没有到', example: idExample },
  id_placeholder:           { reason: '这是随手填的占位号码，不是真实的证件号码', example: idExample },
  id_card_digits:           { reason: '残疾人证号末尾的类别或等级不对', example: '99010119800101001431（证件号码加类别、等级各一位）' },
  id_unreadable:            { reason: '证件号码写得不对', example: idExample },
  identity_missing:         { reason: '这一行没有写是谁：姓名和证件号码都空着', example: idExample },
  text_unreadable:          { reason: '这一格是电子表格的出错标记，不是文字' },
  day_unreadable:           { reason: '这不是一个日期', example: '2026-03-05' },
  money_unreadable:         { reason: '这不是一个金额', example: '1234.50' },
  number_unreadable:        { reason: '这不是一个数字', example: '4' },
  year_unreadable:          { reason: '这不是一个年份', example: '2026' },
  code_unknown:             { reason: '这一项不在可填的选项里' },
  division_code_unreadable: { reason: '这不是行政区划代码', example: '990101001001' },
  cell_error:               { reason: '公式算错了，单元格里是出错标记，请改成数值' },
  formula_without_value:    { reason: '公式没有算出结果，请打开文件让它重新计算后保存，或直接填数值' },
  cell_empty:               { reason: '这一格空着，但比对要用到' },
  outside_region:           { reason: '这一行不属于本县' },
}

/** Whether there are words of its own for this code. */
export function hasReason(code: string): boolean {
  return code in reasons
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
