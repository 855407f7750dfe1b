/** What the routes of concentrated checks take and answer; the web's types follow from here. */
import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '须为日期 YYYY-MM-DD')
const id = z.coerce.number().int().positive()
const version = z.number().int().min(1)
const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const placeCode = z.string().regex(/^\d{6}$|^\d{9}$|^\d{12}$/, '须为 6、9 或 12 位区划代码')
export const scopes = ['all', 'monitored', 'former_poor', 'disaster_hit'] as const
export const rosterStates = ['todo', 'no_risk', 'risk_found', 'unreachable', 'gone'] as const
export const scopeLabels = { all: '全部农户', monitored: '监测户', former_poor: '脱贫户', disaster_hit: '受灾户' } as const
export const rosterLabels = {
  todo: '未排查',
  no_risk: '未发现风险',
  risk_found: '发现风险',
  unreachable: '未见到人',
  gone: '已不在本地',
} as const

export const idParams = z.object({ id })
export const newCampaign = z.object({
  divisionCode: placeCode,
  name: z.string().trim().min(1, '请填写排查名称').max(60, '排查名称不能超过 60 字'),
  scope: z.enum(scopes).default('all'),
  startsOn: day,
  endsOn: day,
})
export const versionBody = z.object({ version })
export const campaignShape = z.object({
  id: z.number(),
  divisionCode: z.string(),
  name: z.string(),
  scope: z.enum(scopes),
  scopeLabel: z.string(),
  startsOn: day,
  endsOn: day,
  createdBy: z.string(),
  closedOn: day.nullable(),
  closedBy: z.string().nullable(),
  version: z.number(),
})
export const campaignList = z.object({ items: z.array(campaignShape) })
const counts = {
  roster: z.number(),
  checked: z.number(),
  riskFound: z.number(),
  unreachable: z.number(),
  gap: z.number(),
  percent: z.number(),
}
export const coverageQuery = z.object({ division: placeCode.optional(), format: z.enum(['json', 'xlsx']).optional() })
export const coverageAnswer = z.object({
  campaign: campaignShape,
  total: z.object(counts),
  places: z.array(z.object({ division: z.string(), name: z.string(), ...counts })),
})
export const refreshAnswer = z.object({ added: z.number(), byVisits: z.number(), gone: z.number() })

const stateList = z.string().regex(new RegExp(`^(${rosterStates.join('|')})(,(${rosterStates.join('|')}))*$`), '没有这种排查结果')
export const rosterQuery = z.object({
  division: placeCode.optional(),
  state: stateList.optional(),
  mine: z.enum(['true', 'false']).optional(),
  after: z.string().max(30).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).optional(),
})
export const rosterShape = z.object({
  id: z.number(),
  householdId: z.number(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  group: z.string(),
  householdNumber: z.string(),
  headName: z.string(),
  members: z.number(),
  isMonitored: z.boolean(),
  officerName: z.string(),
  state: z.enum(rosterStates),
  stateLabel: z.string(),
  checkedOn: day.nullable(),
  checkedBy: z.string().nullable(),
  caseId: z.number().nullable(),
  risks: z.array(z.string()),
  note: z.string(),
  version: z.number(),
})
export const rosterPage = z.object({ items: z.array(rosterShape), next: z.string().nullable() })

export const markBody = z.object({
  state: z.enum(rosterStates),
  rows: z.array(z.object({ id, version })).min(1, '请选择农户').max(200, '一次最多 200 户'),
  onDay: day.optional().describe('不填为今天'),
  risks: z.array(z.string().max(30)).max(5, '风险最多五项').default([]),
  note: words(300).default(''),
})
export const markAnswer = z.object({
  marked: z.number(),
  cases: z.number(),
  refused: z.array(z.object({ id: z.number(), message: z.string() })),
})
export const assignBody = z.object({ division: placeCode, officerId: id })
export const assignAnswer = z.object({ assigned: z.number() })
export const workbookAnswer = z.object({
  marked: z.number(),
  unchanged: z.number(),
  cases: z.number(),
  refused: z.array(z.object({ row: z.number(), message: z.string() })),
})

const estimate = {
  found: z.number(),
  once: z.number(),
  twice: z.number(),
  unseen: z.number().nullable(),
  from: z.number().nullable(),
  until: z.number().nullable(),
}
export const estimateQuery = z.object({ division: placeCode.optional(), months: z.coerce.number().int().min(1).max(36).default(12) })
export const estimateAnswer = z.object({
  since: day,
  whole: z.object(estimate),
  townships: z.array(
    z.object({
      division: z.string(),
      township: z.string(),
      households: z.number(),
      ...estimate,
      perThousand: z.number(),
      lookFirst: z.boolean(),
    }),
  ),
  method: z.string(),
})
