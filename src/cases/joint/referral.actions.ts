/** Handing a household to the other side, and answering: civil affairs and the assistance office, each seeing its own part. */
import type { z } from 'zod'
import {
  addDays,
  addMonths,
  addWorkingDays,
  checkIdNumber,
  citizenNumber,
  cleanIdNumber,
  type PlainDay,
  Problem,
  plainDay,
} from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { householdById, openHousehold } from '../../registry/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { askVisit, type CaseRow, calendarOf, caseById, caseProblems, casesOfHousehold, noteCase, openCase, stateLabel } from '../core.ts'
import { jointPolicy } from './joint-policy.ts'
import { jointProblems } from './problems.ts'
import { actionLabels, movedTo, type ReferralAction, type Side, stateLabels } from './referral.rules.ts'
import type { ActBody, acted, Enclosure, offerBody, sendBody, sent } from './referral.shapes.ts'
import {
  authorisedUntil,
  changeReferral,
  civilAffairsOf,
  householdOfPerson,
  insertReferral,
  insertReferralEvent,
  lockedReferral,
  type ReferralChange,
  type ReferralRow,
  reliefDataset,
  waitingReferral,
} from './referrals.queries.ts'
import { statementOf } from './statement.actions.ts'

type Sent = z.infer<typeof sent>
type Household = NonNullable<Awaited<ReturnType<typeof householdById>>>

/** Hands a household to the county's civil affairs with the statement as it stands, and what the case knows. */
export async function sendReferral(ctx: Context, body: z.infer<typeof sendBody>): Promise<Sent> {
  const household = await presentHousehold(ctx, body.householdId)
  requireGrade(ctx, body.grade)
  await refuseSecond(ctx, household.id, 'to_civil_affairs')
  const office = await civilAffairsOf(ctx, household.divisionCode)
  if (office === undefined) throw new Problem(jointProblems.noOffice, {})
  if ((await authorisedUntil(ctx, household.id)) === undefined) throw new Problem(jointProblems.noAuthorisation, {})
  const [newest] = (await casesOfHousehold(ctx, household.id)).filter(({ kind }) => kind === 'monitoring')
  const enclosure = await enclosed(ctx, household, body.period, newest)
  if (enclosure.statement?.version === 0) throw new Problem(jointProblems.notSaved, { period: body.period })
  const row = await insertReferral(ctx, {
    direction: 'to_civil_affairs',
    officeId: office.id,
    caseId: newest?.id ?? null,
    household,
    grade: body.grade,
    reason: body.reason,
    enclosure,
    dueOn: dueBy(ctx, 'joint/answer_days', household.divisionCode),
  })
  if (newest !== undefined) await noteOn(ctx, newest.id, `移交${office.name}（建议：${body.grade}），应于 ${row.due_on} 前答复`)
  return recorded(ctx, row, 'referral.sent', { grade: body.grade })
}

/** Civil affairs hands over a household of its lists, found by one member's number and name. */
export async function offerReferral(ctx: Context, { name, idNumber, grade, reason }: z.infer<typeof offerBody>): Promise<Sent> {
  requireCivilAffairs(ctx)
  requireGrade(ctx, grade)
  const check = checkIdNumber(cleanIdNumber(idNumber).text, ctx.today)
  if (check.kind === 'invalid') throw new Problem(jointProblems.badNumber, {})
  const found = await householdOfPerson(ctx, ctx.vault.index(citizenNumber(check.number) ?? check.number), name)
  const household = found === undefined ? undefined : await householdById(ctx, found)
  if (household === undefined) throw new Problem(jointProblems.personUnknown, {})
  await refuseSecond(ctx, household.id, 'from_civil_affairs')
  const row = await insertReferral(ctx, {
    direction: 'from_civil_affairs',
    officeId: ctx.officer.officeId,
    caseId: null,
    household,
    grade,
    reason,
    enclosure: { statement: null, members: [], risks: [], caseState: null } satisfies Enclosure,
    dueOn: dueBy(ctx, 'joint/take_days', household.divisionCode),
  })
  return recorded(ctx, row, 'referral.offered', { grade })
}

