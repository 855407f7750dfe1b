/** What a connection is told and asked before any work: who is asking from which area, and what server it is. */
import { sql } from 'kysely'
import type pg from 'pg'
import type { Asker, Context } from './context.ts'

/** Names the officer and the area to the row-level policies, for this transaction only. */
export async function enter(db: Context['db'], { officer, requestId }: Asker): Promise<void> {
  await sql`SELECT set_config('xianjie.officer', ${String(officer.id)}, true), set_config('xianjie.request', ${requestId}, true),
    set_config('xianjie.area_from', ${officer.area}, true), set_config('xianjie.area_to', ${areaEnd(officer.area)}, true)`.execute(db)
}

/** The first code after all codes that begin with the area; a colon stands after the digits. */
export function areaEnd(area: string): string {
  return `${area}:`
}

export interface ServerFacts {
  /** 180004 for 18.4. */
  version: number
  name: string
  encoding: string
}

export async function serverFacts(client: pg.ClientBase): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts>(
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('server_version') AS name,
       current_setting('server_encoding') AS encoding`,
  )
  return rows[0] ?? { version: 0, name: '', encoding: '' }
}
