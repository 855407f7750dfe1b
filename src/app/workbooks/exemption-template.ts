/** The blank exemption list: which rule does not apply to which record, why, on what proof, who approved it, until when. */
import { type Book, type Sheet, writeBook } from '../../intake/index.ts'
import { writeAcross } from './list-sheet.ts'
import { writeManual } from './manual-sheet.ts'

/** Headers that are read back. */
export const exemptionHeaders = {
  ruleId: '规则编号',
  householdNumber: '户编号',
  personIdNumber: '证件号码',
  reason: '豁免原因',
  evidence: '佐证材料',
  approver: '批准人',
  until: '有效期至',
} as const

export interface ExemptionTemplateOptions {
  regionName: string
  day: string
  /** The rules that may be exempted, for the drop-down list. */
  rules: readonly { id: string; label: string }[]
}

const widths = [22, 24, 24, 36, 36, 14, 14]
const optional: readonly string[] = [exemptionHeaders.personIdNumber]
const codeSheet = '规则编号表'
const headerRow = 3
const blankRows = 30
const lastRow = 5_000

/** Writes the form with the rules to choose from on a sheet of their own. */
export async function writeExemptionTemplate(path: string, { regionName, day, rules }: ExemptionTemplateOptions): Promise<void> {
  const title = `${regionName}数据质量规则豁免清单`
  await writeBook(path, { title, day, isOurs: true }, async (book) => {
    await writeForm(book, title, rules.length)
    const codes = book.sheet({ name: codeSheet, widths: [26, 80], headerRows: 1, hasFilter: true })
    await codes.row(
      ['编号', '规则'].map((value) => ({ value, style: 'header' as const })),
      22,
    )
    for (const rule of rules) await codes.row([rule.id, rule.label].map((value) => ({ value, style: 'text' as const })))
    codes.close()
    await writeManual(book, '填写说明', `${title}填写说明`, manual)
  })
}

async function writeForm(book: Book, title: string, ruleCount: number): Promise<void> {
  const sheet = book.sheet({
    name: '豁免清单',
    widths,
    headerRows: headerRow,
    columnStyles: widths.map(() => 'toFill' as const),
    footer: title,
  })
  await writeAcross(sheet, widths.length, { value: title, style: 'sheetTitle' }, 28)
  const remark = '每行一条。除“证件号码”只在豁免某一个人时填写外，各列都必须填；填好后比对时用 --exemptions 指定这个文件。'
  await writeAcross(sheet, widths.length, { value: remark, style: 'remark' })
  await sheet.row(
    Object.values(exemptionHeaders).map((value) => ({
      value,
      style: optional.includes(value) ? ('header' as const) : ('fillHeader' as const),
    })),
    28,
  )
  for (let i = 0; i < blankRows; i++)
    await sheet.row(
      widths.map(() => ({ value: '', style: 'toFill' as const })),
      20,
    )
  allowRules(sheet, ruleCount)
  const prompt = { promptTitle: exemptionHeaders.until, prompt: '写成 2026-12-31 这样的日期' }
  sheet.allow(`G${headerRow + 1}:G${lastRow}`, { type: 'custom', allowBlank: true, formulae: ['TRUE'], showInputMessage: true, ...prompt })
  sheet.close()
}

function allowRules(sheet: Sheet, ruleCount: number): void {
  if (ruleCount === 0) return
  sheet.allow(`A${headerRow + 1}:A${lastRow}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`'${codeSheet}'!$A$2:$A$${ruleCount + 1}`],
    showErrorMessage: true,
    errorStyle: 'stop',
    error: `请从下拉列表中选择规则编号，含义见“${codeSheet}”。`,
  })
}

const manual = [
  '一、只豁免确实特殊、数据本身没有错的记录；数据有错的应当改正数据，不要豁免。',
  '二、“豁免原因”写明为什么这条规则对这一户或这个人不适用；“佐证材料”写明凭什么（文件、证明、照片的名称和编号）。',
  '三、“批准人”写县级批准人的姓名；“有效期至”最后一天仍有效，过期后这条记录重新提示。',
  '四、缺少原因、佐证、批准人或有效期的行不予采用，并逐行说明。',
]
