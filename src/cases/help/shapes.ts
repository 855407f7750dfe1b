/** What the routes of help take and answer; the web's types follow from here. */
import { z } from 'zod'
import { characters, conditionNames } from './help-policy.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '须为日期 YYYY-MM-DD')
const id = z.coerce.number().int().positive()
const version = z.number().int().min(1)
const amount = z.string().regex(/^\d{1,11}(\.\d{1,2})?$/, '须为金额，单位元，最多两位小数')
const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const said = (label: string, most = 500) => z.string().trim().min(1, `请填写${label}`).max(most, `${label}不能超过 ${most} 字`)
const divisionCode = z.string().regex(/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, '须为 2、4、6、9 或 12 位区划代码')
export const measureStates = ['planned', 'running', 'ended', 'cancelled'] as const

export const idParams = z.object({ id })
export const newMeasure = z.object({
  measure: z.string().max(60),
  timing: z.enum(['preventive', 'after']).default('after'),
  details: words(500).default(''),
  responsibleName: said('责任人', 50).optional().describe('不填为该户的责任人'),
  dueOn: day.optional().describe('不填按落实期限参数'),
  plannedAmount: amount.optional(),
  fund: words(100).default(''),
  runsUntil: day.optional().describe('合同、协议或学段到期日'),
})
export const outsideMeasure = newMeasure.extend({ reason: words(500).default('') })
export const changeBody = z.object({
  version,
  details: words(500).optional(),
  responsibleName: said('责任人', 50).optional(),
  dueOn: day.optional(),
  plannedAmount: amount.optional(),
  fund: words(100).optional(),
  runsUntil: day.optional(),
})
export const deliverBody = z.object({
  version,
  onDay: day,
  amount: amount.optional(),
  proof: said('落实凭据', 200),
  note: words(500).default(''),
  runsUntil: day.optional(),
})
export const endBody = z.object({ version, isCancelled: z.boolean().default(false), onDay: day.optional(), reason: said('原因') })
export const agreeBody = z.object({ version, explored: words(500).optional() })
export const measureAnswer = z.object({ id: z.number(), version: z.number() })
export const versionAnswer = z.object({ version: z.number() })

export const measureShape = z.object({
  id: z.number(),
  householdId: z.number(),
  caseId: z.number().nullable(),
  measure: z.string(),
  label: z.string(),
  group: z.string(),
  character: z.enum(characters),
  characterLabel: z.string(),
  timingLabel: z.string(),
  state: z.enum(measureStates),
  stateLabel: z.string(),
  isLate: z.boolean(),
  details: z.string(),
  responsibleName: z.string(),
  plannedOn: day,
  dueOn: day,
  plannedAmount: z.string().nullable(),
  fund: z.string(),
  firstDeliveredOn: day.nullable(),
  runsUntil: day.nullable(),
  endedOn: day.nullable(),
  endReason: z.string().nullable(),
  noCaseReason: z.string().nullable(),
  version: z.number(),
})
const event = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  onDay: day,
  by: z.string(),
  amount: z.string().nullable(),
  text: z.string(),
})
export const helpAnswer = z.object({
  caseId: z.number(),
  householdId: z.number(),
  labour: z.string(),
  labourLabel: z.string(),
  risks: z.array(z.string()),
  plan: z
    .object({
      dueOn: day,
      basis: z.string(),
      agreedOn: day.nullable(),
      agreedBy: z.string().nullable(),
      explored: z.string(),
      version: z.number(),
    })
    .nullable(),
  duties: z.array(z.object({ id: z.string(), label: z.string(), isMet: z.boolean(), detail: z.string(), rules: z.array(z.string()) })),
  measures: z.array(measureShape.extend({ events: z.array(event) })),
  suggestions: z.array(
    z.object({
      measure: z.string(),
      label: z.string(),
      group: z.string(),
      characterLabel: z.string(),
      proof: z.string(),
      reasons: z.array(z.string()),
    }),
  ),
  deliveredAmount: z.string(),
})
export const catalogueAnswer = z.object({
  items: z.array(
    z.object({
      measure: z.string(),
      label: z.string(),
      group: z.string(),
      character: z.enum(characters),
      characterLabel: z.string(),
      needsLabour: z.boolean(),
      risks: z.array(z.string()),
      proof: z.string(),
      lasts: z.string().nullable(),
    }),
  ),
})

export const measureQuery = z.object({
  division: divisionCode.optional(),
  state: z.string().max(100).optional().describe('多个用英文逗号隔开'),
  measure: z.string().max(300).optional().describe('多个用英文逗号隔开'),
  overdue: z.enum(['true', 'false']).optional(),
  outside: z.enum(['true', 'false']).optional().describe('没有事项的帮扶'),
  sort: z.enum(['due', 'newest']).default('due'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).optional(),
})
export const listedMeasure = measureShape.extend({
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  householdNumber: z.string(),
  headName: z.string(),
})
export const measurePage = z.object({ items: z.array(listedMeasure), next: z.string().nullable() })

export const conditionShape = z.object({
  id: z.enum(conditionNames),
  label: z.string(),
  isMet: z.boolean().nullable(),
  isWaived: z.boolean(),
  must: z.boolean(),
  detail: z.string(),
  basis: z.array(z.string()),
  note: z.string(),
})
const checkShape = z.object({ onDay: day, by: z.string(), isNatural: z.boolean(), isMet: z.boolean() })
export const clearingAnswer = z.object({
  conditions: z.array(conditionShape),
  isMet: z.boolean(),
  isMetWhenNatural: z.boolean(),
  snapshot: z.array(z.object({ field: z.string(), label: z.string(), value: z.string().nullable() })),
  lastCheck: checkShape.nullable(),
})
export const checkBody = z.object({ isNatural: z.boolean().default(false) })
export const checkAnswer = z.object({ id: z.number(), isMet: z.boolean(), open: z.array(z.string()) })

export const divisionQuery = z.object({ division: divisionCode.optional() })
export const overviewAnswer = z.object({
  owedPlans: z.array(
    z.object({
      caseId: z.number(),
      township: z.string(),
      village: z.string(),
      householdNumber: z.string(),
      headName: z.string(),
      risks: z.array(z.string()),
      responsibleName: z.string().nullable(),
      dueOn: day,
      isLate: z.boolean(),
      measures: z.number(),
    }),
  ),
  zero: z.array(
    z.object({
      division: z.string(),
      township: z.string(),
      open: z.number(),
      late: z.number(),
      withoutHelp: z.number(),
      plansLate: z.number(),
    }),
  ),
  isZero: z.boolean(),
  clusters: z.array(
    z.object({
      division: z.string(),
      level: z.enum(['village', 'township']),
      name: z.string(),
      recognised: z.number(),
      households: z.number(),
      multiple: z.number().nullable(),
      reason: z.string(),
    }),
  ),
  clusterRule: z.string(),
})
