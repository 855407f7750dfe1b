/** An empty system begins with three administrators; entering a plan twice enters nothing twice. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorsPlan, openAccess, setUpOffices } from '../../src/access/index.ts'
import { openFile } from '../../src/intake/index.ts'
import { systemOfficer } from '../../src/store/index.ts'
import { type TestStore, testStore } from '../database/database.test-support.ts'
import { secret } from './access.test-support.ts'

let store: TestStore
beforeAll(async () => {
  store = await testStore()
})
afterAll(() => store.drop())

test('each administrator logs in with the drawn password and must change it', async () => {
  const access = openAccess(store, { secret, baseUrl: 'http://127.0.0.1:8080', openTable: openFile })
  const enter = () =>
    store.transaction({ officer: systemOfficer, requestId: 'set-up' }, (ctx) =>
      setUpOffices(ctx, access.roles, administratorsPlan('522399')),
    )
  const opened = await enter()
  expect(opened.map(({ username }) => username)).toEqual(['system522399', 'security522399', 'audit522399'])
  for (const { username, password } of opened) {
    const result = await access.signIn({ username, password, address: '', userAgent: '' })
    expect(result).toMatchObject({ mustChangePassword: true })
  }
  expect(await enter()).toEqual([])
})
