/** The inbox as officers see it: the list, one request with whom it may be about, and its full numbers on a reason. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { type CaseState, caseProblems, channelLabels, stateLabel } from '../core.ts'
import { told } from './answers.rules.ts'
import { channelPolicy } from './channel-policy.ts'
import {
  type Candidate,
  candidatesOf,
  type InboxFilter,
  type InboxRow,
  inboxCounts,
  inboxRow,
  inboxRows,
  photoOf,
  sealedOf,
  twinsOf,
} from './inbox.queries.ts'
import type { application, counts, formWords, inboxLine, inboxPage, inboxQuery, unmasked } from './inbox.shapes.ts'
import { consultationWays } from './inbox.shapes.ts'
import { levelLabels, levelOf } from './overdue.rules.ts'
import { channelProblems } from './problems.ts'
import { spelledOut } from './tokens.rules.ts'
import { mostPhoto, pictureType } from './typed.rules.ts'

type Line = z.infer<typeof inboxLine>

export const wayLabels: Readonly<Record<string, string>> = {
  page: '手机扫码',
  paper: '纸质申请',
  call_12317: '12317 来电',
  call_12345: '12345 转办',
  letter: '来信',
  visit: '来访',
  media: '媒体、网络',
}
export const stateLabels = { waiting: '待受理', accepted: '已受理', refused: '不予受理' } as const
export const askLabels: Readonly<Record<string, string>> = { own: '本人', proxy: '代办', other: '反映他人情况' }
const toldLabels: Readonly<Record<string, string>> = { code: '本人凭查询码查看', paper: '书面答复', phone: '电话告知', visit: '当面告知' }

function filterOf(ctx: Context, query: z.infer<typeof inboxQuery>): InboxFilter {
  const parts = (text: string | undefined) => text?.split(',')
  return {
    division: query.division ?? ctx.officer.area,
    states: parts(query.state),
    channels: parts(query.channel),
    isOverdue: query.overdue === 'true' || undefined,
    toldTo: query.told === 'true' ? levelOf(ctx.officer.area) : undefined,
    isToTell: query.toTell === 'true' || undefined,
    name: query.name === '' ? undefined : query.name,
  }
}

/** One page of what came in; an export has the same rows. */
export async function inboxList(ctx: Context, query: z.infer<typeof inboxQuery>): Promise<z.infer<typeof inboxPage> | FileAnswer> {
  const filter = filterOf(ctx, query)
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await inboxRows(ctx, filter, undefined, most)).map((row) => lineOf(ctx, row))
    return tableWorkbook(ctx, { name: '申请受理台账', divisionCode: filter.division, columns, rows })
  }
  const rows = await inboxRows(ctx, filter, readCursor(query.after), query.limit + 1)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last !== undefined ? JSON.stringify([last.place, last.id]) : null
  return { items: shown.map((row) => lineOf(ctx, row)), next: next === null ? null : Buffer.from(next).toString('base64url') }
}

function readCursor(cursor: string | undefined): (string | number)[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const [place, id, more] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[]
    if (typeof place === 'string' && typeof id === 'number' && more === undefined) return [place, id]
  } catch {
    // Told below, with all other cursors that nobody gave out.
  }
  throw new Problem(caseProblems.badCursor, {})
}

const columns = [
  ['收到日期', (one: Line) => one.receivedOn],
  ['来源', (one: Line) => one.channelLabel],
  ['方式', (one: Line) => one.wayLabel],
  ['乡镇', (one: Line) => one.township],
  ['村', (one: Line) => one.village],
  ['涉及谁', (one: Line) => one.name],
  ['由谁提出', (one: Line) => one.askerName],
  ['困难', (one: Line) => one.difficulty],
  ['情况说明', (one: Line) => one.words],
  ['应受理日期', (one: Line) => one.dueOn],
  ['是否逾期', (one: Line) => (one.isOverdue ? '是' : '')],
  ['督办', (one: Line) => (one.escalatedTo === null ? '' : `已转${levelLabels[one.escalatedTo]}`)],
  ['状态', (one: Line) => one.stateLabel],
  ['答复', (one: Line) => one.sentence],
  ['待告知', (one: Line) => (one.isToTell ? '是' : '')],
  ['帮扶事项', (one: Line) => one.caseId],
] as const

function lineOf(ctx: Context, row: InboxRow): Line {
  const state = row.state as Line['state']
  const { application: policy } = channelPolicy(ctx.policy)
  return {
    id: row.id,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    channel: row.channel as Line['channel'],
    channelLabel: channelLabels[row.channel as Line['channel']],
    way: row.way,
    wayLabel: wayLabels[row.way] ?? row.way,
    asksFor: row.asks_for as Line['asksFor'],
    name: row.name,
    askerName: row.asker_name,
    askerRelation: row.asker_relation,
    difficulty: row.difficulty,
    words: row.words,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    isOverdue: state === 'waiting' && row.due_on < ctx.today,
    escalatedTo: state === 'waiting' ? (row.escalated_to as Line['escalatedTo']) : null,
    state,
    stateLabel: stateLabels[state],
    sentence: told(row, policy).sentence,
    isToTell: row.told_on === null && (state === 'refused' || row.answer !== null),
    caseId: row.case_id,
    hasTwin: row.has_twin,
    version: row.version,
  }
}

