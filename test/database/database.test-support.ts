/** A fresh, migrated database for one test file, and fixed personas to work in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Asker, type Officer, openStore, type Store, type StoreOptions } from '../../src/store/index.ts'
import { shippedPolicy, testVault } from './fixtures.ts'
import { databaseUrl, onServer } from './server.ts'

export { shippedPolicy, testVault }

let made = 0
export interface TestStore extends Store {
  /** Closes the door and drops the database. */
  drop(): Promise<void>
}

/** A database copied from the template. The clock stands on 2026-10-31, 10:00 in China, unless given. */
export async function testStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const { url, template, migrations } = inject('database')
  made += 1
  const name = `xianjie_test_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${made}`
  await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const filesFolder = await mkdtemp(join(tmpdir(), 'xianjie-files-'))
  const store = await openStore({
    vault: testVault,
    filesFolder,
    migrations,
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
      await rm(filesFolder, { recursive: true, force: true })
    },
  })
}

/** An officer made up on the spot, for room tests below the log-in. */
export function officer(area: string, permissions: readonly string[] = [], more: Partial<Officer> = {}): Officer {
  return { id: 1, name: '测试员', officeId: 1, area, role: 'county_officer', permissions: new Set(permissions), ...more }
}

export const asker = (who: Officer): Asker => ({ officer: who, requestId: 'test' })
