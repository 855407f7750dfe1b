/** What the review's routes take and answer; the web's types come from here. */
import { z } from 'zod'
import { daySchema, divisionCode } from '../../policy/index.ts'
import { meetingPurposes, noticeFields, noticeKinds } from './review-policy.ts'

const day = daySchema
const text = (most: number) => z.string().trim().max(most)
const words = (label: string, most = 1000) => z.string().trim().min(2, `请填写${label}（至少 2 个字）`).max(most)
const count = z.number().int().min(0).max(2000)
const recordId = z.number().int().positive()
const key = z.string().min(8).max(64)
const village = z.string().regex(/^\d{12}$/, '须为 12 位行政村代码')

export const idParams = z.object({ id: z.coerce.number().int().positive() })
export const paging = { after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(50) }
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() })
export const versionAnswer = z.object({ id: z.number(), version: z.number() })
export const idAnswer = z.object({ id: z.number() })

// Meetings.
export const purpose = z.enum(meetingPurposes)
export const villagesQuery = z.object({ division: divisionCode.optional() })
export const waitingVillage = z.object({
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  recognition: z.number().describe('等待识别评议的户数'),
  clearing: z.number().describe('等待消除评议的户数'),
  since: day.describe('最早一户从哪天起等待'),
  dueOn: day.nullable().describe('最早的期限'),
  openMeeting: z.number().nullable().describe('还没有封存的会议'),
})
export const meetingQuery = z.object({ ...paging, division: divisionCode.optional(), sealed: z.enum(['true', 'false']).optional() })
export const meetingLine = z.object({
  id: z.number(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  heldOn: day,
  place: z.string(),
  chair: z.string(),
  households: z.number(),
  agreed: z.number(),
  pending: z.number().describe('封存后还没有办成的户数'),
  sealedAt: z.string().nullable(),
})
export const newMeeting = z.object({ divisionCode: village, clientKey: key.describe('本机为这次会议生成的编号') })
const rosterEntry = z.object({ name: text(30).min(1), kind: z.string(), isPresent: z.boolean() })
const vote = z.object({ caseId: recordId, agree: count.nullable(), disagree: count.nullable(), abstain: count.nullable(), note: text(500) })
export const savedMeeting = z.object({
  savedKey: key.describe('保存者的浏览器编号'),
  version: z.number().int(),
  heldOn: day,
  place: text(100),
  chair: text(30),
  recorder: text(30),
  representativesTotal: count,
  attendance: z.array(rosterEntry).max(500),
  discussion: text(5000),
  votes: z.array(vote).max(500),
})
export const pageBody = z.object({
  kind: z.enum(['photo', 'scan']).describe('photo：会议照片；scan：签字后的会议记录'),
  clientKey: key.optional(),
})
export const seenBody = z.object({ version: z.number().int() })
const page = z.object({ id: z.number(), kind: z.string(), caption: z.string(), name: z.string(), addedAt: z.string(), addedBy: z.string() })
const meetingHousehold = z.object({
  caseId: z.number(),
  householdId: z.number(),
  householdNumber: z.string(),
  headName: z.string(),
  purpose,
  memberCount: z.number(),
  risks: z.array(z.string()),
  objectKind: z.string().nullable(),
  agree: z.number().nullable(),
  disagree: z.number().nullable(),
  abstain: z.number().nullable(),
  note: z.string(),
  result: z.enum(['agreed', 'rejected']).nullable(),
  carriedOut: z.enum(['waiting', 'moved', 'refused']).nullable(),
  refusal: z.string().nullable(),
  unexplainedFlags: z.number(),
})
export const meetingAnswer = z.object({
  id: z.number(),
  version: z.number(),
  savedKey: z.string(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  heldOn: day,
  place: z.string(),
  chair: z.string(),
  recorder: z.string(),
  representativesTotal: z.number(),
  attendance: z.array(rosterEntry),
  discussion: z.string(),
  households: z.array(meetingHousehold),
  joinable: z.array(meetingHousehold).describe('本村其他等待评议、可以加入的户'),
  shares: z.object({ quorum: z.number(), agree: z.number() }),
  basis: z.array(z.string()).describe('法定人数和通过比例的依据'),
  policy: z.object({
    label: z.string(),
    basis: z.array(z.string()),
    kinds: z.record(z.string(), z.object({ label: z.string(), votes: z.boolean(), counts: z.boolean() })),
    purposes: z.record(purpose, z.string()),
    minutes: z.string(),
  }),
  minutes: z.string().describe('封存的记录；封存前为按已填内容起草的'),
  pages: z.array(page),
  sealedAt: z.string().nullable(),
  sealedBy: z.string().nullable(),
  digest: z.string().nullable(),
  isIntact: z.boolean().nullable().describe('封存内容与摘要一致'),
})

// Notices.
export const noticeKind = z.enum(noticeKinds)
export const noticeState = z.enum(['prepared', 'posted', 'ended', 'withdrawn'])
const shownLine = z.partialRecord(z.enum(noticeFields), z.string())
export const waitingNotice = z.object({
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  kind: noticeKind,
  title: z.string(),
  objectionOffice: z.string(),
  objectionPhone: z.string(),
  cases: z.array(z.object({ caseId: z.number(), headName: z.string(), householdNumber: z.string(), since: day })),
})
export const noticeQuery = z.object({
  ...paging,
  division: divisionCode.optional(),
  state: z.string().max(60).optional().describe('多个用英文逗号隔开'),
  kind: z.string().max(80).optional(),
})
export const newNotice = z.object({
  divisionCode: village,
  kind: noticeKind,
  caseIds: z.array(recordId).min(1, '请选择农户').max(300),
  objectionOffice: text(100).min(2, '请填写受理异议的单位'),
  objectionPhone: z
    .string()
    .trim()
    .regex(/^[0-9 ()-]{5,30}$/, '请填写办公电话'),
})
export const postBody = z.object({ version: z.coerce.number().int(), postedOn: day, place: text(100).min(2, '请填写张贴地点') })
export const endBody = z.object({ version: z.coerce.number().int() })
export const withdrawBody = z.object({ version: z.number().int(), reason: words('作废的原因', 300) })
const noticeCase = z.object({
  caseId: z.number(),
  headName: z.string(),
  householdNumber: z.string(),
  state: z.enum(['prepared', 'running', 'held', 'completed', 'withdrawn']),
  stateLabel: z.string(),
  untilOn: day.nullable(),
  refusal: z.string().nullable(),
})
export const noticeLine = z.object({
  id: z.number(),
  version: z.number(),
  kind: noticeKind,
  title: z.string(),
  divisionCode: z.string(),
  township: z.string(),
  village: z.string(),
  households: z.number(),
  held: z.number().describe('因异议暂停的户数'),
  state: noticeState,
  stateLabel: z.string(),
  place: z.string().nullable(),
  postedOn: day.nullable(),
  untilOn: day.nullable(),
  firstUntil: day.nullable().describe('最早满期的一户'),
  daysLeft: z.number().nullable(),
  mayEnd: z.boolean(),
  isProvisional: z.boolean(),
  endedOn: day.nullable(),
})
export const noticeAnswer = noticeLine.extend({
  days: z.number(),
  daysUnit: z.string(),
  basis: z.string(),
  objectionOffice: z.string(),
  objectionPhone: z.string(),
  cases: z.array(noticeCase),
  poster: z.object({
    title: z.string(),
    text: z.string(),
    columns: z.array(z.object({ field: z.enum(noticeFields), label: z.string() })),
    lines: z.array(shownLine),
    objection: z.string(),
    signed: z.string(),
    day: z.string(),
  }),
  photos: z.array(page),
})
export const publicNotices = z.object({
  village: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      households: z.number(),
      postedOn: day,
      untilOn: day,
      objectionOffice: z.string(),
      objectionPhone: z.string(),
    }),
  ),
})
export const villageParams = z.object({ village })

