/** What a case is after its events: the one place where an event changes a row, whether it happens now or is read again. */
import { isOpenState } from '../kernel/index.ts'
import type { CaseEvent, CaseRow, Channel, Deadline, JsonObject } from './case-types.ts'
import { lifecycleOf } from './lifecycles.ts'

export interface StandingDeadline extends Deadline {
  met_on: string | null
}

export interface CaseMember {
  person_id: number
  joined_on: string
  left_on: string | null
  left_reason: string | null
}

/** Everything that follows from a case's events. */
export interface CaseStanding {
  row: CaseRow
  deadlines: readonly StandingDeadline[]
  members: readonly CaseMember[]
}

const mostRisks = 5
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The first event of a case says where it is and whose it is. */
export function opened(place: { id: number; division_code: string }, event: CaseEvent): CaseStanding {
  const { record, on_day, seq } = event
  const kind = record.kind as CaseRow['kind']
  const state = event.to_state ?? lifecycleOf(kind).initial
  const row: CaseRow = {
    ...place,
    kind,
    household_id: Number(record.householdId),
    household_number: text(record.householdNumber) ?? '',
    head_name: text(record.headName) ?? '',
    township: text(record.township) ?? '',
    village: text(record.village) ?? '',
    episode: Number(record.episode),
    state,
    state_since: on_day,
    entered_at: event.at,
    came_from: null,
    escalated_to: null,
    is_open: true,
    opened_on: on_day,
    channel: record.channel as Channel,
    risks: listOf(record.risks).slice(0, mostRisks),
    object_kind: null,
    responsible_id: null,
    responsible_name: null,
    is_green_channel: false,
    recognised_on: null,
    cleared_on: null,
    clearing_mode: null,
    end_reason: null,
    version: seq,
  }
  const members = (Array.isArray(record.members) ? record.members : []).map((id) => ({
    person_id: Number(id),
    joined_on: on_day,
    left_on: null,
    left_reason: null,
  }))
  return { row, deadlines: standing(event), members }
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const standing = ({ deadlines }: CaseEvent): StandingDeadline[] => deadlines.map((one) => ({ ...one, met_on: null }))

/** The case after one more event. */
export function afterEvent(before: CaseStanding, event: CaseEvent): CaseStanding {
  const changed = event.kind === 'moved' ? moved(before, event) : stayed(before, event)
  return { ...changed, row: { ...changed.row, version: event.seq } }
}

function stayed({ row, deadlines, members }: CaseStanding, event: CaseEvent): CaseStanding {
  const { record, kind, on_day } = event
  const same = { row, deadlines, members }
  const personId = Number(record.personId)
  switch (kind) {
    case 'channel_added':
      return { ...same, row: { ...row, risks: [...new Set([...row.risks, ...listOf(record.risks)])].slice(0, mostRisks) } }
    case 'assigned':
      return { ...same, row: { ...row, responsible_id: Number(record.officerId), responsible_name: text(record.officerName) } }
    case 'green_channel':
      return { ...same, row: { ...row, is_green_channel: record.isOn === true } }
    case 'escalated':
      return { ...same, row: { ...row, escalated_to: record.to as CaseRow['escalated_to'] } }
    case 'household_changed':
      return { ...same, row: { ...row, head_name: text(record.headName) ?? row.head_name } }
    case 'redated':
      return { ...same, deadlines: deadlines.map((one) => ({ ...one, ...event.deadlines.find((newer) => isSame(one, newer)) })) }
    case 'member_joined':
      return { ...same, members: [...members.filter(({ person_id }) => person_id !== personId), joined(personId, on_day)] }
    case 'member_left': {
      const left = { left_on: on_day, left_reason: text(record.reason) }
      return { ...same, members: members.map((one) => (one.person_id === personId ? { ...one, ...left } : one)) }
    }
    default:
      return same
  }
}

const joined = (person_id: number, joined_on: string): CaseMember => ({ person_id, joined_on, left_on: null, left_reason: null })
const isSame = (one: Deadline, other: Deadline): boolean => one.about === other.about && one.entered_seq === other.entered_seq

function moved({ row, deadlines, members }: CaseStanding, event: CaseEvent): CaseStanding {
  const { states } = lifecycleOf(row.kind)
  const [from, to] = [row.state, event.to_state ?? row.state]
  const isOpen = isOpenState({ states }, to)
  // What is held keeps its stay, and so does what comes back from a hold.
  const staysOn = states[to].kind === 'hold' || (states[from].kind === 'hold' && to === row.came_from)
  const met = (one: StandingDeadline) => !isOpen || one.about === from || one.about.endsWith(`..${to}`)
  return {
    row: {
      ...row,
      ...recorded(event.record),
      ...milestones(row, to, event),
      state: to,
      state_since: event.on_day,
      entered_at: staysOn ? row.entered_at : event.at,
      came_from: from,
      escalated_to: null,
      is_open: isOpen,
      end_reason: isOpen ? null : text(event.record.reason),
    },
    deadlines: [...deadlines.map((one) => (one.met_on === null && met(one) ? { ...one, met_on: event.on_day } : one)), ...standing(event)],
    members,
  }
}

/** What a move's records say about the case itself. */
function recorded(record: JsonObject): Partial<CaseRow> {
  const visitor = record.visitor as JsonObject | undefined
  const mode = text(record.clearing_mode)
  return {
    ...(visitor ? { responsible_id: Number(visitor.officerId), responsible_name: text(visitor.officerName) } : {}),
    ...(record.risk_factors ? { risks: listOf(record.risk_factors).slice(0, mostRisks) } : {}),
    ...(record.object_kind ? { object_kind: text(record.object_kind) } : {}),
    ...(mode === null ? {} : { clearing_mode: mode as NonNullable<CaseRow['clearing_mode']> }),
  }
}

function milestones(row: CaseRow, to: CaseRow['state'], { on_day }: CaseEvent): Partial<CaseRow> {
  if (to === 'assisted') return { recognised_on: row.recognised_on ?? on_day, cleared_on: null, clearing_mode: null }
  return to === 'cleared' ? { cleared_on: on_day } : {}
}

/** The case as all its events tell it. */
export function replayed(place: { id: number; division_code: string }, events: readonly CaseEvent[]): CaseStanding {
  const [first, ...rest] = events
  if (first === undefined) throw new Error(`case ${place.id} has no events`)
  return rest.reduce(afterEvent, opened(place, first))
}
