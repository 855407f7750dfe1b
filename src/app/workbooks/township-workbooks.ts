/** One workbook per township: whom to visit in which order, what to ask, and yellow columns to fill in and hand back. */
import { join } from 'node:path'
import { writeBook } from '../../intake/index.ts'
import { printCounterEvidence } from './household-lists.ts'
import { severityLabels, urgencyLabels, urgencyStyles, yesNo } from './labels.ts'
import { type Column, writeList } from './list-sheet.ts'
import { writeManual } from './manual-sheet.ts'
import { type LeadEntry, type TownshipLeads, visitResults } from './workbook-data.ts'

/** Headers that are read back. */
export const townshipHeaders = {
  household: '户编号',
  result: '核实结果',
  note: '核实情况说明',
  by: '核实人',
  on: '核实日期',
  lead: '线索编号',
  rule: '规则编号',
} as const

export interface TownshipBookOptions {
  regionName: string
  asOf: string
}

/** Writes one workbook for each township and answers their file names; the same townships always get the same names. */
export async function writeTownshipWorkbooks(
  folder: string,
  townships: Iterable<TownshipLeads> | AsyncIterable<TownshipLeads>,
  options: TownshipBookOptions,
): Promise<string[]> {
  const taken = new Set<string>()
  const names: string[] = []
  for await (const township of townships) {
    const name = townshipFileName(township.township, taken)
    await writeTownshipWorkbook(join(folder, name), township, options)
    names.push(name)
  }
  return names
}

const longestStem = 40

/** A plain file name from what the register calls the township: no path, no sign a file system refuses, no name twice. */
export function townshipFileName(township: string, taken: Set<string>): string {
  const plain = township
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const stem = [...plain].slice(0, longestStem).join('') || '未填乡镇'
  let name = `入户核实-${stem}.xlsx`
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `入户核实-${stem}(${i}).xlsx`
  taken.add(name.toLowerCase())
  return name
}

async function writeTownshipWorkbook(
  path: string,
  { township, leads }: TownshipLeads,
  { regionName, asOf }: TownshipBookOptions,
): Promise<void> {
  const place = township === '' ? '未填乡镇' : township
  const title = `${regionName}${place}入户核实清单`
  await writeBook(path, { title, day: asOf, isOurs: true }, async (book) => {
    await writeList(book, {
      name: '核实清单',
      title,
      remark: `比对基准日 ${asOf}。最急的户排在最前，逐户核实后填写黄色各列，整本交回县里。内含个人信息，仅供核实使用，不得外传。`,
      columns: visitColumns(),
      rows: leads,
      emptyText: '本次比对没有需要核实的线索。',
      frozenColumns: 4,
      footer: `${title}　基准日 ${asOf}`,
      finish: (sheet, first, last) => {
        const at = (header: string) => `${columnLetter(header)}${first}:${columnLetter(header)}${last}`
        sheet.allow(at(townshipHeaders.result), {
          type: 'list',
          allowBlank: true,
          formulae: [`"${visitResults.join(',')}"`],
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: '核实结果',
          error: `请从下拉列表中选择：${visitResults.join('、')}`,
        })
        sheet.allow(at(townshipHeaders.on), {
          type: 'custom',
          allowBlank: true,
          formulae: ['TRUE'],
          showInputMessage: true,
          promptTitle: '核实日期',
          prompt: '写成 2026-03-05 这样的日期',
        })
      },
    })
    await writeManual(book, '填写说明', `${title}填写说明`, manual)
  })
}

const manual = [
  '一、按序号从前往后入户。同一户有几条线索的，一次入户一并核实，每条线索各填一行。',
  '二、“核实结果”从下拉列表中选：属实（风险确实存在）、不属实（情况与数据不符）、已掌握（已纳入监测或正在帮扶）、查无此户、其他。',
  '三、选“不属实”“查无此户”或“其他”的，必须在“核实情况说明”中写明实际情况。',
  '四、“核实人”写姓名，“核实日期”写成 2026-03-05 这样的日期。',
  '五、尚未核实的行留空，可以分几次交回。',
  '六、不要改动表头，不要删除列（表末有两个隐藏列用于对上线索）。可以排序和筛选。',
]

function visitColumns(): Column<LeadEntry>[] {
  return [
    { header: '序号', width: 6, value: (row) => row.rank },
    { header: '村', width: 11, value: (row) => row.village, style: 'centred' },
    { header: townshipHeaders.household, width: 20, value: (row) => row.householdNumber, privacy: 'household' },
    { header: '户主', width: 9, value: (row) => row.headName, privacy: 'open', style: 'centred' },
    { header: '电话', width: 13, value: (row) => row.phone ?? '', privacy: 'phone', style: 'centred' },
    { header: '紧急程度', width: 6, value: (row) => urgencyLabels[row.urgency], style: (row) => urgencyStyles[row.urgency] },
    { header: '线索', width: 14, value: (row) => `${row.ruleLabel}\n（${row.risk}）` },
    { header: '严重程度', width: 6, value: (row) => severityLabels[row.severity], style: 'centred' },
    { header: '发现情况', width: 32, value: (row) => row.sentence },
    { header: '反向佐证', width: 16, value: (row) => printCounterEvidence(row.counterEvidence) },
    { header: '入户要问', width: 28, value: (row) => row.ask.map((question, i) => `${i + 1}. ${question}`).join('\n') },
    { header: '已是监测对象', width: 7, value: (row) => yesNo(row.alreadyMonitored), style: 'centred' },
    { header: townshipHeaders.result, width: 11, value: () => '', toFill: true },
    { header: townshipHeaders.note, width: 28, value: () => '', toFill: true },
    { header: townshipHeaders.by, width: 10, value: () => '', toFill: true },
    { header: townshipHeaders.on, width: 12, value: () => '', toFill: true },
    { header: townshipHeaders.lead, width: 18, value: (row) => row.leadId, privacy: 'open', hidden: true },
    { header: townshipHeaders.rule, width: 18, value: (row) => row.ruleId, privacy: 'open', hidden: true },
  ]
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function columnLetter(header: string): string {
  return letters[visitColumns().findIndex((column) => column.header === header)] ?? ''
}
