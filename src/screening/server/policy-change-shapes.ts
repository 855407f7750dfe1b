/** What the routes about changing parameters take and answer. */
import { z } from 'zod'
import { sortSchema } from '../../access/index.ts'
import { daySchema } from '../../policy/index.ts'
import { changeOrders } from './policy-change.queries.ts'
import { divisionCode, format, page, text } from './shapes.ts'

const value = z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(200)).max(200)]).nullable()
const words = (label: string, most = 1000) => z.string().trim().min(1, `请填写${label}`).max(most, `${label}不能超过 ${most} 字`)
const article = z.string().trim().max(60).regex(/^\S*$/, '条款里不要有空格').default('').describe('条款，如“第三条”或“二(一)”')

const knownDocument = z.strictObject({ lawId: text, article })
const ownDocument = z.strictObject({
  title: words('文件名称', 200),
  issuer: words('发文机关', 100),
  documentNumber: z.string().trim().max(100).default(''),
  issuedOn: daySchema,
  article,
  text: z.string().trim().max(2000).default('').describe('条款原文'),
})

export const changeStates = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export const newChange = z.object({
  parameter: z.string().max(100).describe('参数清单里的 key'),
  from: daySchema.describe('自哪一天起执行'),
  value: value.describe('新的取值；null 表示不再另定，恢复上级的取值'),
  basis: z.union([knownDocument, ownDocument]).describe('依据：清单里的文件（lawId），或本地文件'),
  reason: words('调整理由'),
})
export const decideBody = z.object({ note: z.string().trim().max(1000).default('') })
export const refuseBody = z.object({ note: words('不同意的理由') })
export const changeQuery = page.extend({
  division: divisionCode.optional(),
  parameter: z.string().max(100).optional(),
  state: z.enum(changeStates).optional(),
  sort: sortSchema(changeOrders),
  format,
})
export const changeShape = z.object({
  id: z.number(),
  region: z.string(),
  regionLabel: z.string(),
  parameter: z.string(),
  label: z.string(),
  unit: z.string(),
  from: z.string(),
  value,
  valueBefore: value,
  basis: z.string(),
  articleText: z.string(),
  reason: z.string(),
  state: z.enum(changeStates),
  stateLabel: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decisionNote: z.string(),
  isApplied: z.boolean().describe('已批准，并且现在就是这一天起的取值'),
  mayDecide: z.boolean().describe('我可以批准或不同意：有权限，并且不是我提出的'),
  mayWithdraw: z.boolean(),
})
export const changePage = z.object({ items: z.array(changeShape), next: z.string().nullable() })
