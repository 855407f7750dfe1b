/** A program of its own that takes one job, says so, and works on it until it is killed: `node dying-worker.ts <url> <files folder> <migrations>`. */
import { openJobs, openStore } from '../../src/store/index.ts'
import { shippedPolicy, testVault } from '../database/fixtures.ts'

const [url = '', filesFolder = '', migrations = ''] = process.argv.slice(2)
const store = await openStore({ url, filesFolder, vault: testVault, policy: shippedPolicy, connections: 4, migrations })
await openJobs(store, {
  slow: async (job) => {
    await job.transaction(async (ctx) => {
      await ctx.db
        .insertInto('kept_files')
        .values({
          sha256: 'a'.repeat(64),
          name: `第一步 ${job.id}`,
          kind: 'test',
          division_code: '522399',
          size: 0,
          kept_by: 1,
          kept_at: ctx.now,
        })
        .execute()
    })
    console.log('taken')
    await new Promise(() => setInterval(() => undefined, 1000))
  },
})
