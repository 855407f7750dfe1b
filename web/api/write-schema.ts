/** Writes `schema.ts` from the API document of a running server: `node web/api/write-schema.ts http://127.0.0.1:8080`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'

const address = process.argv[2] ?? 'http://127.0.0.1:8080'
const types = astToString(await openapiTS(new URL('/api/openapi.json', address)))
writeFileSync(
  join(import.meta.dirname, 'schema.ts'),
  `/** Written by write-schema.ts from the server's API document; change the routes, not this file. */\n${types}`,
)
