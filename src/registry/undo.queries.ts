/** What an undo reads and turns back. */
import { sql } from 'kysely'
import type { Context } from '../store/index.ts'
import type { Place } from './life.rules.ts'

/** An act, whether it was undone, and how many households it touched in all (also outside the asker's area). */
export async function actById(ctx: Context, actId: number) {
  const row = await ctx.db
    .selectFrom('register_acts')
    .select(['id', 'kind', 'division_code', 'undone_by', 'details'])
    .where('id', '=', actId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { summary = '', touched = 0, from } = row.details as { summary?: string; touched?: number; from?: Place }
  return { kind: row.kind, divisionCode: row.division_code, undoneBy: row.undone_by, summary, touched, from }
}

/** The households an act touched, locked, with the act each rests on now and rested on before. */
export async function lockTouched(ctx: Context, actId: number) {
  const rows = await ctx.db
    .selectFrom('register_act_households as t')
    .innerJoin('households as h', 'h.id', 't.household_id')
    .select(['h.id', 'h.division_code', 'h.last_act_id', 't.previous_act_id'])
    .where('t.act_id', '=', actId)
    .orderBy('h.id')
    .forUpdate('h')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    divisionCode: row.division_code,
    lastActId: row.last_act_id,
    previousActId: row.previous_act_id,
  }))
}

/** The act a household rests on now, for saying what stands in the way. */
export async function laterAct(ctx: Context, householdId: number, lastActId: number) {
  const row = await ctx.db
    .selectFrom('register_acts as a')
    .innerJoin('register_act_households as t', 't.act_id', 'a.id')
    .select(['a.kind', 'a.on_day'])
    .where('t.household_id', '=', householdId)
    .where('a.id', '=', lastActId)
    .executeTakeFirst()
  return row && { kind: row.kind, on: row.on_day as unknown as string }
}

export async function markUndone(ctx: Context, actId: number, undoId: number): Promise<void> {
  await ctx.db.updateTable('register_acts').set({ undone_by: undoId }).where('id', '=', actId).execute()
}

/** Everybody whose states an act ended or began. */
export async function touchedPersons(ctx: Context, actId: number): Promise<number[]> {
  const { rows } = await sql<{ person_id: number }>`
    SELECT person_id FROM person_states WHERE act_id = ${actId} UNION SELECT person_id FROM person_states WHERE replaced_by = ${actId}`.execute(
    ctx.db,
  )
  return rows.map(({ person_id }) => person_id)
}

/** What the act began is no longer believed; what it ended is again. In this order, for nobody may have two open states meanwhile. */
export async function restoreStates(ctx: Context, actId: number, undoId: number): Promise<void> {
  for (const table of ['person_states', 'household_states'] as const) {
    await ctx.db.updateTable(table).set({ replaced_by: undoId }).where('act_id', '=', actId).execute()
    await ctx.db.updateTable(table).set({ replaced_by: null }).where('replaced_by', '=', actId).execute()
  }
}

/** What the act decided is open again; what a load asked is asked no longer. */
export async function reopenDifferences(ctx: Context, actId: number): Promise<void> {
  const open = { decision: null, decided_by: null, decided_at: null, decision_act_id: null }
  await ctx.db.updateTable('register_differences').set(open).where('decision_act_id', '=', actId).execute()
  const outdated = { decision: 'outdated', decided_at: ctx.now }
  await ctx.db.updateTable('register_differences').set(outdated).where('load_id', '=', actId).where('decision', 'is', null).execute()
}
