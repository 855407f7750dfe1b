/** A workbook as long as a spreadsheet program allows: a million settlements of a county's own people. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import exceljs from 'exceljs'

export interface Member {
  name: string
  idNumber: string
}

/** Names and numbers from a register written as tidy CSV. */
export async function membersOf(registerCsv: string): Promise<Member[]> {
  const members: Member[] = []
  let at: { name: number; idNumber: number } | undefined
  for await (const row of createInterface({ input: createReadStream(registerCsv) })) {
    const cells = row.split(',')
    if (at === undefined) at = { name: cells.indexOf('姓名'), idNumber: cells.indexOf('证件号码') }
    else members.push({ name: cells[at.name] ?? '', idNumber: cells[at.idNumber] ?? '' })
  }
  return members
}

/** Writes `rows` settlements with many repeated persons and no repeated row. */
export async function writeMillionRows(path: string, members: readonly Member[], rows: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false, useStyles: false })
  const sheet = workbook.addWorksheet('结算明细')
  sheet.addRow(['姓名', '身份证号', '结算日期', '总费用', '统筹支付', '大病保险支付', '医疗救助支付', '合规自付']).commit()
  for (let row = 0; row < rows; row += 1) {
    const member = members[row % members.length]
    const day = `2026-${String(1 + (row % 10)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`
    const cents = (row * 7919) % 30_000
    sheet.addRow([member?.name, member?.idNumber, day, row / 100 + cents / 100, row / 100, 0, 0, cents / 100]).commit()
    // Lets the stream drain; without a pause every row waits in memory.
    if (row % 5000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  await workbook.commit()
}
