/** The ways by which a case was found, and what those who asked were told. */
import type { Context } from '../store/index.ts'
import type { CaseRow, Channel } from './case-types.ts'

export interface CaseChannel {
  channel: Channel
  source_kind: string
  source_id: string
  added_on: string
  answered_on: string | null
  answer: string | null
}

/** In the order in which they came. */
export async function channelsOf(ctx: Context, caseId: number): Promise<CaseChannel[]> {
  const rows = await ctx.db
    .selectFrom('case_channels')
    .select(['channel', 'source_kind', 'source_id', 'added_on', 'answered_on', 'answer'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
  return rows as CaseChannel[]
}

/** A way by which the case was found; the same source twice is kept once. Answers whether it is new. */
export async function insertChannel(
  ctx: Context,
  { id, division_code }: Pick<CaseRow, 'id' | 'division_code'>,
  channel: Channel,
  source: { kind: string; id: string },
): Promise<boolean> {
  const row = { division_code, case_id: id, channel, source_kind: source.kind, source_id: source.id, added_on: ctx.today }
  const made = await ctx.db
    .insertInto('case_channels')
    .values(row)
    .onConflict((there) => there.constraint('case_channels_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** Departments and officers read the answer here; who applied, called or wrote is answered by the part that took it in. */
export async function answerOwnChannels(ctx: Context, caseId: number, answer: string): Promise<void> {
  await ctx.db
    .updateTable('case_channels')
    .set({ answered_on: ctx.today, answer })
    .where('case_id', '=', caseId)
    .where('channel', 'in', ['department_screening', 'cadre_visit'])
    .execute()
}
