/** What officers do with a village meeting: open it, keep what the page holds, put pictures to it, seal it. */
import { createHash } from 'node:crypto'
import { Problem } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { type Context, dayIn, recordActs, type Store, storeProblems } from '../../store/index.ts'
import { act, attach, caseById } from '../core.ts'
import {
  type HouseholdOfMeeting,
  householdsOf,
  insertMeeting,
  lastMeeting,
  lockOpenMeeting,
  type MeetingRow,
  meetingById,
  meetingByKey,
  pagesOf,
  purposeIn,
  type RosterEntry,
  replaceVotes,
  resultsToCarryOut,
  sealRow,
  setResult,
  updateMeeting,
  type VoteRow,
  waitingHouseholds,
} from './meeting.queries.ts'
import { faultsOf, type Meeting, type MeetingShares, minutesOf, quorumOf, resultOf } from './meeting.rules.ts'
import { villagePlace } from './places.queries.ts'
import { reviewProblems } from './problems.ts'
import { reviewPolicy } from './review-policy.ts'
import { canonicalJson } from './seal.rules.ts'

export interface MeetingAsked {
  divisionCode: string
  clientKey: string
}

/** Opens a meeting over everything that waits in the village; opened twice with one key it is one meeting. The people of the last meeting are on its roster. */
export async function openMeeting(ctx: Context, { divisionCode, clientKey }: MeetingAsked): Promise<{ id: number }> {
  const before = await meetingByKey(ctx, divisionCode, clientKey)
  if (before !== undefined) return { id: before.id }
  const waiting = await waitingHouseholds(ctx, divisionCode)
  const place = await villagePlace(ctx, divisionCode)
  if (waiting.length === 0) throw new Problem(reviewProblems.nothingToJudge, { village: place.village })
  const last = await lastMeeting(ctx, divisionCode)
  const roster = ((last?.attendance ?? []) as unknown as RosterEntry[]).map((one) => ({ ...one, isPresent: false }))
  const id = await insertMeeting(ctx, {
    ...place,
    divisionCode,
    clientKey,
    heldOn: ctx.today,
    place: last?.place ?? `${place.village}村委会`,
    chair: last?.chair ?? '',
    recorder: last?.recorder ?? '',
    representativesTotal: last?.representatives_total ?? 0,
    attendance: roster,
  })
  const votes = waiting.map((one): VoteRow => ({ caseId: one.id, purpose: purposeIn(one.state), ...noVotes }))
  await replaceVotes(ctx, id, divisionCode, votes)
  await recordActs(ctx, [
    { action: 'meeting.opened', subjectKind: 'meeting', subjectId: id, divisionCode, details: { households: votes.length } },
  ])
  return { id }
}

const noVotes = { agree: null, disagree: null, abstain: null, note: '' }

export interface MeetingSaved {
  /** The browser that saves; it may save again without having heard of its own last version. */
  savedKey: string
  version: number
  heldOn: string
  place: string
  chair: string
  recorder: string
  representativesTotal: number
  attendance: RosterEntry[]
  discussion: string
  votes: Omit<VoteRow, 'purpose'>[]
}

/** Keeps what the page holds; households may leave the meeting, or join it from those that wait. */
export async function saveMeeting(ctx: Context, id: number, saved: MeetingSaved): Promise<{ id: number; version: number }> {
  const row = await openMeetingLocked(ctx, id)
  if (row.version !== saved.version && row.saved_key !== saved.savedKey) throw new Problem(storeProblems.stale, { changed: ['会议记录'] })
  const { kinds } = reviewPolicy(ctx.policy).meeting
  const strange = saved.attendance.find(({ kind }) => !(kind in kinds))
  if (strange !== undefined) throw new Problem(reviewProblems.wrongKind, { found: strange.kind })
  const there = await householdsOf(ctx, id)
  const waiting = await waitingHouseholds(ctx, row.division_code, id)
  const purposes = new Map([
    ...waiting.map((one) => [one.id, purposeIn(one.state)] as const),
    ...there.map((one) => [one.caseId, one.purpose] as const),
  ])
  const unknown = saved.votes.filter(({ caseId }) => !purposes.has(caseId))
  if (unknown.length > 0) throw new Problem(reviewProblems.notInMeeting, { names: unknown.map(({ caseId }) => `编号 ${caseId} 的农户`) })
  const votes = saved.votes.map((vote) => ({ ...vote, purpose: purposes.get(vote.caseId) ?? 'recognition' }))
  await replaceVotes(ctx, id, row.division_code, votes)
  return { id, version: await updateMeeting(ctx, id, saved.savedKey, saved) }
}

/** The row under lock; a sealed one is refused with the day it was sealed. */
async function openMeetingLocked(ctx: Context, id: number): Promise<MeetingRow> {
  const open = await lockOpenMeeting(ctx, id)
  if (open !== undefined) return open
  const { sealed_at: sealedAt } = await meetingById(ctx, id)
  throw new Problem(reviewProblems.meetingSealed, { on: sealedAt === null ? '' : dayIn(sealedAt) })
}

export interface Picture {
  path: string
  name: string
}

