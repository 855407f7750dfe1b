/** An invented county's result for the tests: every kind of entry. */
import {
  householdNumberOf,
  inventedHousehold,
  inventedIdNumbers,
  inventedLead,
  inventedReview,
  inventedRules,
  inventedTownships,
} from './invented-entries.test-support.ts'
import type {
  DatasetTally,
  DiscrepancyEntry,
  QualityFinding,
  QualityTally,
  ResultData,
  RowIssueEntry,
  SkippedSheet,
  UnknownTally,
} from './workbook-data.ts'

const [anna, bao, , card] = inventedIdNumbers

const issues: readonly RowIssueEntry[] = [
  {
    file: '医保/结算明细.xlsx',
    sheet: 'Sheet1',
    row: 8,
    column: '身份证号',
    code: 'id_unreadable',
    found: `${bao.slice(0, 16)}OX`,
    expected: '18 位公民身份号码',
    severity: 'error',
  },
  {
    file: '医保/结算明细.xlsx',
    sheet: 'Sheet1',
    row: 9,
    column: '结算日期',
    code: 'day_unreadable',
    found: '2026-13-01',
    expected: '日期，如 2026-03-05',
    severity: 'error',
  },
  {
    file: '民政/低保.xlsx',
    sheet: '一季度',
    row: 4,
    column: '备注',
    code: 'text_unreadable',
    found: `=HYPERLINK("http://x","${anna}")`,
    expected: '文字',
    severity: 'warning',
  },
  {
    file: '民政/低保.xlsx',
    sheet: '一季度',
    row: 5,
    column: '说明',
    code: 'text_unreadable',
    found: '@SUM(1+1)*cmd|calc',
    expected: '文字',
    severity: 'warning',
  },
]

const qualityFindings: readonly QualityFinding[] = [
  {
    ruleId: 'Q-011',
    label: '证件号码校验不通过',
    householdNumber: householdNumberOf(0),
    personIdNumber: bao,
    field: '证件号码',
    found: bao,
    message: `证件号码 ${bao} 校验位不对`,
    source: { file: '农户.xlsx', sheet: '', row: 5 },
  },
  {
    ruleId: 'Q-020',
    label: '残疾证号与身份证号不符',
    householdNumber: anna,
    personIdNumber: null,
    field: '残疾证号',
    found: card,
    message: '前 18 位不是本人的身份证号',
    source: null,
  },
]

const discrepancies: readonly DiscrepancyEntry[] = [
  {
    comparison: '在校与失学',
    township: '河口镇',
    village: '上河村',
    householdNumber: householdNumberOf(3),
    personName: '王小三',
    message: `学籍为在校，登记为失学（${anna}）`,
    sources: [
      { file: '教育/学籍.csv', sheet: '', row: 88 },
      { file: '农户.xlsx', sheet: '', row: 41 },
    ],
  },
]

const datasets: readonly DatasetTally[] = [
  {
    dataset: 'household_register',
    label: '农户家庭成员信息',
    department: '乡村振兴',
    file: '农户家庭成员信息.xlsx',
    sheet: 'Sheet1',
    rowsIn: 11_210,
    accepted: 11_204,
    rejected: 6,
    linked: 11_204,
    unlinked: 0,
  },
  {
    dataset: 'medical_settlements',
    label: '医疗费用结算',
    department: '医保',
    file: '医保/2026年1-10月结算明细（全县）.xlsx',
    sheet: 'Sheet1',
    rowsIn: 18_444,
    accepted: 18_440,
    rejected: 4,
    linked: 18_101,
    unlinked: 339,
  },
  {
    dataset: 'relief',
    label: '社会救助',
    department: '民政',
    file: '民政/低保.xlsx',
    sheet: '=一季度',
    rowsIn: 1_208,
    accepted: 1_208,
    rejected: 0,
    linked: 1_190,
    unlinked: 18,
  },
  {
    dataset: 'drinking_water',
    label: '饮水安全',
    department: '水利',
    file: '水利.csv',
    sheet: '',
    rowsIn: 0,
    accepted: 0,
    rejected: 0,
    linked: 0,
    unlinked: 0,
  },
]

const skipped: readonly SkippedSheet[] = [
  { file: '通知.xlsx', sheet: 'Sheet1', reason: '没有识别出是哪一类数据' },
  { file: `材料/${anna}.xlsx`, sheet: '', reason: '文件有密码，请去掉密码后再交' },
]

const unknowns: readonly UnknownTally[] = [
  {
    ruleId: 'income-below-line',
    ruleLabel: '收入低于监测线',
    missing: ['本省监测线', '家庭纯收入'],
    households: 271,
    remedy: '请县里录入本省监测线；请乡镇补齐人均纯收入。',
  },
]

const quality: readonly QualityTally[] = [
  { ruleId: 'Q-011', label: '证件号码校验不通过', nationalNumber: '11', found: 1, remedy: '对照身份证改正号码。' },
  { ruleId: 'Q-020', label: '残疾证号与身份证号不符', nationalNumber: null, found: 1, remedy: '向残联核对残疾证号。' },
]

/** A whole result with this many households. */
export function inventedResult(count = 12): ResultData {
  const range = [...Array(count).keys()]
  return {
    regionCode: '990101',
    regionName: '九九县',
    asOf: '2026-10-31',
    policyHash: '3f9a1c77d2e84b06a5',
    totals: {
      households: 3_000,
      persons: 11_204,
      householdsWithLeads: count,
      leads: count,
      red: 4,
      yellow: 4,
      green: 4,
      alreadyMonitored: 4,
      newSincePrevious: 3,
      unknowns: 271,
      qualityFindings: 2,
      rowIssues: issues.length,
      reviews: 3,
      discrepancies: 1,
    },
    warnings: [
      '没有收到“市场监管”的经营主体数据（companies），反向佐证中不含企业任职。',
      '本省监测线未录入，“收入低于监测线”全部无法判定。',
    ],
    datasets,
    skipped,
    townships: inventedTownships.map((township, i) => ({
      township,
      households: 4,
      red: 2 - (i % 2),
      yellow: 1,
      green: 1 + (i % 2),
      byRisk: { 因病: 4, 因学: 0, 因残: 1, 因务工就业不稳: 2, 因意外事故: i, 其他: 3 },
    })),
    rules: inventedRules.map((rule, i) => ({
      ruleId: rule.ruleId,
      label: rule.ruleLabel,
      risk: rule.risk,
      plain: rule.plain,
      parameters: ['警戒线 10,000 元（待县确认）'],
      basis: ['国乡振发〔2023〕1号 一（一）'],
      hit: 40 * i,
      clear: 2_900,
      unknown: 60,
    })),
    households: range.map((i) => inventedHousehold(i, count)),
    leads: range.map(inventedLead),
    unknowns,
    quality,
    qualityFindings,
    rowIssues: issues,
    reviews: [0, 1, 2].map(inventedReview),
    discrepancies,
  }
}
