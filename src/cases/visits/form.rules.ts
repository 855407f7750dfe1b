/** What must be true of a visit form before it is taken: everything wrong with it is said at once. */
import { addDays, type PlainDay, plainDay } from '../../kernel/index.ts'
import type { FormBody } from './visits.schema.ts'
import type { Purpose, VisitsPolicy } from './visits-policy.ts'

/** A form older than this is typed up from paper, not sent by a phone. */
const oldestDays = 180

export interface FormFacts {
  policy: VisitsPolicy
  today: PlainDay
  /** Ids of everybody who belongs or belonged to the household: somebody may have left since the visit. */
  members: ReadonlySet<number>
  /** What the purposes are, once the tasks are known. */
  purposes: readonly Purpose[]
  /** Codes of risks there are. */
  risks: ReadonlySet<string>
}

/** Sentences naming what is missing or impossible; none when the form can be taken. */
export function formMistakes(body: FormBody, { policy, today, members, purposes, risks }: FormFacts): string[] {
  const mistakes = [...dayMistakes(body, today)]
  if (body.outcome !== 'met') {
    const reasons = body.outcome === 'not_met' ? policy.not_met : policy.refused
    if (!reasons.includes(body.outcomeReason)) mistakes.push('没有见到人或不配合的，请选择原因')
    return mistakes
  }
  for (const risk of body.risks) if (!risks.has(risk)) mistakes.push(`没有“${risk}”这种风险`)
  const unconcluded = purposes.filter((purpose) => body.conclusions[purpose] === undefined)
  for (const purpose of unconcluded) mistakes.push(`请选择${policy.purposes[purpose]?.label ?? purpose}的结论`)
  for (const [purpose, code] of Object.entries(body.conclusions))
    if (!(code in (policy.purposes[purpose]?.conclusions ?? {})))
      mistakes.push(`${policy.purposes[purpose]?.label ?? purpose}没有“${code}”这个结论`)
  const unasked = policy.guarantees.filter(({ field }) => !body.guarantees.some((one) => one.field === field))
  if (unasked.length > 0) mistakes.push(`还没有核对：${unasked.map(({ label }) => label).join('、')}`)
  if (body.attachments.filter(({ kind }) => kind === 'photo').length < policy.photos.at_least.value)
    mistakes.push(`至少拍 ${policy.photos.at_least.value} 张照片`)
  if (!body.attachments.some(({ kind }) => kind === 'signature') && body.unsignedReason === '')
    mistakes.push('请农户签名，不能签名的写明原因')
  return [...mistakes, ...memberMistakes(body, members, policy), ...authorisationMistakes(body, policy, members)]
}

function dayMistakes(body: FormBody, today: PlainDay): string[] {
  if (body.visitedOn > today) return [`走访日期 ${body.visitedOn} 还没有到，请检查手机的日期`]
  if (plainDay(body.visitedOn) < addDays(today, -oldestDays))
    return [`走访日期 ${body.visitedOn} 早于 ${oldestDays} 天以前，请检查手机的日期`]
  return []
}

function memberMistakes(body: FormBody, members: ReadonlySet<number>, policy: VisitsPolicy): string[] {
  const named = [body.metWith, ...body.events.map(({ personId }) => personId)].filter((id) => id !== null)
  const strange = named.filter((id) => !members.has(id)).length
  return [
    ...(strange > 0 ? ['所选的人里有人不是该户的成员，请重新选择'] : []),
    ...body.events.filter(({ kind }) => !(kind in policy.member_events)).map(({ kind }) => `没有“${kind}”这种家庭人口变化`),
    ...body.events
      .filter(({ kind, personId }) => policy.member_events[kind]?.about === 'member' && personId === null)
      .map(({ kind }) => `请选择“${policy.member_events[kind]?.label}”的是哪一位`),
  ]
}

function authorisationMistakes(
  { authorisation, visitedOn, attachments }: FormBody,
  policy: VisitsPolicy,
  members: ReadonlySet<number>,
): string[] {
  if (authorisation === null) return []
  const unknown = authorisation.scope.filter((code) => !(code in policy.authorisation.scope))
  return [
    ...(unknown.length > 0 ? [`授权范围里没有：${unknown.join('、')}`] : []),
    ...(authorisation.untilOn < visitedOn ? ['授权的截止日期早于走访日期'] : []),
    ...(authorisation.signers.some((id) => !members.has(id)) ? ['授权的签字人里有人不是该户的成员'] : []),
    ...(attachments.some(({ kind }) => kind === 'signature') ? [] : ['承诺授权须由农户签名']),
  ]
}

export type Verdict = 'take' | 'same' | 'conflict'

/** What to do with a value found at the door: the register is changed where it still says what the phone had taken along. */
export function verdictOf(before: string, after: string, now: string): Verdict {
  if (now === after) return 'same'
  return now === before ? 'take' : 'conflict'
}
