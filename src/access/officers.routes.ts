/** Officers and roles over HTTP. */
import { z } from 'zod'
import type { Context } from '../store/index.ts'
import { divisionNames } from './divisions.queries.ts'
import { kindsOf, orderFor } from './list-order.sql.ts'
import { asWorkbook, day, idParams, listOf, pageOfPlaced, paging, readCursor, sortSchema } from './lists.ts'
import { changeOfficer, openOfficer, resetPassword } from './officers.actions.ts'
import { listOfficers, type OfficerRow, officerOrders } from './officers.queries.ts'
import { permissions } from './permissions.ts'
import { type Roles, roleLabel } from './roles.ts'
import { type Route, route } from './route.ts'
import { tableWorkbook } from './workbook.ts'

export const officerItem = z.object({
  id: z.number(),
  name: z.string(),
  username: z.string().nullable().describe('只有管理账号的人看得到'),
  role: z.string(),
  roleLabel: z.string(),
  officeId: z.number(),
  officeName: z.string(),
  divisionCode: z.string(),
  divisionName: z.string().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  isDisabled: z.boolean(),
  version: z.number(),
})

export const name = z.string().trim().min(1).max(50)
export const username = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,31}$/, '用户名为 2 至 32 位字母、数字、点或横线，建议用手机号或工号')

const newOfficerBody = z.strictObject({
  name,
  username,
  role: z.string().max(50),
  officeId: z.number().int(),
  validFrom: day.optional(),
  validUntil: day.nullable().optional(),
})

const changeBody = z.strictObject({
  version: z.number().int(),
  name: name.optional(),
  role: z.string().max(50).optional(),
  officeId: z.number().int().optional(),
  validUntil: day.nullable().optional(),
  isDisabled: z.boolean().optional(),
})

const openedAnswer = z.object({ officer: officerItem, initialPassword: z.string().describe('只显示这一次') })

const listQuery = z.strictObject({
  under: z
    .string()
    .regex(/^\d{2,12}$/)
    .optional(),
  office: z.coerce.number().int().optional(),
  role: z.string().max(50).optional(),
  find: z.string().min(1).max(50).optional(),
  state: z.enum(['working', 'ended', 'all']).default('working'),
  sort: sortSchema(officerOrders),
  ...paging,
  ...asWorkbook,
})

/** Rows as they are sent: with names for codes; user names only to those who look after accounts. */
export async function shownOfficers(ctx: Context, roles: Roles, rows: readonly OfficerRow[]): Promise<z.infer<typeof officerItem>[]> {
  const names = await divisionNames(
    ctx,
    rows.map(({ divisionCode }) => divisionCode),
  )
  const seesNames = ctx.officer.permissions.has('officer.manage') || ctx.officer.permissions.has('security.manage')
  return rows.map(({ officeKind: _, ...row }) => ({
    ...row,
    username: seesNames || row.id === ctx.officer.id ? row.username : null,
    roleLabel: roleLabel(roles, row.role),
    divisionName: names.get(row.divisionCode) ?? null,
  }))
}

async function shownOfficer(ctx: Context, roles: Roles, row: OfficerRow): Promise<z.infer<typeof officerItem>> {
  return (await shownOfficers(ctx, roles, [row]))[0] as z.infer<typeof officerItem>
}

/** GET, POST and PATCH /officers, a new password, and the roles there are. */
export function officerRoutes(roles: Roles): Route[] {
  return [listRoute(roles), openRoute(roles), changeRoute(roles), resetRoute(roles), rolesRoute(roles)]
}

const listRoute = (roles: Roles) =>
  route({
    method: 'GET',
    path: '/officers',
    summary: '辖区内的用户',
    needs: 'signed-in',
    query: listQuery,
    answer: listOf(officerItem),
    async handle(ctx, { query: wanted }) {
      const query = seesColleagues(ctx) ? wanted : { ...wanted, office: ctx.officer.officeId }
      if (query.format === 'xlsx') return officersWorkbook(ctx, roles, query)
      const order = orderFor(officerOrders, query.sort)
      const after = readCursor(query.after, kindsOf(order))
      const { items, next } = pageOfPlaced(await listOfficers(ctx, query, order, after, query.limit + 1), query.limit)
      return { items: await shownOfficers(ctx, roles, items), next }
    },
  })