// Objections.
export const objectionWays = { in_person: '当面', phone: '电话', letter: '书面', online: '网上' } as const
export const newObjection = z.object({
  caseId: recordId,
  receivedOn: day,
  way: z.enum(['in_person', 'phone', 'letter', 'online']),
  text: words('反映的内容', 2000),
  name: text(30).optional().describe('可以不署名'),
  contact: text(100).optional(),
})
export const decideBody = z.object({
  version: z.number().int(),
  decision: z.enum(['upheld', 'dismissed']),
  finding: words('核查结论', 2000),
})
export const answerBody = z.object({ version: z.number().int(), answer: words('答复内容', 2000) })
export const reasonBody = z.object({ reason: words('查看的原因', 300) })
export const objectorAnswer = z.object({ name: z.string(), contact: z.string() })
export const objectionQuery = z.object({
  ...paging,
  division: divisionCode.optional(),
  state: z.enum(['owed', 'open', 'upheld', 'dismissed']).optional(),
})
export const objectionLine = z.object({
  id: z.number(),
  version: z.number(),
  caseId: z.number(),
  township: z.string(),
  village: z.string(),
  headName: z.string(),
  householdNumber: z.string(),
  caseState: z.string(),
  receivedOn: day,
  way: z.string(),
  text: z.string(),
  isNamed: z.boolean(),
  registeredBy: z.string(),
  state: z.enum(['open', 'upheld', 'dismissed']),
  stateLabel: z.string(),
  dueOn: day.nullable(),
  handlerName: z.string().nullable(),
  finding: z.string().nullable(),
  decidedOn: day.nullable(),
  answer: z.string().nullable(),
  answeredOn: day.nullable(),
  owesAnswer: z.boolean(),
  mayDecide: z.boolean().describe('没有参与过这一户的核实、评议、审核、审批'),
})

