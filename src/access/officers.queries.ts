/** Officers within the wall: only those of one's own area. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { byDay, byName, byNumber, byText, downwards, type Order, orderedBy, placeIn, standsAfter, upwards } from './list-order.sql.ts'
import type { Placed } from './lists.ts'
import type { Cursor } from './paging.rules.ts'

export interface OfficerRow {
  id: number
  name: string
  username: string
  role: string
  officeId: number
  officeName: string
  officeKind: string
  divisionCode: string
  validFrom: string
  validUntil: string | null
  isDisabled: boolean
  version: number
}

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom('officers')
    .innerJoin('offices', 'offices.id', 'officers.office_id')
    .select([
      'officers.id',
      'officers.name',
      'officers.username',
      'officers.role',
      'officers.office_id as officeId',
      'offices.name as officeName',
      'offices.kind as officeKind',
      'officers.division_code as divisionCode',
      'officers.valid_from as validFrom',
      'officers.valid_until as validUntil',
      'officers.version',
    ])
    .select((where) => where('officers.disabled_at', 'is not', null).as('isDisabled'))

const plain = (row: Omit<OfficerRow, 'isDisabled'> & { isDisabled: unknown }): OfficerRow => ({
  ...row,
  isDisabled: row.isDisabled === true,
})

/** One officer, locked against changes by others until this request ends; outside the wall not found. */
export async function officerForChange(ctx: Context, id: number): Promise<OfficerRow> {
  const found = await rows(ctx).where('officers.id', '=', id).forUpdate('officers').executeTakeFirst()
  if (found === undefined) throw new Problem(storeProblems.notFound, { what: '这个账号' })
  return plain(found)
}

export async function officerById(ctx: Context, id: number): Promise<OfficerRow> {
  const found = await rows(ctx).where('officers.id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Problem(storeProblems.notFound, { what: '这个账号' })
  return plain(found)
}

export interface OfficerFilter {
  under?: string | undefined
  office?: number | undefined
  role?: string | undefined
  /** A piece of the name or the beginning of the user name. */
  find?: string | undefined
  state: 'working' | 'ended' | 'all'
}

const number = byNumber(sql`officers.id`)

/** In which order; those who are alike in it stand by their number. */
export const officerOrders = {
  division: upwards(byText(sql`officers.division_code`), number),
  name: upwards(byName(sql`officers.name`), number),
  username: upwards(byText(sql`officers.username COLLATE "C"`), number),
  role: upwards(byText(sql`officers.role`), number),
  office: upwards(byName(sql`offices.name`), number),
  until: upwards(byDay(sql`coalesce(officers.valid_until, '9999-12-31'::date)`), number),
  newest: downwards(number),
}

export async function listOfficers(
  ctx: Context,
  filter: OfficerFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(OfficerRow & Placed)[]> {
  const works = sql<boolean>`(officers.disabled_at IS NULL AND coalesce(officers.valid_until, 'infinity') >= ${ctx.today}::date)`
  let query = rows(ctx).select(placeIn(order).as('place')).where(standsAfter(order, after)).orderBy(orderedBy(order)).limit(limit)
  if (filter.under !== undefined)
    query = query.where('officers.division_code', '>=', filter.under).where('officers.division_code', '<', `${filter.under}:`)
  if (filter.office !== undefined) query = query.where('officers.office_id', '=', filter.office)
  if (filter.role !== undefined) query = query.where('officers.role', '=', filter.role)
  if (filter.state === 'working') query = query.where(works)
  if (filter.state === 'ended') query = query.where(sql<boolean>`NOT ${works}`)
  if (filter.find !== undefined) {
    const found = sql<boolean>`(strpos(officers.name, ${filter.find}) > 0 OR starts_with(officers.username, lower(${filter.find})))`
    query = query.where(found)
  }
  return (await query.execute()).map((row) => ({ ...plain(row), place: row.place }))
}

/** Which of these user names are taken, anywhere in the nation; nothing else is told of those outside the area. */
export async function takenUsernames(ctx: Context, usernames: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows: taken } = await sql<{ username: string }>`SELECT username FROM auth.taken_usernames(${[...usernames]}::text[])`.execute(
    ctx.db,
  )
  return new Set(taken.map(({ username }) => username))
}

export interface NewOfficerRow {
  name: string
  username: string
  role: string
  officeId: number
  divisionCode: string
  validFrom: string
  validUntil: string | null
}

export async function insertOfficer(ctx: Context, officer: NewOfficerRow): Promise<number> {
  const { id } = await ctx.db
    .insertInto('officers')
    .values({
      name: officer.name,
      username: officer.username,
      role: officer.role,
      office_id: officer.officeId,
      division_code: officer.divisionCode,
      valid_from: officer.validFrom,
      valid_until: officer.validUntil,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the version that was locked before. */
export async function updateOfficer(ctx: Context, officer: OfficerRow): Promise<void> {
  await ctx.db
    .updateTable('officers')
    .set({
      name: officer.name,
      role: officer.role,
      office_id: officer.officeId,
      division_code: officer.divisionCode,
      valid_until: officer.validUntil,
      disabled_at: officer.isDisabled ? sql`coalesce(disabled_at, ${ctx.now})` : null,
      version: officer.version + 1,
    })
    .where('id', '=', officer.id)
    .execute()
}
