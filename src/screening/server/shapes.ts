/** What the routes of screening and quality take and answer; the web's types follow from here. */
import { z } from 'zod'
import { sortSchema } from '../../access/index.ts'
import { exemptionOrders } from './exemption.queries.ts'
import { householdOrders, leadOrders } from './lead-lists.queries.ts'
import { runOrders } from './run.queries.ts'

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '须为日期 YYYY-MM-DD')
const moment = z.string()
const id = z.coerce.number().int().positive()
export const divisionCode = z.string().regex(/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, '须为 2、4、6、9 或 12 位区划代码')
const countyCode = z.string().regex(/^\d{6}$/, '须为 6 位县级区划代码')
/** Several values parted by commas, each one of these. */
export const anyOf = (...values: readonly string[]) =>
  z.string().regex(new RegExp(`^(${values.join('|')})(,(${values.join('|')}))*$`), `须为 ${values.join('、')}，多个用英文逗号隔开`)
const words = (label: string, most = 1000) => z.string().trim().min(1, `请填写${label}`).max(most, `${label}不能超过 ${most} 字`)
export const version = z.number().int().min(1)
export const text = z.string().max(200)

export const urgencies = ['red', 'yellow', 'green'] as const
export const severities = ['high', 'medium', 'low'] as const
export const leadStates = ['open', 'handled', 'closed'] as const
export const findingStates = ['open', 'mended', 'exempt'] as const
export const runStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const

export const idParams = z.object({ id })
export const page = z.object({ after: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })
export const format = z.enum(['json', 'xlsx']).optional()

// Runs.
export const newRun = z.object({
  divisionCode: countyCode,
  asOf: day.optional().describe('比对日，不填为今天'),
  months: z.number().int().min(1).max(36).optional().describe('读取比对日以前几个月的部门数据，不填为 12'),
})
export const runShape = z.object({
  id: z.number(),
  divisionCode: z.string(),
  asOf: day,
  months: z.number(),
  state: z.enum(runStates),
  stateLabel: z.string(),
  progress: z.string(),
  askedByName: z.string(),
  askedAt: moment,
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  policyHash: z.string().nullable(),
  files: z.array(
    z.object({ dataset: z.string(), label: z.string(), file: z.string(), sheet: z.string(), rows: z.number(), linked: z.number() }),
  ),
  rules: z.array(z.object({ ruleId: z.string(), label: z.string(), hit: z.number(), clear: z.number(), unknown: z.number() })),
  counts: z
    .object({
      leads: z.number(),
      newLeads: z.number(),
      stillLeads: z.number(),
      goneLeads: z.number(),
      exemptLeads: z.number(),
      households: z.number(),
      red: z.number(),
      yellow: z.number(),
      green: z.number(),
      unknowns: z.number(),
      qualityOpen: z.number(),
      qualityExempt: z.number(),
      discrepancies: z.number(),
    })
    .nullable(),
  warnings: z.array(z.string()),
  seconds: z.record(z.string(), z.number()),
  failure: z.string().nullable(),
})
export const runQuery = page.extend({
  division: divisionCode.optional(),
  state: z.enum(runStates).optional(),
  from: day.optional().describe('比对日不早于'),
  until: day.optional().describe('比对日不晚于'),
  sort: sortSchema(runOrders),
  format,
})
export const runPage = z.object({ items: z.array(runShape), next: z.string().nullable() })

