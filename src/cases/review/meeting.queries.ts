/** Meetings in the database: open ones with their votes, sealed ones that no longer change, and what became of each household. */
import { type Selectable, sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import { type Context, type Database, storeProblems } from '../../store/index.ts'
import type { MeetingHousehold } from './meeting.rules.ts'
import type { MeetingPurpose } from './review-policy.ts'

export type MeetingRow = Omit<Selectable<Database['review_meetings']>, 'held_on'> & { held_on: string }

/** The state in which a case waits for a meeting, by what the meeting is asked. */
export const waitingStates: Readonly<Record<MeetingPurpose, string>> = { recognition: 'village_review', clearing: 'clearing_meeting' }
export const purposeIn = (state: string): MeetingPurpose => (state === waitingStates.clearing ? 'clearing' : 'recognition')

/** A person of the roster, whether they came or not. */
export interface RosterEntry {
  name: string
  kind: string
  isPresent: boolean
}

export interface VoteRow {
  caseId: number
  purpose: MeetingPurpose
  agree: number | null
  disagree: number | null
  abstain: number | null
  note: string
}

export async function meetingById(ctx: Context, id: number): Promise<MeetingRow> {
  const row = await ctx.db.selectFrom('review_meetings').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这次会议' })
  return row as unknown as MeetingRow
}

/** The row under lock while it is open; `undefined` once it is sealed. */
export async function lockOpenMeeting(ctx: Context, id: number): Promise<MeetingRow | undefined> {
  const row = await ctx.db
    .selectFrom('review_meetings')
    .selectAll()
    .where('id', '=', id)
    .where('sealed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row as unknown as MeetingRow | undefined
}

export async function meetingByKey(ctx: Context, divisionCode: string, clientKey: string): Promise<MeetingRow | undefined> {
  const row = await ctx.db
    .selectFrom('review_meetings')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return row as unknown as MeetingRow | undefined
}

/** The village's newest meeting before this one: its people, place and officers are proposed again. */
export async function lastMeeting(ctx: Context, divisionCode: string): Promise<MeetingRow | undefined> {
  const row = await ctx.db
    .selectFrom('review_meetings')
    .selectAll()
    .where('division_code', '=', divisionCode)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row as unknown as MeetingRow | undefined
}

export interface NewMeeting {
  divisionCode: string
  clientKey: string
  village: string
  township: string
  heldOn: string
  place: string
  chair: string
  recorder: string
  representativesTotal: number
  attendance: readonly RosterEntry[]
}

export async function insertMeeting(ctx: Context, meeting: NewMeeting): Promise<number> {
  const row = await ctx.db
    .insertInto('review_meetings')
    .values({
      division_code: meeting.divisionCode,
      client_key: meeting.clientKey,
      saved_key: meeting.clientKey,
      village: meeting.village,
      township: meeting.township,
      held_on: meeting.heldOn,
      place: meeting.place,
      chair: meeting.chair,
      recorder: meeting.recorder,
      representatives_total: meeting.representativesTotal,
      attendance: JSON.stringify(meeting.attendance),
      opened_by_id: ctx.officer.id,
      opened_by_name: ctx.officer.name,
      opened_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface MeetingDraft {
  heldOn: string
  place: string
  chair: string
  recorder: string
  representativesTotal: number
  attendance: readonly RosterEntry[]
  discussion: string
}

/** Writes what the page holds over what is kept; answers the new version. */
export async function updateMeeting(ctx: Context, id: number, savedKey: string, draft: MeetingDraft): Promise<number> {
  const row = await ctx.db
    .updateTable('review_meetings')
    .set({
      held_on: draft.heldOn,
      place: draft.place,
      chair: draft.chair,
      recorder: draft.recorder,
      representatives_total: draft.representativesTotal,
      attendance: JSON.stringify(draft.attendance),
      discussion: draft.discussion,
      saved_key: savedKey,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** The households of the meeting as they shall be, with their votes; others leave it. */
export async function replaceVotes(ctx: Context, meetingId: number, divisionCode: string, votes: readonly VoteRow[]): Promise<void> {
  await ctx.db.deleteFrom('meeting_votes').where('meeting_id', '=', meetingId).execute()
  if (votes.length === 0) return
  const rows = votes.map(({ caseId, ...vote }) => ({ meeting_id: meetingId, case_id: caseId, division_code: divisionCode, ...vote }))
  await ctx.db.insertInto('meeting_votes').values(rows).execute()
}

export interface HouseholdOfMeeting extends MeetingHousehold {
  householdId: number
  householdNumber: string
  state: string
  result: 'agreed' | 'rejected' | null
  carriedOut: 'waiting' | 'moved' | 'refused' | null
  refusal: string | null
  unexplainedFlags: number
}

const households = (ctx: Context) =>
  ctx.db
    .selectFrom('cases as c')
    .innerJoin('households as h', 'h.id', 'c.household_id')
    .select([
      'c.id',
      'c.division_code',
      'c.household_id',
      'c.household_number',
      'c.head_name',
      'c.state',
      'c.risks',
      'c.object_kind',
      'h.member_count',
    ])

/** Cases of a village that wait for a meeting and are in no other open one. */
export async function waitingHouseholds(ctx: Context, divisionCode: string, besides = 0) {
  return households(ctx)
    .where('c.division_code', '=', divisionCode)
    .where('c.state', 'in', Object.values(waitingStates))
    .where(sql<boolean>`NOT EXISTS (SELECT FROM meeting_votes v JOIN review_meetings m ON m.id = v.meeting_id
      WHERE v.case_id = c.id AND m.sealed_at IS NULL AND m.id <> ${besides})`)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM meeting_results r JOIN review_meetings m ON m.id = r.meeting_id
      WHERE r.case_id = c.id AND m.sealed_at >= c.entered_at AND r.state <> 'moved')`)
    .orderBy('c.id')
    .execute()
}

/** The households of a meeting in the order of their cases. */
export async function householdsOf(ctx: Context, meetingId: number): Promise<HouseholdOfMeeting[]> {
  const rows = await households(ctx)
    .innerJoin('meeting_votes as v', 'v.case_id', 'c.id')
    .leftJoin('meeting_results as r', (join) => join.onRef('r.case_id', '=', 'c.id').onRef('r.meeting_id', '=', 'v.meeting_id'))
    .select(['v.purpose', 'v.agree', 'v.disagree', 'v.abstain', 'v.note', 'r.decision', 'r.state as carried_out', 'r.refusal'])
    .select(
      sql<number>`(SELECT count(*) FROM asset_flags f WHERE f.case_id = c.id AND f.explained_as IS NULL
      AND f.comparison_id = (SELECT max(a.id) FROM asset_comparisons a WHERE a.case_id = c.id AND a.state = 'done'))`.as('flags'),
    )
    .where('v.meeting_id', '=', meetingId)
    .orderBy('c.id')
    .execute()
  return rows.map((row) => ({
    caseId: row.id,
    householdId: row.household_id,
    householdNumber: row.household_number,
    headName: row.head_name,
    purpose: row.purpose as MeetingPurpose,
    memberCount: row.member_count,
    risks: row.risks,
    objectKind: row.object_kind,
    agree: row.agree,
    disagree: row.disagree,
    abstain: row.abstain,
    note: row.note,
    state: row.state,
    result: row.decision as HouseholdOfMeeting['result'],
    carriedOut: row.carried_out as HouseholdOfMeeting['carriedOut'],
    refusal: row.refusal,
    unexplainedFlags: Number(row.flags),
  }))
}

export interface Seal {
  minutes: string
  digest: string
  content: object
  results: readonly { caseId: number; decision: 'agreed' | 'rejected' }[]
}

/** Seals the row: from here on the database itself lets nobody change it. */
export async function sealRow(ctx: Context, { id, division_code }: MeetingRow, { minutes, digest, content, results }: Seal): Promise<void> {
  await ctx.db
    .insertInto('meeting_results')
    .values(results.map(({ caseId, decision }) => ({ meeting_id: id, case_id: caseId, division_code, decision })))
    .execute()
  await ctx.db
    .updateTable('review_meetings')
    .set({
      sealed_at: ctx.now,
      sealed_by_name: ctx.officer.name,
      minutes,
      digest,
      content: JSON.stringify(content),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** What is still to be carried out of a sealed meeting. */
export async function resultsToCarryOut(ctx: Context, meetingId: number): Promise<{ caseId: number; decision: string }[]> {
  const rows = await ctx.db
    .selectFrom('meeting_results')
    .select(['case_id as caseId', 'decision'])
    .where('meeting_id', '=', meetingId)
    .where('state', '<>', 'moved')
    .orderBy('case_id')
    .execute()
  return rows
}

export async function setResult(
  ctx: Context,
  meetingId: number,
  caseId: number,
  state: 'moved' | 'refused',
  refusal: string | null,
): Promise<void> {
  await ctx.db
    .updateTable('meeting_results')
    .set({ state, refusal, done_at: ctx.now })
    .where('meeting_id', '=', meetingId)
    .where('case_id', '=', caseId)
    .where('state', '<>', 'moved')
    .execute()
}

/** Pictures and signed pages of a meeting or notice, with the digest of their bytes. */
export async function pagesOf(ctx: Context, about: 'meeting' | 'notice', id: number) {
  return ctx.db
    .selectFrom('case_attachments as a')
    .innerJoin('kept_files as f', 'f.id', 'a.file_id')
    .select(['a.id', 'a.kind', 'a.caption', 'a.added_at', 'a.added_by', 'f.name', 'f.sha256'])
    .where('a.about', '=', about)
    .where('a.about_id', '=', String(id))
    .orderBy('a.id')
    .execute()
}
