/** What the routes about handed-in files take and answer. */
import { z } from 'zod'
import { sortSchema } from '../../access/index.ts'
import { fileOrders, issueOrders } from './list-orders.sql.ts'

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-10')

export const fileStates = ['waiting', 'read', 'unreadable', 'accepted', 'replaced', 'withdrawn'] as const
export type FileState = (typeof fileStates)[number]

/** What the officer sees for a state. */
export const fileStateLabels: Readonly<Record<FileState, string>> = {
  waiting: '正在读取',
  read: '待接收',
  unreadable: '无法读取',
  accepted: '已接收',
  replaced: '已被替换',
  withdrawn: '已撤回',
}

export const warningCodes = [
  'duplicate_file',
  'duplicate_rows',
  'wrong_month',
  'half_file',
  'looks_like_correction',
  'already_accepted',
  'not_your_dataset',
  'which_department',
  'reader',
] as const
export type WarningCode = (typeof warningCodes)[number]

/** What an officer may answer to a warning: take the file all the same, correct the month, say which file it mends, take it back. */
export const warningChoices = ['accept_anyway', 'accept_beside', 'change_month', 'choose_department', 'point_to', 'withdraw'] as const

export const fileWarning = z.object({
  code: z.enum(warningCodes),
  /** What was found, in one Chinese sentence. */
  message: z.string(),
  /** The file is accepted only when the officer names this code in `despite`. */
  mustDecide: z.boolean(),
  choices: z.array(
    z.object({
      choice: z.enum(warningChoices),
      label: z.string(),
      month: z.string().optional(),
      fileId: z.number().optional(),
      department: z.string().optional(),
    }),
  ),
})
export type FileWarning = z.infer<typeof fileWarning>

export const sheetColumn = z.object({
  index: z.number(),
  header: z.string(),
  /** The field it feeds; `null` = nobody reads it. */
  field: z.string().nullable(),
  label: z.string().nullable(),
  kind: z.string().nullable(),
  /** An officer said so, now or earlier. */
  isChosen: z.boolean(),
})
export type SheetColumn = z.infer<typeof sheetColumn>

export const handedInSheet = z.object({
  no: z.number(),
  name: z.string(),
  dataset: z.string().nullable(),
  datasetLabel: z.string().nullable(),
  /** Why it was recognised as that, or why not at all. */
  reason: z.string(),
  headerRow: z.number().nullable(),
  rowsIn: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  columns: z.array(sheetColumn),
  /** Fields of the dataset that no column feeds. */
  missing: z.array(z.object({ field: z.string(), label: z.string(), recognises: z.boolean() })),
  /** Rows by month of the dataset's event day. */
  months: z.array(z.object({ month: z.string(), rows: z.number() })),
  townships: z.array(z.object({ name: z.string(), rows: z.number() })),
  issueCounts: z.array(z.object({ header: z.string(), code: z.string(), severity: z.string(), cells: z.number() })),
  chosenDataset: z.string().nullable(),
  chosenColumns: z.record(z.string(), z.string().nullable()),
})
export type HandedInSheet = z.infer<typeof handedInSheet>

export const handedInFile = z.object({
  id: z.number(),
  name: z.string(),
  bytes: z.number(),
  month: z.string(),
  department: z.string(),
  note: z.string(),
  state: z.enum(fileStates),
  stateLabel: z.string(),
  /** Why it could not be read. */
  problem: z.string().nullable(),
  datasets: z.array(z.object({ name: z.string(), label: z.string() })),
  rowsIn: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  issues: z.number(),
  warnings: z.array(fileWarning),
  replaces: z.number().nullable(),
  replacedBy: z.number().nullable(),
  jobId: z.number().nullable(),
  handedInBy: z.string(),
  handedInAt: z.string(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** A screening or the register had used it when it was withdrawn. */
  wasInUse: z.boolean(),
  /** The original is gone by rule; what was read about it stays. */
  destroyedAt: z.string().nullable(),
  version: z.number(),
})
export type HandedInFile = z.infer<typeof handedInFile>

export const fileDetail = handedInFile.extend({ sheets: z.array(handedInSheet) })
export type FileDetail = z.infer<typeof fileDetail>

export const fileIssue = z.object({
  sheetNo: z.number(),
  sheet: z.string(),
  row: z.number(),
  header: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  /** Masked where the column names a person. */
  found: z.string(),
  expected: z.string(),
})
export type FileIssue = z.infer<typeof fileIssue>

export const pageQuery = z.object({
  after: z.string().max(800).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  format: z.literal('xlsx').optional(),
})

export const fileFilters = pageQuery.extend({
  month: monthSchema.optional(),
  dataset: z.string().max(100).optional(),
  department: z.string().max(100).optional().describe('部门名称中的字'),
  name: z.string().max(100).optional().describe('文件名中的字'),
  state: z.enum(fileStates).optional(),
  sort: sortSchema(fileOrders),
})
export type FileFilters = z.infer<typeof fileFilters>

export const issueFilters = pageQuery.extend({
  sheet: z.coerce.number().int().optional(),
  code: z.string().max(100).optional(),
  header: z.string().max(300).optional(),
  severity: z.enum(['error', 'warning']).optional(),
  sort: sortSchema(issueOrders),
})
export type IssueFilters = z.infer<typeof issueFilters>

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })

