/** Lists and details of handed-in files. */
import type { FileAnswer } from '../../access/index.ts'
import { type Context, dayIn, recordActs } from '../../store/index.ts'
import { fileAnswer, fileDetailAnswer } from './file-answers.ts'
import type { FileDetail, FileFilters, FileIssue, HandedInFile, IssueFilters } from './file-forms.ts'
import { renamed } from './file-names.rules.ts'
import { type FileRow, fileRow, filesPage } from './files.queries.ts'
import { type IssueRow, issueRows, sheetRows } from './sheets.queries.ts'
import { requireExport, tableFile } from './table-file.ts'

interface Page<T> {
  items: T[]
  next: string | null
}

/** As a workbook at most this many rows. */
const mostExported = 20_000

/** One page, or as a workbook all that the filters leave. */
export async function listFiles(ctx: Context, filters: FileFilters): Promise<Page<HandedInFile> | FileAnswer> {
  if (filters.format === 'xlsx') return exportFiles(ctx, filters)
  const rows = await filesPage(ctx, filters, filters.limit + 1)
  const items = await answers(ctx, rows.slice(0, filters.limit))
  return { items, next: rows.length > filters.limit ? String(items.at(-1)?.id) : null }
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

async function exportFiles(ctx: Context, filters: FileFilters): Promise<FileAnswer> {
  requireExport(ctx)
  const { after: _, ...all } = filters
  const files = await answers(ctx, await filesPage(ctx, all, mostExported))
  await recordActs(ctx, [
    { action: 'table.exported', subjectKind: 'table', subjectId: 'files', divisionCode: ctx.officer.area, details: { rows: files.length } },
  ])
  const day = (moment: string | null) => (moment === null ? '' : dayIn(new Date(moment)))
  return tableFile(ctx, '部门数据报送清单', files, [
    { header: '编号', width: 8, value: ({ id }) => String(id) },
    { header: '文件名', width: 36, value: ({ name }) => name },
    { header: '数据表', width: 18, value: ({ datasets }) => datasets.map(({ label }) => label).join('、') },
    { header: '报送部门', width: 16, value: ({ department }) => department },
    { header: '所报月份', width: 10, value: ({ month }) => month },
    { header: '状态', width: 10, value: ({ stateLabel }) => stateLabel },
    { header: '行数', width: 10, value: ({ rowsIn }) => rowsIn },
    { header: '可用', width: 10, value: ({ accepted }) => accepted },
    { header: '不可用', width: 10, value: ({ rejected }) => rejected },
    { header: '问题', width: 10, value: ({ issues }) => issues },
    { header: '报送人', width: 10, value: ({ handedInBy }) => handedInBy },
    { header: '报送日期', width: 12, value: ({ handedInAt }) => day(handedInAt) },
    { header: '接收人', width: 10, value: ({ acceptedBy }) => acceptedBy ?? '' },
    { header: '接收日期', width: 12, value: ({ acceptedAt }) => day(acceptedAt) },
    {
      header: '说明',
      width: 50,
      value: ({ problem, withdrawnReason, note }) => [problem, withdrawnReason, note].filter(Boolean).join('；'),
    },
  ])
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
  if (filters.format === 'xlsx') {
    const { after: _, ...all } = filters
    return exportIssues(ctx, file, (await issueRows(ctx, id, all, mostExported)).map(answer))
  }
  const rows = await issueRows(ctx, id, filters, filters.limit + 1)
  const last = rows[filters.limit - 1]
  return {
    items: rows.slice(0, filters.limit).map(answer),
    next: rows.length > filters.limit && last !== undefined ? `${last.sheet_no}-${last.issue_no}` : null,
  }
}

/** Masked as on the screen, hence open to everybody who sees the file. */
async function exportIssues(ctx: Context, file: FileRow, issues: readonly FileIssue[]): Promise<FileAnswer> {
  await recordActs(ctx, [
    {
      action: 'table.exported',
      subjectKind: 'file',
      subjectId: file.id,
      divisionCode: file.division_code,
      details: { table: 'issues', rows: issues.length },
    },
  ])
  return tableFile(ctx, renamed(file.name, '问题清单', 'xlsx').replace(/\.xlsx$/, ''), issues, [
    { header: '工作表', width: 18, value: ({ sheet }) => sheet },
    { header: '行号', width: 8, value: ({ row }) => String(row) },
    { header: '列', width: 20, value: ({ header }) => header },
    { header: '程度', width: 10, value: ({ severity }) => (severity === 'error' ? '须改正' : '请核对') },
    { header: '现在是', width: 30, value: ({ found }) => found },
    { header: '应当是', width: 50, value: ({ expected }) => expected },
  ])
}
