/** Deciding where the national system and the county disagree: nothing changes until an officer says so. */
import type { z } from 'zod'
import { type FileAnswer, kindsOf, orderFor, pageOf, readCursor, type SortWord, tableWorkbook } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import type { Context } from '../store/index.ts'
import {
  anyValueToTake,
  chooseDifferences,
  countDifferences,
  type DifferenceFilter,
  type DifferenceRow,
  differenceOrders,
  eventsToTake,
  listDifferences,
  markDecided,
  markOne,
  outdateChosen,
  takeValues,
} from './differences.queries.ts'
import { carryOut } from './events.actions.ts'
import { masked } from './masking.rules.ts'
import { registryProblems } from './problems.ts'
import type { decided, difference, differenceDecision, differencePage, LifeEvent } from './register.schema.ts'
import { registryPolicy } from './registry-policy.ts'
import { insertAct, latestEvent, openPerson, projectHouseholds, projectPersons } from './states.queries.ts'

const kindLabels = {
  value: '',
  member_new: '全国系统多出成员',
  member_missing: '全国系统没有此人',
  member_elsewhere: '所在户不同',
  household_missing: '全国系统没有该户',
} as const

/** What a difference is about, in words. */
export function differenceLabel(ctx: Context, kind: keyof typeof kindLabels, field: string): string {
  if (kind !== 'value') return kindLabels[kind]
  return field === 'head' ? '户主' : (registryPolicy(ctx.policy).fields.get(field)?.label ?? field)
}

type DifferenceSort = SortWord<keyof typeof differenceOrders>

/** One page, and how many are open by field. */
export async function pageOfDifferences(
  ctx: Context,
  filter: DifferenceFilter,
  { sort, after, limit }: { sort?: DifferenceSort | undefined; after?: string | undefined; limit: number },
): Promise<z.infer<typeof differencePage>> {
  const order = orderFor(differenceOrders, sort)
  const rows = await listDifferences(ctx, filter, order, readCursor(after, kindsOf(order)), limit + 1)
  const counts = await countDifferences(ctx, filter)
  return {
    ...pageOf(
      rows,
      limit,
      (row) => shown(ctx, row),
      ({ place }) => place,
    ),
    counts: counts.map((one) => ({ ...one, label: differenceLabel(ctx, one.kind as keyof typeof kindLabels, one.field) })),
  }
}

/** The same rows as a workbook. */
export function differencesWorkbook(ctx: Context, filter: DifferenceFilter, sort: DifferenceSort | undefined): Promise<FileAnswer> {
  return tableWorkbook(ctx, {
    name: '与全国系统的差异',
    rows: async (most) => {
      const rows = await listDifferences(ctx, filter, orderFor(differenceOrders, sort), undefined, most)
      return rows.map((row) => shown(ctx, row))
    },
    columns: [
      ['村', (one) => one.village],
      ['户编号', (one) => one.householdNumber],
      ['户主', (one) => one.headName],
      ['成员', (one) => one.personName],
      ['差异', (one) => one.label],
      ['县里', (one) => one.ours],
      ['全国系统', (one) => one.theirs],
      ['建议', (one) => (one.proposal === 'theirs' ? '以全国系统为准' : '以县里为准')],
      ['理由', (one) => one.reason],
      ['处理', (one) => (one.decision === null ? '' : decisionLabels[one.decision])],
      ['处理人', (one) => one.decidedBy],
    ],
  })
}

const decisionLabels = { theirs: '以全国系统为准', ours: '以县里为准', outdated: '已过时' } as const

interface Theirs {
  name?: string
  values?: Record<string, string>
  household_number?: string
  household_id?: number
}

function shown(ctx: Context, row: DifferenceRow): z.infer<typeof difference> {
  const { ours_sealed, theirs_sealed, on: _, ours, theirs, ...rest } = row
  const field = registryPolicy(ctx.policy).fields.get(row.field)
  const open = (sealed: Buffer | null) => (sealed === null || field === undefined ? '' : masked(field.kind, ctx.vault.open(sealed)))
  const said = theirs as Theirs | string | null
  const inWords = typeof said === 'string' ? said : row.kind === 'member_elsewhere' ? (said?.household_number ?? '') : (said?.name ?? '')
  return {
    ...rest,
    label: differenceLabel(ctx, row.kind, row.field),
    ours: field?.isSealed ? open(ours_sealed) : typeof ours === 'string' ? ours : '',
    theirs: field?.isSealed ? open(theirs_sealed) : inWords,
  }
}

