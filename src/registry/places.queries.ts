/** Villages by name, and the household moved into one. */
import { divisionNames } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import type { Place } from './life.rules.ts'
import { registryProblems } from './problems.ts'

/** The village a household may move to: in the county, in the officer's area, and known. */
export async function placeFor(ctx: Context, from: string, to: string): Promise<Place> {
  if (to.slice(0, 6) !== from.slice(0, 6)) throw new Problem(registryProblems.otherCounty, {})
  requireBoth(ctx, from, to)
  return namedPlace(ctx, to)
}

/** Both villages see the household come or go; whoever holds only one of them cannot move it. */
export function requireBoth({ officer }: Context, one: string, other: string): void {
  if (!one.startsWith(officer.area) || !other.startsWith(officer.area)) throw new Problem(registryProblems.outsideMove, {})
}

/** As the households there write it, else as the divisions are called. */
export async function namedPlace(ctx: Context, divisionCode: string): Promise<Place> {
  const neighbour = await ctx.db
    .selectFrom('households')
    .select(['township', 'village'])
    .where('division_code', '=', divisionCode)
    .where('is_present', '=', true)
    .where('village', '<>', '')
    .limit(1)
    .executeTakeFirst()
  if (neighbour !== undefined) return { divisionCode, ...neighbour }
  const names = await divisionNames(ctx, [divisionCode, divisionCode.slice(0, 9)])
  const village = names.get(divisionCode)
  if (village === undefined) throw new Problem(registryProblems.unknownVillage, { code: divisionCode })
  return { divisionCode, township: names.get(divisionCode.slice(0, 9)) ?? '', village }
}

/** The row for lists goes where the open state is; leads and findings of the household follow by a rule of the database. */
export async function placeHousehold(ctx: Context, id: number, { divisionCode, township, village }: Place): Promise<void> {
  await ctx.db.updateTable('households').set({ division_code: divisionCode, township, village }).where('id', '=', id).execute()
}
