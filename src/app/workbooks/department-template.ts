/** The blank form of a dataset that is sent to a department: its header row and nothing else on the first sheet, so that it reads back as it is. */
import { type Book, type Cell, type Sheet, writeBook } from '../../intake/index.ts'
import type { CodeList, Dataset, Field, FieldKindName } from '../../policy/index.ts'

export interface DepartmentTemplateOptions {
  /** Stamped on the file as date of making. */
  day: string
}

/** One column of the form. */
interface FormColumn {
  header: string
  field: Field
  isRequired: boolean
  codes: readonly string[]
}

const identity = (label: string, kind: FieldKindName): Field => ({ label, kind, headers: [label] })
const identityColumns: Record<Dataset['about'], Field[]> = {
  person: [identity('姓名', 'name'), identity('身份证号', 'id_number')],
  household: [identity('户主姓名', 'name'), identity('户主身份证号', 'id_number')],
}
const placeColumns = [identity('乡镇', 'text'), identity('村', 'text'), identity('联系电话', 'phone'), identity('出生日期', 'day')]
const lastRow = 20_000
/** Longer lists do not fit into a drop-down formula and stand on a sheet of their own. */
const longestInlineList = 240

/** Writes the form; it carries no mark of ours, for it comes back as data. */
export async function writeDepartmentTemplate(
  path: string,
  dataset: Dataset,
  codeLists: Readonly<Record<string, CodeList>>,
  { day }: DepartmentTemplateOptions,
): Promise<void> {
  const columns = columnsOf(dataset, codeLists)
  await writeBook(path, { title: `${dataset.label}报送表`, day, isOurs: false }, async (book) => {
    const sheet = book.sheet({
      name: dataset.label,
      widths: columns.map(widthOf),
      headerRows: 1,
      columnStyles: columns.map(() => 'text' as const),
    })
    await sheet.row(
      columns.map((column): Cell => ({ value: column.header, style: column.isRequired ? 'fillHeader' : 'header', note: noteOf(column) })),
      30,
    )
    const lists = longLists(columns)
    for (const [i, column] of columns.entries()) validate(sheet, i, column, lists)
    sheet.close()
    await writeExplanation(book, dataset, columns)
    if (lists.length > 0) await writeCodes(book, lists)
  })
}

/** Header spellings: identity first, then the dataset's own fields, each by the spelling that wins. */
function columnsOf(dataset: Dataset, codeLists: Readonly<Record<string, CodeList>>): FormColumn[] {
  const own = Object.values(dataset.fields)
  const ownHeaders = new Set(own.flatMap((field) => field.headers))
  const persons = identityColumns[dataset.about]
  const identified = [...persons, ...placeColumns].filter((field) => !field.headers.some((header) => ownHeaders.has(header)))
  return [...identified, ...own].map((field) => ({
    header: field.headers[0] ?? field.label,
    field,
    isRequired: persons.includes(field) || field.recognises === true || field.required === true || field.fact === true,
    codes: field.codes === undefined ? [] : codesOf(codeLists[field.codes]),
  }))
}

function codesOf(list: CodeList | undefined): string[] {
  return Object.values(list?.codes ?? {})
    .filter((code) => code.until === undefined)
    .map((code) => code.label)
}

const widthsByKind: Partial<Record<FieldKindName, number>> = {
  id_number: 22,
  card_number: 24,
  name: 12,
  phone: 14,
  day: 14,
  money: 14,
  division_code: 16,
  text: 20,
}

function widthOf({ header, field }: FormColumn): number {
  return Math.max(widthsByKind[field.kind] ?? 12, header.length * 2 + 4)
}

/** How a cell of each kind is written, and an example. */
// biome-ignore format: a table
const formats: Record<FieldKindName, { how: string; example: string }> = {
  id_number:     { how: '18 位公民身份号码，按文本填写，末位 X 大写', example: '990101198001010014' },
  card_number:   { how: '20 位残疾人证号，按文本填写', example: '99010119800101001443' },
  name:          { how: '身份证上的姓名，不加空格', example: '张三' },
  text:          { how: '文字', example: '按实际填写' },
  phone:         { how: '11 位手机号码，按文本填写', example: '13800000000' },
  day:           { how: '日期，写成 年-月-日', example: '2026-03-05' },
  money:         { how: '金额，单位元，只写数字', example: '1234.50' },
  number:        { how: '数字', example: '85.5' },
  whole_number:  { how: '整数', example: '4' },
  code:          { how: '从下拉列表中选一项', example: '' },
  codes:         { how: '可填几项，用顿号隔开', example: '' },
  year:          { how: '四位年份', example: '2026' },
  division_code: { how: '12 位行政区划代码，按文本填写', example: '990101001001' },
  yes_no:        { how: '填“是”或“否”', example: '是' },
}