/** One move by one side; refuses what is stale, not open to that side, and incomplete. */
export async function actOnReferral(
  ctx: Context,
  id: number,
  action: ReferralAction,
  side: Side,
  body: ActBody,
): Promise<z.infer<typeof acted>> {
  const row = await seenReferral(ctx, id, side)
  if (row.version !== body.version) throw new Problem(storeProblems.stale, { changed: [] })
  const to = movedTo(row.direction, row.state, action, side)
  if (to === undefined)
    throw new Problem(jointProblems.notOpen, { action: actionLabels[action], state: stateLabels[row.direction][row.state] })
  if ((action === 'refuse' || action === 'withdraw') && body.answer === '')
    throw new Problem(jointProblems.reasonMissing, { action: actionLabels[action] })
  const granted = action === 'grant' ? grantOf(ctx, body) : {}
  const taken = row.direction === 'from_civil_affairs' && action === 'accept' ? await takeUp(ctx, row, body.answer) : {}
  const end: ReferralChange = to === 'accepted' ? {} : { answered_on: ctx.today }
  const done = await changeReferral(ctx, row, { state: to, answer: body.answer, ...end, ...granted, ...taken })
  await insertReferralEvent(ctx, done, action, { ...(done.granted === null ? {} : { grade: done.granted }), text: done.answer })
  await tellCase(ctx, done, action)
  await recordActs(ctx, [
    {
      action: 'referral.answered',
      subjectKind: 'referral',
      subjectId: id,
      divisionCode: row.division_code,
      details: { action, state: done.state },
    },
  ])
  return { id, version: done.version, stateLabel: stateLabels[done.direction][done.state], caseId: done.case_id }
}

/** The referral locked, for whoever may see it: civil affairs sees its own office's only. */
async function seenReferral(ctx: Context, id: number, side: Side): Promise<ReferralRow> {
  const row = await lockedReferral(ctx, id)
  if (row === undefined || (side === 'theirs' && row.office_id !== ctx.officer.officeId))
    throw new Problem(storeProblems.notFound, { what: '这一件移交' })
  return row
}

function grantOf(ctx: Context, { grade, from, until }: ActBody): ReferralChange {
  if (grade === undefined || from === undefined) throw new Problem(jointProblems.grantMissing, {})
  requireGrade(ctx, grade)
  if (until !== undefined && until < from) throw new Problem(jointProblems.ends, { from, until })
  const last = grade === '刚性支出困难' ? lastValid(ctx, plainDay(from)) : undefined
  if (last !== undefined && until !== undefined && until > last.day)
    throw new Problem(jointProblems.tooLong, { months: last.months, until: last.day })
  return { granted: grade, granted_from: from, granted_until: until ?? last?.day ?? null }
}

/** A rigid-spending household is one for so many months only. */
function lastValid(ctx: Context, from: PlainDay): { months: number; day: PlainDay } | undefined {
  const months = resolveParameter(ctx.policy, 'relief/rigid_valid_months', ctx.officer.area, from)?.value
  return typeof months === 'number' ? { months, day: addDays(addMonths(from, months), -1) } : undefined
}

/** Into the household's case, and into the next visit; a household that is helped already has its answer at once. */
async function takeUp(ctx: Context, row: ReferralRow, note: string): Promise<ReferralChange> {
  const source = { kind: 'referral', id: String(row.id) }
  const { caseId } = await openCase(ctx, {
    householdId: row.household_id,
    channel: 'department_screening',
    source,
    note: `民政部门移来（${row.grade}）：${row.reason}${note === '' ? '' : `；${note}`}`,
  })
  const theCase = await caseById(ctx, caseId)
  if (theCase !== undefined && theCase.recognised_on !== null)
    return {
      case_id: caseId,
      state: 'granted',
      granted: theCase.object_kind ?? '监测对象',
      granted_from: theCase.recognised_on,
      answered_on: ctx.today,
      answer: `${theCase.recognised_on} 已纳入监测帮扶`,
    }
  const due = dueBy(ctx, 'case/visit_days', row.division_code)
  await askVisit(ctx, {
    householdId: row.household_id,
    caseId,
    purpose: 'verification',
    dueOn: due,
    questions: [
      `民政部门移来（${row.grade}）：${row.reason}，是否属实？`,
      '收入和支出各项是否与收支表一致？两个部门共用这次核实，不再另行入户。',
    ],
    officerId: null,
    source: `referral:${row.id}`,
  })
  return { case_id: caseId }
}

