/** Reads a filled exemption list back; a row that lacks its reason, proof, approver or end is not an exemption but a problem. */
import { basename } from 'node:path'
import { exemptionHeaders } from './exemption-template.ts'
import { readFilledDay, readFilledForm } from './filled-sheet.ts'
import type { Exemption, FillProblem } from './workbook-data.ts'

type Key = keyof typeof exemptionHeaders

const advice: Partial<Record<Key, string>> = {
  ruleId: '没有写规则编号。请从下拉列表中选择。',
  householdNumber: '没有写户编号。请填写全国系统中的户编号。',
  reason: '没有写豁免原因。请写明为什么这条规则不适用。',
  evidence: '没有写佐证材料。请写明文件、证明或照片的名称和编号。',
  approver: '没有写批准人。请填写县级批准人的姓名。',
  until: '没有写有效期。请写成 2026-12-31 这样的日期。',
}

export interface ExemptionReadOptions {
  /** When given, a rule that is not among them is a problem. */
  knownRules?: ReadonlySet<string>
}

/** Problems are collected, all of a row at once; a row with one is left out. */
export async function readExemptions(
  path: string,
  { knownRules }: ExemptionReadOptions = {},
): Promise<{ exemptions: Exemption[]; problems: FillProblem[] }> {
  const file = basename(path)
  const form = await readFilledForm<Key>(path, file, exemptionHeaders)
  const problems = form.problems
  const exemptions: Exemption[] = []
  for (const { sheet, row, cells } of form.rows) {
    const before = problems.length
    const wrong = (key: Key, message: string) =>
      problems.push({ file, sheet, row, column: exemptionHeaders[key], found: cells[key], message })
    for (const key of Object.keys(advice) as Key[]) if (cells[key] === '') wrong(key, advice[key] ?? '')
    if (cells.ruleId !== '' && knownRules !== undefined && !knownRules.has(cells.ruleId))
      wrong('ruleId', `没有编号为“${cells.ruleId}”的规则。请从下拉列表中选择。`)
    const until = readFilledDay(cells.until)
    if (cells.until !== '' && until === undefined) wrong('until', `“${cells.until}”不是有效的日期。请写成 2026-12-31 这样的日期。`)
    if (problems.length > before || until === undefined) continue
    exemptions.push({ ...cells, personIdNumber: cells.personIdNumber === '' ? null : cells.personIdNumber.toUpperCase(), until })
  }
  return { exemptions, problems }
}
