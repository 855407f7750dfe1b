/** The link-review workbook: a department's row beside the people it may be, for a clerk to choose. */
import { writeBook } from '../../intake/index.ts'
import { printSource } from './labels.ts'
import { type Column, writeList } from './list-sheet.ts'
import { writeManual } from './manual-sheet.ts'
import { maskHouseholdNumber, maskIdNumber, maskPhone, maskText } from './masking.ts'
import type { PersonCard, ReviewCandidate, ReviewEntry, Rows } from './workbook-data.ts'

/** Headers that are read back. */
export const reviewHeaders = { choice: '核对结论', by: '核对人', key: '核对键' } as const
/** What a clerk may choose; the first three name a candidate. */
export const reviewChoices = ['是同一人1', '是同一人2', '是同一人3', '都不是'] as const

export interface ReviewBookOptions {
  regionName: string
  asOf: string
}

/** The row and its candidates as the hidden column keeps them: no identity number, yet exact. */
export interface ReviewKey {
  file: string
  sheet: string
  row: number
  dataset: string
  /** Household number and person key of each candidate shown. */
  people: [string, string][]
}

const mostCandidates = 3

/** Writes every row that waits for a clerk; identity numbers and phones are masked, names are not, for they must be compared. */
export async function writeReviewWorkbook(path: string, rows: Rows<ReviewEntry>, { regionName, asOf }: ReviewBookOptions): Promise<void> {
  const title = `${regionName}关联核对表`
  await writeBook(path, { title, day: asOf, isOurs: true }, async (book) => {
    await writeList(book, {
      name: '关联核对',
      title,
      remark: `比对基准日 ${asOf}。对照“来件所写”和三个候选人，在黄色的“核对结论”中选定；拿不准的留空。内含个人信息，仅供核对使用，不得外传。`,
      columns: reviewColumns,
      rows,
      emptyText: '没有需要人工核对的数据行。',
      frozenColumns: 4,
      footer: `${title}　基准日 ${asOf}`,
      finish: (sheet, first, last) =>
        sheet.allow(`${choiceColumn}${first}:${choiceColumn}${last}`, {
          type: 'list',
          allowBlank: true,
          formulae: [`"${reviewChoices.join(',')}"`],
          showErrorMessage: true,
          errorStyle: 'stop',
          errorTitle: '核对结论',
          error: `请从下拉列表中选择：${reviewChoices.join('、')}`,
        }),
    })
    await writeManual(book, '填写说明', `${title}填写说明`, manual)
  })
}

const manual = [
  '一、每一行是部门数据中对不准是谁的一行。“来件所写”是部门写的，候选人是农户家庭成员信息中最像的人，最多三个。',
  '二、来件说的就是某个候选人，选“是同一人1”“是同一人2”或“是同一人3”；谁都不是，选“都不是”。',
  '三、拿不准的留空，可以向来件部门、村里核实以后再填。不要猜。',
  '四、填好后保存，再次比对时用 --reviewed 指定这个文件，选定的行就会关联上。',
  '五、不要改动表头，不要删除列（表末有一个隐藏列用于对上原来的行）。可以排序和筛选。',
]

/** One thing to a line, in the same order for the row and its candidates, so that the eye can go across. */
function printCard(card: PersonCard): string[] {
  return [
    `姓名：${card.name ?? '—'}`,
    `证件：${card.idNumber === null ? '—' : maskIdNumber(card.idNumber)}`,
    `出生：${card.bornOn ?? '—'}`,
    `住址：${[card.township, card.village].filter(Boolean).join('') || '—'}`,
    `电话：${card.phone === null ? '—' : maskPhone(card.phone)}`,
  ]
}

function printCandidate(candidate: ReviewCandidate | undefined): string {
  if (candidate === undefined) return '（没有）'
  const own = [`户编号：${maskHouseholdNumber(candidate.householdNumber)}`, `把握：${Math.round(100 * candidate.score)}%`]
  return [...printCard(candidate), ...own, ...(candidate.reason === '' ? [] : [`理由：${maskText(candidate.reason)}`])].join('\n')
}

function keyOf(row: ReviewEntry): string {
  const people = row.candidates
    .slice(0, mostCandidates)
    .map((candidate): [string, string] => [candidate.householdNumber, candidate.personKey])
  const key: ReviewKey = { file: row.file, sheet: row.sheet, row: row.row, dataset: row.dataset, people }
  return JSON.stringify(key)
}

const reviewColumns: Column<ReviewEntry>[] = [
  { header: '序号', width: 6, value: (_row, number) => number },
  { header: '数据', width: 12, value: (row) => row.datasetLabel },
  { header: '位置', width: 22, value: (row) => printSource(row) },
  { header: '来件所写', width: 28, value: (row) => printCard(row.asWritten).join('\n'), style: 'card' },
  { header: '候选人 1', width: 30, value: (row) => printCandidate(row.candidates[0]), privacy: 'open', style: 'card' },
  { header: '候选人 2', width: 30, value: (row) => printCandidate(row.candidates[1]), privacy: 'open', style: 'card' },
  { header: '候选人 3', width: 30, value: (row) => printCandidate(row.candidates[2]), privacy: 'open', style: 'card' },
  { header: reviewHeaders.choice, width: 13, value: () => '', toFill: true },
  { header: reviewHeaders.by, width: 10, value: () => '', toFill: true },
  { header: reviewHeaders.key, width: 20, value: keyOf, privacy: 'open', hidden: true },
]

const choiceColumn = 'ABCDEFGHIJ'[reviewColumns.findIndex((column) => column.header === reviewHeaders.choice)]
