/** Objections in the database. */
import { type Selectable, sql } from 'kysely'
import { Problem } from '../../kernel/index.ts'
import { type Context, type Database, storeProblems } from '../../store/index.ts'

export type ObjectionRow = Omit<Selectable<Database['objections']>, 'received_on' | 'decided_on' | 'answered_on' | 'state'> & {
  received_on: string
  decided_on: string | null
  answered_on: string | null
  state: 'open' | 'upheld' | 'dismissed'
}

export async function lockObjection(ctx: Context, id: number): Promise<ObjectionRow> {
  const row = await ctx.db.selectFrom('objections').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这条异议' })
  return row as unknown as ObjectionRow
}

export interface NewObjection {
  divisionCode: string
  caseId: number
  noticeId: number | null
  receivedOn: string
  way: string
  objector: Buffer | null
  contact: Buffer | null
  wantsAnswer: boolean
  text: string
}

export async function insertObjection(ctx: Context, one: NewObjection): Promise<number> {
  const { id } = await ctx.db
    .insertInto('objections')
    .values({
      division_code: one.divisionCode,
      case_id: one.caseId,
      notice_id: one.noticeId,
      received_on: one.receivedOn,
      way: one.way,
      objector_sealed: one.objector,
      contact_sealed: one.contact,
      wants_answer: one.wantsAnswer,
      text: one.text,
      registered_by_id: ctx.officer.id,
      registered_by: ctx.officer.name,
      registered_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Decision {
  state: 'upheld' | 'dismissed'
  finding: string
}

/** Writes the finding to the objections named. */
export async function decideRows(ctx: Context, ids: readonly number[], { state, finding }: Decision): Promise<void> {
  await ctx.db
    .updateTable('objections')
    .set({
      state,
      finding,
      decided_on: ctx.today,
      handler_id: ctx.officer.id,
      handler_name: ctx.officer.name,
      version: sql<number>`version + 1`,
    })
    .where('id', 'in', [...ids])
    .execute()
}

export async function answerRow(ctx: Context, id: number, answer: string): Promise<void> {
  await ctx.db
    .updateTable('objections')
    .set({ answer, answered_on: ctx.today, answered_by: ctx.officer.name, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Others of the same case nobody has decided. */
export async function otherOpen(ctx: Context, caseId: number, besides: number): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('objections')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .where('id', '<>', besides)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export interface ObjectionFilter {
  division: string
  /** `owed`: open, or decided and not yet answered though an answer is wanted. */
  state: 'owed' | 'open' | 'upheld' | 'dismissed' | undefined
  caseId?: number
}

/** Newest first, with the household each is about and until when it is to be decided. */
export async function listObjections(ctx: Context, { division, state, caseId }: ObjectionFilter, after: number, limit: number) {
  let query = ctx.db
    .selectFrom('objections as o')
    .innerJoin('cases as c', 'c.id', 'o.case_id')
    .leftJoin('case_deadlines as d', (join) =>
      join.onRef('d.case_id', '=', 'c.id').on('d.about', '=', 'objection').on('d.met_on', 'is', null),
    )
    .selectAll('o')
    .select(['c.township', 'c.village', 'c.head_name', 'c.household_number', 'c.state as case_state', 'c.kind', 'c.responsible_name'])
    .select(sql<string | null>`d.due_on`.as('due_on'))
    .where('o.division_code', '>=', division)
    .where('o.division_code', '<', `${division}:`)
  if (state === 'owed') query = query.where(sql<boolean>`(o.state = 'open' OR o.wants_answer AND o.answered_on IS NULL)`)
  else if (state !== undefined) query = query.where('o.state', '=', state)
  if (caseId !== undefined) query = query.where('o.case_id', '=', caseId)
  if (after > 0) query = query.where('o.id', '<', after)
  return query.orderBy('o.id', 'desc').limit(limit).execute()
}
