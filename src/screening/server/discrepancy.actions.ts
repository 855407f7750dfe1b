/** Where two sources disagree, as a list. */
import type { z } from 'zod'
import { type FileAnswer, flagged, kindsOf, orderFor, pageOf, parted, tableWorkbook } from '../../access/index.ts'
import type { Context } from '../../store/index.ts'
import { type DiscrepancyRow, discrepancyOrders, discrepancyRows } from './discrepancy.queries.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import type { discrepancyPage, discrepancyQuery } from './quality-shapes.ts'

type Page = z.infer<typeof discrepancyPage>
type Discrepancy = Page['items'][number]

/** Those the latest run still finds, unless asked otherwise. */
export async function discrepancyList(ctx: Context, query: z.infer<typeof discrepancyQuery>): Promise<Page | FileAnswer> {
  const filters = {
    division: divisionOf(ctx.officer, query.division),
    comparisons: parted(query.comparison),
    isPresent: flagged(query.present) ?? true,
    householdNumber: query.household,
  }
  const order = orderFor(discrepancyOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await discrepancyRows(ctx, filters, order, undefined, most)).map(answer)
    return tableWorkbook(ctx, { name: '来源不一致', divisionCode: filters.division, columns, rows })
  }
  const rows = await discrepancyRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(rows, query.limit, answer, ({ place }) => place)
}

const answer = (row: DiscrepancyRow): Discrepancy => ({
  id: row.id,
  divisionCode: row.division_code,
  township: row.township,
  village: row.village,
  householdNumber: row.household_number,
  householdId: row.household_id,
  headName: '',
  comparisonId: row.comparison_id,
  label: row.label,
  personName: row.person_name,
  message: row.message,
  sources: row.sources as unknown as Discrepancy['sources'],
  isPresent: row.is_present,
  foundOn: row.found_on,
  goneOn: row.gone_on,
})

const columns = [
  ['乡镇', (one: Discrepancy) => one.township],
  ['村', (one: Discrepancy) => one.village],
  ['户编号', (one: Discrepancy) => one.householdNumber],
  ['成员', (one: Discrepancy) => one.personName],
  ['比对', (one: Discrepancy) => one.label],
  ['不一致之处', (one: Discrepancy) => one.message],
  ['出处', (one: Discrepancy) => one.sources.map(({ file, sheet, row }) => `${file} ${sheet} 第 ${row} 行`).join('；')],
  ['发现日期', (one: Discrepancy) => one.foundOn],
  ['现状', (one: Discrepancy) => (one.isPresent ? '仍不一致' : `${one.goneOn ?? ''} 已一致`.trim())],
] as const
