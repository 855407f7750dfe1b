/** New recognitions and clearings as a workbook in the national system's column layout, so that nothing is typed twice. */
import exceljs from 'exceljs'
import { type FileAnswer, workbookType } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { masked, registryPolicy } from '../../registry/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { nationalText, overlayOf } from './national.rules.ts'
import { allowFull, type PaperAsked } from './papers.actions.ts'
import { casesForNational, householdForPaper, membersForPaper, type NationalCase } from './papers.queries.ts'
import { paperProblems } from './problems.ts'

export interface NationalAsked extends PaperAsked {
  division?: string | undefined
  from: string
  until: string
}

const registerDataset = 'household_register'
const headerRow = 3

/** One row for each member; the header stands on the third row and every cell is a text, as in the national export. */
export async function nationalCases(ctx: Context, asked: NationalAsked): Promise<FileAnswer> {
  const { from, until, isFull } = asked
  const found = await casesForNational(ctx, asked.division ?? ctx.officer.area, from, until)
  if (found.length === 0) throw new Problem(paperProblems.nobody, { from, until })
  if (isFull) for (const one of found) await allowFull(ctx, { id: one.caseId, division_code: one.divisionCode }, asked.reason)
  const columns = columnsOf(ctx)
  const rows: string[][] = []
  for (const one of found) rows.push(...(await rowsOf(ctx, one, columns, isFull)))
  const divisionCode = asked.division ?? ctx.officer.area
  const details = { table: '全国系统格式', households: found.length, rows: rows.length, from, until, isFull }
  await recordActs(ctx, [{ action: 'table.exported', subjectKind: 'table', subjectId: '监测对象（全国系统格式）', divisionCode, details }])
  return {
    kind: 'file',
    name: `监测对象（全国系统格式）${from} 至 ${until}.xlsx`,
    type: workbookType,
    content: await written(columns, rows, from, until),
  }
}

interface Column {
  field: string
  header: string
}

/** The national export's own columns, and of what the county collects beside them the way of clearing and the contact. */
function columnsOf(ctx: Context): Column[] {
  const own = Object.entries(ctx.policy.datasets.get(registerDataset)?.fields ?? {})
    .filter(([field]) => field !== 'other_phone')
    .map(([field, { headers }]) => ({ field, header: headers[0] ?? field }))
  const { fields } = registryPolicy(ctx.policy)
  const further = ['clearing_mode', 'contact_name'].map((field) => ({ field, header: fields.get(field)?.label ?? field }))
  return [...own, ...further]
}

async function rowsOf(ctx: Context, one: NationalCase, columns: readonly Column[], isFull: boolean): Promise<string[][]> {
  const household = await householdForPaper(ctx, one.householdId)
  const members = await membersForPaper(ctx, one.householdId)
  const place: Readonly<Record<string, string>> = {
    county: '',
    township: one.township,
    village: one.village,
    village_code: one.divisionCode,
    household_number: one.householdNumber,
    household_size: String(members.length),
    ...overlayOf({ ...one, isCleared: one.state === 'cleared' }),
  }
  const sealedText = (kind: 'id_number' | 'phone', sealed: Buffer | null) =>
    sealed === null ? '' : isFull ? ctx.vault.open(sealed) : masked(kind, ctx.vault.open(sealed))
  const ofHousehold = (household?.values ?? {}) as Readonly<Record<string, string>>
  return members.map((member) => {
    const values = member.values as Readonly<Record<string, string>>
    const person: Readonly<Record<string, string>> = {
      name: member.name,
      id_number: sealedText('id_number', member.id_number_sealed),
      phone: sealedText('phone', member.phone_sealed),
    }
    return columns.map(({ field }) => nationalText(field, place[field] ?? person[field] ?? values[field] ?? ofHousehold[field] ?? ''))
  })
}

async function written(columns: readonly Column[], rows: readonly string[][], from: string, until: string): Promise<Buffer> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('监测对象', { views: [{ state: 'frozen', ySplit: headerRow }] })
  sheet.addRow(['监测对象信息'])
  sheet.addRow([`识别或消除时间：${from} 至 ${until}`])
  sheet.addRow(columns.map(({ header }) => header)).font = { bold: true }
  sheet.addRows(rows as string[][])
  for (const [at] of columns.entries()) {
    const column = sheet.getColumn(at + 1)
    column.numFmt = '@'
    column.width = 16
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
