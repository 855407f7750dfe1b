/** The township's inbox: what came in, who it may be about, and what is already known of the same people. */
import { type SelectQueryBuilder, sql } from 'kysely'
import { areaEnd, type Context, type Database } from '../../store/index.ts'

export interface InboxFilter {
  division: string
  states?: readonly string[] | undefined
  channels?: readonly string[] | undefined
  isOverdue?: boolean | undefined
  /** Overdue, and told to this level. */
  toldTo?: string | undefined
  /** A result that nobody has been told yet. */
  isToTell?: boolean | undefined
  name?: string | undefined
}

const listed = [
  'a.id',
  'a.division_code',
  'a.channel',
  'a.way',
  'a.asks_for',
  'a.name',
  'a.asker_name',
  'a.asker_relation',
  'a.difficulty',
  'a.words',
  'a.received_on',
  'a.received_at',
  'a.due_on',
  'a.escalated_to',
  'a.entered_by',
  'a.state',
  'a.case_id',
  'a.household_id',
  'a.refusal',
  'a.note',
  'a.decided_on',
  'a.decided_by',
  'a.answer',
  'a.answered_on',
  'a.told_on',
  'a.told_how',
  'a.version',
] as const

type A = Database & { a: Database['applications'] }
const placeName = (length: 9 | 12) =>
  sql<string>`coalesce((SELECT d.name FROM divisions d WHERE d.code = left(a.division_code, ${sql.lit(length)}) AND length(a.division_code) >= ${sql.lit(length)}
    ORDER BY d.valid_from DESC LIMIT 1), '')`

const select = (ctx: Context) =>
  ctx.db
    .selectFrom('applications as a')
    .select([...listed])
    .select([
      placeName(9).as('township'),
      placeName(12).as('village'),
      sql<string | null>`(SELECT k.state FROM cases k WHERE k.id = a.case_id)`.as('case_state'),
      sql<string | null>`(SELECT k.state_since FROM cases k WHERE k.id = a.case_id)`.as('case_since'),
      sql<boolean>`a.id_index IS NOT NULL AND EXISTS (SELECT FROM applications o WHERE o.id_index = a.id_index AND o.id <> a.id)`.as(
        'has_twin',
      ),
      sql<boolean>`EXISTS (SELECT FROM application_photos p WHERE p.application_id = a.id)`.as('has_photo'),
    ])

export type InboxRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function filtered<O>(query: SelectQueryBuilder<A, 'a', O>, filter: InboxFilter, today: string): SelectQueryBuilder<A, 'a', O> {
  let asked = query.where('a.division_code', '>=', filter.division).where('a.division_code', '<', areaEnd(filter.division))
  if (filter.states !== undefined) asked = asked.where('a.state', 'in', [...filter.states])
  if (filter.channels !== undefined) asked = asked.where('a.channel', 'in', [...filter.channels])
  if (filter.isOverdue) asked = asked.where('a.state', '=', 'waiting').where('a.due_on', '<', today)
  if (filter.toldTo !== undefined) asked = asked.where('a.state', '=', 'waiting').where('a.escalated_to', '=', filter.toldTo)
  if (filter.isToTell) asked = asked.where('a.told_on', 'is', null).where(sql<boolean>`(a.state = 'refused' OR a.answer IS NOT NULL)`)
  if (filter.name !== undefined)
    asked = asked.where((row) => row.or([row('a.name', '=', filter.name ?? ''), row('a.asker_name', '=', filter.name ?? '')]))
  return asked
}

/** What waits first, the most urgent on top; then the decided, the newest on top. */
const order = sql<string>`CASE a.state WHEN 'waiting' THEN '0' || a.due_on::text ELSE '1' || (date '9999-12-31' - a.received_on)::text END`

export function inboxRows(
  ctx: Context,
  filter: InboxFilter,
  after: readonly (string | number)[] | undefined,
  limit: number,
): Promise<(InboxRow & { place: string })[]> {
  const query = filtered(select(ctx) as never, filter, ctx.today) as unknown as ReturnType<typeof select>
  const from = after === undefined ? query : query.where(sql<boolean>`(${order}, a.id) > (${after[0]}, ${after[1]})`)
  return from.select(order.as('place')).orderBy(order).orderBy('a.id').limit(limit).execute()
}

export interface InboxCounts {
  waiting: number
  overdue: number
  to_tell: number
  told: number
}

export async function inboxCounts(ctx: Context, division: string, level: string): Promise<InboxCounts> {
  const { rows } = await sql<InboxCounts>`SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'waiting' AND due_on < ${ctx.today}::date)::int AS overdue,
      count(*) FILTER (WHERE told_on IS NULL AND (state = 'refused' OR answer IS NOT NULL))::int AS to_tell,
      count(*) FILTER (WHERE state = 'waiting' AND escalated_to = ${level})::int AS told
    FROM applications WHERE division_code >= ${division} AND division_code < ${areaEnd(division)}`.execute(ctx.db)
  return rows[0] ?? { waiting: 0, overdue: 0, to_tell: 0, told: 0 }
}

export async function inboxRow(ctx: Context, id: number): Promise<InboxRow | undefined> {
  return select(ctx).where('a.id', '=', id).executeTakeFirst()
}

export interface SealedOfApplication {
  id_sealed: Buffer | null
  id_index: Buffer | null
  phone_sealed: Buffer | null
  asker_phone_sealed: Buffer | null
  follow_up_sealed: Buffer
}

