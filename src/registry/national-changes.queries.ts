/** What must be changed in the national system: households touched here since its last export, and differences in which ours was kept. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'
import type { PersonState, Values } from './state.ts'
import { personState } from './states.queries.ts'

/** Everybody concerned: members as they are now, and those who left since; with what was done. */
export interface ChangedHousehold {
  householdNumber: string
  divisionCode: string
  township: string
  village: string
  values: Values
  notes: string[]
  persons: (PersonState & { householdNumberNow: string | null })[]
}

/** A workbook beyond this is not read by anybody. */
const mostHouseholds = 5000

/** Households with something to say to the national system, in the order of their places. */
export async function changedHouseholds(ctx: Context): Promise<Map<number, ChangedHousehold>> {
  const { rows } = await sql<{
    id: number
    household_number: string
    division_code: string
    township: string
    village: string
    values: Values
    notes: string[]
  }>`
    WITH said AS (
      SELECT t.household_id, a.id AS seq, a.on_day || ' ' || (a.details->>'summary') AS note FROM register_acts a JOIN register_act_households t ON t.act_id = a.id
      WHERE a.kind NOT IN ('load', 'take_over', 'undo') AND a.undone_by IS NULL AND a.reason <> '按全国系统'
        AND a.id > coalesce((SELECT max(l.id) FROM register_acts l WHERE l.kind = 'load' AND l.undone_by IS NULL AND l.division_code = left(t.division_code, 6)), 0)
      UNION ALL SELECT household_id, id, '' FROM register_differences WHERE decision = 'ours' AND household_id IS NOT NULL)
    SELECT h.id, h.household_number, h.division_code, h.township, h.village, coalesce(s.values, '{}') AS values, array_agg(DISTINCT said.note) FILTER (WHERE said.note <> '') AS notes
    FROM said JOIN households h ON h.id = said.household_id LEFT JOIN household_states s ON s.household_id = h.id AND s.until_on IS NULL AND s.replaced_by IS NULL
    GROUP BY h.id, s.values ORDER BY h.division_code, h.household_number LIMIT ${mostHouseholds}`.execute(ctx.db)
  const found = new Map<number, ChangedHousehold>()
  for (const row of rows)
    found.set(row.id, {
      householdNumber: row.household_number,
      divisionCode: row.division_code,
      township: row.township,
      village: row.village,
      values: row.values,
      notes: row.notes ?? [],
      persons: [],
    })
  await addPersons(ctx, found)
  return found
}

async function addPersons(ctx: Context, households: Map<number, ChangedHousehold>): Promise<void> {
  const ids = [...households.keys()]
  const states = await ctx.db
    .selectFrom('person_states')
    .selectAll()
    .where('until_on', 'is', null)
    .where('replaced_by', 'is', null)
    .where('person_id', 'in', (one) =>
      one.selectFrom('person_states as e').select('e.person_id').where('e.household_id', '=', sql<number>`ANY(${ids}::bigint[])`),
    )
    .orderBy('is_head', 'desc')
    .orderBy('person_id')
    .execute()
  const { rows: came } = await sql<{ household_id: number; person_id: number }>`
    SELECT DISTINCT household_id, person_id FROM person_states WHERE household_id = ANY(${ids}::bigint[])
      AND act_id NOT IN (SELECT a.id FROM register_acts a WHERE a.undone_by IS NOT NULL)`.execute(ctx.db)
  const { rows: numbers } = await sql<{ id: number; household_number: string }>`
    SELECT id, household_number FROM households WHERE id = ANY(${states.flatMap(({ household_id }) => household_id ?? [])}::bigint[])`.execute(
    ctx.db,
  )
  const numberOf = new Map(numbers.map(({ id, household_number }) => [id, household_number]))
  const byPerson = new Map(states.map((row) => [row.person_id, row]))
  for (const { household_id, person_id } of came) {
    const row = byPerson.get(person_id)
    if (row === undefined) continue
    const householdNumberNow = row.household_id === null ? null : (numberOf.get(row.household_id) ?? null)
    households.get(household_id)?.persons.push({ ...personState(row), householdNumberNow })
  }
}
