/** What the office asks and is answered about visits: tasks, forms to look at, authorisations. */
import { z } from 'zod'
import { daySchema as day, divisionCode } from '../../policy/index.ts'
import { changeAnswer, purpose } from './visits.schema.ts'

const limit = z.coerce.number().int().min(1).max(200).default(50)
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const recordId = z.coerce.number().int().positive()
const reason = z.string().trim().min(2, '请写明原因').max(300)

export const taskState = z.enum(['open', 'done', 'dropped'])
export const taskQuery = z.object({
  division: divisionCode.optional(),
  purpose: purpose.optional(),
  state: taskState.optional(),
  overdue: flag.optional(),
  mine: flag.optional(),
  household: recordId.optional(),
  after: z.string().max(80).optional(),
  limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export const taskAnswer = z.object({
  id: z.number(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  groupName: z.string(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  caseId: z.number().nullable(),
  purpose,
  label: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  /** What else is due at the same door within the month. */
  mergedWith: z.array(z.string()),
  officer: z.object({ id: z.number(), name: z.string() }).nullable(),
  state: taskState,
  stateLabel: z.string(),
  formId: z.number().nullable(),
  endedOn: z.string().nullable(),
  endedReason: z.string().nullable(),
  askedOn: z.string(),
  askedBy: z.string(),
  questions: z.array(z.string()),
  version: z.number(),
})
export const taskPage = z.object({ items: z.array(taskAnswer), next: z.string().nullable() })
export const villageCounts = z.object({
  items: z.array(
    z.object({
      divisionCode: z.string(),
      township: z.string(),
      village: z.string(),
      open: z.number(),
      overdue: z.number(),
      households: z.number(),
    }),
  ),
})

export const newTask = z.strictObject({
  householdId: z.number().int().positive(),
  purpose: z.enum(['routine', 'follow_up']).default('routine'),
  dueOn: day.optional().describe('不填为今天'),
  officerId: z.number().int().positive().optional().describe('不填为本人'),
  questions: z.array(z.string().trim().min(1).max(200)).max(10).default([]),
})
export const taskChange = z.strictObject({
  version: z.number().int(),
  officerId: z.number().int().positive().optional(),
  dueOn: day.optional(),
})
export const dropBody = z.strictObject({ version: z.number().int(), reason })

export const formQuery = z.object({
  division: divisionCode.optional(),
  household: recordId.optional(),
  purpose: purpose.optional(),
  open: flag.optional().describe('只看还有事要处理的'),
  after: recordId.optional(),
  limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export const formLine = z.object({
  id: z.number(),
  formKey: z.string(),
  version: z.number(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  groupName: z.string(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  purposes: z.array(z.object({ purpose: z.string(), label: z.string(), conclusion: z.string() })),
  visitedOn: z.string(),
  visitorName: z.string(),
  sentBy: z.string(),
  receivedAt: z.string(),
  outcome: z.enum(['met', 'not_met', 'refused']),
  outcomeLabel: z.string(),
  openChanges: z.number(),
  missingAttachments: z.number(),
  isReplaced: z.boolean(),
})
export const formPage = z.object({ items: z.array(formLine), next: z.string().nullable() })

const authorisation = z.object({
  id: z.number(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  township: z.string(),
  village: z.string(),
  formId: z.number().nullable(),
  signers: z.array(z.string()),
  scope: z.array(z.string()),
  signedOn: z.string(),
  untilOn: z.string(),
  wording: z.string(),
  officerName: z.string(),
  isValid: z.boolean(),
  revokedOn: z.string().nullable(),
  revokedBy: z.string().nullable(),
  revokedReason: z.string().nullable(),
  version: z.number(),
})
export const authorisationAnswer = authorisation
export const authorisationPage = z.object({ items: z.array(authorisation), next: z.string().nullable() })
export const authorisationQuery = z.object({
  division: divisionCode.optional(),
  household: recordId.optional(),
  valid: flag.optional(),
  after: recordId.optional(),
  limit,
})
export const revokeBody = z.strictObject({ version: z.number().int(), reason })

export const formAnswer = formLine.extend({
  correctionReason: z.string(),
  outcomeReason: z.string(),
  metWith: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  place: z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.number() }).nullable(),
  typedValues: z.number(),
  guarantees: z.array(z.object({ label: z.string(), said: z.string(), isProblem: z.boolean(), note: z.string() })),
  income: z
    .object({
      period: z.string(),
      size: z.number(),
      lines: z.array(z.object({ label: z.string(), groupLabel: z.string(), amount: z.string(), evidence: z.string() })),
      netIncome: z.string(),
      netIncomePerHead: z.string().nullable(),
    })
    .nullable(),
  answers: z.array(z.object({ question: z.string(), answer: z.string(), words: z.string() })),
  events: z.array(z.object({ label: z.string(), personName: z.string(), note: z.string() })),
  risks: z.array(z.string()),
  note: z.string(),
  unsignedReason: z.string(),
  changes: z.array(changeAnswer),
  attachments: z.array(
    z.object({
      id: z.number().nullable(),
      kind: z.enum(['photo', 'signature']),
      caption: z.string(),
      takenAt: z.string(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
    }),
  ),
  authorisation: authorisation.nullable(),
  versions: z.array(z.object({ id: z.number(), version: z.number(), sentBy: z.string(), receivedAt: z.string(), reason: z.string() })),
})
export const decideBody = z.strictObject({ version: z.number().int(), choice: z.enum(['mine', 'county']) })
