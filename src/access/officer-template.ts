/** The workbook in which a county lists its officers: roles and offices are chosen, not typed. */
import exceljs from 'exceljs'
import type { Context } from '../store/index.ts'
import { officeLabels, officerHeaders, requiredHeaders } from './officer-rows.rules.ts'
import { officesInArea } from './offices.queries.ts'
import type { Roles } from './roles.ts'
import type { FileAnswer } from './route.ts'
import { workbookType } from './workbook.ts'

export const rowLimit = 500

/** Drop-downs hold the roles the asker appoints and the offices of the area as they are today. */
export async function officerTemplate(ctx: Context, roles: Roles): Promise<FileAnswer> {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('用户', { views: [{ state: 'frozen', ySplit: 1 }] })
  const choices = workbook.addWorksheet('可选')
  const required = new Set<string>(requiredHeaders)
  sheet.addRow(officerHeaders.map((header) => (required.has(header) ? `${header}*` : header))).font = { bold: true }
  for (const [at] of officerHeaders.entries()) sheet.getColumn(at + 1).width = 22
  // As text, or a number of 11 digits and days would be rewritten by the spreadsheet program.
  sheet.getColumn(2).numFmt = '@'
  const roleLabels = (roles.get(ctx.officer.role)?.appoints ?? []).map((role) => roles.get(role)?.label ?? role)
  const offices = [...officeLabels(await officesInArea(ctx)).keys()]
  choices.addRow(['角色', '所属机构']).font = { bold: true }
  for (let at = 0; at < Math.max(roleLabels.length, offices.length); at += 1) choices.addRow([roleLabels[at] ?? null, offices[at] ?? null])
  choices.getColumn(1).width = 22
  choices.getColumn(2).width = 40
  for (let row = 2; row <= rowLimit + 1; row += 1) {
    sheet.getCell(row, 3).dataValidation = chooseFrom('A', roleLabels.length)
    sheet.getCell(row, 4).dataValidation = chooseFrom('B', offices.length)
  }
  return { kind: 'file', name: '用户名单模板.xlsx', type: workbookType, content: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

function chooseFrom(column: string, count: number): exceljs.DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`可选!$${column}$2:$${column}$${count + 1}`],
    showErrorMessage: true,
    error: '请从下拉列表中选择',
  }
}
