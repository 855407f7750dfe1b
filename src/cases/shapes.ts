/** What the routes of cases take and answer; the web's types come from here. */
import { z } from 'zod'
import { channels } from './case-types.ts'
import { type CaseAction, type CaseKind, lifecycleOf, lifecycles } from './lifecycles.ts'

const id = z.coerce.number().int().positive()
export const idParams = z.object({ id })
export const divisionCode = z.string().regex(/^\d{2}$|^\d{4}$|^\d{6}$|^\d{9}$|^\d{12}$/, '须为 2、4、6、9 或 12 位区划代码')
export const version = z.number().int().min(1)
export const words = (what: string) => z.string().trim().min(2, `请填写${what}`).max(500)

export const kinds = Object.keys(lifecycles) as [CaseKind, ...CaseKind[]]
const moves = kinds.flatMap((kind) => lifecycleOf(kind).moves)
export const actions = [...new Set(moves.map(({ action }) => action))] as [CaseAction, ...CaseAction[]]
export const colours = ['red', 'yellow', 'green'] as const
export const sorts = ['due', 'newest', 'place'] as const

const anyOf = (values: readonly string[]) =>
  z.string().refine((text) => text.split(',').every((one) => values.includes(one)), `须为 ${values.join('、')} 中的一个或几个，用逗号隔开`)
