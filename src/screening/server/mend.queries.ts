/** Households and members of the register behind a data-quality finding. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'

export function householdForMending(ctx: Context, divisionCode: string, householdNumber: string) {
  return ctx.db
    .selectFrom('households')
    .select(['id', 'version'])
    .where('household_number', '=', householdNumber)
    .where('division_code', '>=', divisionCode.slice(0, 6))
    .where('division_code', '<', `${divisionCode.slice(0, 6)}:`)
    .where('is_present', '=', true)
    .executeTakeFirst()
}

/** The member by person number, else by name when only one bears it. */
export async function memberForMending(ctx: Context, householdId: number, personRef: string): Promise<number | undefined> {
  const number = sql<string>`values ->> 'person_number'`
  const rows = await ctx.db
    .selectFrom('person_states')
    .select(['person_id', 'name', number.as('number')])
    .where('household_id', '=', householdId)
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .where((where) => where.or([where(number, '=', personRef), where('name', '=', personRef), where(sql`person_id::text`, '=', personRef)]))
    .execute()
  const byNumber = rows.find(({ number, person_id }) => number === personRef || String(person_id) === personRef)
  return byNumber?.person_id ?? (rows.length === 1 ? rows[0]?.person_id : undefined)
}
