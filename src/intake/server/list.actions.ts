/** Lists and details of handed-in files. */
import { type FileAnswer, kindsOf, orderFor, pageOf, pageOfPlaced, readCursor, tableWorkbook } from '../../access/index.ts'
import { type Context, dayIn } from '../../store/index.ts'
import { fileAnswer, fileDetailAnswer } from './file-answers.ts'
import type { FileDetail, FileFilters, FileIssue, HandedInFile, IssueFilters } from './file-forms.ts'
import { renamed } from './file-names.rules.ts'
import { type FileRow, fileRow, filesPage } from './files.queries.ts'
import { fileOrders, issueOrders } from './list-orders.sql.ts'
import { type IssueRow, issueRows, sheetRows } from './sheets.queries.ts'

interface Page<T> {
  items: T[]
  next: string | null
}

/** One page, or as a workbook all that the filters leave. */
export async function listFiles(ctx: Context, filters: FileFilters): Promise<Page<HandedInFile> | FileAnswer> {
  if (filters.format === 'xlsx') return exportFiles(ctx, filters)
  const order = orderFor(fileOrders, filters.sort)
  const after = readCursor(filters.after, kindsOf(order))
  const { items, next } = pageOfPlaced(await filesPage(ctx, filters, order, after, filters.limit + 1), filters.limit)
  return { items: await answers(ctx, items), next }
}

async function answers(ctx: Context, rows: readonly FileRow[]): Promise<HandedInFile[]> {
  const sheets = Map.groupBy(
    await sheetRows(
      ctx,
      rows.map(({ id }) => id),
    ),
    ({ file_id }) => file_id,
  )
  return rows.map((row) => fileAnswer(ctx.policy, row, sheets.get(row.id) ?? []))
}

function exportFiles(ctx: Context, filters: FileFilters): Promise<FileAnswer> {
  const order = orderFor(fileOrders, filters.sort)
  const day = (moment: string | null) => (moment === null ? '' : dayIn(new Date(moment)))
  return tableWorkbook(ctx, {
    name: '部门数据报送清单',
    rows: async (most) => answers(ctx, await filesPage(ctx, filters, order, undefined, most)),
    columns: [
      ['编号', ({ id }) => id],
      ['文件名', ({ name }) => name],
      ['数据表', ({ datasets }) => datasets.map(({ label }) => label).join('、')],
      ['报送部门', ({ department }) => department],
      ['所报月份', ({ month }) => month],
      ['状态', ({ stateLabel }) => stateLabel],
      ['行数', ({ rowsIn }) => rowsIn],
      ['可用', ({ accepted }) => accepted],
      ['不可用', ({ rejected }) => rejected],
      ['问题', ({ issues }) => issues],
      ['报送人', ({ handedInBy }) => handedInBy],
      ['报送日期', ({ handedInAt }) => day(handedInAt)],
      ['接收人', ({ acceptedBy }) => acceptedBy],
      ['接收日期', ({ acceptedAt }) => day(acceptedAt)],
      ['说明', ({ problem, withdrawnReason, note }) => [problem, withdrawnReason, note].filter(Boolean).join('；')],
    ],
  })
}

/** Everything known about one file. */
export async function fileById(ctx: Context, id: number): Promise<FileDetail> {
  const row = await fileRow(ctx, id)
  return fileDetailAnswer(ctx.policy, row, await sheetRows(ctx, [id]))
}

/** The cells that could not be read, or as a workbook all that the filters leave. */
export async function fileIssues(ctx: Context, id: number, filters: IssueFilters): Promise<Page<FileIssue> | FileAnswer> {
  const file = await fileRow(ctx, id)
  const names = new Map((await sheetRows(ctx, [id])).map(({ sheet_no, name }) => [sheet_no, name]))
  const answer = (row: IssueRow): FileIssue => ({
    sheetNo: row.sheet_no,
    sheet: names.get(row.sheet_no) ?? '',
    row: row.row_no,
    header: row.column_header,
    code: row.code,
    severity: row.severity,
    found: row.found,
    expected: row.expected,
  })
  const order = orderFor(issueOrders, filters.sort)
  if (filters.format === 'xlsx')
    return exportIssues(ctx, file, async (most) => (await issueRows(ctx, id, filters, order, undefined, most)).map(answer))
  const rows = await issueRows(ctx, id, filters, order, readCursor(filters.after, kindsOf(order)), filters.limit + 1)
  return pageOf(rows, filters.limit, answer, ({ place }) => place)
}

/** Masked as on the screen, hence open to everybody who sees the file. */
function exportIssues(ctx: Context, file: FileRow, rows: (most: number) => Promise<FileIssue[]>): Promise<FileAnswer> {
  return tableWorkbook(ctx, {
    name: renamed(file.name, '问题清单', 'xlsx').replace(/\.xlsx$/, ''),
    divisionCode: file.division_code,
    subject: { kind: 'file', id: file.id },
    alsoFor: 'file.read',
    rows,
    columns: [
      ['工作表', ({ sheet }) => sheet],
      ['行号', ({ row }) => row],
      ['列', ({ header }) => header],
      ['程度', ({ severity }) => (severity === 'error' ? '须改正' : '请核对')],
      ['现在是', ({ found }) => found],
      ['应当是', ({ expected }) => expected],
    ],
  })
}