/** A photo of the meeting, or a scan of the signed minutes; none may be added once it is sealed. */
export async function addMeetingPage(
  ctx: Context,
  id: number,
  kind: 'photo' | 'scan',
  { path, name }: Picture,
  clientKey: string | null,
): Promise<{ id: number }> {
  const { division_code: divisionCode, held_on: heldOn } = await openMeetingLocked(ctx, id)
  const caption = kind === 'scan' ? `${heldOn} 会议记录签字页` : `${heldOn} 会议照片`
  const made = await attach(ctx, { divisionCode, about: 'meeting', aboutId: String(id), kind, path, name, caption, clientKey })
  return { id: made.id }
}

/** The shares in force in the village on the day of the meeting. */
export function sharesOf(ctx: Context, { division_code: village, held_on: heldOn }: MeetingRow): MeetingShares {
  const share = (key: string) => Number(resolveParameter(ctx.policy, `review/${key}`, village, heldOn)?.value ?? 100)
  return { quorum: share('quorum_share'), agree: share('agree_share') }
}

/** The meeting as the rules speak of it. */
export function meetingOf(row: MeetingRow, households: readonly HouseholdOfMeeting[]): Meeting {
  const roster = row.attendance as unknown as RosterEntry[]
  return {
    village: row.village,
    heldOn: row.held_on,
    place: row.place,
    chair: row.chair,
    recorder: row.recorder,
    total: row.representatives_total,
    attendance: roster.filter(({ isPresent }) => isPresent).map(({ name, kind }) => ({ name, kind })),
    discussion: row.discussion,
    households,
  }
}

/** Seals a meeting whose quorum, votes and signed page are there; then each case moves in a transaction of its own. */
export async function sealMeeting(ctx: Context, id: number, version: number): Promise<{ id: number; version: number }> {
  const row = await openMeetingLocked(ctx, id)
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: ['会议记录'] })
  const { meeting: policy } = reviewPolicy(ctx.policy)
  const [meeting, shares, pages] = [meetingOf(row, await householdsOf(ctx, id)), sharesOf(ctx, row), await pagesOf(ctx, 'meeting', id)]
  const faults = faultsOf(policy, meeting, shares, ctx.today)
  if (!pages.some(({ kind }) => kind === 'scan')) faults.push('没有上传签字后的会议记录（拍照或扫描）')
  if (faults.length > 0) throw new Problem(reviewProblems.notReady, { faults })
  const { voters } = quorumOf(policy, meeting.attendance, meeting.total, shares.quorum)
  const results = meeting.households.map((one) => ({
    caseId: one.caseId,
    decision: resultOf(one, voters, shares.agree) ?? ('rejected' as const),
  }))
  const minutes = minutesOf(policy, meeting, shares)
  const content = { meeting, shares, results, minutes, pages: pages.map(({ name, sha256 }) => ({ name, sha256 })) }
  const digest = createHash('sha256').update(canonicalJson(content)).digest('hex')
  await sealRow(ctx, row, { minutes, digest, content, results })
  const { division_code: divisionCode } = row
  await recordActs(ctx, [
    { action: 'meeting.sealed', subjectKind: 'meeting', subjectId: id, divisionCode, details: { digest, households: results.length } },
  ])
  carryOutLater(ctx, id)
  return { id, version: row.version + 1 }
}

/** Tries once more what a sealed meeting decided and could not be carried out. */
export async function carryOutAgain(ctx: Context, id: number): Promise<{ id: number; version: number }> {
  const { sealed_at: sealedAt, version } = await meetingById(ctx, id)
  if (sealedAt === null) throw new Problem(reviewProblems.meetingOpen, {})
  carryOutLater(ctx, id)
  return { id, version }
}

/** After the seal stands: one household that cannot move keeps no other back, and a program that dies here goes on where it stopped. */
function carryOutLater(ctx: Context, id: number): void {
  const asker = { officer: ctx.officer, requestId: ctx.requestId }
  ctx.afterCommit(async (store) => {
    const broken: unknown[] = []
    for (const { caseId, decision } of await store.transaction(asker, (own) => resultsToCarryOut(own, id)))
      await carryOut(store, asker, { meetingId: id, caseId, action: decision === 'agreed' ? 'agree' : 'vote_down' }).catch((error) =>
        broken.push(error),
      )
    if (broken.length > 0) throw broken[0]
  })
}

interface ToCarryOut {
  meetingId: number
  caseId: number
  action: 'agree' | 'vote_down'
}

async function carryOut(
  store: Store,
  asker: Parameters<Store['transaction']>[0],
  { meetingId, caseId, action }: ToCarryOut,
): Promise<void> {
  try {
    await store.transaction(asker, async (ctx) => {
      const found = await caseById(ctx, caseId)
      if (found === undefined) throw new Problem(storeProblems.notFound, { what: '这一户的事项' })
      await act(ctx, caseId, action, { version: found.version, record: {} })
      await setResult(ctx, meetingId, caseId, 'moved', null)
    })
  } catch (error) {
    const why = error instanceof Problem ? error.message : '程序出错，没有办成，请稍后“继续办理”。'
    await store.transaction(asker, (ctx) => setResult(ctx, meetingId, caseId, 'refused', why))
    if (!(error instanceof Problem)) throw error
  }
}
