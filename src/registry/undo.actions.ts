/** Taking back the latest act: everything is again as it was before, and both stay on record. */
import { Problem } from '../kernel/index.ts'
import { type Context, storeProblems } from '../store/index.ts'
import { type ActDone, recordFor } from './acts.ts'
import { placeHousehold, requireBoth } from './places.queries.ts'
import { actLabels, registryProblems } from './problems.ts'
import { insertAct, insertTouched, projectHouseholds, projectPersons } from './states.queries.ts'
import { actById, laterAct, lockTouched, markUndone, reopenDifferences, restoreStates, touchedPersons } from './undo.queries.ts'

/** Undoes an act on which nothing later rests. */
export async function undoAct(ctx: Context, actId: number, reason: string): Promise<ActDone> {
  const act = await actById(ctx, actId)
  if (act === undefined) throw new Problem(storeProblems.notFound, { what: '这次登记' })
  const label = actLabels[act.kind] ?? act.kind
  if (act.kind === 'undo') throw new Problem(registryProblems.notUndoable, { label })
  if ((act.kind === 'load' || act.kind === 'take_over') && !ctx.officer.permissions.has('register.load'))
    throw new Problem(registryProblems.notUndoable, { label })
  const touched = await lockTouched(ctx, actId)
  // A household that is out of the officer's area is not seen here: the act is then not theirs to undo.
  if (touched.length < act.touched) throw new Problem(storeProblems.notFound, { what: '这次登记' })
  if (act.from !== undefined) requireBoth(ctx, act.from.divisionCode, touched[0]?.divisionCode ?? '')
  const again = await actById(ctx, actId)
  if (again?.undoneBy) throw new Problem(registryProblems.alreadyUndone, {})
  const movedOn = touched.find(({ lastActId }) => lastActId !== actId)
  const later = movedOn === undefined ? undefined : await laterAct(ctx, movedOn.id, movedOn.lastActId)
  if (movedOn !== undefined || (await hasBeenBuiltOn(ctx, actId)))
    throw new Problem(registryProblems.notLatest, { label: actLabels[later?.kind ?? ''] ?? '后续登记', on: later?.on ?? '' })
  const summary = `撤销${label}：${act.summary}`
  const undoId = await insertAct(ctx, {
    kind: 'undo',
    on: ctx.today,
    divisionCode: act.divisionCode,
    reason,
    details: { summary },
    undoes: actId,
  })
  await markUndone(ctx, actId, undoId)
  const persons = await touchedPersons(ctx, actId)
  await restoreStates(ctx, actId, undoId)
  const [moved] = act.from === undefined ? [] : touched
  if (act.from !== undefined && moved !== undefined) await placeHousehold(ctx, moved.id, act.from)
  await reopenDifferences(ctx, actId)
  await insertTouchedAll(ctx, undoId, touched)
  await projectPersons(ctx, persons)
  const versions = await projectHouseholds(ctx, new Map(touched.map(({ id, previousActId }) => [id, previousActId ?? undoId])))
  await recordFor(ctx, { kind: 'undo', on: ctx.today, reason }, undoId, touched, summary)
  const main = touched.find(({ divisionCode }) => divisionCode === act.divisionCode) ?? touched[0]
  return { actId: undoId, householdId: main?.id ?? 0, version: versions.get(main?.id ?? 0) ?? 0, personIds: [], householdIds: [], summary }
}

/** Somebody who left by this act may since have joined a household it did not touch. */
async function hasBeenBuiltOn(ctx: Context, actId: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('person_states')
    .select('id')
    .where('act_id', '=', actId)
    .where('replaced_by', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const mostAtOnce = 5000

async function insertTouchedAll(ctx: Context, undoId: number, touched: readonly { id: number; divisionCode: string; lastActId: number }[]) {
  for (let at = 0; at < touched.length; at += mostAtOnce) await insertTouched(ctx, undoId, touched.slice(at, at + mostAtOnce))
}
