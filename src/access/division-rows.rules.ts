/** Which rows of an uploaded list of divisions can be entered, and what is wrong with the others. */
import { parseDivisionCode } from '../kernel/index.ts'
import type { TableRow } from './uploaded-table.ts'

export interface DivisionLine {
  code: string
  name: string
}

export interface RowError {
  row: number
  found: string
  reason: string
}

/** A code must be real, within the area and named once; the first of two rows with one code counts. */
export function checkDivisions(rows: readonly TableRow[], area: string): { good: DivisionLine[]; errors: RowError[] } {
  const good = new Map<string, DivisionLine>()
  const errors: RowError[] = []
  for (const { row, cells } of rows) {
    const text = cells.行政区划代码 ?? ''
    const name = cells.名称 ?? ''
    const code = parseDivisionCode(text)
    const refuse = (found: string, reason: string) => errors.push({ row, found, reason })
    if (code === undefined) refuse(text, '不是 2、4、6、9 或 12 位的行政区划代码')
    else if (!code.startsWith(area)) refuse(text, '不在您管辖的范围内')
    else if (name === '' || name.length > 100) refuse(name, '名称须为 1 至 100 个字')
    else if (good.has(code) && good.get(code)?.name !== name) refuse(text, `与前面的行重复，前面写的是“${good.get(code)?.name}”`)
    else good.set(code, { code, name })
  }
  return { good: [...good.values()], errors }
}
