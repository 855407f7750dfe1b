/** What the routes about referrals take and answer. */
import { z } from 'zod'
import { parsePlainDay } from '../../kernel/index.ts'
import { incomePeriod } from '../../registry/index.ts'
import { directions, referralActions, referralStates } from './referral.rules.ts'
import { recordId, statement } from './statement.shapes.ts'

const day = z.string().refine((text) => parsePlainDay(text) !== undefined, '须为真实的日期，如 2026-03-05')
const code = z.string().regex(/^\d{2,12}$/, '须为区划代码')
const reason = z.string().trim().min(2, '请写明理由').max(500)

export const idParams = z.object({ id: recordId })
export const actParams = z.object({ id: recordId, action: z.enum(referralActions) })

export const listQuery = z.object({
  division: code.optional(),
  direction: z.enum(directions).optional(),
  state: z.string().max(80).optional().describe('多个用逗号分开'),
  overdue: z.enum(['true', 'false']).optional(),
  household: recordId.optional(),
  after: recordId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type ListQuery = z.infer<typeof listQuery>

export const referralLine = z.object({
  id: z.number(),
  direction: z.enum(directions),
  directionLabel: z.string(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  caseId: z.number().nullable(),
  grade: z.string(),
  reason: z.string(),
  state: z.enum(referralStates),
  stateLabel: z.string(),
  sentOn: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  answer: z.string(),
  granted: z.string().nullable(),
  grantedFrom: z.string().nullable(),
  grantedUntil: z.string().nullable(),
  answeredOn: z.string().nullable(),
  version: z.number(),
})
export type ReferralLine = z.infer<typeof referralLine>
export const referralPage = z.object({ items: z.array(referralLine), next: z.string().nullable() })

export const enclosure = z.object({
  statement: statement.nullable(),
  members: z.array(z.object({ name: z.string(), relation: z.string(), age: z.number().nullable(), labour: z.string() })),
  risks: z.array(z.string()),
  caseState: z.string().nullable(),
})
export type Enclosure = z.infer<typeof enclosure>

export const referral = referralLine.extend({
  officeName: z.string(),
  enclosure,
  events: z.array(z.object({ at: z.string(), label: z.string(), officerName: z.string(), officeName: z.string(), text: z.string() })),
  actions: z.array(z.object({ action: z.enum(referralActions), label: z.string() })),
  grades: z.array(z.object({ code: z.string(), label: z.string() })),
})

export const sendBody = z.object({ householdId: recordId, period: incomePeriod, grade: z.string().max(40), reason })
export const offerBody = z.object({
  name: z.string().trim().min(2, '请填写姓名').max(60),
  idNumber: z.string().trim().min(15, '请填写身份证号').max(30),
  grade: z.string().max(40),
  reason,
})
export const actBody = z.object({
  version: z.number().int().min(1),
  answer: z.string().trim().max(500).default(''),
  grade: z.string().max(40).optional(),
  from: day.optional(),
  until: day.optional(),
})
export type ActBody = z.infer<typeof actBody>
export const sent = z.object({ id: z.number(), dueOn: z.string(), version: z.number() })
export const acted = z.object({ id: z.number(), version: z.number(), stateLabel: z.string(), caseId: z.number().nullable() })

export const unmaskBody = z.object({ reason })
export const unmasked = z.object({ items: z.array(z.object({ personId: z.number(), name: z.string(), idNumber: z.string().nullable() })) })

const counted = z.object({ waiting: z.number(), accepted: z.number(), granted: z.number(), refused: z.number(), overdue: z.number() })
export const summary = z.object({ toCivilAffairs: counted, fromCivilAffairs: counted })
export type Counted = z.infer<typeof counted>