// Leads.
const leadFilters = {
  division: divisionCode.optional(),
  rule: text.optional().describe('规则编号，多个用英文逗号隔开'),
  risk: text.optional().describe('风险类别，多个用英文逗号隔开'),
  urgency: anyOf(...urgencies).optional(),
  severity: anyOf(...severities).optional(),
  state: anyOf(...leadStates).optional(),
  isNew: z.enum(['true', 'false']).optional().describe('true：比上一次筛查新增'),
  exempt: z.enum(['true', 'false']).optional(),
  monitored: z.enum(['true', 'false']).optional().describe('是否已是监测对象'),
  assignedTo: z
    .string()
    .regex(/^(me|\d+)$/)
    .optional()
    .describe('me 或用户编号'),
  household: text.optional().describe('户编号'),
}
export const leadQuery = page.extend({
  ...leadFilters,
  sort: sortSchema(leadOrders),
  format,
})
export const householdQuery = page.extend({
  ...leadFilters,
  sort: sortSchema(householdOrders),
  format,
})
export const summaryQuery = z.object({
  ...leadFilters,
  by: z.enum(['township', 'village', 'risk', 'rule', 'urgency', 'state']),
})
export const placed = {
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  householdNumber: z.string(),
  householdId: z.number().nullable().describe('农户档案中的编号'),
  headName: z.string(),
}
const assignee = z.object({ id: z.number(), name: z.string() }).nullable()
export const leadRow = z.object({
  id: z.number(),
  ...placed,
  ruleId: z.string(),
  ruleLabel: z.string(),
  risk: z.string(),
  severity: z.enum(severities),
  urgency: z.enum(urgencies),
  rank: z.number(),
  sentence: z.string().describe('数值与标准，一句话'),
  state: z.enum(leadStates),
  stateLabel: z.string(),
  outcome: z.enum(['true', 'not_true', 'unverified', 'gone']).nullable(),
  outcomeReason: z.string().nullable(),
  isPresent: z.boolean(),
  isNew: z.boolean(),
  isExempt: z.boolean(),
  alreadyMonitored: z.boolean(),
  appearedOn: day,
  goneOn: day.nullable(),
  assignedTo: assignee,
  version: z.number(),
})
export const leadPage = z.object({ items: z.array(leadRow), next: z.string().nullable() })
export const householdRow = z.object({
  ...placed,
  rank: z.number(),
  urgency: z.enum(urgencies),
  urgencySteps: z.array(z.string()),
  highestSeverity: z.enum(severities),
  risks: z.array(z.string()),
  rules: z.array(
    z.object({ leadId: z.number(), ruleId: z.string(), label: z.string(), severity: z.enum(severities), state: z.enum(leadStates) }),
  ),
  counterEvidence: z.array(z.string()),
  alreadyMonitored: z.boolean(),
  isNew: z.boolean(),
  appearedOn: day,
  assignedTo: z.array(z.string()),
})
export const householdPage = z.object({ items: z.array(householdRow), next: z.string().nullable() })
export const leadSummary = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      leads: z.number(),
      households: z.number(),
      red: z.number().describe('红色户数'),
      yellow: z.number(),
      green: z.number(),
      isNew: z.number().describe('新增线索数'),
    }),
  ),
})
export const sourcePlace = { file: z.string(), sheet: z.string(), row: z.number() }
export const leadEvent = z.object({
  id: z.number(),
  at: moment,
  kind: z.string(),
  label: z.string(),
  officerName: z.string(),
  runId: z.number().nullable(),
  text: z.string(),
})
/** The proof card. */
export const leadCard = leadRow.extend({
  asOf: day.describe('最近一次命中它的比对日'),
  urgencySteps: z.array(z.string()),
  plain: z.string().describe('规则的平实说法'),
  ruleBasis: z.array(z.string()),
  evidence: z.array(
    z.object({
      fact: z.string(),
      label: z.string(),
      value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      unit: z.string(),
      comparison: z.string().describe('≥、>、<、≤，或空'),
      threshold: z.number().nullable(),
      parameter: z.string().nullable(),
      parameterLabel: z.string().nullable(),
      parameterSince: day.nullable(),
      parameterRegion: z.string().nullable(),
      basis: z.array(z.string()).describe('引文'),
      isProvisional: z.boolean().describe('没有可引用的文件，待县确认'),
    }),
  ),
  sources: z.array(
    z.object({
      ...sourcePlace,
      datasetLabel: z.string(),
      cells: z.array(z.object({ label: z.string(), value: z.string(), masked: z.boolean() })),
    }),
  ),
  sourceCount: z.number(),
  withdrawnFiles: z
    .array(z.object({ fileId: z.number(), name: z.string(), on: z.string(), reason: z.string(), note: z.string() }))
    .describe('它所依据、后来撤回的文件'),
  counterEvidence: z.array(z.object({ ...sourcePlace, kind: z.string(), label: z.string(), value: z.string() })),
  questions: z.array(z.string()),
  otherLeads: z.array(z.object({ id: z.number(), ruleLabel: z.string(), state: z.enum(leadStates) })),
  events: z.array(leadEvent),
})
export const assignBody = z.object({
  version,
  officerId: z.number().int().positive().nullable().describe('空为退回乡镇待办'),
  reason: z.string().trim().max(1000).optional().describe('退回时必填'),
})
export const noteBody = z.object({ version, text: words('备注') })
export const closeBody = z.object({ version, outcome: z.enum(['true', 'not_true']), reason: words('办结理由') })
export const reopenBody = z.object({ version, reason: words('重新打开的理由') })
export const versionAnswer = z.object({ id: z.number(), version: z.number(), state: z.string() })