// Comparison with the asset datasets.
export const comparisonQuery = z.object({ ...paging, division: divisionCode.optional(), open: z.enum(['true', 'false']).default('true') })
export const comparisonLine = z.object({
  id: z.number(),
  caseId: z.number(),
  township: z.string(),
  village: z.string(),
  headName: z.string(),
  householdNumber: z.string(),
  caseState: z.string(),
  askedOn: day,
  state: z.enum(['waiting', 'done', 'reused', 'failed']),
  flags: z.number(),
  unexplained: z.number(),
  said: z.string().describe('比对情况，一句话'),
})
export const explainBody = z.object({ explainedAs: z.string(), explanation: words('说明', 1000) })
const flag = z.object({
  id: z.number(),
  personName: z.string(),
  label: z.string(),
  value: z.string(),
  file: z.string(),
  sheet: z.string(),
  row: z.number(),
  explainedAs: z.string().nullable(),
  explainedLabel: z.string().nullable(),
  explanation: z.string().nullable(),
  explainedBy: z.string().nullable(),
})
export const comparisonAnswer = z.object({
  id: z.number(),
  askedOn: day,
  state: z.enum(['waiting', 'done', 'reused', 'failed']),
  said: z.string(),
  members: z.number(),
  datasets: z.array(z.object({ kind: z.string(), label: z.string(), files: z.array(z.string()), rows: z.number() })),
  flags: z.array(flag),
})

// One case.
export const caseReview = z.object({
  meetings: z.array(
    z.object({
      id: z.number(),
      heldOn: day,
      purpose,
      isSealed: z.boolean(),
      agree: z.number().nullable(),
      disagree: z.number().nullable(),
      abstain: z.number().nullable(),
      decision: z.enum(['agreed', 'rejected']).nullable(),
      refusal: z.string().nullable(),
    }),
  ),
  notices: z.array(noticeLine.extend({ caseState: z.string(), caseUntil: day.nullable() })),
  objections: z.array(objectionLine),
  comparison: comparisonAnswer.nullable(),
  explanations: z.array(z.object({ value: z.string(), label: z.string() })),
})
