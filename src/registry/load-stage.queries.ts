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

/** Where an export is gathered. In a first load everything is new, and numbered as it comes. */
export async function createStage(ctx: Context, isFirst: boolean): Promise<void> {
  const numbered = (sequence: string) => (isFirst ? sql`DEFAULT nextval(${sql.lit(sequence)})` : sql``)
  await sql`CREATE TEMP TABLE incoming_household (household_number text COLLATE "C", division_code text COLLATE "C", township text, village text, values jsonb,
    id bigint ${numbered('households_id_seq')}, state_id bigint, previous_act_id bigint, is_new boolean NOT NULL DEFAULT ${sql.lit(isFirst)}) ON COMMIT DROP`.execute(
    ctx.db,
  )
  await sql`CREATE TEMP TABLE incoming_person (household_number text COLLATE "C", is_head boolean, name text, given_name text, sound text, given_sound text, initials text, values jsonb,
    id_index bytea, phone_index bytea, other_phone_index bytea, id_number_sealed bytea, phone_sealed bytea, other_phone_sealed bytea,
    id bigint ${numbered('persons_id_seq')}, state_id bigint, elsewhere text, is_new boolean NOT NULL DEFAULT ${sql.lit(isFirst)}) ON COMMIT DROP`.execute(
    ctx.db,
  )
}

export async function stageHouseholds(ctx: Context, rows: readonly StagedHousehold[]): Promise<void> {
  const texts = (pick: (row: StagedHousehold) => string) => sql`unnest(${textArray(rows.map(pick))}::text[])`
  await sql`INSERT INTO incoming_household (household_number, division_code, township, village, values)
    SELECT c.* FROM ROWS FROM (${texts((row) => row.householdNumber)}, ${texts((row) => row.divisionCode)}, ${texts((row) => row.township)}, ${texts((row) => row.village)}, ${objects(rows)}) AS c`.execute(
    ctx.db,
  )
}

export async function stagePersons(ctx: Context, rows: readonly StagedPerson[]): Promise<void> {
  await sql`INSERT INTO incoming_person (${columns}) ${incoming(rows)}`.execute(ctx.db)
}

/** Before what is staged is joined with anything. */
export async function analyzeStage(ctx: Context): Promise<void> {
  await sql`ANALYZE incoming_household, incoming_person`.execute(ctx.db)
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
