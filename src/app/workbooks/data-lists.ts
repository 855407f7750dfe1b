/** The lists about the data itself: what could not be decided, what is wrong, what does not agree. */
import { printSource, printSources } from './labels.ts'
import type { List } from './list-sheet.ts'
import { maskFound, maskIdNumber, maskName, maskPhone, maskText } from './masking.ts'
import type {
  DiscrepancyEntry,
  PersonCard,
  QualityFinding,
  QualityTally,
  ReviewEntry,
  RowIssueEntry,
  Rows,
  RuleTally,
  UnknownTally,
} from './workbook-data.ts'

const mostDetails = 100_000

type Listed<T> = Omit<List<T>, 'footer'>

/** Which facts were missing for which rule, as counts. */
export function unknownList(rows: Rows<UnknownTally>): Listed<UnknownTally> {
  return {
    name: '无法判定',
    title: '无法判定的户数',
    remark: '缺少数据时既不能说有风险，也不能说没有风险。按“怎样补齐”补交或改正数据后重新比对。逐户明细见 unknowns.csv。',
    emptyText: '所有农户的所有规则均已作出判定。',
    rows,
    columns: [
      { header: '规则', width: 24, value: (row) => row.ruleLabel },
      { header: '缺少的事实', width: 44, value: (row) => row.missing.join('、') },
      { header: '户数', width: 12, value: (row) => row.households },
      { header: '怎样补齐', width: 56, value: (row) => row.remedy },
      { header: '规则编号', width: 20, value: (row) => row.ruleId, privacy: 'open' },
    ],
  }
}

export function qualityList(rows: Rows<QualityTally>): Listed<QualityTally> {
  return {
    name: '数据质量',
    title: '数据质量问题（按规则）',
    remark: '“国家编号”为全国系统数据质量规则的编号。逐条明细见“数据质量明细”。',
    emptyText: '没有发现数据质量问题。',
    rows,
    columns: [
      { header: '国家编号', width: 12, value: (row) => row.nationalNumber ?? '—', style: 'centred' },
      { header: '规则', width: 52, value: (row) => row.label },
      { header: '条数', width: 12, value: (row) => row.found },
      { header: '怎样改正', width: 60, value: (row) => row.remedy },
      { header: '规则编号', width: 18, value: (row) => row.ruleId, privacy: 'open' },
    ],
  }
}

export function qualityFindingList(rows: Rows<QualityFinding>): Listed<QualityFinding> {
  return {
    name: '数据质量明细',
    title: '数据质量问题明细',
    remark: '逐条改正全国系统或原始文件中的数据；确属特殊情况的填入豁免清单。',
    emptyText: '没有发现数据质量问题。',
    limit: mostDetails,
    limitRemark: '全部明细见 quality.csv。',
    rows,
    columns: [
      { header: '规则', width: 34, value: (row) => row.label },
      { header: '户编号', width: 21, value: (row) => row.householdNumber, privacy: 'household' },
      { header: '证件号码', width: 21, value: (row) => row.personIdNumber ?? '', privacy: 'id' },
      { header: '字段', width: 16, value: (row) => row.field },
      { header: '现在的值', width: 20, value: (row) => maskFound(row.field, row.found) },
      { header: '问题', width: 44, value: (row) => row.message },
      { header: '所在位置', width: 34, value: (row) => (row.source === null ? '—' : printSource(row.source)) },
    ],
  }
}

export function rowIssueList(rows: Rows<RowIssueEntry>): Listed<RowIssueEntry> {
  return {
    name: '单元格问题',
    title: '没有读懂的单元格',
    remark: '每个文件另有一本改正表，坏格已着色并写明原因，改好后可以直接再交。“退回”使该行不参加比对，“提示”不影响该行。',
    emptyText: '所有单元格均已读懂。',
    limit: mostDetails,
    limitRemark: '全部明细见 row-issues.csv。',
    rows,
    columns: [
      { header: '文件', width: 34, value: (row) => row.file },
      { header: '工作表', width: 14, value: (row) => row.sheet },
      { header: '行号', width: 9, value: (row) => row.row },
      { header: '列', width: 18, value: (row) => row.column },
      { header: '读到的内容', width: 26, value: (row) => maskFound(row.column, row.found) },
      { header: '应当填写', width: 40, value: (row) => row.expected },
      {
        header: '影响',
        width: 9,
        value: (row) => (row.severity === 'error' ? '退回' : '提示'),
        style: (row) => (row.severity === 'error' ? 'red' : 'yellow'),
      },
      { header: '代码', width: 20, value: (row) => row.code, privacy: 'open' },
    ],
  }
}

