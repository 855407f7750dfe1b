/** What the routes of visits take and answer; the phone's and the office's types come from here. */
import { z } from 'zod'
import { daySchema as day } from '../../policy/index.ts'
import { purposes } from './visits-policy.ts'

export const purpose = z.enum(purposes)
/** Made by the phone: as long as nobody can make it twice. */
export const clientKey = z.string().regex(/^[0-9a-f]{32}$/, '须为 32 位十六进制编号')
const words = (most: number) => z.string().trim().max(most)
const moment = z.iso.datetime({ offset: true })
const recordId = z.number().int().positive()

export const place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  /** Radius in metres. */
  accuracy: z.number().min(0).max(1_000_000),
})

const change = z.strictObject({
  personId: recordId.nullable().describe('空 = 户的栏目'),
  field: z.string().max(60),
  before: words(500).describe('手机带走时的值（遮盖的仍是遮盖的）'),
  after: words(500).describe('空 = 清空'),
})

export const promised = z.strictObject({
  clientKey,
  kind: z.enum(['photo', 'signature']),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  takenAt: moment,
  place: place.nullable(),
  caption: words(60).default(''),
})

export const formBody = z.strictObject({
  clientKey,
  corrects: z
    .strictObject({ formKey: clientKey, version: z.number().int().min(1), reason: words(300).min(2, '请写明更正的原因') })
    .nullable()
    .default(null),
  householdId: recordId,
  taskIds: z.array(recordId).max(20),
  purposes: z.array(purpose).min(1).max(5),
  visitorId: recordId.nullable().default(null).describe('代为导入时，实际走访的人'),
  visitedOn: day,
  startedAt: moment,
  finishedAt: moment,
  place: place.nullable(),
  outcome: z.enum(['met', 'not_met', 'refused']),
  outcomeReason: words(100).default(''),
  metWith: recordId.nullable().default(null).describe('见到的成员'),
  changes: z.array(change).max(200).default([]),
  events: z
    .array(z.strictObject({ kind: z.string().max(40), personId: recordId.nullable(), note: words(200) }))
    .max(20)
    .default([]),
  guarantees: z
    .array(z.strictObject({ field: z.string().max(60), isProblem: z.boolean(), note: words(200).default('') }))
    .max(10)
    .default([]),
  income: z
    .strictObject({
      period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
      /** Of the sheet the phone had taken along; 0 = none. */
      version: z.number().int().min(0),
      size: z.number().int().min(1).max(50),
      lines: z
        .array(
          z.strictObject({
            item: z.string().max(40),
            amount: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, '须为金额，如 1234.50'),
            evidence: words(300),
            note: words(300).default(''),
          }),
        )
        .max(60),
    })
    .nullable()
    .default(null),
  answers: z
    .array(
      z.strictObject({
        key: z.string().max(120),
        question: words(300),
        answer: z.enum(['yes', 'no', 'unknown', 'words']).describe('words = 只有文字回答'),
        words: words(500).default(''),
      }),
    )
    .max(60)
    .default([]),
  authorisation: z
    .strictObject({ clientKey, signers: z.array(recordId).min(1).max(30), scope: z.array(z.string().max(40)).min(1).max(20), untilOn: day })
    .nullable()
    .default(null),
  conclusions: z.partialRecord(purpose, z.string().max(40)).default({}),
  risks: z.array(z.string().max(40)).max(5).default([]),
  note: words(1000).default(''),
  attachments: z.array(promised).max(20).default([]),
  unsignedReason: words(100).default(''),
  typedValues: z.number().int().min(0).max(1000).default(0),
})
export type FormBody = z.infer<typeof formBody>
export type FormChange = FormBody['changes'][number]

