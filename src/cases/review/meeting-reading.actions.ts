/** What the meeting pages show: villages that owe a meeting, the meetings, one of them whole. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { citationText, resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { meetingOf, sharesOf } from './meeting.actions.ts'
import { householdsOf, type MeetingRow, meetingById, pagesOf, purposeIn, waitingHouseholds } from './meeting.queries.ts'
import { minutesOf } from './meeting.rules.ts'
import { listMeetings, waitingVillages } from './meeting-lists.queries.ts'
import { type Paging, pageAnswer, pageOf } from './paging.rules.ts'
import { reviewPolicy } from './review-policy.ts'
import { canonicalJson } from './seal.rules.ts'
import type { meetingAnswer, meetingLine, waitingVillage } from './shapes.ts'

type Answer<Shape extends z.ZodType> = z.infer<Shape>

export async function villagesWaiting(ctx: Context, division: string | undefined): Promise<{ items: Answer<typeof waitingVillage>[] }> {
  const rows = await waitingVillages(ctx, division ?? ctx.officer.area)
  return {
    items: rows.map(({ division_code: divisionCode, due_on: dueOn, open_meeting: openMeeting, ...row }) => ({
      ...row,
      divisionCode,
      dueOn,
      openMeeting,
    })),
  }
}

export async function meetingList(ctx: Context, query: Paging & { division?: string | undefined; sealed?: 'true' | 'false' | undefined }) {
  const isSealed = query.sealed === undefined ? undefined : query.sealed === 'true'
  const rows = await listMeetings(ctx, { division: query.division ?? ctx.officer.area, isSealed }, query.after, query.limit)
  const items = rows.map(
    (row): Answer<typeof meetingLine> => ({
      id: row.id,
      divisionCode: row.division_code,
      township: row.township,
      village: row.village,
      heldOn: row.held_on as unknown as string,
      place: row.place,
      chair: row.chair,
      households: Number(row.households),
      agreed: Number(row.agreed),
      pending: Number(row.pending),
      sealedAt: row.sealed_at?.toISOString() ?? null,
    }),
  )
  return pageOf(items, query.limit)
}

/** The look is recorded: it names households. */
export async function meetingPage(ctx: Context, id: number): Promise<Answer<typeof meetingAnswer>> {
  const row = await meetingById(ctx, id)
  const { division_code: divisionCode } = row
  await recordActs(ctx, [{ action: 'meeting.seen', subjectKind: 'meeting', subjectId: id, divisionCode }])
  const { meeting: policy } = reviewPolicy(ctx.policy)
  const [households, shares, pages] = [await householdsOf(ctx, id), sharesOf(ctx, row), await pagesOf(ctx, 'meeting', id)]
  return {
    id,
    version: row.version,
    savedKey: row.saved_key,
    divisionCode,
    township: row.township,
    village: row.village,
    heldOn: row.held_on,
    place: row.place,
    chair: row.chair,
    recorder: row.recorder,
    representativesTotal: row.representatives_total,
    attendance: row.attendance as unknown as Answer<typeof meetingAnswer>['attendance'],
    discussion: row.discussion,
    households: households.map((one) => ({ ...one, risks: [...one.risks] })),
    joinable: row.sealed_at === null ? await joinable(ctx, row, households) : [],
    shares,
    basis: basisOf(ctx, row),
    policy,
    minutes: row.minutes ?? minutesOf(policy, meetingOf(row, households), shares),
    pages: pages.map(pageAnswer),
    sealedAt: row.sealed_at?.toISOString() ?? null,
    sealedBy: row.sealed_by_name,
    digest: row.digest,
    isIntact: row.content === null ? null : createHash('sha256').update(canonicalJson(row.content)).digest('hex') === row.digest,
  }
}

async function joinable(ctx: Context, row: MeetingRow, there: readonly { caseId: number }[]) {
  const waiting = await waitingHouseholds(ctx, row.division_code, row.id)
  const nothing = {
    agree: null,
    disagree: null,
    abstain: null,
    note: '',
    result: null,
    carriedOut: null,
    refusal: null,
    unexplainedFlags: 0,
  }
  return waiting
    .filter(({ id }) => !there.some(({ caseId }) => caseId === id))
    .map((one) => ({
      caseId: one.id,
      householdId: one.household_id,
      householdNumber: one.household_number,
      headName: one.head_name,
      purpose: purposeIn(one.state),
      memberCount: one.member_count,
      risks: one.risks,
      objectKind: one.object_kind,
      ...nothing,
    }))
}

function basisOf(ctx: Context, { division_code: village, held_on: heldOn }: MeetingRow): string[] {
  const cited = ['review/quorum_share', 'review/agree_share'].flatMap(
    (key) => resolveParameter(ctx.policy, key, village, heldOn)?.basis ?? [],
  )
  return [...new Set(cited)].map((basis) => citationText(ctx.policy, basis))
}