/** A person on one line, masked. */
function printMasked(card: PersonCard): string {
  const parts = [
    card.name === null ? '' : maskName(card.name),
    card.idNumber === null ? '' : maskIdNumber(card.idNumber),
    card.bornOn ?? '',
    [card.township, card.village].filter(Boolean).join(''),
    card.phone === null ? '' : maskPhone(card.phone),
  ]
  return maskText(parts.filter((part) => part !== '').join(' · ')) || '（空）'
}

export function reviewList(rows: Rows<ReviewEntry>): Listed<ReviewEntry> {
  return {
    name: '关联待核',
    title: '关联待核（部门数据对不准是谁）',
    remark: '这些行没有参加判定。请在“关联核对表”中选定后再次比对；本表只供查看。',
    emptyText: '没有需要人工核对的数据行。',
    limit: mostDetails,
    limitRemark: '其余见“关联核对表”。',
    rows,
    columns: [
      { header: '数据', width: 16, value: (row) => row.datasetLabel },
      { header: '位置', width: 34, value: (row) => printSource(row) },
      { header: '来件所写', width: 34, value: (row) => printMasked(row.asWritten) },
      {
        header: '最像的人',
        width: 34,
        value: (row) => (row.candidates[0] === undefined ? '没有相近的人' : printMasked(row.candidates[0])),
      },
      { header: '所在户', width: 21, value: (row) => row.candidates[0]?.householdNumber ?? '', privacy: 'household' },
      {
        header: '把握',
        width: 9,
        value: (row) => (row.candidates[0] === undefined ? '—' : `${Math.round(100 * row.candidates[0].score)}%`),
        style: 'centred',
      },
      { header: '候选人数', width: 9, value: (row) => row.candidates.length },
      { header: '为什么待核', width: 36, value: (row) => row.candidates[0]?.reason ?? '' },
    ],
  }
}

export function discrepancyList(rows: Rows<DiscrepancyEntry>): Listed<DiscrepancyEntry> {
  return {
    name: '差异',
    title: '来源之间不一致',
    remark: '同一个人或同一户，两个来源说法不同。请有关部门共同核实后改正一方。',
    emptyText: '各来源之间没有发现不一致。',
    limit: mostDetails,
    rows,
    columns: [
      { header: '比对内容', width: 24, value: (row) => row.comparison },
      { header: '乡镇', width: 12, value: (row) => row.township, style: 'centred' },
      { header: '村', width: 13, value: (row) => row.village, style: 'centred' },
      { header: '户编号', width: 21, value: (row) => row.householdNumber, privacy: 'household' },
      { header: '姓名', width: 9, value: (row) => row.personName ?? '', privacy: 'name', style: 'centred' },
      { header: '不一致之处', width: 50, value: (row) => row.message },
      { header: '来源', width: 46, value: (row) => printSources(row.sources) },
    ],
  }
}

/** The rules as they were applied, so that a reader needs no other paper. */
export function ruleList(rows: Rows<RuleTally>): Listed<RuleTally> {
  return {
    name: '规则口径',
    title: '本次采用的规则、标准和依据',
    remark: '标准按地区和日期取值；没有可引用文件的标准标注“待县确认”。',
    emptyText: '没有启用的规则。',
    rows,
    columns: [
      { header: '规则', width: 22, value: (row) => row.label },
      { header: '风险', width: 14, value: (row) => row.risk, style: 'centred' },
      { header: '通俗说明', width: 46, value: (row) => row.plain },
      { header: '标准', width: 40, value: (row) => row.parameters.join('\n') || '—' },
      { header: '依据', width: 36, value: (row) => row.basis.join('\n') || '—' },
      { header: '规则编号', width: 20, value: (row) => row.ruleId, privacy: 'open' },
    ],
  }
}
