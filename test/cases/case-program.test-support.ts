/** A server to be killed in tests: started with its settings on the command line, it says its password when the invented county is inside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDemo } from '../../src/app/server/demo/load.ts'
import { serve } from '../../src/app/server/serve.ts'
import type { Settings } from '../../src/app/server/settings.ts'

const settings = JSON.parse(process.argv[2] ?? '{}') as Settings
const running = await serve(settings)
await (await openDemo(running, settings))?.load(() => undefined)
process.send?.(JSON.parse(readFileSync(join(settings.data, 'demo.json'), 'utf8')).password)