/** What civil affairs answers comes back to the case it was sent from. */
async function tellCase(ctx: Context, row: ReferralRow, action: ReferralAction): Promise<void> {
  if (row.direction !== 'to_civil_affairs' || row.case_id === null || action === 'withdraw') return
  const until = row.granted_until === null ? '' : `至 ${row.granted_until}`
  const said = row.granted === null ? '' : `：${row.granted}，${row.granted_from} 起${until}`
  await noteOn(
    ctx,
    row.case_id,
    `民政部门答复：${stateLabels.to_civil_affairs[row.state]}${said}${row.answer === '' ? '' : `（${row.answer}）`}`,
  )
}

async function noteOn(ctx: Context, caseId: number, text: string): Promise<void> {
  const row = await caseById(ctx, caseId)
  if (row !== undefined) await noteCase(ctx, caseId, { version: row.version, text })
}

async function enclosed(ctx: Context, household: Household, period: string, theCase: CaseRow | undefined): Promise<Enclosure> {
  const statement = await statementOf(ctx, household.id, period)
  const { members } = await openHousehold(ctx, household.id, undefined)
  return {
    statement: { ...statement, lines: statement.lines.map((line) => ({ ...line, proposals: [] })) },
    members: members.map(({ name, relation, age, values }) => ({ name, relation, age, labour: values.labour_ability ?? '' })),
    risks: theCase?.risks ?? [],
    caseState: theCase === undefined ? null : stateLabel(theCase),
  }
}

async function presentHousehold(ctx: Context, id: number): Promise<Household> {
  const household = await householdById(ctx, id)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  if (!household.isPresent) throw new Problem(caseProblems.householdGone, { number: household.householdNumber })
  return household
}

async function refuseSecond(ctx: Context, householdId: number, direction: ReferralRow['direction']): Promise<void> {
  const there = await waitingReferral(ctx, householdId, direction)
  if (there !== undefined) throw new Problem(jointProblems.alreadyOpen, { on: there.sent_on, due: there.due_on })
}

/** Categories of social assistance by code. */
export const gradesOf = (ctx: Context): { code: string; label: string }[] =>
  Object.entries(jointPolicy(ctx.policy).ruleSets.civil_affairs.grades).map(([code, { label }]) => ({ code, label }))

function requireGrade(ctx: Context, grade: string): void {
  const grades = gradesOf(ctx)
  if (!grades.some(({ code }) => code === grade))
    throw new Problem(jointProblems.gradeUnknown, { found: grade, allowed: grades.map(({ code }) => code) })
}

/** A liaison of another department has the same role, and nothing to do with relief. */
export function requireCivilAffairs({ officer }: Context): void {
  if (!officer.datasets?.has(reliefDataset)) throw new Problem(jointProblems.notCivilAffairs, {})
}

/** In days or working days as the parameter says. */
function dueBy(ctx: Context, key: string, division: string): PlainDay {
  const found = resolveParameter(ctx.policy, key, division, ctx.today)
  const days = Number(found?.value ?? 0)
  return found?.unit === '工作日' ? addWorkingDays(ctx.today, days, calendarOf(ctx.policy)).day : addDays(ctx.today, days)
}

async function recorded(ctx: Context, row: ReferralRow, action: string, details: { grade: string }): Promise<Sent> {
  await recordActs(ctx, [{ action, subjectKind: 'referral', subjectId: row.id, divisionCode: row.division_code, details }])
  return { id: row.id, dueOn: row.due_on, version: row.version }
}
