/** 结果.xlsx: everything one run found, for the people who act on it. */
import { type Book, writeBook } from '../../intake/index.ts'
import { footerOf, type SheetGuide, writeCover } from './cover-sheet.ts'
import { discrepancyList, qualityFindingList, qualityList, reviewList, rowIssueList, ruleList, unknownList } from './data-lists.ts'
import { householdList, leadList } from './household-lists.ts'
import { type List, writeList } from './list-sheet.ts'
import type { ResultData } from './workbook-data.ts'

/** Writes the workbook; identity and phone numbers are masked in every cell, long lists are read once and never held. */
export async function writeResultWorkbook(path: string, data: ResultData): Promise<void> {
  const title = `${data.regionName}防止返贫动态监测数据比对结果`
  await writeBook(path, { title, day: data.asOf, isOurs: true }, async (book) => {
    await writeCover(book, data, guidesOf(data))
    const footer = footerOf(data)
    await add(book, footer, householdList(data.households))
    await add(book, footer, leadList(data.leads))
    await add(book, footer, unknownList(data.unknowns))
    await add(book, footer, qualityList(data.quality))
    await add(book, footer, qualityFindingList(data.qualityFindings))
    await add(book, footer, rowIssueList(data.rowIssues))
    await add(book, footer, reviewList(data.reviews))
    await add(book, footer, discrepancyList(data.discrepancies))
    await add(book, footer, ruleList(data.rules))
  })
}

function add<T>(book: Book, footer: string, list: Omit<List<T>, 'footer'>): Promise<unknown> {
  return writeList(book, { ...list, footer })
}

function guidesOf({ totals, rules }: ResultData): SheetGuide[] {
  return [
    { sheet: '户级清单', count: totals.householdsWithLeads, purpose: '每户一行，最急的在最上面；乡镇据此安排入户核实的先后。' },
    { sheet: '线索', count: totals.leads, purpose: '每户每条规则一行：数值和标准、反向佐证、入户要问什么、证据在哪个文件哪一行。' },
    { sheet: '无法判定', count: totals.unknowns, purpose: '因缺数据判不了的，按规则和缺少的事实计户数，并写明怎样补齐。' },
    { sheet: '数据质量', count: null, purpose: '数据质量规则各有多少条问题，怎样改正。' },
    { sheet: '数据质量明细', count: totals.qualityFindings, purpose: '逐条列出有问题的记录。' },
    { sheet: '单元格问题', count: totals.rowIssues, purpose: '没有读懂的单元格；每个文件另有一本可改正后再交的改正表。' },
    { sheet: '关联待核', count: totals.reviews, purpose: '部门数据中对不准是谁的行，须人工核对。' },
    { sheet: '差异', count: totals.discrepancies, purpose: '同一个人或同一户，两个来源说法不同。' },
    { sheet: '规则口径', count: rules.length, purpose: '本次采用的规则、标准和依据。' },
  ]
}
