/** Reading about help: one case's plan with what is owed and suggested, the list of measures, what is owed in an area. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { addDays, money, Problem, sumMoney } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { newCasesBy, rateOf, unhandledBy } from './clearing.queries.ts'
import { type Cluster, type ClusterRule, clustersOf } from './clusters.rules.ts'
import {
  type ListedMeasure,
  listMeasures,
  type MeasureEventRow,
  type MeasureRow,
  measureEvents,
  owedPlans,
  planOf,
  precedentsFor,
} from './help.queries.ts'
import { type Character, helpPolicy } from './help-policy.ts'
import { dutiesFor, seenCase } from './measures.actions.ts'
import { labourLabels, suggestionsFor } from './plan.rules.ts'
import { helpProblems } from './problems.ts'
import type { catalogueAnswer, helpAnswer, listedMeasure, measurePage, measureQuery, measureShape, overviewAnswer } from './shapes.ts'
import { characterLabels, type MeasureState, measureStateLabels, timingLabels } from './words.rules.ts'

type Shape = z.infer<typeof measureShape>
type Listed = z.infer<typeof listedMeasure>

/** Looking at a household's help is recorded. */
export async function helpOf(ctx: Context, caseId: number): Promise<z.infer<typeof helpAnswer>> {
  const theCase = await seenCase(ctx, caseId)
  const plan = await planOf(ctx, caseId)
  const { policy, labour, rows, held, duties } = await dutiesFor(ctx, theCase, plan?.explored ?? '')
  const events = await measureEvents(
    ctx,
    rows.map(({ id }) => id),
  )
  const precedents = await precedentsFor(ctx, theCase.county_code, theCase.risks)
  const suggestions = theCase.is_open ? suggestionsFor(policy, labour, theCase.risks, held, duties, precedents) : []
  await recordActs(ctx, [{ action: 'help.seen', subjectKind: 'case', subjectId: caseId, divisionCode: theCase.division_code, details: {} }])
  return {
    caseId,
    householdId: theCase.household_id,
    labour,
    labourLabel: labourLabels[labour],
    risks: theCase.risks,
    plan: plan
      ? {
          dueOn: plan.due_on,
          basis: plan.due_basis,
          agreedOn: plan.agreed_on,
          agreedBy: plan.agreed_by,
          explored: plan.explored,
          version: plan.version,
        }
      : null,
    duties: duties.map((duty) => ({ ...duty, rules: [...duty.rules] })),
    measures: rows.map((row) => ({ ...shapeOf(ctx, row), events: events.filter((one) => one.measure_id === row.id).map(eventShape) })),
    suggestions: suggestions.map(({ measure, definition, reasons }) => ({
      measure,
      label: definition.label,
      group: definition.group,
      characterLabel: characterLabels[definition.character],
      proof: definition.proof,
      reasons,
    })),
    deliveredAmount: sumMoney(events.flatMap(({ kind, amount }) => (kind === 'delivered' && amount !== null ? [money(amount)] : []))),
  }
}

function shapeOf(ctx: Context, row: MeasureRow): Shape {
  const state = row.state as MeasureState
  return {
    id: row.id,
    householdId: row.household_id,
    caseId: row.case_id,
    measure: row.measure,
    label: helpPolicy(ctx.policy).measures[row.measure]?.label ?? row.measure,
    group: row.measure_group,
    character: row.character as Character,
    characterLabel: characterLabels[row.character as Character],
    timingLabel: timingLabels[row.timing as keyof typeof timingLabels],
    state,
    stateLabel: measureStateLabels[state],
    isLate: state === 'planned' && row.due_on < ctx.today,
    details: row.details,
    responsibleName: row.responsible_name,
    plannedOn: row.planned_on,
    dueOn: row.due_on,
    plannedAmount: row.planned_amount,
    fund: row.fund,
    firstDeliveredOn: row.first_delivered_on,
    runsUntil: row.runs_until,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    noCaseReason: row.no_case_reason,
    version: row.version,
  }
}

const eventLabels: Readonly<Record<string, string>> = {
  planned: '列入计划',
  changed: '调整',
  delivered: '落实',
  ended: '结束',
  cancelled: '取消',
}

function eventShape({ kind, on_day, officer_name, amount, details }: MeasureEventRow) {
  const said = details as { proof?: string; note?: string; reason?: string }
  const text = [said.proof, said.note, said.reason].filter((one) => one !== undefined && one !== '').join('；')
  return { kind, kindLabel: eventLabels[kind] ?? kind, onDay: on_day, by: officer_name, amount, text }
}

/** What may be chosen, in the order of the file. */
export function catalogue(ctx: Context): z.infer<typeof catalogueAnswer> {
  return {
    items: Object.entries(helpPolicy(ctx.policy).measures).map(([measure, one]) => ({
      measure,
      label: one.label,
      group: one.group,
      character: one.character,
      characterLabel: characterLabels[one.character],
      needsLabour: one.needs_labour,
      risks: one.for,
      proof: one.proof,
      lasts: one.lasts ?? null,
    })),
  }
}

