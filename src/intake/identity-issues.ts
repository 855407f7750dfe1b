/** Which identity numbers in department rows and in the register are not what they should be: repaired, failing, or beyond repair. */
import { type Engine, text } from '../engine/index.ts'
import { checkIdNumber, cleanIdNumber, type PlainDay } from '../kernel/index.ts'
import { ownHeader } from './recognise.rules.ts'
import { isGoodNumberSql } from './register.sql.ts'
import type { IntakeReport } from './report.ts'

const words: Record<string, string> = {
  digits_lost: '18 位公民身份号码(末位被电子表格改成 0，已丢失，请按原件重填，并把该列设为文本)',
  scientific: '18 位公民身份号码(被电子表格写成科学计数法，末位已丢失，请按原件重填，并把该列设为文本)',
  masked: '未脱敏的 18 位公民身份号码',
  check_digit: '校验码正确的 18 位公民身份号码(请对照证件检查有无错位、错字)',
}

/** Adds an issue for every number that is not in the register as written and is no good number either. Numbers that could be repaired are warnings. */
export async function identityIssues(engine: Engine, report: IntakeReport, asOf: PlainDay): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE id_problem(id_number VARCHAR, code VARCHAR, expected VARCHAR, severity VARCHAR)')
  const datasets = [...new Set(report.sheets.map(({ dataset }) => dataset))]
  const unmatched = datasets.map((dataset) => `SELECT id_number FROM rows_${dataset} WHERE id_number IS NOT NULL`)
  if (unmatched.length === 0) return
  await engine.run(`CREATE OR REPLACE TEMP TABLE good_number AS SELECT id_number FROM person WHERE ${isGoodNumberSql('id_number')}`)
  const distinct = `SELECT DISTINCT id_number FROM (${unmatched.join(' UNION ALL ')}) u WHERE id_number NOT IN (SELECT id_number FROM good_number)`
  const numbers = await engine.rows<{ id_number: string }>(distinct)
  const problems = numbers.flatMap(({ id_number }) => {
    const problem = problemOf(id_number, asOf)
    return problem === undefined ? [] : [[id_number, ...problem] as const]
  })
  await engine.append('id_problem', problems)
  for (const sheet of report.sheets) {
    const fields = ['id_number', 'card_number', 'head_id_number']
      .map((name) => sheet.plan.fields.find((field) => field.name === name))
      .filter((field) => field !== undefined)
    const header = fields[0] === undefined ? undefined : ownHeader(fields[0].columns.headers[0] ?? '')
    if (header === undefined) continue
    await engine.run(`INSERT INTO issue SELECT b.sheet_no, b.row_no, ${text(header)}, i.code, left(b.id_number, 60), i.expected, i.severity
      FROM rows_${sheet.dataset} b JOIN id_problem i USING (id_number) WHERE b.sheet_no = ${sheet.sheetNo}`)
  }
}

function problemOf(raw: string, asOf: PlainDay): [string, string, string] | undefined {
  const asWritten = checkIdNumber(raw, asOf)
  if (asWritten.kind !== 'invalid') return undefined
  const cleaned = cleanIdNumber(raw)
  const checked = checkIdNumber(cleaned.text, asOf)
  if (checked.kind !== 'invalid') return ['id_repaired', `${cleaned.repairs.join('、')}，已按规范写法识别`, 'warning']
  return [`id_${checked.failure}`, words[checked.failure] ?? checked.message, 'error']
}
