/** The database door: one transaction per request, within the asker's area, by a role that owns nothing. */
import { mkdir } from 'node:fs/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type PlainDay, Problem, plainDay } from '../kernel/index.ts'
import type { Policy } from '../policy/index.ts'
import { type ConstraintWords, translateDatabaseError } from './constraints.ts'
import type { Context, Store } from './context.ts'
import { jobQueue } from './job-queue.ts'
import { migrate } from './migrate.ts'
import { storeProblems } from './problems.ts'
import type { Database } from './schema.ts'
import { rememberKeys } from './sealing-keys.queries.ts'
import { enter, serverFacts } from './session.queries.ts'
import type { Vault } from './vault.ts'

// Days stay `YYYY-MM-DD`, whole numbers of 64 bits stay numbers: none of ours comes near 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface StoreOptions {
  /** Connection string of the owner; requests run as the role `xianjie_app`, which owns nothing. */
  url: string
  policy: () => Policy
  /** Brings what `policy` answers up to date with what officers changed. */
  policyChanged?: (store: Store) => Promise<void>
  vault: Vault
  /** Where kept files lie, sealed; made when it is missing. */
  filesFolder: string
  /** The clock, so that tests can stand on a day. */
  now?: () => Date
  constraints?: ConstraintWords
  connections?: number
  /** Folder of the migrations; the program's own unless given. */
  migrations?: string
  onError?: (error: Error) => void
}

/** Migrates the database and opens the door. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const onError = (error: Error) => options.onError?.(error)
  const owner = connections(options.url, 8, onError)
  const pool = connections(options.url, options.connections ?? 20, onError, '-c role=xianjie_app -c jit=off')
  try {
    await mkdir(options.filesFolder, { recursive: true, mode: 0o700 })
    await prepare(owner, options)
  } catch (error) {
    await Promise.all([owner.end(), pool.end()])
    throw error
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  const { url, vault, filesFolder } = options
  const shared = { vault, filesFolder, queue: jobQueue(owner, onError) }
  const store: Store = {
    ...shared,
    url,
    now: options.now ?? (() => new Date()),
    async transaction(asker, work) {
      const after: ((store: Store) => Promise<void>)[] = []
      const now = store.now()
      const rest = { ...shared, ...asker, policy: options.policy(), now, today: dayIn(now), afterCommit: keepIn(after) }
      const inside = async (transaction: Context['db']) => {
        await enter(transaction, asker)
        return work({ db: transaction, ...rest })
      }
      const answer = await db
        .transaction()
        .execute(inside)
        .catch((error: unknown) => Promise.reject(translateDatabaseError(error, options.constraints ?? {})))
      for (const one of after) await one(store).catch(onError)
      return answer
    },
    asOwner: (work) => lend(owner, work),
    async policyChanged() {
      await options.policyChanged?.(store)
    },
    async close() {
      await shared.queue.stop()
      await db.destroy()
      await owner.end()
    },
  }
  return store
}

function connections(url: string, max: number, onError: (error: Error) => void, options?: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 15_000, ...(options !== undefined && { options }) })
  pool.on('error', onError)
  // A connection that breaks while it is lent out has nobody else who listens, and would end the program.
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

const keepIn =
  <T>(list: T[]) =>
  (one: T): void => {
    list.push(one)
  }

async function lend<T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

async function prepare(owner: pg.Pool, { vault, migrations }: StoreOptions): Promise<void> {
  const client = await owner.connect().catch((error: Error) => {
    throw new Problem(storeProblems.unreachable, { reason: error.message }, { cause: error })
  })
  try {
    const { version, name, encoding } = await serverFacts(client)
    if (version < 150_000) throw new Problem(storeProblems.versionTooOld, { found: name })
    if (encoding !== 'UTF8') throw new Problem(storeProblems.wrongEncoding, { found: encoding })
    await migrate(client, migrations)
    await rememberKeys(client, vault)
  } finally {
    client.release()
  }
}

const inChina = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day it is in China at a moment. */
export function dayIn(moment: Date): PlainDay {
  return plainDay(inChina.format(moment))
}
