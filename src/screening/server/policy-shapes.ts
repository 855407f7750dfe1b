/** What the routes about policy take and answer. */
import { z } from 'zod'
import { day, divisionCode, severities } from './shapes.ts'

const datedValue = z.object({
  region: z.string(),
  regionLabel: z.string(),
  since: day,
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
  unit: z.string(),
  basis: z.array(z.string()),
  note: z.string().nullable(),
  isInForce: z.boolean(),
  change: z
    .object({ id: z.number(), proposedBy: z.string(), proposedAt: z.string(), approvedBy: z.string(), approvedAt: z.string() })
    .nullable()
    .describe('本地另定的取值是谁提出、谁批准的'),
})
export const policyQuery = z.object({ division: divisionCode.optional().describe('不填为本人辖区'), on: day.optional() })
export const parameterAnswer = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      unit: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
      since: day.nullable(),
      region: z.string().nullable(),
      basis: z.array(z.string()),
      isProvisional: z.boolean(),
      lowerLevelsMay: z.enum(['nothing', 'raise', 'lower', 'set']),
      lowerLevelsMayLabel: z.string(),
      whenMissing: z.string().nullable(),
      note: z.string().nullable(),
      reviewedOn: day,
      usedBy: z.array(z.object({ ruleId: z.string(), label: z.string() })),
      history: z.array(datedValue),
      waiting: z.number().describe('待批准的调整'),
    }),
  ),
})
export const rulesAnswer = z.object({
  asOf: day.nullable().describe('最近一次筛查的比对日'),
  items: z.array(
    z.object({
      ruleId: z.string(),
      label: z.string(),
      risk: z.string(),
      region: z.string(),
      plain: z.string(),
      questions: z.array(z.string()),
      from: day,
      until: day.nullable(),
      isInForce: z.boolean(),
      parameters: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })),
      basis: z.array(z.string()),
      hit: z.number().nullable(),
      clear: z.number().nullable(),
      unknown: z.number().nullable(),
    }),
  ),
})
export const lawAnswer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      issuer: z.string(),
      documentNumber: z.string().nullable(),
      issuedOn: day.nullable(),
      inForceFrom: day.nullable(),
      inForceUntil: day.nullable(),
      region: z.string(),
      link: z.string().nullable(),
      note: z.string().nullable(),
      articles: z.array(z.object({ article: z.string(), text: z.string() })),
    }),
  ),
})
export const qualityRulesAnswer = z.object({
  items: z.array(
    z.object({
      ruleId: z.string(),
      label: z.string(),
      nationalNumbers: z.array(z.string()),
      about: z.string(),
      severity: z.enum(severities),
      wrong: z.string(),
      mend: z.string(),
      columns: z.array(z.string()),
      waitsFor: z.array(z.string()).describe('尚无单位报送、规则因此不能判定的栏目'),
      open: z.number(),
    }),
  ),
})
