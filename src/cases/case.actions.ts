/** What officers do with a case beside moving it: note, give it to somebody, open the green channel, put its members right. */
import type { HandOverStep } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import type { CaseRow, JsonObject } from './case-types.ts'
import { casesInHand, membersOf, personsOf } from './cases.queries.ts'
import { caseProblems } from './problems.ts'
import { followRegister, seenCase } from './seen.actions.ts'
import { visitorNamed } from './visitors.actions.ts'
import { stateLabel } from './words.rules.ts'
import { appended } from './writing.ts'

interface Seen {
  /** The version the officer saw. */
  version: number
}

const record = (ctx: Context, row: CaseRow, action: string, details: JsonObject = {}): Promise<void> =>
  recordActs(ctx, [{ action, subjectKind: 'case', subjectId: row.id, divisionCode: row.division_code, details }])

async function openSeen(ctx: Context, id: number, { version }: Seen): Promise<CaseRow> {
  const row = await seenCase(ctx, id, version)
  if (!row.is_open) throw new Problem(caseProblems.caseClosed, { state: stateLabel(row) })
  return row
}

/** Also of a case that is over. */
export async function noteCase(ctx: Context, id: number, body: Seen & { text: string }): Promise<CaseRow> {
  const row = await seenCase(ctx, id, body.version)
  await record(ctx, row, 'case.noted')
  return (await appended(ctx, row, { kind: 'noted', record: { text: body.text } })).row
}

/** Gives the case to an officer who may visit there. */
export async function assignCase(ctx: Context, id: number, body: Seen & { officerId: number }): Promise<CaseRow> {
  const row = await openSeen(ctx, id, body)
  const officer = await visitorNamed(ctx, row, body.officerId)
  await record(ctx, row, 'case.assigned', { officerId: officer.officerId })
  return (await appended(ctx, row, { kind: 'assigned', record: { ...officer } })).row
}

/** Help first, the procedure owed; closed again when it was opened by mistake. */
export async function setGreenChannel(ctx: Context, id: number, body: Seen & { isOn: boolean; reason: string }): Promise<CaseRow> {
  const row = await openSeen(ctx, id, body)
  await record(ctx, row, 'case.green_channel', { isOn: body.isOn })
  return (await appended(ctx, row, { kind: 'green_channel', record: { isOn: body.isOn, reason: body.reason } })).row
}

/** Somebody the register has in the household and an officer had taken out. */
export async function joinMember(ctx: Context, id: number, body: Seen & { personId: number }): Promise<CaseRow> {
  const row = await openSeen(ctx, id, body)
  const person = (await personsOf(ctx, row.household_id)).find((one) => one.id === body.personId)
  if (person === undefined) throw new Problem(caseProblems.notMember, {})
  const there = (await membersOf(ctx, id)).find(({ person_id, left_on }) => person_id === person.id && left_on === null)
  if (there !== undefined) throw new Problem(caseProblems.memberThere, { name: person.name })
  await record(ctx, row, 'case.member_joined', { personId: person.id })
  return (await appended(ctx, row, { kind: 'member_joined', record: { personId: person.id, name: person.name } })).row
}

/** Somebody who is registered with the household but does not live with it. */
export async function leaveMember(ctx: Context, id: number, body: Seen & { personId: number; reason: string }): Promise<CaseRow> {
  const row = await openSeen(ctx, id, body)
  const there = (await membersOf(ctx, id)).find(({ person_id, left_on }) => person_id === body.personId && left_on === null)
  if (there === undefined) throw new Problem(caseProblems.notMember, {})
  const name = (await personsOf(ctx, row.household_id)).find((one) => one.id === body.personId)?.name ?? ''
  await record(ctx, row, 'case.member_left', { personId: body.personId })
  return (await appended(ctx, row, { kind: 'member_left', record: { personId: body.personId, name, reason: body.reason } })).row
}

/** Members as the register has them now. */
export async function followMembers(ctx: Context, id: number, body: Seen): Promise<CaseRow> {
  return followRegister(ctx, await openSeen(ctx, id, body))
}

/** Account hand-over: cases under way go to the successor, each told in its history. */
export const handOverCases: HandOverStep = async (ctx, from, to) => {
  const successor = await ctx.db.selectFrom('officers').select('name').where('id', '=', to).executeTakeFirst()
  const rows = successor === undefined ? [] : await casesInHand(ctx, from)
  for (const row of rows)
    await appended(ctx, row, { kind: 'assigned', record: { officerId: to, officerName: successor?.name ?? '', handOver: true } })
  return { label: '在办帮扶事项', count: rows.length }
}
