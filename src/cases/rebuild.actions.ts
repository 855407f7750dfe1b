/** A case told again by its events: what stands in the tables must be the same. */
import { isDeepStrictEqual } from 'node:util'
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { deadlinesOf, eventsOf, lockedCase, membersOf, writeStanding } from './cases.queries.ts'
import { type CaseStanding, replayed } from './projection.rules.ts'

/** What the tables say of a case. */
async function standing(ctx: Context, id: number): Promise<CaseStanding> {
  const row = await lockedCase(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  return { row, deadlines: await deadlinesOf(ctx, id), members: await membersOf(ctx, id) }
}

const byKey = ({ row, deadlines, members }: CaseStanding): CaseStanding => ({
  row,
  deadlines: [...deadlines].sort((one, other) => one.entered_seq - other.entered_seq || (one.about < other.about ? -1 : 1)),
  members: [...members].sort((one, other) => one.person_id - other.person_id),
})

/** Writes what the events say where the tables say something else; answers whether they did. */
export async function rebuildCase(ctx: Context, id: number): Promise<boolean> {
  const before = await standing(ctx, id)
  const told = replayed({ id, division_code: before.row.division_code }, await eventsOf(ctx, id))
  if (isDeepStrictEqual(byKey(before), byKey(told))) return false
  await writeStanding(ctx, told)
  return true
}
