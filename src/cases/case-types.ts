/** What a case is made of: its row, its events, what a move records, and what a part of this room contributes. */
import type { Context } from '../store/index.ts'
import type { CaseAction, CaseKind, CaseState, RecordKind } from './lifecycles.ts'

export type { CaseAction, CaseKind, CaseState, RecordKind } from './lifecycles.ts'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue | undefined }
export type JsonObject = { [key: string]: JsonValue | undefined }

export const channels = ['department_screening', 'self_application', 'cadre_visit', 'consultation_line', 'social_tip'] as const
export type Channel = (typeof channels)[number]

/** Where a case was asked for: a lead, an application, a visit, a consultation, a tip, a campaign; `id` is its number there. */
export interface CaseSource {
  kind: string
  id: string
}

/** A row of `cases`; days are `YYYY-MM-DD`. */
export interface CaseRow {
  id: number
  division_code: string
  kind: CaseKind
  household_id: number
  household_number: string
  head_name: string
  township: string
  village: string
  episode: number
  state: CaseState
  state_since: string
  /** Since when forms, minutes and photos count for the present stay; a hold does not begin a new one. */
  entered_at: Date
  /** The state before. */
  came_from: CaseState | null
  escalated_to: 'township' | 'county' | 'prefecture' | null
  is_open: boolean
  opened_on: string
  channel: Channel
  risks: string[]
  object_kind: string | null
  responsible_id: number | null
  responsible_name: string | null
  is_green_channel: boolean
  recognised_on: string | null
  cleared_on: string | null
  clearing_mode: 'assisted' | 'natural' | null
  end_reason: string | null
  /** The number of its last event. */
  version: number
}

export const caseEventKinds = [
  'opened',
  'moved',
  'channel_added',
  'assigned',
  'member_joined',
  'member_left',
  'green_channel',
  'noted',
  'reminded',
  'escalated',
  'redated',
  'household_changed',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

/** What is due from an event on. */
export interface Deadline {
  /** A state, or `from..until` of a span. */
  about: string
  /** The event with which the counting began. */
  entered_seq: number
  starts_on: string
  /** The first day on which the next move is open. */
  not_before: string | null
  /** The last day in time. */
  due_on: string | null
  /** Counted over days whose holidays were not yet known. */
  is_provisional: boolean
  basis: string
}

/** A row of `case_events`. */
export interface CaseEvent {
  seq: number
  at: Date
  on_day: string
  officer_id: number
  officer_name: string
  kind: CaseEventKind
  action: CaseAction | null
  from_state: CaseState | null
  to_state: CaseState | null
  record: JsonObject
  deadlines: Deadline[]
}

/** What a move records, by kind of record. */
export type CaseRecord = Partial<Record<RecordKind, JsonValue>>

/**
 * The newest valid record of its kind that counts for the present stay (`theCase.entered_at`); nothing when there is none.
 * One that is there but does not do carries `obstacle`, a Chinese sentence saying why: it counts as missing and the officer reads it.
 * `label` says in a few words what was found.
 */
export type RecordFinder = (ctx: Context, theCase: CaseRow, action: CaseAction) => Promise<JsonObject | undefined>

/** What happens in the same transaction when a state is entered; `theCase` is already in it. */
export type EnterEffect = (ctx: Context, theCase: CaseRow, event: CaseEvent) => Promise<void>

/** What the parts of this room contribute to the moves. */
export interface CaseParts {
  readonly records: Readonly<Partial<Record<RecordKind, RecordFinder>>>
  readonly onEnter: Readonly<Partial<Record<CaseState, readonly EnterEffect[]>>>
}

export interface NewCase {
  householdId: number
  kind?: CaseKind
  channel: Channel
  source: CaseSource
  /** Risk codes, the weightiest first. */
  risks?: readonly string[]
  note?: string
}

/** A file about something of a case, a household or a village. */
export interface NewAttachment {
  caseId?: number
  householdId?: number
  /** Needed only where neither a case nor a household says it. */
  divisionCode?: string
  /** `case`, `visit`, `meeting`, `notice`, `application`, `measure`, `authorisation`, `objection`. */
  about: string
  aboutId: string
  kind: 'photo' | 'signature' | 'scan' | 'document'
  /** Plain bytes, read and not moved. */
  path: string
  name: string
  caption?: string
  takenAt?: Date | null
  latitude?: number | null
  longitude?: number | null
  /** Made by the phone: sent twice, kept once. */
  clientKey?: string | null
}

export interface Attachment {
  id: number
  caseId: number | null
  householdId: number | null
  about: string
  aboutId: string
  kind: NewAttachment['kind']
  name: string
  size: number
  caption: string
  takenAt: string | null
  latitude: string | null
  longitude: string | null
  addedBy: string
  addedAt: string
  clientKey: string | null
}
