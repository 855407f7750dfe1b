/** One line of several in its own savepoint. */
import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Lets one line of several fail without the others. */
export async function separately<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT one_line`.execute(ctx.db)
  try {
    const answer = await work()
    await sql`RELEASE SAVEPOINT one_line`.execute(ctx.db)
    return answer
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT one_line`.execute(ctx.db)
    throw error
  }
}
