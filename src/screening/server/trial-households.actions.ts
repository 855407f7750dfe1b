/** The households a trial found more or fewer in one month, as a list and as a workbook. */
import type { z } from 'zod'
import { type FileAnswer, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, storeProblems } from '../../store/index.ts'
import type { TrialMonth } from './trial.actions.ts'
import { trialById } from './trial.queries.ts'
import type { TrialColumn, trialHouseholdPage, trialHouseholdQuery } from './trial-shapes.ts'
import { ruleLabel } from './words.rules.ts'

type Page = z.infer<typeof trialHouseholdPage>
type Household = Page['items'][number]

const collator = new Intl.Collator('zh-CN', { numeric: true })
const values: Readonly<Record<TrialColumn, (one: Household) => string>> = {
  place: ({ township, village, householdNumber }) => `${township} ${village} ${householdNumber}`,
  head: ({ headName }) => headName,
  number: ({ householdNumber }) => householdNumber,
}

/** As many of them as the trial kept. */
export async function trialHouseholds(ctx: Context, id: number, query: z.infer<typeof trialHouseholdQuery>): Promise<Page | FileAnswer> {
  const trial = await trialById(ctx, id)
  const month = (trial?.months as unknown as TrialMonth[] | undefined)?.find(({ asOf }) => asOf === query.month)
  if (trial === undefined || month === undefined)
    throw new Problem(storeProblems.notFound, { what: trial ? '这个月的试算结果' : '这次试算' })
  const all = month[query.side].map(({ ruleIds, ...one }) => ({ ...one, rules: ruleIds.map((rule) => ruleLabel(ctx.policy, rule)) }))
  const items = arranged(all, query)
  if (query.format !== 'xlsx') return { items, next: null }
  const name = `试算${query.side === 'more' ? '增加' : '减少'}的户 ${query.month}`
  return tableWorkbook(ctx, {
    name,
    divisionCode: trial.division_code,
    subject: { kind: 'rule_trial', id },
    columns,
    rows: async () => items,
  })
}

function arranged(
  rows: readonly Household[],
  { find = '', sort = 'place' }: Pick<z.infer<typeof trialHouseholdQuery>, 'find' | 'sort'>,
): Household[] {
  const words = find.split(/\s+/).filter(Boolean)
  const kept = rows.filter((one) =>
    words.every((word) => [...Object.values(values).map((value) => value(one)), ...one.rules].join(' ').includes(word)),
  )
  const value = values[sort.replace('-', '') as TrialColumn]
  const way = sort.startsWith('-') ? -1 : 1
  return kept.sort((one, other) => way * collator.compare(value(one), value(other)))
}

const columns = [
  ['户主', (one: Household) => one.headName],
  ['乡镇', (one: Household) => one.township],
  ['村', (one: Household) => one.village],
  ['户编号', (one: Household) => one.householdNumber],
  ['规则', (one: Household) => one.rules.join('、')],
] as const
