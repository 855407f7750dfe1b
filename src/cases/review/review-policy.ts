/** The review's part of `policy/`: who counts at a meeting, what a notice may show, how a possession can be explained. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, identifier, type Policy, readStrictFile } from '../../policy/index.ts'

/** What a notice can show of a household; there is no other word for more. */
export const noticeFields = ['village', 'head_name', 'member_count', 'object_kind', 'risks', 'meeting_day'] as const
export type NoticeField = (typeof noticeFields)[number]
export const noticeKinds = ['recognition', 'clearing', 'recognition_result', 'clearing_result'] as const
export type NoticeKind = (typeof noticeKinds)[number]
export const meetingPurposes = ['recognition', 'clearing'] as const
export type MeetingPurpose = (typeof meetingPurposes)[number]
/** Words that tell of somebody's health never stand on a board, whatever a file says. */
const healthRisks = ['因病', '因残']

const meetingSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  kinds: z.record(identifier, z.strictObject({ label: z.string(), votes: z.boolean(), counts: z.boolean() })),
  purposes: z.record(z.enum(meetingPurposes), z.string()),
  minutes: z.string(),
})

const fieldSchema = z.strictObject({
  label: z.string(),
  shown: z.boolean(),
  mask: z.enum(['none', 'middle']).optional(),
  basis: citations,
  note: z.string().optional(),
})
const noticeSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  fields: z.record(z.enum(noticeFields), fieldSchema),
  risk_words: z.record(
    z.string().refine((risk) => !healthRisks.includes(risk), '涉及健康状况，不得公示'),
    z.string(),
  ),
  other_risk: z.string(),
  titles: z.record(z.enum(noticeKinds), z.string()),
  texts: z.record(z.enum(noticeKinds), z.string()),
  objection: z.string(),
  signed: z.record(z.enum(noticeKinds), z.string()),
})

const comparisonSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  kinds: z.array(identifier).min(1),
  compared_by_civil_affairs: z.array(z.string()),
  explanations: z.record(identifier, z.string()),
})

export type MeetingPolicy = z.infer<typeof meetingSchema>
export type NoticePolicy = z.infer<typeof noticeSchema>
export type ComparisonPolicy = z.infer<typeof comparisonSchema>
export interface ReviewPolicy {
  readonly meeting: MeetingPolicy
  readonly notice: NoticePolicy
  readonly comparison: ComparisonPolicy
}

const read = new WeakMap<Policy, ReviewPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake. */
export function reviewPolicy(policy: Policy): ReviewPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const file = (name: string) => join(policy.folder, 'review', `${name}.yaml`)
  const made: ReviewPolicy = {
    meeting: readStrictFile(file('meeting'), meetingSchema),
    notice: readStrictFile(file('notice'), noticeSchema),
    comparison: readStrictFile(file('comparison'), comparisonSchema),
  }
  read.set(policy, made)
  return made
}
