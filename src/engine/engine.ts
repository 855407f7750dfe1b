/** One DuckDB database in memory: run SQL, read rows, stop. */
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type Json } from '@duckdb/node-api'
import { ident } from './dialect.ts'
import { type BeginOn, runSideBySide } from './side-by-side.ts'

export interface EngineOptions {
  /** A private folder for what does not fit into memory. */
  folder: string
  threads?: number
  /** As DuckDB reads it: `1GB`, `800MB`. */
  memory?: string
}

/** Begins a task on an engine of its own. */
export type Begin = BeginOn<Engine>

export interface Engine {
  /** Run one or several statements; several are parted by semicolons. */
  run(sql: string): Promise<void>
  /** Every row as a plain object. BIGINT comes as a number, DECIMAL as a string, DATE as `YYYY-MM-DD`. */
  rows<T extends object>(sql: string): Promise<T[]>
  /** Rows in blocks, without holding them all; no other statement may run before the last block. */
  stream<T extends object>(sql: string): AsyncIterable<T[]>
  /** Adds rows to a table whose columns are VARCHAR, INTEGER or BOOLEAN; far faster than statements. */
  append(table: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<void>
  /** Runs tasks at once on connections of their own, each with one thread; what they make is there for all, but for temporary tables. */
  sideBySide(work: (begin: Begin) => Promise<void>): Promise<void>
  /** Stop the statements that are running; they then fail. */
  interrupt(): void
  close(): void
}

/** Opens a new database in memory; what does not fit goes to the folder. No extension is ever fetched from a network. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: join(options.folder, 'spill'),
    preserve_insertion_order: 'true',
    // Nothing is kept in a file: rewriting the tables in memory once enough has changed only costs time.
    checkpoint_threshold: '1TB',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memory === undefined ? {} : { memory_limit: options.memory }),
  })
  const connection = await instance.connect()
  await connection.run(`ATTACH ':memory:' AS ${database} (ROW_GROUP_SIZE ${rowsOfOneThread}); USE ${database}`)
  return new DuckEngine(instance, connection)
}

const database = 'county'
/** A thread takes this many rows of a table at once: few enough that the households of a county keep several busy. */
const rowsOfOneThread = 30_720

/** More would leave no thread of the program's own for reading files. */
const mostBeside = 3

class DuckEngine implements Engine {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection
  #beside: DuckEngine[] = []

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance
    this.#connection = connection
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql)
  }

  async rows<T extends object>(sql: string): Promise<T[]> {
    const reader = await this.#connection.runAndReadAll(sql)
    const wide = wideColumns(reader)
    return reader.getRowObjectsJson().map((row) => narrow(row, wide)) as T[]
  }

  async *stream<T extends object>(sql: string): AsyncIterable<T[]> {
    const result = await this.#connection.stream(sql)
    const wide = wideColumns(result)
    for await (const block of result.yieldRowObjectJson()) yield block.map((row) => narrow(row, wide)) as T[]
  }

  async append(table: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<void> {
    if (rows.length === 0) return
    const appender = await this.#connection.createAppender(table)
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull()
        else if (typeof value === 'string') appender.appendVarchar(value)
        else if (typeof value === 'number') appender.appendInteger(value)
        else appender.appendBoolean(value)
      }
      appender.endRow()
    }
    appender.closeSync()
  }

  async sideBySide(work: (begin: Begin) => Promise<void>): Promise<void> {
    const [now] = await this.rows<{ threads: number; schema: string }>(
      "SELECT current_setting('threads') AS threads, current_schema() AS schema",
    )
    const { threads, schema } = now ?? { threads: 1, schema: 'main' }
    try {
      await this.run('SET threads = 1')
      while (this.#beside.length < Math.min(threads, mostBeside)) {
        const engine = new DuckEngine(this.#instance, await this.#instance.connect())
        this.#beside.push(engine)
        await engine.run(`USE ${database}.${ident(schema)}`)
      }
      await runSideBySide(this.#beside, work)
    } finally {
      for (const engine of this.#beside.splice(0)) engine.#connection.closeSync()
      await this.run(`SET threads = ${threads}`)
    }
  }

  interrupt(): void {
    this.#connection.interrupt()
    for (const engine of this.#beside) engine.interrupt()
  }

  close(): void {
    this.#connection.closeSync()
    this.#instance.closeSync()
  }
}

const wideIntegers = new Set<DuckDBTypeId>([DuckDBTypeId.BIGINT, DuckDBTypeId.UBIGINT, DuckDBTypeId.HUGEINT, DuckDBTypeId.UHUGEINT])

/** Names of the columns that the driver writes as text though they are whole numbers; ours fit into a double. */
function wideColumns(result: { columnNames(): string[]; columnTypeId(index: number): DuckDBTypeId }): string[] {
  return result.columnNames().filter((_, index) => wideIntegers.has(result.columnTypeId(index)))
}

function narrow(row: Record<string, Json>, columns: readonly string[]): Record<string, Json> {
  for (const column of columns) {
    const value = row[column]
    if (typeof value === 'string') row[column] = Number(value)
  }
  return row
}