export function sealedOf(ctx: Context, id: number): Promise<SealedOfApplication> {
  return ctx.db
    .selectFrom('applications')
    .select(['id_sealed', 'id_index', 'phone_sealed', 'asker_phone_sealed', 'follow_up_sealed'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function photoOf(ctx: Context, id: number): Promise<Buffer | undefined> {
  const row = await ctx.db.selectFrom('application_photos').select('photo_sealed').where('application_id', '=', id).executeTakeFirst()
  return row?.photo_sealed
}

/** Others that name the same person, or the household this one was taken for. */
export function twinsOf(ctx: Context, row: Pick<InboxRow, 'id' | 'household_id'>, idIndex: Buffer | null): Promise<InboxRow[]> {
  return select(ctx)
    .where('a.id', '<>', row.id)
    .where((one) =>
      one.or([
        ...(idIndex === null ? [] : [one('a.id_index', '=', idIndex)]),
        ...(row.household_id === null ? [] : [one('a.household_id', '=', row.household_id)]),
        one.lit(false),
      ]),
    )
    .orderBy('a.received_at', 'desc')
    .limit(20)
    .execute()
}

export interface Candidate {
  household_id: number
  household_number: string
  head_name: string
  township: string
  village: string
  group_name: string
  member_name: string
  is_monitored: boolean
  by: '证件号码' | '二维码' | '姓名'
  case_id: number | null
  case_state: string | null
  case_since: string | null
  case_channels: string[]
  open_leads: number
}

/** Households the request may be about: by identity number, by the household's own code, by name in the place; the surest first. */
export async function candidatesOf(ctx: Context, id: number, idIndex: Buffer | null): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    WITH one AS (SELECT a.*, c.household_id AS code_household FROM applications a LEFT JOIN one_codes c ON c.id = a.code_id WHERE a.id = ${id}),
    found AS (
      SELECT p.household_id, p.name AS member_name, 1 AS rank, '证件号码' AS by FROM persons p WHERE p.id_index = ${idIndex}::bytea AND p.household_id IS NOT NULL
      UNION ALL
      SELECT o.code_household, '', 2, '二维码' FROM one o WHERE o.code_household IS NOT NULL
      UNION ALL
      (SELECT p.household_id, p.name, 3, '姓名' FROM one o JOIN persons p ON p.name = o.name AND p.household_id IS NOT NULL
        AND p.division_code >= o.division_code AND p.division_code < o.division_code || ':' LIMIT 20)),
    best AS (SELECT DISTINCT ON (household_id) * FROM found ORDER BY household_id, rank)
    SELECT h.id AS household_id, h.household_number, h.head_name, h.township, h.village, h.group_name, b.member_name, h.is_monitored, b.by,
      k.id AS case_id, k.state AS case_state, k.state_since AS case_since,
      ARRAY(SELECT DISTINCT n.channel FROM case_channels n WHERE n.case_id = k.id ORDER BY 1) AS case_channels,
      (SELECT count(*)::int FROM leads l WHERE l.household_number = h.household_number AND l.division_code = h.division_code AND l.state <> 'closed') AS open_leads
    FROM best b JOIN households h ON h.id = b.household_id AND h.is_present
    LEFT JOIN cases k ON k.household_id = h.id AND k.is_open AND k.kind = 'monitoring'
    ORDER BY b.rank, h.household_number LIMIT 20`.execute(ctx.db)
  return rows
}

/** The row as others may not change it until the transaction ends. */
export async function lockedApplication(ctx: Context, id: number) {
  return ctx.db
    .selectFrom('applications')
    .select(['id', 'division_code', 'channel', 'way', 'state', 'difficulty', 'answer', 'decided_on', 'decided_by', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export type Decision = {
  state: 'accepted' | 'refused'
  case_id?: number
  household_id?: number
  division_code?: string
  refusal?: string
  answer?: string
  answered_on?: string
  note: string
}

/** Writes a decision; what belongs to the request moves to the village with it. */
export async function writeDecision(ctx: Context, id: number, decision: Decision): Promise<void> {
  await ctx.db
    .updateTable('applications')
    .set((row) => ({ ...decision, decided_on: ctx.today, decided_by: ctx.officer.name, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  if (decision.division_code === undefined) return
  const { division_code } = decision
  await ctx.db.updateTable('application_photos').set({ division_code }).where('application_id', '=', id).execute()
}

export async function writeTold(ctx: Context, id: number, how: 'paper' | 'phone' | 'visit'): Promise<void> {
  await ctx.db
    .updateTable('applications')
    .set((row) => ({ told_on: ctx.today, told_how: how, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export interface NewApplication {
  division_code: string
  channel: string
  way: string
  asks_for: string
  name: string
  id_sealed: Buffer | null
  id_index: Buffer | null
  phone_sealed: Buffer | null
  asker_name: string
  asker_relation: string
  asker_phone_sealed: Buffer | null
  difficulty: string
  words: string
  received_on: string
  due_on: string
  follow_up_index: Buffer
  follow_up_sealed: Buffer
  client_key: string
}

export async function insertApplication(ctx: Context, one: NewApplication, photoSealed: Buffer | null): Promise<number> {
  const values = { ...one, received_at: ctx.now, entered_by: ctx.officer.name }
  const { id } = await ctx.db.insertInto('applications').values(values).returning('id').executeTakeFirstOrThrow()
  if (photoSealed !== null) {
    const photo = { application_id: id, division_code: one.division_code, photo_sealed: photoSealed }
    await ctx.db.insertInto('application_photos').values(photo).execute()
  }
  return id
}
