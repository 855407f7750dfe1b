/** What a village meeting decides: whether enough people came, what each vote means, and the minutes as far as they are known. */
import type { MeetingPolicy, MeetingPurpose } from './review-policy.ts'

export interface Attendee {
  readonly name: string
  readonly kind: string
}

export interface Quorum {
  /** Villagers' representatives who came. */
  readonly present: number
  /** Who may vote, representatives among them. */
  readonly voters: number
  readonly total: number
  /** Fewest representatives that make a meeting. */
  readonly needed: number
  readonly isReached: boolean
}

/** The share is of the representatives who should have come; nobody expected is no quorum. */
export function quorumOf(policy: MeetingPolicy, attendance: readonly Attendee[], total: number, share: number): Quorum {
  const count = (wanted: 'votes' | 'counts') => attendance.filter(({ kind }) => policy.kinds[kind]?.[wanted] === true).length
  const present = count('counts')
  const needed = leastOf(total, share)
  return { present, voters: count('votes'), total, needed, isReached: total > 0 && present >= needed && present <= total }
}

/** Fewest of `total` that reach the share; the hair's breadth absorbs decimals that binary cannot hold. */
function leastOf(total: number, share: number): number {
  return Math.max(0, Math.ceil((total * share) / 100 - 1e-9))
}

export interface Votes {
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
}

/** Agreed when more than the share of those present who may vote said yes; who abstains or does not vote did not agree. */
export function decisionOf(votes: Votes, voters: number, share: number): 'agreed' | 'rejected' {
  return votes.agree * 100 > voters * share ? 'agreed' : 'rejected'
}

export interface MeetingHousehold {
  readonly caseId: number
  readonly headName: string
  readonly purpose: MeetingPurpose
  readonly memberCount: number
  readonly risks: readonly string[]
  readonly objectKind: string | null
  readonly agree: number | null
  readonly disagree: number | null
  readonly abstain: number | null
  readonly note: string
}

export interface Meeting {
  readonly village: string
  readonly heldOn: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly total: number
  readonly attendance: readonly Attendee[]
  readonly discussion: string
  readonly households: readonly MeetingHousehold[]
}

/** Shares in force where and when the meeting is held. */
export interface MeetingShares {
  readonly quorum: number
  readonly agree: number
}

/** Everything that still stands in the way of sealing, at once; none = it may be sealed. */
export function faultsOf(policy: MeetingPolicy, meeting: Meeting, shares: MeetingShares, today: string): string[] {
  const { quorum, households } = { quorum: quorumOf(policy, meeting.attendance, meeting.total, shares.quorum), ...meeting }
  const faults = [
    meeting.heldOn > today ? `会议日期 ${meeting.heldOn} 还没有到` : '',
    meeting.place === '' ? '没有填写会议地点' : '',
    meeting.chair === '' ? '没有填写主持人' : '',
    meeting.recorder === '' ? '没有填写记录人' : '',
    meeting.total === 0 ? '没有填写应到村民代表人数' : '',
    households.length === 0 ? '没有要评议的农户' : '',
    quorumFault(quorum),
  ]
  return [...faults, ...households.map((household) => voteFault(household, quorum.voters))].filter((fault) => fault !== '')
}

function quorumFault({ total, present, needed, isReached }: Quorum): string {
  if (total === 0 || isReached) return ''
  return present > total ? `到会村民代表 ${present} 人，多于应到的 ${total} 人` : `到会村民代表 ${present} 人，至少需要 ${needed} 人`
}

function voteFault({ headName, agree, disagree, abstain }: MeetingHousehold, voters: number): string {
  if (agree === null || disagree === null || abstain === null) return `${headName}家的票数没有填完`
  const cast = agree + disagree + abstain
  return cast === voters ? '' : `${headName}家共 ${cast} 票，与有表决权的 ${voters} 人不符`
}

/** The result of one household, `undefined` while its votes are not complete. */
export function resultOf(household: MeetingHousehold, voters: number, share: number): 'agreed' | 'rejected' | undefined {
  const { agree, disagree, abstain } = household
  if (agree === null || disagree === null || abstain === null) return undefined
  return decisionOf({ agree, disagree, abstain }, voters, share)
}

/** The minutes as a person would write them, from the file's text; what nobody filled in stays a blank to write on. */
export function minutesOf(policy: MeetingPolicy, meeting: Meeting, shares: MeetingShares): string {
  const quorum = quorumOf(policy, meeting.attendance, meeting.total, shares.quorum)
  const results = meeting.households.map((household) => resultOf(household, quorum.voters, shares.agree))
  const known: Readonly<Record<string, string>> = {
    village: meeting.village,
    held_on: chineseDay(meeting.heldOn),
    place: orBlank(meeting.place),
    chair: orBlank(meeting.chair),
    recorder: orBlank(meeting.recorder),
    total: meeting.total === 0 ? '　　' : String(meeting.total),
    present: String(quorum.present),
    quorum: quorum.isReached ? '符合法定人数。' : `不足法定人数（至少${quorum.needed}人）。`,
    attendance: attendanceText(policy, meeting.attendance),
    households: String(meeting.households.length),
    items: meeting.households.map((household, at) => itemText(policy, household, at + 1, results[at])).join('\n'),
    discussion: orBlank(meeting.discussion),
    agreed: String(results.filter((result) => result === 'agreed').length),
    rejected: String(results.filter((result) => result === 'rejected').length),
  }
  return filledIn(policy.minutes, known)
}

function attendanceText(policy: MeetingPolicy, attendance: readonly Attendee[]): string {
  return Object.entries(policy.kinds)
    .map(([kind, { label }]) => ({ label, names: attendance.filter((one) => one.kind === kind).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ label, names }) => `${label}（${names.length}人）：${names.join('、')}`)
    .join('\n')
}

function itemText(policy: MeetingPolicy, household: MeetingHousehold, no: number, result: 'agreed' | 'rejected' | undefined): string {
  const { headName, memberCount, purpose, risks, objectKind, agree, disagree, abstain, note } = household
  const what = [
    `家庭人口${memberCount}人`,
    risks.length > 0 ? `主要风险：${risks.join('、')}` : '',
    objectKind === null ? '' : `拟定类别：${objectKind}`,
  ]
  const words = result === undefined ? '' : result === 'agreed' ? '，通过' : '，未通过'
  const votes = `同意${agree ?? '　'}票，不同意${disagree ?? '　'}票，弃权${abstain ?? '　'}票${words}。`
  return `${no}. ${headName}（${policy.purposes[purpose]}）：${what.filter((one) => one !== '').join('，')}。${votes}${note === '' ? '' : `意见：${note}`}`
}

const orBlank = (text: string): string => (text === '' ? '　　　　　　' : text)

/** `2026年11月2日`. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** Replaces every `{{word}}`; a word nobody knows is a mistake of the file. */
export function filledIn(text: string, known: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const value = known[word]
    if (value === undefined) throw new Error(`no word ${word} to fill in`)
    return value
  })
}
