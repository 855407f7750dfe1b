/** `npm run types`: writes `src/store/schema.ts` from a freshly migrated database; with --check only says whether it is fresh. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../../src/store/index.ts'
import { migrate } from '../../src/store/migrate.ts'

const root = resolve(import.meta.dirname, '../..')
const place = join(root, 'src/store/schema.ts')

/** The text of the generated file for a migrated database. */
export async function rowTypes(url: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-types-'))
  try {
    const out = join(folder, 'schema.ts')
    const program = join(root, 'node_modules/kysely-codegen/dist/cli/bin.js')
    const options = [
      '--url',
      url,
      '--dialect',
      'postgres',
      '--date-parser',
      'string',
      '--default-schema',
      'public',
      '--include-pattern',
      'public.*',
    ]
    await promisify(execFile)(process.execPath, [program, ...options, '--exclude-pattern', '*schema_migrations', '--out-file', out], {
      cwd: root,
    })
    const generated = await readFile(out, 'utf8')
    const body = generated
      .slice(generated.indexOf('import type'))
      .replace('export interface DB ', 'export interface Database ')
      .replace('ColumnType<string, bigint', 'ColumnType<number, bigint')
    const text = `/** Row types of the database, generated from it by \`npm run types\`; not edited by hand. */\n${body}`
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const formatted = spawnSync(process.execPath, [biome, 'format', '--stdin-file-path', 'src/store/schema.ts'], { cwd: root, input: text })
    if (formatted.status !== 0) throw new Error(formatted.stderr.toString())
    return formatted.stdout.toString()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-types-'))
  const database = await startEmbedded(folder)
  try {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await migrate(client)
    await client.end()
    await writeFile(place, await rowTypes(database.url))
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await main()