const flag = z.enum(['true', 'false'])
const page = z.object({ after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

const filters = {
  division: divisionCode.optional(),
  kind: z.enum(kinds).default('monitoring'),
  state: z.string().max(400).optional(),
  channel: anyOf(channels).optional(),
  risk: z.string().max(200).optional(),
  open: flag.optional(),
  overdue: flag.optional(),
  green: flag.optional(),
  /** `me` or the number of an officer. */
  responsible: z.union([z.literal('me'), z.string().regex(/^\d+$/)]).optional(),
  household: id.optional(),
  /** Beginning of a household number or of the head's name. */
  q: z.string().trim().max(60).optional(),
}

export const caseQuery = page.extend({ ...filters, sort: z.enum(sorts).default('due'), format: z.enum(['json', 'xlsx']).optional() })
export const summaryQuery = z.object({ division: divisionCode.optional(), kind: z.enum(kinds).default('monitoring') })
export const queueQuery = page.extend({ mine: flag.optional(), kind: z.enum(kinds).default('monitoring') })

export const caseLine = z.object({
  id: z.number(),
  kind: z.string(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  episode: z.number(),
  state: z.string(),
  stateLabel: z.string(),
  stateSince: z.string(),
  /** village, township or county; null when it is over. */
  heldBy: z.string().nullable(),
  heldByLabel: z.string(),
  isOpen: z.boolean(),
  /** The nearest day in time, of the state or of a span. */
  dueOn: z.string().nullable(),
  dueAbout: z.string().nullable(),
  isProvisional: z.boolean(),
  colour: z.enum(colours),
  isOverdue: z.boolean(),
  escalatedTo: z.string().nullable(),
  openedOn: z.string(),
  channel: z.string(),
  channelLabel: z.string(),
  risks: z.array(z.string()),
  objectKind: z.string().nullable(),
  responsible: z.object({ id: z.number(), name: z.string() }).nullable(),
  isGreenChannel: z.boolean(),
  recognisedOn: z.string().nullable(),
  clearedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  version: z.number(),
})
export const casePage = z.object({ items: z.array(caseLine), next: z.string().nullable() })

export const queuePage = casePage.extend({
  /** All of the office's work, not only this page. */
  counts: z.object({ red: z.number(), yellow: z.number(), green: z.number(), mine: z.number() }),
})

const count = z.object({ key: z.string(), label: z.string(), cases: z.number(), overdue: z.number() })
export const caseSummary = z.object({
  open: z.number(),
  overdue: z.number(),
  assisted: z.number(),
  cleared: z.number(),
  escalated: z.number(),
  byState: z.array(count),
  byPlace: z.array(count),
  byChannel: z.array(count),
})

export const neededRecord = z.object({
  kind: z.string(),
  label: z.string(),
  /** What was found, in a few words. */
  found: z.string().nullable(),
  /** Why what was found does not do. */
  obstacle: z.string().nullable(),
  /** How it is typed or chosen; null for what is only found. */
  input: z.enum(['text', 'officer', 'risks', 'object_kind', 'clearing_mode']).nullable(),
  /** Proposed value of what is chosen. */
  proposed: z.unknown().optional(),
})

export const openMove = z.object({
  action: z.string(),
  label: z.string(),
  to: z.string(),
  toLabel: z.string(),
  /** `forward` goes on, `back` returns, `end` is over, `hold` waits. */
  way: z.enum(['forward', 'back', 'end', 'hold']),
  isPermitted: z.boolean(),
  needs: z.array(z.string()),
  earliest: z.object({ day: z.string(), what: z.string(), isProvisional: z.boolean() }).nullable(),
  closedSince: z.string().nullable(),
  records: z.array(neededRecord),
})

export const caseMember = z.object({
  personId: z.number(),
  name: z.string(),
  relation: z.string(),
  age: z.number().nullable(),
  health: z.string(),
  labour: z.string(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  leftReason: z.string().nullable(),
})

export const attachment = z.object({
  id: z.number(),
  caseId: z.number().nullable(),
  householdId: z.number().nullable(),
  about: z.string(),
  aboutId: z.string(),
  kind: z.enum(['photo', 'signature', 'scan', 'document']),
  name: z.string(),
  size: z.number(),
  caption: z.string(),
  takenAt: z.string().nullable(),
  latitude: z.string().nullable(),
  longitude: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  clientKey: z.string().nullable(),
})

export const caseCard = caseLine.extend({
  countyCode: z.string(),
  steps: z.array(
    z.object({ state: z.string(), label: z.string(), at: z.enum(['done', 'current', 'ahead']), since: z.string().nullable() }),
  ),
  members: z.array(caseMember),
  channels: z.array(
    z.object({
      channel: z.string(),
      label: z.string(),
      sourceKind: z.string(),
      sourceId: z.string(),
      addedOn: z.string(),
      answeredOn: z.string().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  events: z.array(
    z.object({
      seq: z.number(),
      at: z.string(),
      kind: z.string(),
      label: z.string(),
      officerName: z.string(),
      text: z.string(),
    }),
  ),
  deadlines: z.array(
    z.object({
      about: z.string(),
      label: z.string(),
      startsOn: z.string(),
      notBefore: z.string().nullable(),
      dueOn: z.string().nullable(),
      metOn: z.string().nullable(),
      isProvisional: z.boolean(),
      isOverdue: z.boolean(),
      basis: z.string(),
    }),
  ),
  moves: z.array(openMove),
  attachments: z.array(attachment),
  episodes: z.array(z.object({ id: z.number(), episode: z.number(), stateLabel: z.string(), openedOn: z.string() })),
  options: z.object({
    visitors: z.array(z.object({ id: z.number(), name: z.string(), isOfVillage: z.boolean() })),
    risks: z.array(z.string()),
    objectKinds: z.array(z.string()),
  }),
})

export const newCases = z
  .object({
    leadIds: z.array(id).max(200).optional(),
    householdId: id.optional(),
    channel: z.enum(channels).default('cadre_visit'),
    risks: z.array(z.string()).max(5).default([]),
    note: z.string().trim().max(500).optional(),
    /** Sends this officer to verify at once. */
    visitorId: id.optional(),
  })
  .describe('从线索（一条或多条）或从一户发起')
export const begunCases = z.object({
  items: z.array(
    z.object({ caseId: z.number(), isNew: z.boolean(), householdNumber: z.string(), headName: z.string(), stateLabel: z.string() }),
  ),
})

export const actParams = z.object({ id, action: z.enum(actions) })
/** What an officer types or chooses for a record: words, a choice, several choices, or a person. */
const typedRecord = z.union([z.string().max(2000), z.array(z.string().max(60)).max(20), z.object({ officerId: z.number().int() })])
export const actBody = z.object({ version, record: z.record(z.string(), typedRecord).default({}) })
export const noteBody = z.object({ version, text: words('备注') })
export const assignBody = z.object({ version, officerId: id })
export const greenBody = z.object({ version, isOn: z.boolean(), reason: words('理由') })
export const memberBody = z.object({ version, personId: id })
export const leaveBody = memberBody.extend({ reason: words('理由') })
export const versionBody = z.object({ version })
export const versionAnswer = z.object({ id: z.number(), version: z.number(), state: z.string(), stateLabel: z.string() })

export const attachmentBody = z.object({
  about: z.enum(['case', 'visit', 'meeting', 'notice', 'application', 'measure', 'authorisation', 'objection']).default('case'),
  aboutId: z.string().max(40).optional(),
  kind: z.enum(['photo', 'signature', 'scan', 'document']).default('document'),
  caption: z.string().trim().max(200).default(''),
  takenAt: z.iso.datetime({ offset: true }).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  clientKey: z.string().max(80).optional(),
})
export const attachmentList = z.object({ items: z.array(attachment) })
export const episodeList = z.object({ items: z.array(caseLine) })
