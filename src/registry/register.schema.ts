/** What the register's routes take and answer; the web's types come from here. */
import { z } from 'zod'
import { sortSchema } from '../access/index.ts'
import { parsePlainDay } from '../kernel/index.ts'
import { differenceOrders } from './differences.queries.ts'
import { householdOrders } from './households.queries.ts'
import { registerFieldKinds } from './registry-policy.ts'

export const day = z.string().refine((text) => parsePlainDay(text) !== undefined, '须为真实的日期，如 2026-03-05')
export const recordId = z.coerce.number().int().positive()
const code = z.string().regex(/^\d{2,12}$/, '须为区划代码')
/** Field by name; only what is filled. Sealed fields are masked. */
const values = z.record(z.string(), z.string())
/** As sent by a form: an empty text or null empties the field. */
export const newValues = z.record(z.string(), z.string().max(500).nullable())
const reason = z.string().trim().min(2, '请写明原因').max(300)

export const fieldDefinition = z.object({
  name: z.string(),
  label: z.string(),
  about: z.enum(['household', 'person']),
  block: z.string(),
  kind: z.enum(registerFieldKinds),
  isMasked: z.boolean(),
  codes: z.array(z.object({ code: z.string(), label: z.string() })),
})

export const householdLine = z.object({
  id: z.number(),
  householdNumber: z.string(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  groupName: z.string(),
  headPersonId: z.number().nullable(),
  headName: z.string(),
  memberCount: z.number(),
  householdKind: z.string().nullable(),
  monitoredKind: z.string().nullable(),
  isMonitored: z.boolean(),
  version: z.number(),
  /** Of a search: the members that were found. */
  matches: z.array(z.object({ personId: z.number(), name: z.string(), by: z.string() })).optional(),
})
export const householdPage = z.object({ items: z.array(householdLine), next: z.string().nullable() })

export const member = z.object({
  id: z.number(),
  name: z.string(),
  isHead: z.boolean(),
  relation: z.string(),
  /** Full years on the day asked for. */
  age: z.number().nullable(),
  fromOn: z.string(),
  values,
  localFields: z.array(z.string()),
})

export const householdFile = householdLine.omit({ matches: true }).extend({
  asOf: z.string(),
  /** From which day on the register knows the household. */
  knownFrom: z.string(),
  isPresent: z.boolean(),
  values,
  localFields: z.array(z.string()),
  members: z.array(member),
  openDifferences: z.number(),
})

export const historyLine = z.object({
  actId: z.number(),
  kind: z.string(),
  label: z.string(),
  on: z.string(),
  at: z.string(),
  officerName: z.string(),
  reason: z.string(),
  summary: z.string(),
  isUndone: z.boolean(),
  canBeUndone: z.boolean(),
})
export const history = z.object({ items: z.array(historyLine), next: z.string().nullable() })

const newPerson = z.object({ name: z.string().trim().min(1, '请填写姓名').max(60), values: newValues.default({}) })
/** Somebody the register knows, or somebody new. */
const joining = z.object({ relation: z.string().optional(), personId: recordId.optional(), person: newPerson.optional() })
const relations = z.array(z.object({ personId: recordId, relation: z.string() })).default([])
const always = { on: day, version: z.number().int(), reason: z.string().max(300).default('') }
/** Left out, the program proposes: the spouse, else the eldest. */
const newHead = { newHeadId: recordId.optional() }

export const lifeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('birth'), ...always, person: newPerson, relation: z.string() }),
  z.object({ kind: z.literal('adoption'), ...always, ...joining.shape }),
  z.object({ kind: z.literal('marriage_in'), ...always, ...joining.shape }),
  z.object({ kind: z.literal('move_in'), ...always, ...joining.shape }),
  z.object({ kind: z.literal('death'), ...always, personId: recordId, ...newHead, relations }),
  z.object({
    kind: z.literal('marriage_out'),
    ...always,
    personId: recordId,
    toHouseholdId: recordId.optional(),
    relation: z.string().optional(),
    ...newHead,
    relations,
  }),
  z.object({
    kind: z.literal('move_out'),
    ...always,
    personIds: z.array(recordId).min(1),
    to: z.string().max(200).default(''),
    ...newHead,
    relations,
  }),
  z.object({
    kind: z.literal('split'),
    ...always,
    personIds: z.array(recordId).min(1),
    headId: recordId,
    relations,
    ...newHead,
    groupName: z.string().max(60).optional(),
  }),
  z.object({ kind: z.literal('merge'), ...always, fromHouseholdId: recordId, fromVersion: z.number().int(), relations }),
  z.object({ kind: z.literal('change_head'), ...always, personId: recordId, relations }),
  z.object({
    kind: z.literal('relocate'),
    ...always,
    toVillage: z
      .string()
      .regex(/^\d{12}$/, '须为 12 位行政村代码')
      .describe('整户搬到本县的哪个村'),
    groupName: z.string().max(60).default(''),
  }),
])
export type LifeEvent = z.infer<typeof lifeEvent>

