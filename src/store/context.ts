/** The database door as the rooms see it, and what one request may touch: its transaction, who is asking, the policy in force, and the day it is. */
import type { Transaction } from 'kysely'
import type pg from 'pg'
import type { PlainDay } from '../kernel/index.ts'
import type { Policy } from '../policy/index.ts'
import type { JobQueue } from './job-queue.ts'
import type { Database } from './schema.ts'
import type { Vault } from './vault.ts'

/** Who is asking, as the wall between areas needs it; `access` makes one from an account and its role. */
export interface Officer {
  readonly id: number
  readonly name: string
  readonly officeId: number
  /** The division whose records the officer may see: a prefix of 0 (the nation) to 12 digits. */
  readonly area: string
  readonly role: string
  readonly permissions: ReadonlySet<string>
  /** Datasets a department's liaison hands in; `undefined` = no limit. */
  readonly datasets?: ReadonlySet<string>
}

export interface Context {
  readonly db: Transaction<Database>
  readonly officer: Officer
  readonly policy: Policy
  readonly today: PlainDay
  /** The moment the request came in. */
  readonly now: Date
  readonly requestId: string
  /** Seals what may not lie open on disk. */
  readonly vault: Vault
  /** Where kept files lie; use `keepFile` and `openKeptFile`. */
  readonly filesFolder: string
  readonly queue: JobQueue
  /** Runs once the transaction is committed, never when it is rolled back; a failure there is logged, it does not undo anything. */
  afterCommit(work: (store: Store) => Promise<void>): void
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
  readonly vault: Vault
  readonly filesFolder: string
  readonly queue: JobQueue
  readonly now: () => Date
  /** To be called after an officer's change to policy was committed: the next transaction reads it. */
  policyChanged(): Promise<void>
  close(): Promise<void>
}

/** The program itself at work: jobs act for the whole nation of records, and the audit trail says so. */
export const systemOfficer: Officer = { id: 0, name: '系统', officeId: 0, area: '', role: 'system', permissions: new Set() }
