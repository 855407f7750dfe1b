/** Invented households, leads and rows for the tests, with numbers and formulas where they must not show. */
import type { HouseholdEntry, LeadEntry, ReviewEntry, Severity, Urgency } from './workbook-data.ts'

/** Numbers that must not be readable in any result workbook. */
export const inventedIdNumbers = ['990101198001010014', '99010119790203002X', '990101197902030', '99010119800101001443'] as const
export const inventedPhone = '13800001234'

const [anna, bao, old] = inventedIdNumbers
export const inventedTownships = ['河口镇', '青山乡', '双桥镇']
const surnames = ['王', '李', '张', '欧阳', '阿依古丽·买买提', '陈']
export const inventedRules = [
  {
    ruleId: 'medical-burden',
    ruleLabel: '医疗自付支出过大',
    risk: '因病',
    plain: '全家近 12 个月合规自付医疗费达到警戒线。',
    severity: 'high',
  },
  {
    ruleId: 'no-employment',
    ruleLabel: '有劳动力而无人务工',
    risk: '因务工就业不稳',
    plain: '有劳动能力的成员近 90 天都没有务工记录。',
    severity: 'medium',
  },
  { ruleId: 'appeal', ruleLabel: '有群众诉求', risk: '其他', plain: '近期有关于本户的诉求。', severity: 'low' },
] as const satisfies readonly { ruleId: string; ruleLabel: string; risk: string; plain: string; severity: Severity }[]
const urgencies: readonly Urgency[] = ['red', 'yellow', 'green']

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T
export const householdNumberOf = (i: number) => `9901${String(i + 1).padStart(12, '0')}`

/** The i-th household, most urgent first. */
export function inventedHousehold(i: number, count = 12): HouseholdEntry {
  const urgency = pick(urgencies, Math.floor((3 * i) / count))
  return {
    rank: i + 1,
    township: pick(inventedTownships, i),
    village: `${pick(['上河', '下河', '大坪', '石板'], i)}村`,
    householdNumber: householdNumberOf(i),
    headName: `${pick(surnames, i)}三`,
    urgency,
    urgencySteps: [
      `最高严重程度为“${urgency === 'red' ? '高' : '中'}”，起点为黄`,
      '另有一项独立风险（因务工就业不稳），升一级',
      ...(i % 4 === 0 ? ['有反向佐证（车辆），降一级'] : []),
    ],
    risks: ['因病', ...(i % 2 === 0 ? ['因务工就业不稳'] : [])],
    ruleLabels: ['医疗自付支出过大', ...(i % 2 === 0 ? ['有劳动力而无人务工'] : [])],
    highestSeverity: urgency === 'red' ? 'high' : 'medium',
    alreadyMonitored: i % 3 === 0,
    counterEvidenceLabels: i % 4 === 0 ? ['车辆'] : [],
    newSincePrevious: i % 5 === 0,
  }
}

/** A lead of the i-th household whose free text carries numbers, as texts of departments do. */
export function inventedLead(i: number): LeadEntry {
  const household = inventedHousehold(i)
  const { severity, ...rule } = pick(inventedRules, i)
  return {
    ...rule,
    severity,
    leadId: `L-${String(i).padStart(6, '0')}-${rule.ruleId}`,
    rank: household.rank,
    urgency: household.urgency,
    township: household.township,
    village: household.village,
    householdNumber: household.householdNumber,
    headName: household.headName,
    phone: inventedPhone,
    sentence: `成员 ${anna} 等 2 人近 12 个月合规自付 ${12_345 + i} 元，超过警戒线；联系电话 ${inventedPhone}。`,
    evidence: [
      {
        label: '近 12 个月合规自付',
        value: 12_345.5 + i,
        unit: '元',
        threshold: 10_000,
        comparison: '≥',
        basis: null,
        isProvisional: true,
      },
      { label: '低收入户', value: false, unit: '', threshold: null, comparison: '', basis: null, isProvisional: false },
    ],
    counterEvidence:
      i % 4 === 0
        ? [{ kind: 'vehicle', label: '车辆购置价（元）', value: 168_000, source: { file: '交管/车辆.csv', sheet: '', row: 31 } }]
        : [],
    ask: ['费用是否还会继续发生，能否报销？', '家里最近的主要收入是什么？', '是否愿意纳入监测？'],
    sources: Array.from({ length: 2 + (i % 8) }, (_, n) => ({ file: '医保/结算明细.xlsx', sheet: 'Sheet1', row: 100 + 7 * n + i })),
    alreadyMonitored: household.alreadyMonitored,
    newSincePrevious: household.newSincePrevious,
  }
}

export function inventedReview(i: number): ReviewEntry {
  const born = '1980-01-01'
  const card = { name: '王三', idNumber: anna, bornOn: born, township: '河口镇', village: '上河村', phone: inventedPhone }
  const people = [
    { ...card, householdNumber: householdNumberOf(i), personKey: '01', score: 0.86, reason: '姓名、出生日期一致，村不一致' },
    { ...card, idNumber: bao, householdNumber: householdNumberOf(i + 1), personKey: '02', score: 0.81, reason: '同音名，同村' },
    { ...card, householdNumber: householdNumberOf(i + 2), personKey: '01', score: 0.7, reason: '同名同村' },
  ]
  return {
    file: '民政/低保.xlsx',
    sheet: '=一季度',
    row: 12 + i,
    dataset: 'relief',
    datasetLabel: '社会救助',
    asWritten: { ...card, idNumber: old, phone: null },
    candidates: people.slice(0, 1 + (i % 3)),
  }
}