const placeExamples: Record<string, string> = { 乡镇: '河口镇', 村: '上河村', 出生日期: '1980-01-01' }

function formatOf(column: FormColumn): string {
  const { how } = formats[column.field.kind]
  if (column.codes.length > 0) return `${how}：${column.codes.join('、')}`
  return column.field.unit === 'wan' ? how.replace('单位元', '单位万元') : how
}

function exampleOf(column: FormColumn): string {
  return column.codes[0] ?? placeExamples[column.header] ?? formats[column.field.kind].example
}

function noteOf(column: FormColumn): string {
  return `${column.isRequired ? '必填' : '选填'}：${formatOf(column)}\n示例：${exampleOf(column)}`
}

const inline = (codes: readonly string[]) => `"${codes.join(',')}"`

function longLists(columns: readonly FormColumn[]): FormColumn[] {
  return columns.filter((column) => column.codes.length > 0 && inline(column.codes).length > longestInlineList)
}

function letterOf(index: number): string {
  const first = Math.floor(index / 26)
  return (first === 0 ? '' : String.fromCharCode(64 + first)) + String.fromCharCode(65 + (index % 26))
}

function validate(sheet: Sheet, index: number, column: FormColumn, lists: readonly FormColumn[]): void {
  const range = `${letterOf(index)}2:${letterOf(index)}${lastRow}`
  const prompt = { allowBlank: true, showInputMessage: true, promptTitle: column.header.slice(0, 30), prompt: noteOf(column).slice(0, 250) }
  if (column.codes.length === 0 || column.field.kind === 'codes') {
    sheet.allow(range, { type: 'custom', formulae: ['TRUE'], ...prompt })
    return
  }
  const at = lists.indexOf(column)
  const formula = at < 0 ? inline(column.codes) : `'代码表'!$${letterOf(at)}$2:$${letterOf(at)}$${column.codes.length + 1}`
  sheet.allow(range, {
    type: 'list',
    formulae: [formula],
    ...prompt,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: column.header,
    error: '这一项不在可选范围内，将无法比对。',
  })
}

async function writeExplanation(book: Book, dataset: Dataset, columns: readonly FormColumn[]): Promise<void> {
  const widths = [22, 10, 70, 26, 40]
  const sheet = book.sheet({ name: '填表说明', widths })
  const across = async (value: string, style: 'sheetTitle' | 'text') => {
    sheet.merge(1, widths.length)
    await sheet.row([{ value, style }])
  }
  await across(`${dataset.label}报送表填表说明（${dataset.department}填报）`, 'sheetTitle')
  const row = dataset.about === 'household' ? '一行一户，写户主或户内一名成员' : '一行一人一事'
  await across(`一、在第一张表中从第二行起填写，${row}。不要改动表头文字，不要在表头上方加标题，不要合并单元格，不要加合计行。`, 'text')
  await across(
    '二、黄色表头的列必填。证件号码、电话各列已设为文本，请直接填写；从别处粘贴时选“只粘贴数值/文本”，以免末尾几位变成 0。',
    'text',
  )
  await across('三、确实没有数据的，也请交回只有表头的空表，表示“没有”；不交表示“不知道”。', 'text')
  await sheet.row(
    ['列', '是否必填', '填什么、怎么填', '示例', '说明'].map((value) => ({ value, style: 'header' as const })),
    24,
  )
  for (const column of columns) {
    await sheet.row([
      { value: column.header, style: 'text' },
      { value: column.isRequired ? '必填' : '选填', style: 'centred' },
      { value: formatOf(column), style: 'text' },
      { value: exampleOf(column), style: 'text' },
      { value: column.field.note ?? '', style: 'text' },
    ])
  }
  sheet.close()
}

async function writeCodes(book: Book, lists: readonly FormColumn[]): Promise<void> {
  const sheet = book.sheet({ name: '代码表', widths: lists.map(() => 24), headerRows: 1 })
  await sheet.row(lists.map((column) => ({ value: `${column.header}可选项`, style: 'header' as const })))
  const longest = Math.max(...lists.map((column) => column.codes.length))
  for (let i = 0; i < longest; i++) await sheet.row(lists.map((column) => ({ value: column.codes[i] ?? '', style: 'text' as const })))
  sheet.close()
}