const changeStates = ['taken', 'same', 'conflict', 'refused', 'to_register', 'kept'] as const
export const changeAnswer = z.object({
  id: z.number(),
  formId: z.number(),
  kind: z.enum(['field', 'income', 'member']),
  personId: z.number().nullable(),
  personName: z.string(),
  field: z.string(),
  label: z.string(),
  before: z.string(),
  mine: z.string(),
  /** What the county's register says now; only where it is still to be decided. */
  county: z.string().nullable(),
  state: z.enum(changeStates),
  stateLabel: z.string(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  version: z.number(),
})
export type ChangeAnswer = z.infer<typeof changeAnswer>

export const receivedAnswer = z.object({
  formId: z.number(),
  version: z.number(),
  /** Sentences the officer should know. */
  notes: z.array(z.string()),
  changes: z.array(changeAnswer),
  /** Attachments that have not come yet. */
  missing: z.array(z.string()),
})

export const attachmentBody = z.object({ clientKey, formKey: clientKey })
export const attachmentAnswer = z.object({ id: z.number(), missing: z.array(z.string()) })

const task = z.object({
  id: z.number(),
  purpose,
  label: z.string(),
  dueOn: z.string(),
  caseId: z.number().nullable(),
})

const fieldShape = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.string(),
  isMasked: z.boolean(),
  codes: z.array(z.object({ code: z.string(), label: z.string() })),
})

export const packageAnswer = z.object({
  day: z.string(),
  takenAt: z.string(),
  /** What was taken along is removed from the phone after this day. */
  keepUntil: z.string(),
  officer: z.object({ id: z.number(), name: z.string() }),
  form: z.object({
    purposes: z.record(
      z.string(),
      z.object({ label: z.string(), conclusions: z.array(z.object({ code: z.string(), label: z.string(), proposedWhen: z.string() })) }),
    ),
    notMet: z.array(z.string()),
    refused: z.array(z.string()),
    guarantees: z.array(z.object({ field: z.string(), label: z.string(), safe: z.string(), unsafe: z.string() })),
    memberFields: z.array(fieldShape),
    householdFields: z.array(fieldShape),
    memberEvents: z.array(z.object({ kind: z.string(), label: z.string(), about: z.string() })),
    incomeItems: z.array(
      z.object({
        item: z.string(),
        label: z.string(),
        group: z.string(),
        groupLabel: z.string(),
        sign: z.enum(['plus', 'minus', 'none']),
        note: z.string(),
      }),
    ),
    incomeEvidence: z.array(z.string()),
    authorisation: z.object({
      scope: z.array(z.object({ code: z.string(), label: z.string() })),
      untilOn: z.string(),
      wording: z.string(),
    }),
    risks: z.array(z.object({ code: z.string(), label: z.string() })),
    photosAtLeast: z.number(),
  }),
  visits: z.array(
    z.object({
      householdId: z.number(),
      householdNumber: z.string(),
      headName: z.string(),
      township: z.string(),
      village: z.string(),
      groupName: z.string(),
      memberCount: z.number(),
      householdKind: z.string().nullable(),
      monitoredKind: z.string().nullable(),
      risks: z.array(z.string()),
      dueOn: z.string(),
      tasks: z.array(task),
      questions: z.array(z.object({ key: z.string(), text: z.string(), about: z.string() })),
      values: z.record(z.string(), z.string()),
      members: z.array(
        z.object({
          personId: z.number(),
          name: z.string(),
          isHead: z.boolean(),
          relation: z.string(),
          age: z.number().nullable(),
          values: z.record(z.string(), z.string()),
        }),
      ),
      income: z.object({
        period: z.string(),
        from: z.string(),
        until: z.string(),
        version: z.number(),
        size: z.number(),
        /** Where the lines come from, in words. */
        source: z.string(),
        lines: z.array(z.object({ item: z.string(), amount: z.string(), evidence: z.string() })),
      }),
      /** Monitoring line of the place today, yuan a year and head; null where the county has not entered it. */
      line: z.number().nullable(),
      lastVisit: z.object({ on: z.string(), by: z.string() }).nullable(),
      authorisedUntil: z.string().nullable(),
    }),
  ),
})
export type PackageAnswer = z.infer<typeof packageAnswer>
