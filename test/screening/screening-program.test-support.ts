/** For a test: a program that screens and can be killed at any moment. Arguments: the database's address, the folder for private folders. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../src/store/index.ts'
import { shippedPolicy, testVault } from '../database/fixtures.ts'
import { filesOf, openSmallJobs, type SmallCounty } from './small-county.test-support.ts'

export const killedCounty: SmallCounty = { A: { village: '新寨村', overdue: 3000 }, B: { village: '坝上村', overdue: 5000 } }

if (process.argv[1] === import.meta.filename) {
  const [, , url = '', parentFolder = ''] = process.argv
  const filesFolder = mkdtempSync(join(tmpdir(), 'xianjie-files-'))
  const store = await openStore({
    url,
    vault: testVault,
    filesFolder,
    policy: shippedPolicy,
    now: () => new Date('2026-10-31T02:00:00Z'),
    connections: 4,
  })
  await openSmallJobs(
    store,
    filesOf(() => killedCounty),
    { parentFolder },
  )
}