/** Liaisons and departments' systems see their own office only. */
function seesColleagues({ officer: { permissions: may } }: Context): boolean {
  return may.has('register.read') || may.has('officer.manage') || may.has('security.manage') || may.has('audit.read')
}

function officersWorkbook(ctx: Context, roles: Roles, query: z.infer<typeof listQuery>) {
  return tableWorkbook(ctx, {
    name: '用户名单',
    alsoFor: 'officer.manage',
    rows: async (most) => shownOfficers(ctx, roles, await listOfficers(ctx, query, orderFor(officerOrders, query.sort), undefined, most)),
    columns: [
      ['姓名', (one) => one.name],
      ['用户名', (one) => one.username],
      ['角色', (one) => one.roleLabel],
      ['机构', (one) => one.officeName],
      ['行政区划', (one) => one.divisionName ?? one.divisionCode],
      ['起始日期', (one) => one.validFrom],
      ['截止日期', (one) => one.validUntil],
      ['状态', (one) => stateOf(ctx, one)],
    ],
  })
}

function stateOf({ today }: Context, { isDisabled, validUntil }: z.infer<typeof officerItem>): string {
  if (isDisabled) return '停用'
  return validUntil !== null && validUntil < today ? '到期' : '在用'
}

const openRoute = (roles: Roles) =>
  route({
    method: 'POST',
    path: '/officers',
    summary: '开通账号',
    needs: 'officer.manage',
    body: newOfficerBody,
    answer: openedAnswer,
    answersSecret: true,
    async handle(ctx, { body }) {
      const { officer, initialPassword } = await openOfficer(ctx, roles, body)
      return { officer: await shownOfficer(ctx, roles, officer), initialPassword }
    },
  })

const changeRoute = (roles: Roles) =>
  route({
    method: 'PATCH',
    path: '/officers/:id',
    summary: '更改账号的姓名、角色、机构、截止日期，停用或恢复',
    needs: 'officer.manage',
    params: idParams,
    body: changeBody,
    answer: officerItem,
    async handle(ctx, { params, body }) {
      return shownOfficer(ctx, roles, await changeOfficer(ctx, roles, params.id, body))
    },
  })

const resetRoute = (roles: Roles) =>
  route({
    method: 'POST',
    path: '/officers/:id/reset-password',
    summary: '重置密码并解除锁定',
    needs: 'officer.manage',
    params: idParams,
    body: z.strictObject({ dropSecondFactor: z.boolean().default(false) }),
    answer: openedAnswer,
    answersSecret: true,
    async handle(ctx, { params, body }) {
      const { officer, initialPassword } = await resetPassword(ctx, roles, params.id, body.dropSecondFactor)
      return { officer: await shownOfficer(ctx, roles, officer), initialPassword }
    },
  })

const rolesRoute = (roles: Roles) =>
  route({
    method: 'GET',
    path: '/roles',
    summary: '角色、权限，以及自己可以开通哪些角色',
    needs: 'signed-in',
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          levels: z.array(z.string()),
          office: z.string(),
          permissions: z.array(z.object({ id: z.string(), label: z.string() })),
          mayAppoint: z.boolean(),
        }),
      ),
    }),
    async handle(ctx) {
      const appoints = roles.get(ctx.officer.role)?.appoints ?? []
      const items = [...roles].map(([id, role]) => ({
        id,
        label: role.label,
        levels: role.levels,
        office: role.office,
        permissions: role.permissions.map((permission) => ({ id: permission, label: permissions[permission] })),
        mayAppoint: appoints.includes(id),
      }))
      return { items }
    },
  })
