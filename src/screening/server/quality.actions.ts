/** Data-quality problems as lists and counts, with how to mend them. */
import type { z } from 'zod'
import { divisionNames, type FileAnswer, kindsOf, orderFor, pageOf, parted, tableWorkbook } from '../../access/index.ts'
import type { Policy } from '../../policy/index.ts'
import { type Context, dayIn } from '../../store/index.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import { qualityPackOf, qualityTexts } from './packs.ts'
import { placeColumns } from './place-columns.ts'
import { type FindingFilters, type FindingRow, findingCounts, findingOrders, findingRows, findingTrendPoints } from './quality.queries.ts'
import type {
  findingPage,
  findingQuery,
  findingShape,
  findingSummary,
  findingSummaryQuery,
  trendAnswer,
  trendQuery,
} from './quality-shapes.ts'
import { findingStateLabels, severityLabels } from './words.rules.ts'

type Finding = z.infer<typeof findingShape>

function filtersOf({ officer }: Context, query: Omit<z.infer<typeof findingSummaryQuery>, 'by'>): FindingFilters {
  return {
    division: divisionOf(officer, query.division),
    rules: parted(query.rule),
    severities: parted(query.severity),
    states: parted(query.state),
    householdNumber: query.household,
    fields: parted(query.field),
  }
}

export async function findingList(ctx: Context, query: z.infer<typeof findingQuery>): Promise<z.infer<typeof findingPage> | FileAnswer> {
  const filters = filtersOf(ctx, query)
  const order = orderFor(findingOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) =>
      (await findingRows(ctx, filters, order, undefined, most)).map((row) => findingAnswer(ctx.policy, row))
    return tableWorkbook(ctx, { name: '数据质量问题', divisionCode: filters.division, columns, rows })
  }
  const rows = await findingRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(
    rows,
    query.limit,
    (row) => findingAnswer(ctx.policy, row),
    ({ place }) => place,
  )
}

const registerDataset = 'household_register'

/** A finding can be mended in place when it is about one column of the register. */
export const isMendable = (policy: Policy, { field, household_number }: Pick<FindingRow, 'field' | 'household_number'>): boolean =>
  household_number !== '' && mendableFields(policy).includes(field)

export const mendableFields = (policy: Policy): string[] =>
  Object.keys(policy.datasets.get(registerDataset)?.fields ?? {}).filter((field) => !notMendable.has(field))

/** Columns by which rows are found; they change through events, not by typing over them. */
const notMendable = new Set(['household_number', 'person_number', 'county', 'township', 'village', 'village_code', 'relation_to_head'])

export function fieldLabel(policy: Policy, field: string): string {
  const { person, household, village } = qualityPackOf(policy).fields
  const column = policy.datasets.get(registerDataset)?.fields[field]
  return column?.label ?? person[field]?.label ?? household[field]?.label ?? village[field]?.label ?? field
}

/** A finding as lists show it. */
export function findingAnswer(policy: Policy, row: FindingRow): Finding {
  const text = qualityTexts(policy).get(row.rule_id)
  return {
    id: row.id,
    divisionCode: row.division_code,
    township: row.township,
    village: row.village,
    householdNumber: row.household_number,
    householdId: row.household_id,
    headName: row.head_name,
    ruleId: row.rule_id,
    ruleLabel: text?.label ?? row.rule_id,
    nationalNumbers: [...(text?.numbers ?? [])],
    severity: row.severity as Finding['severity'],
    personName: row.person_name,
    field: row.field,
    fieldLabel: fieldLabel(policy, row.field),
    found: row.found,
    message: row.message,
    mend: text?.mend ?? '',
    canMend: row.state === 'open' && isMendable(policy, row),
    source: row.source as unknown as Finding['source'],
    state: row.state as Finding['state'],
    stateLabel: findingStateLabels[row.state as Finding['state']],
    foundOn: row.found_on,
    mendedOn: row.mended_at === null ? null : dayIn(row.mended_at),
    mendedBy: row.mended_by,
    version: row.version,
  }
}

const columns = [
  ...placeColumns,
  ['成员', (one: Finding) => one.personName],
  ['规则', (one: Finding) => one.ruleLabel],
  ['国家规则编号', (one: Finding) => one.nationalNumbers.join('、')],
  ['严重程度', (one: Finding) => severityLabels[one.severity]],
  ['栏目', (one: Finding) => one.fieldLabel],
  ['现值', (one: Finding) => one.found],
  ['问题', (one: Finding) => one.message],
  ['怎么改', (one: Finding) => one.mend],
  ['状态', (one: Finding) => one.stateLabel],
  ['改正人', (one: Finding) => one.mendedBy],
  ['改正日期', (one: Finding) => one.mendedOn],
  ['发现日期', (one: Finding) => one.foundOn],
] as const

export async function findingSummaries(ctx: Context, query: z.infer<typeof findingSummaryQuery>): Promise<z.infer<typeof findingSummary>> {
  const filters = filtersOf(ctx, query)
  const rows = await findingCounts(ctx, filters, query.by)
  const texts = qualityTexts(ctx.policy)
  const names =
    query.by === 'township' || query.by === 'village'
      ? await divisionNames(
          ctx,
          rows.map(({ key }) => key),
        )
      : new Map<string, string>()
  const labelOf = (key: string, name: string) =>
    query.by === 'rule'
      ? (texts.get(key)?.label ?? key)
      : query.by === 'severity'
        ? severityLabels[key as 'high']
        : (names.get(key) ?? (name || key))
  return {
    items: rows.map(({ key, name, ...counts }) => ({
      key,
      label: labelOf(key, name),
      mend: query.by === 'rule' ? (texts.get(key)?.mend ?? '') : '',
      ...counts,
    })),
  }
}

export async function findingTrend(ctx: Context, query: z.infer<typeof trendQuery>): Promise<z.infer<typeof trendAnswer>> {
  const points = await findingTrendPoints(ctx, divisionOf(ctx.officer, query.division), parted(query.rule))
  return { items: points.map(({ run_id, as_of, open, exempt }) => ({ runId: run_id, asOf: as_of, open, exempt })) }
}