const listOf = (text: string | undefined) => text?.split(',').filter((one) => one !== '')

export async function measureList(ctx: Context, query: z.infer<typeof measureQuery>): Promise<z.infer<typeof measurePage> | FileAnswer> {
  const filters = {
    division: query.division ?? ctx.officer.area,
    states: listOf(query.state),
    measures: listOf(query.measure),
    isOverdue: query.overdue === 'true',
    isOutsideCase: query.outside === 'true',
  }
  const item = (row: ListedMeasure): Listed => ({
    ...shapeOf(ctx, row),
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    headName: row.head_name,
  })
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await listMeasures(ctx, filters, { sort: query.sort, limit: most })).map(item)
    return tableWorkbook(ctx, { name: '帮扶措施清单', divisionCode: filters.division, columns, rows })
  }
  const rows = await listMeasures(ctx, filters, { sort: query.sort, after: readCursor(query.after), limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next =
    rows.length > query.limit && last !== undefined ? (query.sort === 'due' ? `${last.due_on}~${last.id}` : String(last.id)) : null
  return { items: shown.map(item), next }
}

function readCursor(text: string | undefined): string[] | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^(\d{4}-\d{2}-\d{2}~)?\d{1,15}$/.test(text)) throw new Problem(helpProblems.badCursor, {})
  return text.split('~')
}

const columns = [
  ['乡镇', (one: Listed) => one.township],
  ['村', (one: Listed) => one.village],
  ['户编号', (one: Listed) => one.householdNumber],
  ['户主', (one: Listed) => one.headName],
  ['措施', (one: Listed) => one.label],
  ['措施组', (one: Listed) => one.group],
  ['性质', (one: Listed) => one.characterLabel],
  ['状态', (one: Listed) => one.stateLabel],
  ['责任人', (one: Listed) => one.responsibleName],
  ['应落实日期', (one: Listed) => one.dueOn],
  ['首次落实', (one: Listed) => one.firstDeliveredOn ?? ''],
  ['计划金额（元）', (one: Listed) => one.plannedAmount ?? ''],
  ['资金来源', (one: Listed) => one.fund],
  ['到期', (one: Listed) => one.runsUntil ?? ''],
  ['结束', (one: Listed) => one.endedOn ?? ''],
  ['没有事项的原因', (one: Listed) => one.noCaseReason ?? ''],
] as const

const mostOwed = 200

/** Plans owed, risks not handled (dynamic zero), and places where new cases concentrate. */
export async function helpOverview(ctx: Context, asked: string | undefined): Promise<z.infer<typeof overviewAnswer>> {
  const division = asked ?? ctx.officer.area
  const plans = await owedPlans(ctx, division, mostOwed)
  const zero = await unhandledBy(ctx, division)
  const { clusters, rule, days } = await clustersIn(ctx, division)
  return {
    owedPlans: plans.map((row) => ({
      caseId: row.id,
      township: row.township,
      village: row.village,
      householdNumber: row.household_number,
      headName: row.head_name,
      risks: row.risks,
      responsibleName: row.responsible_name,
      dueOn: row.due_on,
      isLate: row.due_on < ctx.today,
      measures: Number(row.measures ?? 0),
    })),
    zero: zero.map(({ without_help, plans_late, ...row }) => ({ ...row, withoutHelp: without_help, plansLate: plans_late })),
    isZero: zero.every(({ late, plans_late }) => late === 0 && plans_late === 0),
    clusters,
    clusterRule: `${days} 天内新认定至少 ${rule.fewest} 户，且发生率达到其他地方的 ${rule.multiple} 倍`,
  }
}

async function clustersIn(ctx: Context, division: string) {
  const number = (key: string) => Number(resolveParameter(ctx.policy, key, division === '' ? 'national' : division, ctx.today)?.value ?? 0)
  const days = number('case/cluster_days')
  const rule: ClusterRule = { fewest: number('case/cluster_households'), multiple: number('case/cluster_multiple') }
  const since = addDays(ctx.today, -days)
  const whole = await rateOf(ctx, division, since)
  const found = async (level: 'village' | 'township') => {
    const places = await newCasesBy(ctx, division, since, level === 'village' ? 12 : 9)
    const names = new Map(
      places.map(({ division: code, township, village }) => [code, level === 'village' ? `${township}${village}` : township]),
    )
    return clustersOf(places, whole, rule).map((one) => ({
      ...one,
      level,
      name: names.get(one.division) ?? one.division,
      reason: reasonOf(one, days),
    }))
  }
  return { clusters: [...(await found('township')), ...(await found('village'))], rule, days }
}

function reasonOf({ recognised, households, multiple }: Cluster, days: number): string {
  const times = multiple === null ? '其他地方没有新认定' : `发生率为其他地方的 ${multiple} 倍`
  return `${days} 天内新认定 ${recognised} 户（共 ${households} 户），${times}`
}
