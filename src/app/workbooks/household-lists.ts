/** The lists an office works from: households in order of urgency, leads by village with what proves them. */
import {
  printEvidence,
  printNumber,
  printSource,
  printSources,
  provisional,
  severityLabels,
  urgencyLabels,
  urgencyStyles,
  yesNo,
} from './labels.ts'
import type { List } from './list-sheet.ts'
import type { CounterEvidence, HouseholdEntry, LeadEntry, Rows } from './workbook-data.ts'

/** Households in the order in which they should be visited. */
export function householdList(rows: Rows<HouseholdEntry>): Omit<List<HouseholdEntry>, 'footer'> {
  return {
    name: '户级清单',
    title: '户级清单',
    remark: '按紧急程度排列，从上往下逐户核实。“定级过程”写明这一户为什么是这个颜色；反向佐证只供参考，不会去掉线索。',
    frozenColumns: 5,
    emptyText: '本次比对没有发现有风险线索的农户。',
    rows,
    columns: [
      { header: '序号', width: 7, value: (row) => row.rank },
      { header: '乡镇', width: 10, value: (row) => row.township, style: 'centred' },
      { header: '村', width: 11, value: (row) => row.village, style: 'centred' },
      { header: '户编号', width: 19, value: (row) => row.householdNumber, privacy: 'household' },
      { header: '户主', width: 8, value: (row) => row.headName, privacy: 'name', style: 'centred' },
      { header: '紧急程度', width: 7, value: (row) => urgencyLabels[row.urgency], style: (row) => urgencyStyles[row.urgency] },
      { header: '定级过程', width: 33, value: (row) => row.urgencySteps.map((step, i) => `${i + 1}. ${step}`).join('\n') },
      { header: '风险类型', width: 16, value: (row) => row.risks.join('、') },
      { header: '命中规则', width: 22, value: (row) => row.ruleLabels.join('、') },
      {
        header: '最高严重程度',
        width: 9,
        value: (row) => severityLabels[row.highestSeverity],
        style: 'centred',
      },
      { header: '已是监测对象', width: 9, value: (row) => yesNo(row.alreadyMonitored), style: 'centred' },
      { header: '反向佐证', width: 14, value: (row) => row.counterEvidenceLabels.join('、') || '无' },
      { header: '较上期新增', width: 8, value: (row) => yesNo(row.newSincePrevious), style: 'centred' },
    ],
  }
}

/** Counter-evidence one item to a line, with where it stands. */
export function printCounterEvidence(items: readonly CounterEvidence[]): string {
  if (items.length === 0) return '无'
  return items
    .map((item) => {
      const value = typeof item.value === 'number' ? printNumber(item.value) : item.value
      return `${item.label}：${value}${item.source === null ? '' : `（${printSource(item.source)}）`}`
    })
    .join('\n')
}

/** Leads of a village together, with the value against its threshold and the rows that prove it. */
export function leadList(rows: Rows<LeadEntry>): Omit<List<LeadEntry>, 'footer'> {
  return {
    name: '线索',
    title: '线索清单',
    remark: `按乡镇、村排列。标注“${provisional}”的标准没有找到可引用的文件，须由县里确认后使用。“证据所在”指原始文件的工作表和行号。`,
    frozenColumns: 4,
    emptyText: '本次比对没有发现线索。',
    rows,
    columns: [
      { header: '乡镇', width: 9, value: (row) => row.township, style: 'centred' },
      { header: '村', width: 10, value: (row) => row.village, style: 'centred' },
      { header: '户编号', width: 19, value: (row) => row.householdNumber, privacy: 'household' },
      { header: '户主', width: 7, value: (row) => row.headName, privacy: 'name', style: 'centred' },
      { header: '紧急程度', width: 6, value: (row) => urgencyLabels[row.urgency], style: (row) => urgencyStyles[row.urgency] },
      { header: '风险', width: 9, value: (row) => row.risk, style: 'centred' },
      { header: '规则', width: 22, value: (row) => `【${row.ruleLabel}】${row.plain}` },
      { header: '严重程度', width: 6, value: (row) => severityLabels[row.severity], style: 'centred' },
      { header: '数值与标准', width: 24, value: (row) => row.evidence.map(printEvidence).join('\n') },
      { header: '发现情况', width: 28, value: (row) => row.sentence },
      { header: '反向佐证', width: 18, value: (row) => printCounterEvidence(row.counterEvidence) },
      { header: '入户要问', width: 26, value: (row) => row.ask.map((question, i) => `${i + 1}. ${question}`).join('\n') },
      { header: '证据所在', width: 25, value: (row) => printSources(row.sources, row.sourceCount) },
      { header: '已是监测对象', width: 7, value: (row) => yesNo(row.alreadyMonitored), style: 'centred' },
      { header: '较上期新增', width: 6, value: (row) => yesNo(row.newSincePrevious), style: 'centred' },
      { header: '线索编号', width: 12, value: (row) => row.leadId, privacy: 'open' },
    ],
  }
}
