/** The queue behind jobs: pg-boss in its own schema, installed by the owner, fed in the transaction of the request. */
import type { Transaction } from 'kysely'
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from './schema.ts'

export const queueName = 'jobs'

/** A job whose program is gone is taken up again after this many seconds (pg-boss allows no fewer than 10). */
export const heartbeatSeconds = 10
const longestJobSeconds = 23 * 3600

export interface JobQueue {
  /** In the caller's transaction: the job is queued when, and only when, it commits. */
  send(db: Transaction<Database>, job: { id: number; kind: string }): Promise<void>
  /** The queue as the owner of the schema. */
  boss(): Promise<PgBoss>
  stop(): Promise<void>
}

/** Brings pg-boss's schema up to this version and grants the application what queueing takes; call as the owner, under the migration lock. */
export async function installQueue(client: pg.ClientBase): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
  const boss = new PgBoss({ db, migrate: true, supervise: false, schedule: false })
  await boss.start()
  try {
    const options = { heartbeatSeconds, expireInSeconds: longestJobSeconds, retryLimit: 1000, deleteAfterSeconds: 24 * 3600 }
    if ((await boss.getQueue(queueName)) === null) await boss.createQueue(queueName, options)
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO xianjie_app;
      GRANT SELECT ON pgboss.queue TO xianjie_app;
      GRANT SELECT, INSERT ON pgboss.job, pgboss.job_common TO xianjie_app`)
  } finally {
    await boss.stop({ close: false, graceful: false })
  }
}

/** The queue over the owner's connections; it connects when it is first used. */
export function jobQueue(owner: pg.Pool, onError: (error: Error) => void): JobQueue {
  let started: Promise<PgBoss> | undefined
  const start = async () => {
    const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) }
    const boss = new PgBoss({ db, migrate: false, supervise: false, schedule: false, monitorIntervalSeconds: 2 })
    boss.on('error', onError)
    return boss.start()
  }
  const boss = () => (started ??= start())
  return {
    boss,
    async send(db, { id, kind }) {
      const queue = await boss()
      await queue.send(queueName, { job: id }, { group: { id: kind }, db: fromKysely(db) })
    },
    async stop() {
      await (await started)?.stop({ close: false, graceful: false })
    },
  }
}
