/** Where two sources disagree, as a list. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import type { Context } from '../../store/index.ts'
import { type DiscrepancyRow, discrepancyRows } from './discrepancy.queries.ts'
import { divisionOf, flag, pageOf, parts, readCursor } from './filters.rules.ts'
import type { discrepancyPage, discrepancyQuery } from './quality-shapes.ts'

type Page = z.infer<typeof discrepancyPage>
type Discrepancy = Page['items'][number]

/** Those the latest run still finds, unless asked otherwise. */
export async function discrepancyList(ctx: Context, query: z.infer<typeof discrepancyQuery>): Promise<Page | FileAnswer> {
  const filters = {
    division: divisionOf(ctx.officer, query.division),
    comparisons: parts(query.comparison),
    isPresent: flag(query.present) ?? true,
  }
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await discrepancyRows(ctx, filters, undefined, most)).map(answer)
    return tableWorkbook(ctx, { name: '来源不一致', divisionCode: filters.division, columns, rows })
  }
  const after = readCursor(query.after, ['string', 'number'])
  const rows = await discrepancyRows(ctx, filters, after, query.limit + 1)
  return pageOf(rows, query.limit, answer, (row) => [row.division_code, row.id])
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
] as const
