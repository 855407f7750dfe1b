/** Officers in bulk: the template, the preview with what is wrong in each row, and opening all good rows. */
import { z } from 'zod'
import type { Context } from '../store/index.ts'
import { checkOfficerRows, type OfficerRowCheck, officerHeaders, requiredHeaders } from './officer-rows.rules.ts'
import { officerTemplate, rowLimit } from './officer-template.ts'
import { drawPassword, insertWithAccount } from './officers.actions.ts'
import { takenUsernames } from './officers.queries.ts'
import { officesInArea } from './offices.queries.ts'
import type { Roles } from './roles.ts'
import { type Route, type RouteInput, route } from './route.ts'
import { type OpenTable, readTable } from './uploaded-table.ts'

const body = z.object({ preview: z.stringbool().default(false) })

const bulkAnswer = z.object({
  preview: z.boolean(),
  good: z.number(),
  bad: z.number(),
  rows: z.array(
    z.object({
      row: z.number(),
      name: z.string(),
      username: z.string(),
      role: z.string(),
      office: z.string(),
      errors: z.array(z.string()),
      initialPassword: z.string().nullable().describe('只显示这一次；预览时没有'),
    }),
  ),
})

/** GET /officers/template and POST /officers/bulk. */
export function bulkRoutes(roles: Roles, openTable: OpenTable): Route[] {
  const template = route({
    method: 'GET',
    path: '/officers/template',
    summary: '批量开通账号的模板',
    needs: 'officer.manage',
    handle: (ctx) => officerTemplate(ctx, roles),
  })
  const bulk = route({
    method: 'POST',
    path: '/officers/bulk',
    summary: '批量开通账号：preview=true 只检查；否则没有错误的行全部开通，其余逐行说明',
    needs: 'officer.manage',
    takesFiles: true,
    body,
    answer: bulkAnswer,
    answersSecret: true,
    handle: (ctx, input) => openInBulk(ctx, roles, openTable, input),
  })
  return [template, bulk]
}

async function openInBulk(
  ctx: Context,
  roles: Roles,
  openTable: OpenTable,
  { body: { preview }, uploads }: RouteInput<unknown, unknown, z.infer<typeof body>>,
): Promise<z.infer<typeof bulkAnswer>> {
  const rows = await readTable(openTable, uploads, officerHeaders, requiredHeaders, rowLimit)
  const [offices, taken] = await Promise.all([
    officesInArea(ctx),
    takenUsernames(
      ctx,
      rows.map(({ cells }) => (cells.用户名 ?? '').toLowerCase()),
    ),
  ])
  const checked = checkOfficerRows(rows, { roles, actor: ctx.officer, offices, taken, today: ctx.today })
  const passwords = preview ? new Map<number, string>() : await openAll(ctx, roles, checked, new Map(offices.map((one) => [one.id, one])))
  const good = checked.filter(({ wanted }) => wanted !== undefined).length
  const shown = checked.map(({ wanted: _, ...row }) => ({ ...row, initialPassword: passwords.get(row.row) ?? null }))
  return { preview, good, bad: checked.length - good, rows: shown }
}

/** All in the one transaction of the request: either every good row is there with its password, or none. */
async function openAll(
  ctx: Context,
  roles: Roles,
  checked: readonly OfficerRowCheck[],
  offices: ReadonlyMap<number, Parameters<typeof insertWithAccount>[3]>,
): Promise<Map<number, string>> {
  const good = checked.flatMap(({ row, wanted }) => (wanted === undefined ? [] : [{ row, wanted }]))
  const drawn = await Promise.all(good.map(() => drawPassword()))
  const passwords = new Map<number, string>()
  for (const [at, { row, wanted }] of good.entries()) {
    const office = offices.get(wanted.officeId)
    const password = drawn[at]
    if (office === undefined || password === undefined) continue
    await insertWithAccount(ctx, roles, wanted, office, password)
    passwords.set(row, password.password)
  }
  return passwords
}
