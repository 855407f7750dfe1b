/** Requests already answered: a repeated write with the same key gets the same answer and does nothing twice. */
import { sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import type { Context } from '../../store/index.ts'
import { serverProblems } from './problems.ts'

export interface Answered {
  status: number
  body: string | null
}

/** The answer given before; two requests with one key wait for each other. */
export async function answeredBefore(ctx: Context, key: string, fingerprint: string): Promise<Answered | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.officer.id} ${key}`}, 0))`.execute(ctx.db)
  const row = await ctx.db
    .selectFrom('answered_requests')
    .select(['fingerprint', 'status', 'body'])
    .where('officer_id', '=', ctx.officer.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (row !== undefined && row.fingerprint !== fingerprint) throw new Problem(serverProblems.keyReused, {})
  return row
}

/** Keeps an answer with the work it belongs to, in the same transaction. */
export async function keepAnswer(ctx: Context, key: string, fingerprint: string, { status, body }: Answered): Promise<void> {
  await ctx.db
    .insertInto('answered_requests')
    .values({ officer_id: ctx.officer.id, key, fingerprint, status, body, answered_at: ctx.now })
    .execute()
}
