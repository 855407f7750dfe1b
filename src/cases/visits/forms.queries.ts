/** Visit forms, what they found otherwise than registered, and authorisations, in the database. */
import { sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import { type Context, separately } from '../../store/index.ts'
import type { Purpose } from './visits-policy.ts'

export interface NewForm {
  divisionCode: string
  householdId: number
  formKey: string
  version: number
  clientKey: string
  purposes: readonly Purpose[]
  taskIds: readonly number[]
  visitedOn: string
  visitor: { id: number; name: string }
  outcome: 'met' | 'not_met' | 'refused'
  conclusions: object
  content: object
  digest: string
  typedValues: number
  correctionReason: string
}

export async function insertForm(ctx: Context, form: NewForm): Promise<number> {
  const { id } = await ctx.db
    .insertInto('visit_forms')
    .values({
      division_code: form.divisionCode,
      household_id: form.householdId,
      form_key: form.formKey,
      version: form.version,
      client_key: form.clientKey,
      purposes: [...form.purposes],
      task_ids: JSON.stringify(form.taskIds),
      visited_on: form.visitedOn,
      visitor_id: form.visitor.id,
      visitor_name: form.visitor.name,
      sent_by: ctx.officer.name,
      received_at: ctx.now,
      outcome: form.outcome,
      conclusions: JSON.stringify(form.conclusions),
      content: JSON.stringify(form.content),
      content_digest: form.digest,
      typed_values: form.typedValues,
      correction_reason: form.correctionReason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether a later version took its place. */
const replaced = sql<boolean>`EXISTS (SELECT FROM visit_forms n WHERE n.division_code = f.division_code AND n.form_key = f.form_key AND n.version > f.version)`

const forms = (ctx: Context) =>
  ctx.db
    .selectFrom('visit_forms as f')
    .innerJoin('households as h', 'h.id', 'f.household_id')
    .selectAll('f')
    .select(['h.household_number', 'h.head_name', 'h.township', 'h.village', 'h.group_name'])
    .select([
      replaced.as('is_replaced'),
      sql<number>`(SELECT count(*) FROM visit_changes g WHERE g.form_id = f.id AND g.state IN ('conflict', 'refused', 'to_register'))`.as(
        'open_changes',
      ),
      sql<number>`jsonb_array_length(f.content -> 'attachments') - (SELECT count(*) FROM case_attachments a WHERE a.about = 'visit' AND a.about_id = f.id::text)`.as(
        'missing_attachments',
      ),
    ])
export type FormRow = Awaited<ReturnType<ReturnType<typeof forms>['execute']>>[number]

export const formById = (ctx: Context, id: number): Promise<FormRow | undefined> => forms(ctx).where('f.id', '=', id).executeTakeFirst()

export const formByKey = (ctx: Context, clientKey: string): Promise<FormRow | undefined> =>
  forms(ctx).where('f.client_key', '=', clientKey).executeTakeFirst()

/** All versions of a form, the newest first. */
export const formVersions = (ctx: Context, formKey: string): Promise<FormRow[]> =>
  forms(ctx).where('f.form_key', '=', formKey).orderBy('f.version', 'desc').execute()

export interface FormFilters {
  division: string
  householdId?: number | undefined
  purpose?: Purpose | undefined
  /** Only those with something left to do. */
  open?: boolean | undefined
}

/** Newest versions, newest first. */
export function formRows(ctx: Context, filters: FormFilters, before: number | undefined, limit: number): Promise<FormRow[]> {
  let query = forms(ctx)
    .where('f.division_code', '>=', filters.division)
    .where('f.division_code', '<', `${filters.division}:`)
    .where(replaced, '=', false)
  if (filters.householdId !== undefined) query = query.where('f.household_id', '=', filters.householdId)
  if (filters.purpose !== undefined) query = query.where(sql<boolean>`${filters.purpose} = ANY(f.purposes)`)
  if (filters.open === true)
    query = query.where(
      sql<boolean>`EXISTS (SELECT FROM visit_changes g WHERE g.form_id = f.id AND g.state IN ('conflict', 'refused', 'to_register'))`,
    )
  if (before !== undefined) query = query.where('f.id', '<', before)
  return query.orderBy('f.id', 'desc').limit(limit).execute()
}

/** The newest visits of households, for what is taken along. */
export async function lastVisits(ctx: Context, householdIds: readonly number[]): Promise<Map<number, { on: string; by: string }>> {
  if (householdIds.length === 0) return new Map()
  const { rows } = await sql<{ household_id: number; visited_on: string; visitor_name: string }>`
    SELECT DISTINCT ON (household_id) household_id, visited_on, visitor_name FROM visit_forms
    WHERE household_id = ANY(${[...householdIds]}::bigint[]) AND outcome = 'met' ORDER BY household_id, visited_on DESC, id DESC`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.household_id, { on: row.visited_on, by: row.visitor_name }]))
}

/** The newest version of the newest form of a household for one of the purposes, received since a moment. */
export async function formSince(
  ctx: Context,
  householdId: number,
  { purposes, receivedSince, visitedSince }: { purposes: readonly Purpose[]; receivedSince: Date; visitedSince: string },
): Promise<FormRow | undefined> {
  return forms(ctx)
    .where('f.household_id', '=', householdId)
    .where(sql<boolean>`f.purposes && ${[...purposes]}::text[]`)
    .where('f.received_at', '>=', receivedSince)
    .where('f.visited_on', '>=', visitedSince)
    .where(replaced, '=', false)
    .orderBy(sql`(f.outcome = 'not_met')`)
    .orderBy('f.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface NewChange {
  divisionCode: string
  formId: number
  householdId: number
  kind: 'field' | 'income' | 'member'
  personId: number | null
  field: string
  before: string
  afterSealed: Buffer
  state: string
  reason: string
}

export async function insertChanges(ctx: Context, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return
  await ctx.db
    .insertInto('visit_changes')
    .values(
      changes.map((one) => ({
        division_code: one.divisionCode,
        form_id: one.formId,
        household_id: one.householdId,
        kind: one.kind,
        person_id: one.personId,
        field: one.field,
        before: one.before,
        after_sealed: one.afterSealed,
        state: one.state,
        reason: one.reason,
      })),
    )
    .execute()
}

const changes = (ctx: Context) =>
  ctx.db
    .selectFrom('visit_changes as g')
    .leftJoin('persons as p', 'p.id', 'g.person_id')
    .selectAll('g')
    .select((one) => one.fn.coalesce('p.name', sql<string>`''`).as('person_name'))
export type ChangeRow = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number]

export const changesOf = (ctx: Context, formId: number): Promise<ChangeRow[]> =>
  changes(ctx).where('g.form_id', '=', formId).orderBy('g.id').execute()

/** The change kept from others until the transaction ends. */
export async function lockChange(ctx: Context, id: number): Promise<ChangeRow | undefined> {
  await ctx.db.selectFrom('visit_changes').select('id').where('id', '=', id).forUpdate().execute()
  return changes(ctx).where('g.id', '=', id).executeTakeFirst()
}

export async function settleChange(ctx: Context, change: ChangeRow, state: 'taken' | 'kept'): Promise<void> {
  await ctx.db
    .updateTable('visit_changes')
    .set({ state, decided_by: ctx.officer.name, decided_at: ctx.now, version: change.version + 1 })
    .where('id', '=', change.id)
    .execute()
}

/** What earlier versions of a form left open is the newest version's business now. */
export async function supersedeChanges(ctx: Context, formKey: string, newest: number): Promise<void> {
  await sql`UPDATE visit_changes SET state = 'kept', reason = '已由更正后的一版代替', decided_by = ${ctx.officer.name}, decided_at = ${ctx.now}, version = version + 1
    WHERE state IN ('conflict', 'refused', 'to_register') AND form_id IN (SELECT id FROM visit_forms WHERE form_key = ${formKey} AND id <> ${newest})`.execute(
    ctx.db,
  )
}

/** Attachments of a form that have come, by client key. */
export async function arrived(ctx: Context, formId: number): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('case_attachments')
    .select(['id', 'client_key'])
    .where('about', '=', 'visit')
    .where('about_id', '=', String(formId))
    .execute()
  return new Map(rows.flatMap(({ id, client_key }) => (client_key === null ? [] : [[client_key, id]])))
}

/** Everybody who belongs or ever belonged to a household. */
export async function peopleOf(ctx: Context, householdId: number): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT p.id, p.name FROM persons p WHERE p.id IN (SELECT person_id FROM person_states WHERE household_id = ${householdId})`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Work that may be refused without undoing what the request did before: its Problem is answered, any other error goes on. */
export async function attempt<T>(ctx: Context, work: () => Promise<T>): Promise<{ done: T } | { refused: Problem }> {
  try {
    return { done: await separately(ctx, work) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: error }
  }
}