// Exemptions.
export const exemptionShape = z.object({
  id: z.number(),
  ...placed,
  about: z.enum(['lead', 'quality']),
  ruleId: z.string(),
  ruleLabel: z.string(),
  personName: z.string(),
  reason: z.string(),
  evidence: z.string(),
  approverName: z.string(),
  fromOn: day,
  untilOn: day,
  revokedOn: day.nullable(),
  revokedReason: z.string().nullable(),
  isInForce: z.boolean(),
  version: z.number(),
})
export const exemptionQuery = page.extend({
  division: divisionCode.optional(),
  about: z.enum(['lead', 'quality']).optional(),
  rule: text.optional(),
  inForce: z.enum(['true', 'false']).optional(),
  household: text.optional(),
  sort: sortSchema(exemptionOrders),
  format,
})
export const exemptionPage = z.object({ items: z.array(exemptionShape), next: z.string().nullable() })
export const newExemption = z.object({
  about: z.enum(['lead', 'quality']),
  id: z.number().int().positive().describe('线索或数据质量问题的编号'),
  reason: words('豁免理由'),
  evidence: words('佐证材料'),
  untilOn: day.describe('有效期至'),
})
export const revokeBody = z.object({ version, reason: words('撤销理由') })

// Trials.
export const newTrial = z.object({
  divisionCode: countyCode,
  ruleId: text.optional().describe('只看这条规则；尚未启用的也按启用试算'),
  parameters: z
    .array(z.object({ key: text, value: z.union([z.number(), z.string().max(100)]) }))
    .max(20)
    .default([]),
  months: z.number().int().min(1).max(24).default(12),
})
const trialHousehold = z.object({
  householdNumber: z.string(),
  headName: z.string(),
  township: z.string(),
  village: z.string(),
  ruleIds: z.array(z.string()),
})
export const trialShape = z.object({
  id: z.number(),
  divisionCode: z.string(),
  state: z.enum(runStates),
  stateLabel: z.string(),
  progress: z.string(),
  askedByName: z.string(),
  askedAt: moment,
  endedAt: moment.nullable(),
  ruleId: z.string().nullable(),
  ruleLabel: z.string().nullable(),
  parameters: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      unit: z.string(),
      now: z.union([z.string(), z.number()]).nullable(),
      tried: z.union([z.string(), z.number()]),
    }),
  ),
  months: z.array(
    z.object({
      asOf: day,
      before: z.number().describe('现在的线索数'),
      after: z.number().describe('改后的线索数'),
      moreCount: z.number(),
      fewerCount: z.number(),
      more: z.array(trialHousehold).describe('增加的户，最多 200 户'),
      fewer: z.array(trialHousehold),
    }),
  ),
  failure: z.string().nullable(),
})
