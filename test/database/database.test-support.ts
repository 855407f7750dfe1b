/** A fresh, migrated database for one test file, and fixed personas to work in it. */
import { inject } from 'vitest'
import { loadPolicy, type Policy } from '../../src/policy/index.ts'
import { type Asker, type Officer, openStore, type Store, type StoreOptions } from '../../src/store/index.ts'
import { databaseUrl, onServer } from './server.ts'

let made = 0
let shipped: Policy | undefined

/** The shipped policy, read once per test file. */
export function shippedPolicy(): Policy {
  shipped ??= loadPolicy(new URL('../../policy', import.meta.url).pathname)
  return shipped
}

export interface TestStore extends Store {
  /** Closes the door and drops the database. */
  drop(): Promise<void>
}

/** A database copied from the template. The clock stands on 2026-10-31, 10:00 in China, unless given. */
export async function testStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const { url, template } = inject('database')
  made += 1
  const name = `xianjie_test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${made}`
  await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const store = await openStore({
    url: databaseUrl(url, name),
    policy: shippedPolicy,
    now: () => new Date('2026-10-31T02:00:00Z'),
    connections: 4,
    ...options,
  })
  return Object.assign(store, {
    async drop() {
      await store.close()
      await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  })
}

/** An officer made up on the spot, for room tests below the log-in. */
export function officer(area: string, permissions: readonly string[] = [], more: Partial<Officer> = {}): Officer {
  return { id: 1, name: '测试员', officeId: 1, area, role: 'county_officer', permissions: new Set(permissions), ...more }
}

export const asker = (who: Officer): Asker => ({ officer: who, requestId: 'test' })