export async function countsOf(ctx: Context): Promise<z.infer<typeof counts>> {
  const { waiting, overdue, to_tell, told } = await inboxCounts(ctx, ctx.officer.area, levelOf(ctx.officer.area))
  return { waiting, overdue, toTell: to_tell, told }
}

async function found(ctx: Context, id: number): Promise<InboxRow> {
  const row = await inboxRow(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这一件申请' })
  return row
}

/** Whose work it is gets the follow-up code for the slip; who only looks does not. */
export const mayHandOut = ({ officer }: Context) => officer.permissions.has('application.receive') || officer.permissions.has('case.visit')

/** One request with everything known of the same people; the look is recorded. */
export async function openApplication(ctx: Context, id: number): Promise<z.infer<typeof application>> {
  const row = await found(ctx, id)
  const sealed = await sealedOf(ctx, id)
  const policy = channelPolicy(ctx.policy).application
  const candidates = row.state === 'waiting' ? await candidatesOf(ctx, id, sealed.id_index) : []
  const twins = await twinsOf(ctx, row, sealed.id_index)
  await recordActs(ctx, [{ action: 'application.seen', subjectKind: 'application', subjectId: id, divisionCode: row.division_code }])
  const shown = (value: Buffer | null, head: number) => (value === null ? '' : covered(ctx.vault.open(value), head))
  return {
    ...lineOf(ctx, row),
    idNumber: shown(sealed.id_sealed, 6),
    phone: shown(sealed.phone_sealed, 3),
    askerPhone: shown(sealed.asker_phone_sealed, 3),
    enteredBy: row.entered_by ?? '',
    receivedAt: row.received_at.toISOString(),
    householdId: row.household_id,
    refusalLabel: policy.refusals[row.refusal ?? '']?.label ?? '',
    note: row.note,
    decidedOn: row.decided_on,
    decidedBy: row.decided_by ?? '',
    toldOn: row.told_on,
    toldHow: toldLabels[row.told_how ?? ''] ?? '',
    hasPhoto: row.has_photo,
    followUp: mayHandOut(ctx) ? spelledOut(ctx.vault.open(sealed.follow_up_sealed)) : '',
    told: told(row, policy),
    candidates: candidates.map(candidateOf),
    twins: twins.map((one) => lineOf(ctx, one)),
  }
}

const covered = (value: string, head: number): string =>
  value.length < 8 ? '*'.repeat(value.length) : `${value.slice(0, head)}${'*'.repeat(value.length - head - 4)}${value.slice(-4)}`

function candidateOf(one: Candidate): z.infer<typeof application>['candidates'][number] {
  const openCase =
    one.case_id === null
      ? null
      : {
          id: one.case_id,
          stateLabel: stateLabel({ kind: 'monitoring', state: one.case_state as CaseState }),
          since: one.case_since ?? '',
          channels: one.case_channels.map((channel) => channelLabels[channel as Line['channel']] ?? channel),
        }
  return {
    householdId: one.household_id,
    householdNumber: one.household_number,
    headName: one.head_name,
    township: one.township,
    village: one.village,
    groupName: one.group_name,
    memberName: one.member_name,
    isMonitored: one.is_monitored,
    by: one.by,
    openLeads: one.open_leads,
    openCase,
  }
}

/** The picture as it was sent, to be looked at and nothing else. */
export async function photoFile(ctx: Context, id: number): Promise<FileAnswer> {
  const row = await found(ctx, id)
  const sealed = await photoOf(ctx, id)
  if (sealed === undefined) throw new Problem(channelProblems.noPhoto, {})
  const photo = ctx.vault.open(sealed)
  const type = pictureType(photo) ?? 'image/jpeg'
  await recordActs(ctx, [{ action: 'application.photo_seen', subjectKind: 'application', subjectId: id, divisionCode: row.division_code }])
  return { kind: 'file', name: `申请${id}.${type === 'image/png' ? 'png' : 'jpg'}`, type, content: Buffer.from(photo, 'base64') }
}

/** The full numbers, to call back; recorded with the reason. */
export async function unmaskApplication(ctx: Context, id: number, reason: string): Promise<z.infer<typeof unmasked>> {
  const row = await found(ctx, id)
  const sealed = await sealedOf(ctx, id)
  const details = { reason }
  await recordActs(ctx, [
    { action: 'application.unmasked', subjectKind: 'application', subjectId: id, divisionCode: row.division_code, details },
  ])
  const open = (value: Buffer | null) => (value === null ? '' : ctx.vault.open(value))
  return { idNumber: open(sealed.id_sealed), phone: open(sealed.phone_sealed), askerPhone: open(sealed.asker_phone_sealed) }
}

/** What the forms offer, in the words of the policy. */
export function wordsOfForms(ctx: Context): z.infer<typeof formWords> {
  const { difficulties, relations, refusals } = channelPolicy(ctx.policy).application
  return {
    difficulties: Object.entries(difficulties).map(([code, plain]) => ({ code, label: code, plain })),
    relations,
    refusals: Object.entries(refusals).map(([id, words]) => ({ id, ...words })),
    ways: consultationWays.map((id) => ({ id, label: wayLabels[id] ?? id })),
    mostPhotoBytes: mostPhoto,
  }
}
