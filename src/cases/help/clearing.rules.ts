/** The conditions for clearing, each computed and said in words: met, not met or unknown; unknown is never taken for met. */
import { addMonths, compareMoney, formatYuan, money, type PlainDay } from '../../kernel/index.ts'
import type { ConditionName, HelpPolicy } from './help-policy.ts'
import { type Labour, labourLabels } from './plan.rules.ts'

export interface ClearingFacts {
  today: PlainDay
  labour: Labour
  /** Yuan per head after claims and compliant self-paid spending, with the day it was stated. */
  income: { perHead: string; statedOn: string } | null
  /** The line of the clearing year; none where the province has not said. */
  line: { amount: number; since: string } | null
  /** Compliant spending paid by themselves, and from when on it is large. */
  selfPaid: { amount: string | null; large: number | null }
  guarantees: { schooling: boolean | null; housing: boolean | null; insurance: boolean | null; water: boolean | null }
  /** Risks of the case, and which rules still find them. */
  risks: readonly { risk: string; openLeads: readonly string[] }[]
  newRisks: readonly string[]
  /** Whether the last screening is recent enough to say that nothing was found. */
  lastScreening: string | null
  recognisedOn: PlainDay | null
  months: number
  /** Per risk that needs a measure: whether one was delivered. */
  helped: readonly { risk: string; isDelivered: boolean }[]
  deliveredMeasures: number
}

export interface Condition {
  id: ConditionName
  label: string
  /** `null` = unknown. */
  isMet: boolean | null
  isWaived: boolean
  must: boolean
  detail: string
  basis: readonly string[]
  note: string
}

type Judged = { isMet: boolean | null; detail: string }

/** All conditions in the order of the file. */
export function conditionsOf(policy: HelpPolicy, facts: ClearingFacts, isNatural: boolean): Condition[] {
  return Object.entries(policy.clearing.conditions).map(([name, stated]) => {
    const id = name as ConditionName
    const isWaived = isNatural && stated.waived_when_natural === true
    return { id, label: stated.label, must: stated.must, isWaived, basis: stated.basis, note: stated.note ?? '', ...judges[id](facts) }
  })
}

/** Every condition that must be met is met or waived. */
export const allMet = (conditions: readonly Condition[]): boolean =>
  conditions.every(({ must, isMet, isWaived }) => !must || isWaived || isMet === true)

const judges: Readonly<Record<ConditionName, (facts: ClearingFacts) => Judged>> = {
  labour: ({ labour }) => ({ isMet: labour === 'unknown' ? null : labour !== 'none', detail: labourLabels[labour] }),
  income: judgeIncome,
  rigid_spending: judgeSpending,
  schooling: ({ guarantees }) => trouble(guarantees.schooling, '有失学辍学', '没有失学辍学'),
  housing: ({ guarantees }) => trouble(guarantees.housing, '住房出现安全问题', '住房安全'),
  insurance: ({ guarantees }) => trouble(guarantees.insurance, '有成员未参保', '全员参保'),
  water: ({ guarantees }) => trouble(guarantees.water, '饮水出现安全问题', '饮水安全'),
  recorded_risks: judgeRecorded,
  no_new_risk: ({ newRisks, lastScreening }) =>
    newRisks.length > 0
      ? { isMet: false, detail: `识别后新出现：${newRisks.join('、')}` }
      : lastScreening === null
        ? { isMet: null, detail: '识别以后还没有做过筛查' }
        : { isMet: true, detail: `${lastScreening} 的筛查没有新线索` },
  watched: judgeMonths,
  helped: judgeHelp,
}

function judgeIncome({ income, line }: ClearingFacts): Judged {
  if (line === null) return { isMet: null, detail: '本年度监测线还没有录入' }
  const against = `监测线 ${formatYuan(money(String(line.amount)))}（${line.since} 起）`
  if (income === null) return { isMet: null, detail: `没有收入支出记录；${against}` }
  const isMet = compareMoney(money(income.perHead), money(String(line.amount))) > 0
  return { isMet, detail: `${income.statedOn} 核算人均 ${formatYuan(money(income.perHead))}，${against}` }
}

function judgeSpending({ selfPaid: { amount, large } }: ClearingFacts): Judged {
  if (amount === null) return { isMet: null, detail: '没有合规自付支出记录' }
  if (large === null) return { isMet: null, detail: '没有大额支出的参考数' }
  const isMet = compareMoney(money(amount), money(String(large))) < 0
  return { isMet, detail: `合规自付 ${formatYuan(money(amount))}，参考数 ${formatYuan(money(String(large)))}` }
}

function trouble(has: boolean | null, yes: string, no: string): Judged {
  return { isMet: has === null ? null : !has, detail: has === null ? '没有核实记录' : has ? yes : no }
}

function judgeRecorded({ risks, lastScreening }: ClearingFacts): Judged {
  const still = risks.filter(({ openLeads }) => openLeads.length > 0)
  if (still.length > 0)
    return { isMet: false, detail: still.map(({ risk, openLeads }) => `${risk}仍有线索：${openLeads.join('、')}`).join('；') }
  if (lastScreening === null) return { isMet: null, detail: '识别以后还没有做过筛查' }
  return { isMet: true, detail: `${lastScreening} 的筛查不再命中${risks.map(({ risk }) => risk).join('、')}` }
}

function judgeMonths({ today, recognisedOn, months }: ClearingFacts): Judged {
  if (recognisedOn === null) return { isMet: null, detail: '没有认定日期' }
  const from = addMonths(recognisedOn, months)
  return { isMet: today >= from, detail: `${recognisedOn} 认定，满 ${months} 个月为 ${from}` }
}

function judgeHelp({ helped, deliveredMeasures }: ClearingFacts): Judged {
  const without = helped.filter(({ isDelivered }) => !isDelivered).map(({ risk }) => risk)
  if (deliveredMeasures === 0) return { isMet: false, detail: '还没有落实过措施' }
  if (without.length > 0) return { isMet: false, detail: `${without.join('、')}没有落实对应的措施` }
  return { isMet: true, detail: `已落实 ${deliveredMeasures} 项措施` }
}
