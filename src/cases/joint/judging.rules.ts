/** One statement read by two rule sets: every condition is met, not met or unknown, with its numbers and in words. */
import { Decimal } from 'decimal.js'
import { formatYuan, type Money, money, noMoney, roundToFen, subtractMoney, sumMoney } from '../../kernel/index.ts'
import type { RuleSet, StatedCondition } from './joint-policy.ts'

/** A number of the policy as it holds for the household on the day. */
export interface Standing {
  key: string
  label: string
  /** `null` = no document says it; `missing` says so in words. */
  value: number | null
  unit: string
  since: string | null
  region: string | null
  basis: readonly string[]
  missing: string
}

export interface JudgedFacts {
  size: number
  netIncome: string
  /** Something was written down as income, or was saved as nothing. */
  hasIncome: boolean
  amounts: ReadonlyMap<string, string>
  labels: ReadonlyMap<string, string>
  standing: (key: string) => Standing
  labour: 'some' | 'none' | 'unknown'
  /** What members receive; `null` = not registered. */
  relief: readonly string[] | null
  compared: { on: string; flags: readonly { label: string; value: string; explanation: string | null }[] } | null
}

export interface JudgedCondition {
  label: string
  /** `null` = unknown. */
  isMet: boolean | null
  detail: string
  numbers: Standing[]
  basis: readonly string[]
}

export interface JudgedGrade {
  grade: string
  label: string
  verdict: 'met' | 'not_met' | 'unknown'
  conditions: JudgedCondition[]
}

/** Amounts that are known to lie between two ends; `null` = without end. */
interface Between {
  lo: Money | null
  hi: Money | null
}

/** Spending that counts, as far as it was asked; `missing` are the items nobody asked about. */
export function rigidOf({ rigid }: Pick<RuleSet, 'rigid'>, facts: Pick<JudgedFacts, 'amounts' | 'labels'>) {
  const known = rigid.flatMap((item) => facts.amounts.get(item) ?? [])
  const missing = rigid.filter((item) => !facts.amounts.has(item)).map((item) => facts.labels.get(item) ?? item)
  return { amount: sumMoney(known.map((one) => money(one))), missing }
}

/** All grades of a rule set; one condition that is not met rules a grade out, one that is unknown leaves it open. */
export function gradesOf(ruleSet: RuleSet, facts: JudgedFacts): JudgedGrade[] {
  return Object.entries(ruleSet.grades).map(([grade, { label, conditions: stated }]) => {
    const conditions = stated.map((one) => judged(one, ruleSet, facts))
    const isOut = conditions.some(({ isMet }) => isMet === false)
    const verdict = isOut ? 'not_met' : conditions.every(({ isMet }) => isMet) ? 'met' : 'unknown'
    return { grade, label, verdict, conditions }
  })
}

function judged(stated: StatedCondition, ruleSet: RuleSet, facts: JudgedFacts): JudgedCondition {
  const { basis } = stated
  switch (stated.is) {
    case 'per_head':
      return { ...perHead(stated, ruleSet, facts), basis }
    case 'spending':
      return { ...spending(stated, facts), basis }
    case 'share':
      return { ...share(stated, ruleSet, facts), basis }
    case 'possessions':
      return { ...possessions(stated, facts), basis }
    case 'no_labour':
      return { ...noLabour(facts), basis }
    case 'no_relief':
      return { ...noRelief(facts), basis }
    default:
      return { label: stated.label, isMet: null, detail: '系统里没有这项情况，须入户核实后由审核部门认定', numbers: [], basis }
  }
}

type Judged = Omit<JudgedCondition, 'basis'>
type Stated<Is extends StatedCondition['is']> = Extract<StatedCondition, { is: Is }>

function perHead({ of, compare, parameter, times }: Stated<'per_head'>, { reference }: RuleSet, facts: JudgedFacts): Judged {
  const line = facts.standing(parameter)
  const multiple = times === undefined ? undefined : facts.standing(times)
  const numbers = multiple === undefined ? [line] : [line, multiple]
  const name = of === 'income' ? '人均纯收入' : '人均参考收入'
  const label = `${name}${compare === 'below' ? '低于' : '不低于'}${line.label}${multiple === undefined ? '' : '的规定倍数'}`
  if (!facts.hasIncome || facts.size <= 0) return { label, isMet: null, detail: '收支表还没有填收入', numbers }
  const { between, said } = of === 'income' ? plainIncome(facts) : referenceIncome(reference, facts)
  const heads = { lo: divided(between.lo, facts.size), hi: divided(between.hi, facts.size) }
  const unknown = numbers.find(({ value }) => value === null)
  if (line.value === null || unknown !== undefined)
    return { label, isMet: null, detail: `${said}；${unknown?.missing ?? line.missing}`, numbers }
  const limit = new Decimal(line.value).times(multiple?.value ?? 1)
  const isBelow = heads.hi !== null && limit.gt(heads.hi) ? true : heads.lo !== null && limit.lte(heads.lo) ? false : null
  const against = `${line.label} ${yuan(limit)}${multiple === undefined ? '' : `（${yuan(new Decimal(line.value))}的 ${multiple.value} 倍）`}`
  return { label, isMet: isBelow === null ? null : compare === 'below' ? isBelow : !isBelow, detail: `${said}；${against}`, numbers }
}

const yuan = (amount: Decimal): string => formatYuan(money(amount.toFixed(2)))
const divided = (amount: Money | null, size: number): Money | null =>
  amount === null ? null : roundToFen(money(new Decimal(amount).dividedBy(size).toFixed(6)))