/** Without `on` what was held was wrong from its beginning; with it the new value holds from that day. */
export const fieldChange = z.object({
  version: z.number().int(),
  on: day.optional(),
  reason: z.string().max(300).default(''),
  household: newValues.default({}),
  persons: z
    .array(z.object({ personId: recordId, name: z.string().trim().min(1).max(60).optional(), values: newValues.default({}) }))
    .default([]),
})

export const actDone = z.object({
  actId: z.number(),
  householdId: z.number(),
  version: z.number(),
  /** Persons and households that came to be. */
  personIds: z.array(z.number()),
  householdIds: z.array(z.number()),
  summary: z.string(),
})

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
export const listQuery = z.object({
  division: code.optional(),
  kind: z.string().optional(),
  monitored: flag.optional(),
  monitoredKind: z.string().optional(),
  q: z.string().trim().max(60).optional(),
  sort: sortSchema(householdOrders),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).default('json'),
})

export const unmaskBody = z.object({ fields: z.array(z.string()).min(1, '请选择要查看的项目'), reason })
export const unmasked = z.object({ personId: z.number(), values: z.record(z.string(), z.string().nullable()) })

export const look = z.object({ at: z.string(), officerName: z.string(), action: z.string(), label: z.string(), reason: z.string() })
export const looks = z.object({ items: z.array(look), next: z.string().nullable() })

export const incomeLine = z.object({
  item: z.string(),
  amount: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, '须为金额，如 1234.50'),
  evidence: z.string().trim().max(300).default(''),
  note: z.string().max(300).default(''),
})
export const incomePeriod = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, '须为年度（2026）或识别月份（2026-06）')
export const incomeSheet = z.object({
  householdId: z.number(),
  period: z.string(),
  from: z.string(),
  until: z.string(),
  /** 0 while nothing was saved. */
  version: z.number(),
  savedBy: z.string().nullable(),
  savedAt: z.string().nullable(),
  size: z.number(),
  lines: z.array(incomeLine),
  totals: z.object({
    groups: z.record(z.string(), z.string()),
    netIncome: z.string(),
    netIncomePerHead: z.string().nullable(),
    notCounted: z.string(),
    spending: z.string(),
  }),
  items: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      group: z.string(),
      groupLabel: z.string(),
      kind: z.enum(['income', 'not_income', 'spending']),
      sign: z.enum(['plus', 'minus', 'none']),
      counts: z.boolean(),
      note: z.string(),
      basis: z.array(z.string()),
    }),
  ),
  /** What the register itself says for comparison. */
  register: z.record(z.string(), z.string()),
})
export const incomeBody = z.object({
  version: z.number().int().min(0),
  size: z.number().int().min(1).max(50).optional(),
  lines: z.array(incomeLine).max(60),
})

export const difference = z.object({
  id: z.number(),
  kind: z.enum(['value', 'member_new', 'member_missing', 'member_elsewhere', 'household_missing']),
  householdId: z.number().nullable(),
  householdNumber: z.string(),
  divisionCode: z.string(),
  village: z.string(),
  headName: z.string(),
  personId: z.number().nullable(),
  personName: z.string(),
  field: z.string(),
  label: z.string(),
  ours: z.string(),
  theirs: z.string(),
  proposal: z.enum(['theirs', 'ours']),
  reason: z.string(),
  decision: z.enum(['theirs', 'ours', 'outdated']).nullable(),
  decidedBy: z.string().nullable(),
})
export const differencePage = z.object({
  items: z.array(difference),
  next: z.string().nullable(),
  counts: z.array(
    z.object({ kind: z.string(), field: z.string(), label: z.string(), proposal: z.enum(['theirs', 'ours']), open: z.number() }),
  ),
})
export const differenceQuery = z.object({
  division: code.optional(),
  field: z.string().optional(),
  kind: difference.shape.kind.optional(),
  household: recordId.optional(),
  open: flag.default(true),
  sort: sortSchema(differenceOrders),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.enum(['json', 'xlsx']).default('json'),
})
/** Either some by id, or all open ones of a field (or kind) in the area. */
export const differenceDecision = z.object({
  decision: z.enum(['theirs', 'ours', 'proposed']),
  ids: z.array(recordId).max(1000).optional(),
  all: z
    .object({
      field: z.string().optional(),
      kind: difference.shape.kind.optional(),
      division: code.optional(),
      proposal: z.enum(['theirs', 'ours']).optional(),
    })
    .optional(),
})
export const decided = z.object({ taken: z.number(), kept: z.number(), outdated: z.number(), actId: z.number().nullable() })

export const summary = z.object({
  households: z.number(),
  persons: z.number(),
  monitored: z.number(),
  kinds: z.array(z.object({ kind: z.string(), households: z.number(), persons: z.number() })),
  monitoredKinds: z.array(z.object({ kind: z.string(), households: z.number(), persons: z.number() })),
  divisions: z.array(z.object({ code: z.string(), name: z.string(), households: z.number(), persons: z.number(), monitored: z.number() })),
  lastLoad: z.object({ at: z.string(), on: z.string(), households: z.number(), persons: z.number() }).nullable(),
  openDifferences: z.number(),
})
export const summaryQuery = z.object({ division: code.optional() })
