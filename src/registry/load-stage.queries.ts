/** Blocks of an export on their way into the database: one array per column, sealed values as one run of bytes. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'

export interface StagedHousehold {
  householdNumber: string
  divisionCode: string
  township: string
  village: string
  values: string
}

/** A sealed value with the index by which it is found. */
export interface SealedKey {
  index: Buffer
  sealed: Buffer
}

export interface StagedPerson {
  householdNumber: string
  isHead: boolean
  name: string
  givenName: string
  sound: string
  givenSound: string
  initials: string
  values: string
  id: SealedKey | null
  phone: SealedKey | null
  otherPhone: SealedKey | null
}

/** In a first load everything is new, and numbered as it comes. */
export async function stageHouseholds(ctx: Context, rows: readonly StagedHousehold[], isFirst: boolean): Promise<void> {
  const texts = (pick: (row: StagedHousehold) => string) => sql`unnest(${textArray(rows.map(pick))}::text[])`
  await sql`INSERT INTO incoming_household (household_number, division_code, township, village, values, id, is_new)
    SELECT c.*, ${isFirst ? sql`nextval('households_id_seq')` : sql`NULL::bigint`}, ${isFirst}
    FROM ROWS FROM (${texts((row) => row.householdNumber)}, ${texts((row) => row.divisionCode)}, ${texts((row) => row.township)}, ${texts((row) => row.village)}, ${objects(rows)}) AS c`.execute(
    ctx.db,
  )
}

/** Before the persons of a first load come: each looks for its household. */
export async function indexStagedHouseholds(ctx: Context): Promise<void> {
  await sql`CREATE INDEX ON incoming_household (household_number)`.execute(ctx.db)
  await sql`ANALYZE incoming_household`.execute(ctx.db)
}

export async function stagePersons(ctx: Context, rows: readonly StagedPerson[]): Promise<void> {
  await sql`INSERT INTO incoming_person (${columns}) ${incoming(rows)}`.execute(ctx.db)
}

/** In a first load nobody waits to be matched: people and their first states are written as they come, while the next block is read. */
export async function addFirstPersons(ctx: Context, rows: readonly StagedPerson[], actId: number, on: string): Promise<void> {
  await sql`WITH came AS MATERIALIZED (SELECT nextval('persons_id_seq') AS id, h.id AS household_id, h.division_code, i.* FROM (${incoming(rows)}) i(${columns}) JOIN incoming_household h USING (household_number)),
    staged AS (INSERT INTO incoming_person (household_number, is_head, name, id, is_new) SELECT household_number, is_head, name, id, true FROM came),
    known AS (INSERT INTO persons (id, division_code, household_id, name, given_name, sound, given_sound, initials, id_index, phone_index, other_phone_index)
      SELECT id, division_code, household_id, name, given_name, sound, given_sound, initials, id_index, phone_index, other_phone_index FROM came)
    INSERT INTO person_states (person_id, division_code, from_on, act_id, household_id, status, is_head, name, values, id_index, phone_index, other_phone_index, id_number_sealed, phone_sealed, other_phone_sealed)
    SELECT id, division_code, ${on}::date, ${actId}::bigint, household_id, 'member', is_head, name, values, id_index, phone_index, other_phone_index, id_number_sealed, phone_sealed, other_phone_sealed FROM came`.execute(
    ctx.db,
  )
}

/** SQL: the rows of a block. Sealed values come as one run of bytes that nobody has to escape, and are cut from it by place and length. */
function incoming(rows: readonly StagedPerson[]) {
  const texts = (pick: (row: StagedPerson) => string) => sql`unnest(${textArray(rows.map(pick))}::text[])`
  const run = new Run()
  const places = (pick: (row: StagedPerson) => SealedKey | null) => {
    const { at, lengths } = run.add(rows.map(pick))
    return sql`unnest(${at}::integer[]), unnest(${lengths}::integer[])`
  }
  const numbers = sql`${places((row) => row.id)}, ${places((row) => row.phone)}, ${places((row) => row.otherPhone)}`
  const cut = (at: string, length: string) =>
    sql`substring(bytes FROM ${sql.ref(at)} FOR ${sql.lit(indexLength)}), substring(bytes FROM ${sql.ref(at)} + ${sql.lit(indexLength)} FOR ${sql.ref(length)})`
  return sql`SELECT c.household_number, c.is_head, c.name, c.given_name, c.sound, c.given_sound, c.initials, c.values, ${cut('id_at', 'id_length')}, ${cut('phone_at', 'phone_length')}, ${cut('other_at', 'other_length')}
    FROM (SELECT ${run.bytes()}::bytea AS bytes) run, ROWS FROM (${texts((row) => row.householdNumber)}, unnest(${booleanArray(rows.map((row) => row.isHead))}::boolean[]),
      ${texts((row) => row.name)}, ${texts((row) => row.givenName)}, ${texts((row) => row.sound)}, ${texts((row) => row.givenSound)}, ${texts((row) => row.initials)}, ${objects(rows)}, ${numbers})
      AS c(household_number, is_head, name, given_name, sound, given_sound, initials, values, id_at, id_length, phone_at, phone_length, other_at, other_length)`
}

/** The columns of `incoming`, in its order. */
const columns = sql.raw(
  'household_number, is_head, name, given_name, sound, given_sound, initials, values, id_index, id_number_sealed, phone_index, phone_sealed, other_phone_index, other_phone_sealed',
)

const indexLength = 16

/** Index and sealed value of many rows, end to end. */
class Run {
  readonly #pieces: Buffer[] = []
  #length = 0

  /** Where each begins, counted from 1, and how long its sealed value is. */
  add(keys: readonly (SealedKey | null)[]): { at: string; lengths: string } {
    const [at, lengths]: [string[], string[]] = [[], []]
    for (const key of keys) {
      at.push(key === null ? 'NULL' : String(this.#length + 1))
      lengths.push(key === null ? 'NULL' : String(key.sealed.length))
      if (key === null) continue
      this.#pieces.push(key.index, key.sealed)
      this.#length += indexLength + key.sealed.length
    }
    return { at: `{${at.join()}}`, lengths: `{${lengths.join()}}` }
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces, this.#length)
  }
}

/** SQL: what is filled, one object a row; the database reads them all in one go. */
const objects = (rows: readonly { values: string }[]) => sql`jsonb_array_elements(${`[${rows.map(({ values }) => values).join()}]`}::jsonb)`

/** An array as the database reads it; the driver would look at every character for what to escape. */
function textArray(values: readonly string[]): string {
  if (values.length === 0) return '{}'
  const needsEscape = values.some((value) => value.includes('"') || value.includes('\\'))
  return `{"${(needsEscape ? values.map((value) => value.replace(/["\\]/g, '\\$&')) : values).join('","')}"}`
}

const booleanArray = (values: readonly boolean[]) => `{${values.map((value) => (value ? 't' : 'f')).join()}}`