const headWords = (amount: Money, size: number): string =>
  `人均 ${formatYuan(divided(amount, size) ?? noMoney)}（${formatYuan(amount)} ÷ ${size} 人）`

function plainIncome({ netIncome, size }: JudgedFacts): { between: Between; said: string } {
  const net = money(netIncome)
  return { between: { lo: net, hi: net }, said: headWords(net, size) }
}

/** Claims that nobody wrote down are taken as none; spending that nobody wrote down can be any amount. */
function referenceIncome({ adds, deducts }: RuleSet['reference'], facts: JudgedFacts): { between: Between; said: string } {
  const of = (items: readonly string[]) => sumMoney(items.map((item) => money(facts.amounts.get(item) ?? '0')))
  const net = money(facts.netIncome)
  const hi = subtractMoney(sumMoney([net, of(adds)]), of(deducts))
  const missing = deducts.filter((item) => !facts.amounts.has(item)).map((item) => facts.labels.get(item) ?? item)
  const parts = [
    `纯收入 ${formatYuan(net)}`,
    ...adds.map((item) => `加${facts.labels.get(item) ?? item} ${formatYuan(money(facts.amounts.get(item) ?? '0'))}`),
    ...deducts.map((item) => {
      const amount = facts.amounts.get(item)
      return `减${facts.labels.get(item) ?? item}${amount === undefined ? '（没有填）' : ` ${formatYuan(money(amount))}`}`
    }),
  ]
  return { between: { lo: missing.length > 0 ? null : hi, hi }, said: `${headWords(hi, facts.size)}：${parts.join('，')}` }
}

function spending({ of, parameter }: Stated<'spending'>, facts: JudgedFacts): Judged {
  const limit = facts.standing(parameter)
  const name = facts.labels.get(of) ?? of
  const label = `${name}达到${limit.label}`
  const amount = facts.amounts.get(of)
  if (amount === undefined) return { label, isMet: null, detail: `${name}没有填`, numbers: [limit] }
  const said = `${name} ${formatYuan(money(amount))}`
  if (limit.value === null) return { label, isMet: null, detail: `${said}；${limit.missing}`, numbers: [limit] }
  const isMet = new Decimal(amount).gte(limit.value)
  return { label, isMet, detail: `${said}；${limit.label} ${yuan(new Decimal(limit.value))}`, numbers: [limit] }
}

/** Without income any spending is more than all of it. */
function share({ parameter }: Stated<'share'>, ruleSet: RuleSet, facts: JudgedFacts): Judged {
  const limit = facts.standing(parameter)
  const { label } = limit
  const { amount, missing } = rigidOf(ruleSet, facts)
  if (!facts.hasIncome) return { label, isMet: null, detail: '收支表还没有填收入', numbers: [limit] }
  const open = missing.length === 0 ? '' : `，没有填：${missing.join('、')}`
  const isAll = new Decimal(facts.netIncome).lte(0)
  const percent = isAll ? undefined : new Decimal(amount).times(100).dividedBy(facts.netIncome)
  const said = `刚性支出 ${formatYuan(amount)}，收入 ${formatYuan(money(facts.netIncome))}${percent === undefined ? '' : `，占 ${percent.toFixed(1)}%`}${open}`
  if (limit.value === null) return { label, isMet: null, detail: `${said}；${limit.missing}`, numbers: [limit] }
  const reaches = percent === undefined ? new Decimal(amount).gt(0) : percent.gte(limit.value)
  return { label, isMet: reaches ? true : missing.length > 0 ? null : false, detail: `${said}；规定至少 ${limit.value}%`, numbers: [limit] }
}

/** Flags of the comparison are for people to weigh: they leave a condition open, and rule nobody out; so does what nobody compared or laid down. */
function possessions({ limits }: Stated<'possessions'>, { compared, standing }: JudgedFacts): Judged {
  const numbers = limits.map(({ parameter }) => standing(parameter))
  const label = '家庭财产符合规定'
  if (compared === null) return { label, isMet: null, detail: '还没有做过资产数据比对', numbers }
  if (compared.flags.length === 0) {
    const open = numbers.flatMap(({ value, label: what, missing }, at) =>
      value === null ? [missing] : limits[at]?.compared ? [] : [`${what}没有部门数据，须由审核部门核对`],
    )
    return { label, isMet: open.length > 0 ? null : true, detail: [`${compared.on} 比对，没有提示`, ...open].join('；'), numbers }
  }
  const said = compared.flags.map(({ label: what, value, explanation }) => `${what} ${value}（${explanation ?? '还没有说明'}）`)
  return { label, isMet: null, detail: `${compared.on} 比对，须由人判断：${said.join('；')}`, numbers }
}

function noLabour({ labour }: JudgedFacts): Judged {
  const detail = { some: '家里有劳动力', none: '全部成员登记为无劳动力或丧失劳动力', unknown: '有成员的劳动技能没有登记' }[labour]
  return { label: '整户没有劳动能力', isMet: labour === 'unknown' ? null : labour === 'none', detail, numbers: [] }
}

function noRelief({ relief }: JudgedFacts): Judged {
  const label = '没有享受低保、特困供养'
  if (relief === null) return { label, isMet: null, detail: '没有低保、特困登记情况', numbers: [] }
  return {
    label,
    isMet: relief.length === 0,
    detail: relief.length === 0 ? '成员都登记为未享受' : `正在享受${relief.join('、')}`,
    numbers: [],
  }
}
