/** What the route about a household's department rows takes and answers. */
import { z } from 'zod'
import { rowColumns } from './department-rows.rules.ts'
import { format, text } from './shapes.ts'

export const departmentRowsQuery = z.object({
  dataset: text.optional().describe('只看这一种数据'),
  find: text.optional().describe('内容里的字，几个用空格隔开'),
  sort: z
    .enum(rowColumns.flatMap((name) => [name, `-${name}`]))
    .optional()
    .describe('排序，不填为新的月份在前；前加 - 为倒序'),
  format,
})
export const departmentRow = z.object({
  dataset: z.string(),
  datasetLabel: z.string(),
  month: z.string().nullable(),
  department: z.string().nullable(),
  fileId: z.number().nullable(),
  file: z.string(),
  sheet: z.string(),
  row: z.number().describe('表格软件里的行号'),
  member: z.string().nullable().describe('认定为哪一位成员；空为整户'),
  level: z.string(),
  reason: z.string().describe('怎样认定是这一户的'),
  isRejected: z.boolean().describe('这一行的内容读不出来，没有采用'),
  cells: z.array(z.object({ label: z.string(), value: z.string(), masked: z.boolean() })),
})
export const departmentRowsAnswer = z.object({
  asOf: z.string().nullable().describe('最近一次筛查的比对日；空为还没有筛查过'),
  items: z.array(departmentRow),
  more: z.number().describe('没有列出的行数'),
})
