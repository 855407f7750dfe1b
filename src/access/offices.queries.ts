/** Offices within the wall: those of one's own area, and by name those above. */
import { sql } from 'kysely'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { byDay, byName, byNumber, byText, downwards, type Order, orderedBy, placeIn, standsAfter, upwards } from './list-order.sql.ts'
import type { Placed } from './lists.ts'
import type { Cursor } from './paging.rules.ts'

export interface Office {
  id: number
  divisionCode: string
  kind: string
  name: string
  datasets: string[]
  validFrom: string
  validUntil: string | null
  version: number
}

const columns = [
  'id',
  'division_code as divisionCode',
  'kind',
  'name',
  'datasets',
  'valid_from as validFrom',
  'valid_until as validUntil',
  'version',
] as const

/** One office; outside the wall it is not found. */
export async function officeById(ctx: Context, id: number): Promise<Office> {
  const found = await ctx.db.selectFrom('offices').select(columns).where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new Problem(storeProblems.notFound, { what: '这个机构' })
  return found
}

const number = byNumber(sql`id`)

/** In which order; offices that are alike in it stand by their number. */
export const officeOrders = {
  id: upwards(number),
  division: upwards(byText(sql`division_code`), number),
  name: upwards(byName(sql`name`), number),
  kind: upwards(byText(sql`kind`), byText(sql`division_code`), number),
  from: downwards(byDay(sql`valid_from`), number),
}

export interface OfficeFilter {
  under?: string | undefined
  kind?: string | undefined
  name?: string | undefined
  /** Hands in this dataset. */
  dataset?: string | undefined
}

export async function listOffices(
  ctx: Context,
  filter: OfficeFilter,
  order: Order,
  after: Cursor | undefined,
  limit: number,
): Promise<(Office & Placed)[]> {
  let query = ctx.db
    .selectFrom('offices')
    .select(columns)
    .select(placeIn(order).as('place'))
    .where(standsAfter(order, after))
    .orderBy(orderedBy(order))
    .limit(limit)
  if (filter.under !== undefined) query = query.where('division_code', '>=', filter.under).where('division_code', '<', `${filter.under}:`)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.dataset !== undefined) query = query.where(sql<boolean>`${filter.dataset} = ANY(datasets)`)
  if (filter.name !== undefined) query = query.where((where) => where(where.fn('strpos', ['name', where.val(filter.name)]), '>', 0))
  return query.execute()
}

/** All offices of the area, for names typed in a workbook. */
export async function officesInArea(ctx: Context): Promise<Office[]> {
  return ctx.db
    .selectFrom('offices')
    .select(columns)
    .where('division_code', '>=', ctx.officer.area)
    .where('division_code', '<', `${ctx.officer.area}:`)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', ctx.today)]))
    .execute()
}

export type NewOffice = Omit<Office, 'id' | 'version'>

export async function insertOffice(ctx: Context, office: NewOffice): Promise<number> {
  const { id } = await ctx.db
    .insertInto('offices')
    .values({
      division_code: office.divisionCode,
      kind: office.kind,
      name: office.name,
      datasets: office.datasets,
      valid_from: office.validFrom,
      valid_until: office.validUntil,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes over the version that was seen; another one meanwhile is stale. */
export async function updateOffice(
  ctx: Context,
  { id, version, name, datasets, validUntil }: Pick<Office, 'id' | 'version' | 'name' | 'datasets' | 'validUntil'>,
): Promise<void> {
  const done = await ctx.db
    .updateTable('offices')
    .set({ name, datasets, valid_until: validUntil, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) throw new Problem(storeProblems.stale, { changed: [] })
}
