/** A program of its own that starts the embedded database and writes one committed number after another, printing each, until it is killed: `node dying-program.ts <folder>`. */
import pg from 'pg'
import { startEmbedded } from '../../src/store/index.ts'

const database = await startEmbedded(process.argv[2] ?? '')
const client = new pg.Client({ connectionString: database.url })
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS numbers (n bigint PRIMARY KEY)')
for (let n = 1; ; n += 1) {
  await client.query('INSERT INTO numbers VALUES ($1)', [n])
  process.stdout.write(`${n}\n`)
}
