/** The criteria for leaving assistance, each computed and said in words; what no document lays down stays unknown. */
import { Decimal } from 'decimal.js'
import type { CriteriaPolicy, CriterionName } from './criteria-policy.ts'

export interface ExitFacts {
  /** Yuan per head. */
  incomePerHead: string | null
  line: number | null
  incomeMultiple: number | null
  /** Of the four guarantees: `true` has trouble, `null` nobody looked. */
  guarantees: readonly (boolean | null)[]
  openRisks: readonly string[]
  lastScreening: string | null
  labour: 'able' | 'weak' | 'none' | 'unknown'
  /** Wages and business income, and all income, in yuan. */
  ownIncome: { own: string; all: string } | null
  ownIncomePercent: number | null
  relief: readonly string[] | null
}

export interface Criterion {
  id: CriterionName
  group: 'economy' | 'ability'
  label: string
  isMet: boolean | null
  detail: string
  basis: readonly string[]
}

export type Proposal = 'exit' | 'keep' | 'open'
export const proposalLabels: Readonly<Record<Proposal, string>> = {
  exit: '各项符合，可按程序有序退出',
  keep: '有不符合的项目，建议继续帮扶',
  open: '有的项目情况不明或标准未定，暂不提出建议',
}

type Judged = { isMet: boolean | null; detail: string }

/** All criteria in the order of the file. */
export function criteriaOf(policy: CriteriaPolicy, facts: ExitFacts): Criterion[] {
  return Object.entries(policy.criteria).map(([name, { label, group, basis }]) => {
    const id = name as CriterionName
    return { id, group, label, basis, ...judges[id](facts) }
  })
}

/** One that is not met is enough to go on; leaving needs all. */
export function proposalOf(criteria: readonly Criterion[]): Proposal {
  if (criteria.some(({ isMet }) => isMet === false)) return 'keep'
  return criteria.length > 0 && criteria.every(({ isMet }) => isMet === true) ? 'exit' : 'open'
}

const labourWords = { able: '有劳动能力', weak: '只有弱劳动力或半劳动力', none: '整户无劳动能力', unknown: '劳动能力不明' } as const

const judges: Readonly<Record<CriterionName, (facts: ExitFacts) => Judged>> = {
  income: ({ incomePerHead, line, incomeMultiple }) => {
    const said = `人均纯收入 ${incomePerHead ?? '没有记录'}，监测线 ${line ?? '未录入'}`
    if (incomeMultiple === null) return { isMet: null, detail: `${said}；应达到的倍数待确认` }
    if (incomePerHead === null || line === null) return { isMet: null, detail: said }
    return {
      isMet: new Decimal(incomePerHead).gte(new Decimal(line).times(incomeMultiple)),
      detail: `${said}，应达到 ${incomeMultiple} 倍`,
    }
  },
  guarantees: ({ guarantees }) => {
    if (guarantees.includes(true)) return { isMet: false, detail: '有没有解决的问题' }
    return guarantees.includes(null) ? { isMet: null, detail: '有的项目没有核实记录' } : { isMet: true, detail: '均已核实没有问题' }
  },
  no_open_risk: ({ openRisks, lastScreening }) => {
    if (openRisks.length > 0) return { isMet: false, detail: openRisks.join('、') }
    return lastScreening === null ? { isMet: null, detail: '还没有做过筛查' } : { isMet: true, detail: `${lastScreening} 的筛查没有线索` }
  },
  labour: ({ labour }) => ({ isMet: labour === 'unknown' ? null : labour === 'able', detail: labourWords[labour] }),
  own_income: ({ ownIncome, ownIncomePercent }) => {
    if (ownIncome === null || Number(ownIncome.all) <= 0) return { isMet: null, detail: '没有收入核算记录' }
    const percent = new Decimal(ownIncome.own).times(100).dividedBy(ownIncome.all)
    const said = `占 ${percent.toFixed(1)}%`
    if (ownIncomePercent === null) return { isMet: null, detail: `${said}；应达到的比例待确认` }
    return { isMet: percent.gte(ownIncomePercent), detail: `${said}，应达到 ${ownIncomePercent}%` }
  },
  not_on_relief: ({ relief }) => {
    if (relief === null) return { isMet: null, detail: '没有低保、特困登记情况' }
    return { isMet: relief.length === 0, detail: relief.length === 0 ? '没有享受' : relief.join('、') }
  },
}
