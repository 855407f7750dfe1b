/** One case with all that belongs to it, and what the officer who looks may do next; the look is recorded. */
import type { z } from 'zod'
import { permissions } from '../access/index.ts'
import { ageOn, Problem, parsePlainDay } from '../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../store/index.ts'
import { foundFor } from './act.actions.ts'
import { shown } from './attachments.actions.ts'
import { attachmentsOfCase } from './attachments.queries.ts'
import { type MemberRow, memberRows } from './card.queries.ts'
import type { CaseRow, RecordKind } from './case-types.ts'
import { casesOfHousehold, deadlinesOf, eventsOf } from './cases.queries.ts'
import { channelsOf } from './channels.queries.ts'
import { lifecycleOf } from './lifecycles.ts'
import { lineOf } from './lists.actions.ts'
import { type ListedCase, listedCase } from './lists.queries.ts'
import { type OpenMove, openMoves } from './moves.rules.ts'
import { parts } from './parts.ts'
import type { StandingDeadline } from './projection.rules.ts'
import { visitorsFor } from './records.queries.ts'
import { objectKinds, riskCodes, type TypedRecord } from './records.rules.ts'
import type { caseCard, neededRecord, openMove } from './shapes.ts'
import { stepsOf } from './steps.rules.ts'
import { actionLabels, channelLabels, deadlineLabel, eventLabel, eventText, recordLabels, stateLabel } from './words.rules.ts'

type Card = z.infer<typeof caseCard>

/** Everything about one case. */
export async function caseInFull(ctx: Context, id: number): Promise<Card> {
  const row = await listedCase(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  await recordActs(ctx, [{ action: 'case.seen', subjectKind: 'case', subjectId: id, divisionCode: row.division_code }])
  const [events, deadlines] = [await eventsOf(ctx, id), await deadlinesOf(ctx, id)]
  const visitors = await visitorsFor(ctx, row.division_code)
  return {
    ...lineOf(ctx, row),
    countyCode: row.division_code.slice(0, 6),
    steps: stepsOf(row, events),
    members: (await memberRows(ctx, id)).map((member) => memberLine(ctx, member)),
    channels: await channelLines(ctx, id),
    events: events
      .map((event) => ({
        seq: event.seq,
        at: event.at.toISOString(),
        kind: event.kind,
        label: eventLabel(event),
        officerName: event.officer_name,
        text: eventText(row.kind, event),
      }))
      .reverse(),
    deadlines: deadlines.map((one) => deadlineLine(ctx, row, one)),
    moves: await movesFor(ctx, row, deadlines),
    attachments: (await attachmentsOfCase(ctx, id)).map(shown),
    episodes: (await casesOfHousehold(ctx, row.household_id))
      .filter((one) => one.id !== id)
      .map((one) => ({ id: one.id, episode: one.episode, stateLabel: stateLabel(one), openedOn: one.opened_on })),
    options: {
      visitors: visitors.map((one) => ({ id: one.id, name: one.name, isOfVillage: one.division_code === row.division_code })),
      risks: riskCodes(ctx.policy),
      objectKinds: objectKinds(ctx.policy),
    },
  }
}

function memberLine({ today }: Context, row: MemberRow): Card['members'][number] {
  const born = row.born_on === null ? undefined : parsePlainDay(row.born_on)
  return {
    personId: row.person_id,
    name: row.name,
    relation: row.is_head ? '户主' : (row.relation ?? ''),
    age: born === undefined ? null : ageOn(born, today),
    health: row.health ?? '',
    labour: row.labour ?? '',
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    leftReason: row.left_reason,
  }
}

async function channelLines(ctx: Context, id: number): Promise<Card['channels']> {
  return (await channelsOf(ctx, id)).map((one) => ({
    channel: one.channel,
    label: channelLabels[one.channel],
    sourceKind: one.source_kind,
    sourceId: one.source_id,
    addedOn: one.added_on,
    answeredOn: one.answered_on,
    answer: one.answer,
  }))
}

const deadlineLine = ({ today }: Context, row: CaseRow, one: StandingDeadline): Card['deadlines'][number] => ({
  about: one.about,
  label: deadlineLabel(row.kind, one.about),
  startsOn: one.starts_on,
  notBefore: one.not_before,
  dueOn: one.due_on,
  metOn: one.met_on,
  isProvisional: one.is_provisional,
  isOverdue: one.due_on !== null && one.due_on < (one.met_on ?? today),
  basis: one.basis,
})

/** The moves open today; what is found for each is looked up only for those the officer may make. */
async function movesFor(ctx: Context, row: ListedCase, deadlines: readonly StandingDeadline[]): Promise<Card['moves']> {
  const moves: Card['moves'] = []
  for (const open of openMoves(row, deadlines, ctx.today)) moves.push(await moveLine(ctx, row, open))
  return moves
}

async function moveLine(ctx: Context, row: ListedCase, { move, earliest, closedSince }: OpenMove): Promise<z.infer<typeof openMove>> {
  const { states } = lifecycleOf(row.kind)
  const isPermitted = move.needs.some((word) => ctx.officer.permissions.has(word))
  const found = isPermitted ? await foundFor(ctx, parts, row, move) : []
  return {
    action: move.action,
    label: actionLabels[move.action],
    to: move.to,
    toLabel: states[move.to].label,
    way: wayOf(row, move.to),
    isPermitted,
    needs: move.needs.map((word) => permissions[word]),
    earliest,
    closedSince,
    records: found.map(({ kind, found: one, obstacle }) => {
      const value = one?.value ?? (kind === 'visitor' ? one?.officerId : undefined)
      return {
        kind,
        label: recordLabels[kind],
        found: one === undefined ? null : typeof one.label === 'string' ? one.label : '已有',
        obstacle,
        input: inputs[kind as TypedRecord] ?? null,
        ...(value === undefined ? {} : { proposed: value }),
      }
    }),
  }
}

const inputs: Readonly<Partial<Record<RecordKind, NonNullable<z.infer<typeof neededRecord>['input']>>>> = {
  visitor: 'officer',
  risk_factors: 'risks',
  object_kind: 'object_kind',
  clearing_mode: 'clearing_mode',
  opinion: 'text',
  reason: 'text',
}

/** By the order of the table, in which a case goes down. */
function wayOf(row: CaseRow, to: CaseRow['state']): 'forward' | 'back' | 'end' | 'hold' {
  const { states } = lifecycleOf(row.kind)
  const { kind } = states[to]
  if (kind === 'hold') return 'hold'
  if (to === 'cleared') return 'forward'
  if (kind !== 'open') return 'end'
  const order = Object.keys(states)
  return order.indexOf(to) > order.indexOf(row.state) ? 'forward' : 'back'
}
