/** Divisions over HTTP: the tree with its names, and the county's own list uploaded. */
import { z } from 'zod'
import { ancestors, divisionCode, levelOf } from '../kernel/index.ts'
import { recordActs } from '../store/index.ts'
import { checkDivisions } from './division-rows.rules.ts'
import { divisionNames, divisionsUnder, recordDivisions } from './divisions.queries.ts'
import { type Route, route } from './route.ts'
import { type OpenTable, readTable } from './uploaded-table.ts'

const division = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parentCode: z.string().nullable(),
  validFrom: z.string(),
  validUntil: z.string().nullable(),
})

const code = z.string().regex(/^([1-9]\d+)?$/)
const rowLimit = 20_000

/** GET /divisions and the upload of a list. */
export function divisionRoutes(openTable: OpenTable): Route[] {
  const list = route({
    method: 'GET',
    path: '/divisions',
    summary: '行政区划：某地之下一级（all=true 为全部下级），或按名称查',
    needs: 'signed-in',
    query: z.strictObject({
      under: code.optional().describe('不填为自己的辖区'),
      all: z.stringbool().default(false),
      name: z.string().max(50).default(''),
      after: code.default(''),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answer: z.object({
      at: z.object({ code: z.string(), name: z.string().nullable(), level: z.string().nullable() }),
      path: z.array(z.object({ code: z.string(), name: z.string().nullable() })).describe('上级，从近到远'),
      items: z.array(division),
      next: z.string().nullable(),
    }),
    async handle(ctx, { query }) {
      const under = query.under ?? ctx.officer.area
      const above = isWhole(under) ? ancestors(divisionCode(under)) : []
      const items = await divisionsUnder(ctx, { ...query, under, all: query.all || query.name !== '' })
      const names = await divisionNames(ctx, [under, ...above])
      return {
        at: { code: under, name: names.get(under) ?? null, level: isWhole(under) ? levelOf(divisionCode(under)) : null },
        path: above.map((one) => ({ code: one, name: names.get(one) ?? null })),
        items,
        next: items.length === query.limit ? (items.at(-1)?.code ?? null) : null,
      }
    },
  })
  const upload = route({
    method: 'POST',
    path: '/divisions/upload',
    summary: '上传本地的行政区划名单（两列：行政区划代码、名称）；写错的行逐行说明，其余的记下',
    needs: 'officer.manage',
    takesFiles: true,
    answer: z.object({ recorded: z.number(), errors: z.array(z.object({ row: z.number(), found: z.string(), reason: z.string() })) }),
    async handle(ctx, { uploads }) {
      const rows = await readTable(openTable, uploads, ['行政区划代码', '名称'], ['行政区划代码', '名称'], rowLimit)
      const { good, errors } = checkDivisions(rows, ctx.officer.area)
      const recorded = await recordDivisions(ctx, good)
      const { area, officeId } = ctx.officer
      await recordActs(ctx, [
        { action: 'division.recorded', subjectKind: 'office', subjectId: officeId, divisionCode: area, details: { recorded } },
      ])
      return { recorded, errors }
    },
  })
  return [list, upload]
}

const isWhole = (text: string): boolean => [2, 4, 6, 9, 12].includes(text.length)
