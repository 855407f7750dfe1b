/** The cover: what was compared, what came of it, what must be known before it is used. */
import type { Book, Cell, Sheet, StyleName } from '../../intake/index.ts'
import { maskText } from './masking.ts'
import type { ResultData, TownshipRisks } from './workbook-data.ts'

/** A cell over several columns. */
interface Span {
  value: string | number | null
  columns: number
  style: StyleName
  leadsTo?: string
}

export interface SheetGuide {
  sheet: string
  count: number | null
  purpose: string
}

const fewestColumns = 14
const townshipColumns = 5

/** Writes the cover; the sheets it leads to follow it under the names given. */
export async function writeCover(book: Book, data: ResultData, guides: readonly SheetGuide[]): Promise<void> {
  const risks = [...new Set(data.townships.flatMap((township) => Object.keys(township.byRisk)))]
  const width = Math.max(fewestColumns, townshipColumns + risks.length)
  const sheet = book.sheet({ name: '封面', widths: [20, ...Array.from({ length: width - 1 }, () => 9.5)], footer: footerOf(data) })
  await spans(sheet, [{ value: `${data.regionName}防止返贫动态监测数据比对结果`, columns: width, style: 'title' }], 40)
  const line = `比对基准日 ${data.asOf}　·　区划代码 ${data.regionCode}　·　政策版本 ${data.policyHash.slice(0, 12)}`
  await spans(sheet, [{ value: line, columns: width, style: 'subtitle' }], 20)
  await writeFigures(sheet, width, data)
  await writeWarnings(sheet, width, data.warnings)
  await writeTownships(sheet, width, data.townships, risks)
  await writeDatasets(sheet, width, data)
  await writeRules(sheet, width, data)
  await writeSkipped(sheet, width, data)
  await writeGuide(sheet, width, guides)
  await spans(sheet, [{ value: '', columns: width, style: 'subtitle' }], 14)
  await spans(
    sheet,
    [
      {
        value: '填报单位（盖章）：　　　　　　　　　　　审核人：　　　　　　　　填报日期：　　　　　　　　',
        columns: width,
        style: 'remark',
      },
    ],
    26,
  )
  sheet.close()
}

export function footerOf(data: Pick<ResultData, 'regionName' | 'asOf'>): string {
  return `${data.regionName}　基准日 ${data.asOf}　证件号码、电话已遮盖`
}

async function spans(sheet: Sheet, parts: readonly Span[], height?: number): Promise<void> {
  const cells: (Cell | null)[] = []
  for (const part of parts) {
    const from = cells.length + 1
    cells.push({ value: part.value, style: part.style, ...(part.leadsTo === undefined ? {} : { leadsTo: part.leadsTo }) })
    for (let i = 1; i < part.columns; i++) cells.push(null)
    if (part.columns > 1) sheet.merge(from, cells.length)
  }
  await sheet.row(cells, height)
}

async function section(sheet: Sheet, width: number, title: string): Promise<void> {
  await sheet.row([], 10)
  await spans(sheet, [{ value: title, columns: width, style: 'section' }], 24)
}

async function writeFigures(sheet: Sheet, width: number, { totals }: ResultData): Promise<void> {
  await section(sheet, width, '一、总体情况')
  const figures: [string, number | null][][] = [
    [
      ['登记户数', totals.households],
      ['登记人数', totals.persons],
      ['有线索户', totals.householdsWithLeads],
      ['线索条数', totals.leads],
      ['红色户', totals.red],
      ['黄色户', totals.yellow],
      ['绿色户', totals.green],
    ],
    [
      ['已是监测对象', totals.alreadyMonitored],
      ['较上期新增户', totals.newSincePrevious],
      ['无法判定', totals.unknowns],
      ['数据质量问题', totals.qualityFindings],
      ['单元格问题', totals.rowIssues],
      ['关联待核', totals.reviews],
      ['来源不一致', totals.discrepancies],
    ],
  ]
  for (const row of figures) {
    await spans(
      sheet,
      row.map(([label]) => ({ value: label, columns: 2, style: 'label' })),
      20,
    )
    await spans(
      sheet,
      row.map(([, value]) => ({ value: value ?? '未比较', columns: 2, style: 'figure' })),
      28,
    )
  }
}

async function writeWarnings(sheet: Sheet, width: number, warnings: readonly string[]): Promise<void> {
  await section(sheet, width, '二、使用前须知')
  if (warnings.length === 0) await spans(sheet, [{ value: '数据齐全，没有需要特别说明的事项。', columns: width, style: 'text' }])
  for (const [i, warning] of warnings.entries()) {
    await spans(sheet, [{ value: `${i + 1}. ${maskText(warning)}`, columns: width, style: 'warning' }])
  }
}

