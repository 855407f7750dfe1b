/** A case as an officer saw it, brought up to date with the register before anything is done to it. */
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import type { CaseRow } from './case-types.ts'
import { eventsOf, householdForCase, lockedCase, membersOf, personsOf } from './cases.queries.ts'
import { goneFromRegister, memberChanges } from './members.rules.ts'
import { eventLabel } from './words.rules.ts'
import { appended } from './writing.ts'

/** The case, locked; outside the area it is not found, changed meanwhile it is stale. */
export async function seenCase(ctx: Context, id: number, version: number): Promise<CaseRow> {
  const row = await lockedCase(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  if (row.version === version) return row
  const since = (await eventsOf(ctx, id)).filter(({ seq }) => seq > version).reverse()
  throw new Problem(storeProblems.stale, { changed: since.slice(0, 3).map((event) => `${event.officer_name}：${eventLabel(event)}`) })
}

/** Members and head as the register has them today, each change an event; a case that is over stays as it was. */
export async function followRegister(ctx: Context, row: CaseRow): Promise<CaseRow> {
  if (!row.is_open) return row
  const household = await householdForCase(ctx, row.household_id)
  if (household === undefined) return row
  const { joining, leaving } = memberChanges(await membersOf(ctx, row.id), await personsOf(ctx, row.household_id))
  let now = row
  for (const { id: personId, name } of joining) now = (await appended(ctx, now, { kind: 'member_joined', record: { personId, name } })).row
  for (const personId of leaving)
    now = (await appended(ctx, now, { kind: 'member_left', record: { personId, reason: goneFromRegister } })).row
  if (household.is_present && household.head_name !== row.head_name)
    now = (await appended(ctx, now, { kind: 'household_changed', record: { headName: household.head_name } })).row
  return now
}
