/** One DuckDB database in memory: run SQL, read rows, stop. */
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type Json } from '@duckdb/node-api'

export interface EngineOptions {
  /** A private folder for what does not fit into memory. */
  folder: string
  threads?: number
  /** As DuckDB reads it: `1GB`, `800MB`. */
  memory?: string
}

export interface Engine {
  /** Run one or several statements; several are parted by semicolons. */
  run(sql: string): Promise<void>
  /** Every row as a plain object. BIGINT comes as a number, DECIMAL as a string, DATE as `YYYY-MM-DD`. */
  rows<T extends object>(sql: string): Promise<T[]>
  /** Rows in blocks, without holding them all; no other statement may run before the last block. */
  stream<T extends object>(sql: string): AsyncIterable<T[]>
  /** Adds rows to a table whose columns are VARCHAR, INTEGER or BOOLEAN; far faster than statements. */
  append(table: string, rows: readonly (readonly (string | number | boolean | null)[])[]): Promise<void>
  /** Stop the statement that is running; it then fails. */
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
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memory === undefined ? {} : { memory_limit: options.memory }),
  })
  const connection = await instance.connect()
  return new DuckEngine(instance, connection)
}

class DuckEngine implements Engine {
  readonly #instance: DuckDBInstance
  readonly #connection: DuckDBConnection

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

  interrupt(): void {
    this.#connection.interrupt()
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