/** Decides some or all open ones: plain values in one act, events in life as acts of their own. */
export async function decideDifferences(ctx: Context, asked: z.infer<typeof differenceDecision>): Promise<z.infer<typeof decided>> {
  if (asked.all === undefined && (asked.ids === undefined || asked.ids.length === 0)) throw new Problem(registryProblems.nothingChosen, {})
  const filter: DifferenceFilter = asked.all ?? { ids: asked.ids }
  await chooseDifferences(ctx, filter, asked.decision)
  const events = await takeEvents(ctx)
  // After the events: a size that they brought into line is no longer a question.
  await outdateChosen(ctx)
  const values = await anyValueToTake(ctx)
  const actId = values === undefined ? null : await takeAllValues(ctx, values)
  const done = await markDecided(ctx, actId)
  return { taken: done.taken + events.taken, kept: done.kept, outdated: done.outdated + events.outdated, actId }
}

async function takeEvents(ctx: Context): Promise<{ taken: number; outdated: number }> {
  const done = { taken: 0, outdated: 0 }
  for (const id of await eventsToTake(ctx)) {
    const [row] = await listDifferences(ctx, { ids: [id] }, differenceOrders.found, undefined, 1)
    const took = row === undefined ? null : await takeEvent(ctx, row)
    await markOne(ctx, id, took === null ? 'outdated' : 'theirs', took)
    done[took === null ? 'outdated' : 'taken'] += 1
  }
  return done
}

async function takeAllValues(ctx: Context, { on, households }: { on: string; households: number }): Promise<number> {
  const summary = `按全国系统更新 ${households} 户的信息`
  const actId = await insertAct(ctx, {
    kind: 'take_over',
    on,
    divisionCode: ctx.officer.area,
    reason: '',
    details: { summary, touched: households },
  })
  const touched = await takeValues(ctx, actId)
  await projectPersons(ctx, touched.persons)
  await projectHouseholds(ctx, new Map(touched.households.map((id) => [id, actId])))
  return actId
}

/** Carries one out as the event it is; null where the register has moved on so that it says nothing any more. */
async function takeEvent(ctx: Context, row: DifferenceRow): Promise<number | null> {
  const target = row.kind === 'member_elsewhere' ? (row.theirs as Theirs).household_id : row.householdId
  if (target === undefined || target === null) return null
  const ids = row.householdId === null || row.householdId === target ? [target] : [target, row.householdId]
  const latest = await latestEvent(ctx, ids)
  const on = latest !== undefined && latest.on > row.on ? latest.on : row.on
  const event = await eventFor(ctx, row, { on, version: 0, reason: '按全国系统' })
  if (event === null) return null
  try {
    return (await carryOut(ctx, target, event)).actId
  } catch (error) {
    // Somebody registered the same meanwhile: the question is answered.
    if (error instanceof Problem && ['registry.not_member', 'registry.same_household', 'store.not_found'].includes(error.code)) return null
    throw error
  }
}

async function eventFor(
  ctx: Context,
  row: DifferenceRow,
  said: { on: string; version: number; reason: string },
): Promise<LifeEvent | null> {
  const theirs = (row.theirs ?? {}) as Theirs
  const relation = theirs.values?.relation_to_head === '户主' ? '其他' : (theirs.values?.relation_to_head ?? '其他')
  const { personId } = row
  if (row.kind === 'value') return personId === null ? null : { kind: 'change_head', ...said, personId, relations: [] }
  if (row.kind === 'member_missing')
    return personId === null ? null : { kind: 'move_out', ...said, personIds: [personId], to: '全国系统中没有此人', relations: [] }
  if (row.kind === 'household_missing') return wholeHousehold(ctx, row, said)
  if (personId !== null) return (await openPerson(ctx, personId)) && { kind: 'move_in', ...said, personId, relation }
  const { relation_to_head: _, ...values } = theirs.values ?? {}
  const number = row.theirs_sealed === null ? {} : { id_number: ctx.vault.open(row.theirs_sealed) }
  return { kind: 'move_in', ...said, relation, person: { name: theirs.name ?? '', values: { ...values, ...number } } }
}

async function wholeHousehold(
  ctx: Context,
  row: DifferenceRow,
  said: { on: string; version: number; reason: string },
): Promise<LifeEvent | null> {
  const members = await ctx.db.selectFrom('persons').select('id').where('household_id', '=', row.householdId).execute()
  if (members.length === 0) return null
  return { kind: 'move_out', ...said, personIds: members.map(({ id }) => id), to: '全国系统中没有该户', relations: [] }
}
