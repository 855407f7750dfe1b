/** How another part has a household visited, and what happens when an officer leaves; it imports nothing of the core, so that the core can hand it on. */
import type { HandOverStep } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { householdById } from '../../registry/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import { insertTask, passTasks, type VisitAsked } from './tasks.queries.ts'

/** Asking twice from one source makes one task; the later day holds while it is open. */
export async function askVisit(ctx: Context, asked: Omit<VisitAsked, 'divisionCode'>): Promise<number> {
  const household = await householdById(ctx, asked.householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  return insertTask(ctx, { ...asked, divisionCode: household.divisionCode })
}

/** Visits asked of an officer move with the account; those of a case follow the case's officer by themselves. */
export const handOverVisits: HandOverStep = async (ctx, from, to) => ({ label: '走访任务', count: await passTasks(ctx, from, to) })