export const handInForm = z.object({
  month: monthSchema,
  note: z.string().max(1000).default(''),
  /** Only where somebody hands in for a department: as the dataset names it. */
  department: z.string().max(100).optional(),
  /** The file this one puts right: the filled correction workbook, or the whole file anew. */
  replaces: z.coerce.number().int().optional(),
})
export type HandInForm = z.infer<typeof handInForm>

export const handInAnswer = z.object({ items: z.array(z.object({ id: z.number(), name: z.string(), jobId: z.number() })) })

export const changeForm = z.object({
  version: z.number().int(),
  month: monthSchema.optional(),
  department: z.string().min(1).max(100).optional(),
  note: z.string().max(1000).optional(),
  replaces: z.number().int().nullable().optional(),
})
export type ChangeForm = z.infer<typeof changeForm>

export const sheetChoiceForm = z.object({
  version: z.number().int(),
  /** Left out = as recognised. */
  dataset: z.string().max(100).nullable().optional(),
  /** Header as written → field of the dataset, or `null`: do not read the column. */
  columns: z.record(z.string().max(300), z.string().max(100).nullable()).default({}),
})
export type SheetChoiceForm = z.infer<typeof sheetChoiceForm>

export const acceptForm = z.object({
  version: z.number().int(),
  /** Warnings the officer has read and takes the file in spite of. */
  despite: z.array(z.enum(warningCodes)).default([]),
  /** Counts beside what was accepted before of the same month, instead of taking its place: a department that hands a list in by parts. */
  beside: z.boolean().default(false),
})
export type AcceptForm = z.infer<typeof acceptForm>

export const withdrawForm = z.object({ version: z.number().int(), reason: z.string().trim().min(2, '请写明撤回原因').max(500) })
export type WithdrawForm = z.infer<typeof withdrawForm>

export const cellStates = ['not_expected', 'open', 'missing', 'late', 'handed_in', 'has_issues', 'accepted', 'accepted_late'] as const
export type CellState = (typeof cellStates)[number]

/** What the officer sees for a cell of the calendar. */
export const cellStateLabels: Readonly<Record<CellState, string>> = {
  not_expected: '不需报送',
  open: '未到报送期',
  missing: '待报送',
  late: '逾期未报',
  handed_in: '已报待接收',
  has_issues: '有问题待处理',
  accepted: '已接收',
  accepted_late: '逾期接收',
}

export const calendarRow = z.object({
  dataset: z.string(),
  label: z.string(),
  department: z.string(),
  officeId: z.number().nullable(),
  every: z.enum(['month', 'quarter', 'year', 'event']),
  cells: z.array(
    z.object({
      month: z.string(),
      state: z.enum(cellStates),
      stateLabel: z.string(),
      /** Last day on which it is in time. */
      dueOn: z.string().nullable(),
      files: z.array(z.number()),
      rows: z.number(),
    }),
  ),
})
export type CalendarRow = z.infer<typeof calendarRow>

export const calendarAnswer = z.object({ year: z.number(), rows: z.array(calendarRow) })

export const datasetAnswer = z.object({
  name: z.string(),
  label: z.string(),
  department: z.string(),
  about: z.enum(['person', 'household']),
  every: z.enum(['month', 'quarter', 'year', 'event']),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      kind: z.string(),
      headers: z.array(z.string()),
      recognises: z.boolean(),
      isIdentity: z.boolean(),
    }),
  ),
})