async function writeTownships(sheet: Sheet, width: number, townships: readonly TownshipRisks[], risks: readonly string[]): Promise<void> {
  await section(sheet, width, '三、各乡镇有线索户数（按风险）')
  const rest = Math.max(0, width - townshipColumns - risks.length)
  const pad: Span[] = rest > 0 ? [{ value: null, columns: rest, style: 'subtitle' }] : []
  const heads = ['乡镇', '合计', '红', '黄', '绿', ...risks]
  await spans(sheet, heads.map((head) => ({ value: head, columns: 1, style: 'header' as const })).concat(), 30)
  if (townships.length === 0) return spans(sheet, [{ value: '本次没有线索。', columns: width, style: 'empty' }])
  for (const township of townships) {
    const counts = [township.households, township.red, township.yellow, township.green, ...risks.map((risk) => township.byRisk[risk] ?? 0)]
    const cells: Span[] = counts.map((count) => ({ value: count === 0 ? '—' : count, columns: 1, style: 'count' }))
    await spans(sheet, [{ value: township.township, columns: 1, style: 'centred' }, ...cells, ...pad.slice(1)])
  }
  const sum = (of: (township: TownshipRisks) => number) => townships.reduce((total, township) => total + of(township), 0)
  const totals = [
    sum((t) => t.households),
    sum((t) => t.red),
    sum((t) => t.yellow),
    sum((t) => t.green),
    ...risks.map((risk) => sum((t) => t.byRisk[risk] ?? 0)),
  ]
  await spans(sheet, [
    { value: '合计', columns: 1, style: 'totalText' },
    ...totals.map((total): Span => ({ value: total, columns: 1, style: 'total' })),
  ])
  await spans(sheet, [{ value: '一户有几类风险的，在每一类中各计一次，合计只计一次。', columns: width, style: 'remark' }])
}

async function writeDatasets(sheet: Sheet, width: number, { datasets }: ResultData): Promise<void> {
  await section(sheet, width, '四、参与比对的数据')
  const fileColumns = width - 9
  const heads: [string, number][] = [
    ['数据', 1],
    ['提供部门', 2],
    ['文件与工作表', fileColumns],
    ['数据行', 1],
    ['采用', 1],
    ['退回', 1],
    ['关联上', 1],
    ['未关联', 1],
    ['关联率', 1],
  ]
  await spans(
    sheet,
    heads.map(([value, columns]) => ({ value, columns, style: 'header' })),
    24,
  )
  if (datasets.length === 0) await spans(sheet, [{ value: '没有识别出可用的数据。', columns: width, style: 'empty' }])
  for (const tally of datasets) {
    const counts = [tally.rowsIn, tally.accepted, tally.rejected, tally.linked, tally.unlinked]
    await spans(sheet, [
      { value: tally.label, columns: 1, style: 'text' },
      { value: tally.department, columns: 2, style: 'centred' },
      { value: maskText(tally.sheet === '' ? tally.file : `${tally.file} [${tally.sheet}]`), columns: fileColumns, style: 'text' },
      ...counts.map((value): Span => ({ value, columns: 1, style: 'count' })),
      { value: tally.accepted === 0 ? '—' : `${((100 * tally.linked) / tally.accepted).toFixed(1)}%`, columns: 1, style: 'centred' },
    ])
  }
}

async function writeRules(sheet: Sheet, width: number, { rules }: ResultData): Promise<void> {
  await section(sheet, width, '五、各规则判定户数')
  const plainColumns = width - 6
  const heads: [string, number][] = [
    ['规则', 2],
    ['风险', 1],
    ['判定口径', plainColumns],
    ['命中', 1],
    ['未命中', 1],
    ['无法判定', 1],
  ]
  await spans(
    sheet,
    heads.map(([value, columns]) => ({ value, columns, style: 'header' })),
    24,
  )
  for (const rule of rules) {
    await spans(sheet, [
      { value: rule.label, columns: 2, style: 'text' },
      { value: rule.risk, columns: 1, style: 'centred' },
      { value: [rule.plain, ...rule.parameters].join('\n'), columns: plainColumns, style: 'text' },
      ...[rule.hit, rule.clear, rule.unknown].map((value): Span => ({ value, columns: 1, style: 'count' })),
    ])
  }
}

async function writeSkipped(sheet: Sheet, width: number, { skipped }: ResultData): Promise<void> {
  await section(sheet, width, '六、未采用的文件和工作表')
  if (skipped.length === 0) await spans(sheet, [{ value: '全部文件均已采用。', columns: width, style: 'text' }])
  for (const { file, sheet: name, reason } of skipped) {
    await spans(sheet, [
      { value: maskText(name === '' ? file : `${file} [${name}]`), columns: 6, style: 'text' },
      { value: maskText(reason), columns: width - 6, style: 'text' },
    ])
  }
}

async function writeGuide(sheet: Sheet, width: number, guides: readonly SheetGuide[]): Promise<void> {
  await section(sheet, width, '七、各表用途')
  for (const guide of guides) {
    await spans(sheet, [
      { value: guide.sheet, columns: 2, style: 'link', leadsTo: guide.sheet },
      { value: guide.count ?? '—', columns: 1, style: 'count' },
      { value: guide.purpose, columns: width - 3, style: 'text' },
    ])
  }
}
