/** Offices over HTTP. */
import { z } from 'zod'
import type { Context } from '../store/index.ts'
import { divisionNames } from './divisions.queries.ts'
import { kindsOf, orderFor } from './list-order.sql.ts'
import { asWorkbook, day, idParams, listOf, pageOfPlaced, paging, readCursor, sortSchema } from './lists.ts'
import { changeOffice, openOffice } from './offices.actions.ts'
import { listOffices, type Office, officeOrders } from './offices.queries.ts'
import { type Route, route } from './route.ts'
import { tableWorkbook } from './workbook.ts'

const officeItem = z.object({
  id: z.number(),
  divisionCode: z.string(),
  divisionName: z.string().nullable(),
  kind: z.enum(['government', 'department']),
  name: z.string(),
  datasets: z.array(z.string()),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
  version: z.number(),
})

const name = z.string().trim().min(1).max(100)
const datasets = z.array(z.string()).max(100)

async function shown(ctx: Context, offices: readonly Office[]): Promise<z.infer<typeof officeItem>[]> {
  const names = await divisionNames(
    ctx,
    offices.map(({ divisionCode }) => divisionCode),
  )
  return offices.map((office) => ({
    ...office,
    kind: office.kind === 'department' ? 'department' : 'government',
    divisionName: names.get(office.divisionCode) ?? null,
  }))
}

const officeWorkbook = (ctx: Context, rows: (most: number) => Promise<z.infer<typeof officeItem>[]>) =>
  tableWorkbook(ctx, {
    name: '机构名单',
    alsoFor: 'officer.manage',
    rows,
    columns: [
      ['行政区划代码', (one) => one.divisionCode],
      ['行政区划', (one) => one.divisionName],
      ['机构', (one) => one.name],
      ['类别', (one) => (one.kind === 'department' ? '部门' : '本级机构')],
      ['报送的数据表', (one) => one.datasets.map((name) => ctx.policy.datasets.get(name)?.label ?? name).join('、')],
      ['起', (one) => one.validFrom],
      ['止', (one) => one.validUntil],
    ],
  })

export const officeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/offices',
    summary: '辖区内的机构，以及上级机构的名称',
    needs: 'signed-in',
    query: z.strictObject({
      under: z
        .string()
        .regex(/^\d{2,12}$/)
        .optional(),
      kind: z.enum(['government', 'department']).optional(),
      name: z.string().min(1).max(100).optional(),
      dataset: z.string().max(100).optional(),
      sort: sortSchema(officeOrders),
      ...paging,
      ...asWorkbook,
    }),
    answer: listOf(officeItem),
    async handle(ctx, { query }) {
      const order = orderFor(officeOrders, query.sort)
      if (query.format === 'xlsx')
        return officeWorkbook(ctx, async (most) => shown(ctx, await listOffices(ctx, query, order, undefined, most)))
      const after = readCursor(query.after, kindsOf(order))
      const { items, next } = pageOfPlaced(await listOffices(ctx, query, order, after, query.limit + 1), query.limit)
      return { items: await shown(ctx, items), next }
    },
  }),
  route({
    method: 'POST',
    path: '/offices',
    summary: '设立机构',
    needs: 'officer.manage',
    body: z.strictObject({
      divisionCode: z.string().regex(/^\d{2,12}$/),
      kind: z.enum(['government', 'department']),
      name,
      datasets: datasets.default([]),
      validFrom: day.optional(),
      validUntil: day.nullable().default(null),
    }),
    answer: officeItem,
    async handle(ctx, { body }) {
      const office = await openOffice(ctx, { ...body, validFrom: body.validFrom ?? ctx.today })
      return (await shown(ctx, [office]))[0] as z.infer<typeof officeItem>
    },
  }),
  route({
    method: 'PATCH',
    path: '/offices/:id',
    summary: '更改机构的名称、报送的数据表、截止日期',
    needs: 'officer.manage',
    params: idParams,
    body: z.strictObject({
      version: z.number().int(),
      name: name.optional(),
      datasets: datasets.optional(),
      validUntil: day.nullable().optional(),
    }),
    answer: officeItem,
    async handle(ctx, { params, body }) {
      return (await shown(ctx, [await changeOffice(ctx, params.id, body)]))[0] as z.infer<typeof officeItem>
    },
  }),
]
