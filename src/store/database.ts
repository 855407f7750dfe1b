/** The database door: one transaction per request, within the asker's area, by a role that owns nothing. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { type PlainDay, Problem, plainDay } from '../kernel/index.ts'
import type { Policy } from '../policy/index.ts'
import { type ConstraintWords, translateDatabaseError } from './constraints.ts'
import type { Context, Officer } from './context.ts'
import { migrate } from './migrate.ts'
import { storeProblems } from './problems.ts'
import type { Database } from './schema.ts'

// Days stay `YYYY-MM-DD`, whole numbers of 64 bits stay numbers: none of ours comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface StoreOptions {
  /** Connection string of the owner; requests run as the role `xianjie_app`, which owns nothing. */
  url: string
  policy: () => Policy
  /** The clock, so that tests can stand on a day. */
  now?: () => Date
  constraints?: ConstraintWords
  connections?: number
  onError?: (error: Error) => void
}

/** Who asks, and under which number the log knows the request. */
export interface Asker {
  officer: Officer
  requestId: string
}

export interface Store {
  /** Runs one request's work in one transaction: its fate is the fate of the promise. Database errors come back as Problems. */
  transaction<T>(asker: Asker, work: (ctx: Context) => Promise<T>): Promise<T>
  /** As the owner of the schema, outside every wall: migrations, log-in, backup, the seal. Never for an officer's request. */
  asOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  readonly url: string
  readonly now: () => Date
  close(): Promise<void>
}

/** Migrates the database and opens the door. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const owner = new pg.Pool({ connectionString: options.url, max: 4 })
  const pool = new pg.Pool({ connectionString: options.url, max: options.connections ?? 20, options: '-c role=xianjie_app' })
  for (const one of [owner, pool]) one.on('error', (error) => options.onError?.(error))
  try {
    await prepare(owner)
  } catch (error) {
    await Promise.all([owner.end(), pool.end()])
    throw error
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const now = options.now ?? (() => new Date())
  const words = options.constraints ?? {}
  return {
    url: options.url,
    now,
    async transaction(asker, work) {
      try {
        return await db.transaction().execute(async (transaction) => {
          await enter(transaction, asker)
          const moment = now()
          return work({ db: transaction, ...asker, policy: options.policy(), now: moment, today: dayIn(moment) })
        })
      } catch (error) {
        throw translateDatabaseError(error, words)
      }
    },
    async asOwner(work) {
      const client = await owner.connect()
      try {
        return await work(client)
      } finally {
        client.release()
      }
    },
    async close() {
      await db.destroy()
      await owner.end()
    },
  }
}

async function prepare(owner: pg.Pool): Promise<void> {
  const client = await owner.connect().catch((error: Error) => {
    throw new Problem(storeProblems.unreachable, { reason: error.message }, { cause: error })
  })
  try {
    const { rows } = await client.query<{ number: string; name: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
    )
    if (Number(rows[0]?.number) < 150_000) throw new Problem(storeProblems.versionTooOld, { found: rows[0]?.name ?? '' })
    await migrate(client)
  } finally {
    client.release()
  }
}

/** Names the officer and the area to the row-level policies, for this transaction only. */
async function enter(db: Context['db'], { officer, requestId }: Asker): Promise<void> {
  await sql`SELECT set_config('xianjie.officer', ${String(officer.id)}, true), set_config('xianjie.request', ${requestId}, true),
    set_config('xianjie.area_from', ${officer.area}, true), set_config('xianjie.area_to', ${areaEnd(officer.area)}, true)`.execute(db)
}

/** The first code after all codes that begin with the area; a colon stands after the digits. */
export function areaEnd(area: string): string {
  return `${area}:`
}

const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in China at a moment. */
export function dayIn(moment: Date): PlainDay {
  return plainDay(inChina.format(moment))
}
