/** Reads a township's workbook back: what was found at the door, and every cell that cannot be used. */
import { basename } from 'node:path'
import { type FilledRow, readFilledDay, readFilledForm } from './filled-sheet.ts'
import { townshipHeaders } from './township-workbooks.ts'
import { type FillProblem, type TownshipResult, type VisitResult, visitResults } from './workbook-data.ts'

export interface TownshipReturn {
  results: TownshipResult[]
  problems: FillProblem[]
  /** Rows not visited yet. */
  open: number
}

type Key = keyof typeof townshipHeaders

/** Rows left empty are still open; a row with a wrong cell is left out and says why, cell by cell. */
export async function readTownshipResults(path: string): Promise<TownshipReturn> {
  const file = basename(path)
  const form = await readFilledForm<Key>(path, file, townshipHeaders)
  const answer: TownshipReturn = { results: [], problems: form.problems, open: 0 }
  const seen = new Map<string, number>()
  for (const row of form.rows) {
    const { result, note, by, on, lead } = row.cells
    if (lead === '' && row.cells.household === '') continue
    if ([result, note, by, on].every((text) => text === '')) {
      answer.open++
      continue
    }
    const problems = problemsOf(file, row, seen.get(lead))
    answer.problems.push(...problems)
    if (problems.length > 0) continue
    seen.set(lead, row.row)
    answer.results.push({
      leadId: lead,
      ruleId: row.cells.rule,
      householdNumber: row.cells.household,
      result: result as VisitResult,
      note,
      by,
      on: readFilledDay(on) ?? on,
    })
  }
  return answer
}

const needNote: readonly string[] = ['不属实', '查无此户', '其他']

function problemsOf(file: string, { sheet, row, cells }: FilledRow<Key>, earlierRow: number | undefined): FillProblem[] {
  const problems: FillProblem[] = []
  const wrong = (key: Key, message: string) => problems.push({ file, sheet, row, column: townshipHeaders[key], found: cells[key], message })
  if (cells.lead === '') wrong('lead', '隐藏的线索编号丢失，对不上线索。请从原工作簿复制这一行再填。')
  if (earlierRow !== undefined) wrong('lead', `同一条线索在第 ${earlierRow} 行已经填过，请只保留一行。`)
  if (cells.result === '') wrong('result', `没有选核实结果。请从下拉列表中选择：${visitResults.join('、')}。`)
  else if (!visitResults.includes(cells.result as VisitResult))
    wrong('result', `“${cells.result}”不是可选的结果。请从下拉列表中选择：${visitResults.join('、')}。`)
  if (needNote.includes(cells.result) && cells.note === '') wrong('note', `选“${cells.result}”的须写明实际情况。`)
  if (cells.by === '') wrong('by', '没有写核实人。请填写入户核实的人的姓名。')
  if (cells.on === '') wrong('on', '没有写核实日期。请写成 2026-03-05 这样的日期。')
  else if (readFilledDay(cells.on) === undefined) wrong('on', `“${cells.on}”不是有效的日期。请写成 2026-03-05 这样的日期。`)
  return problems
}
