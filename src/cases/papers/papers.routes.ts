/** HTTP: forms as Word files, one household's file as a zip, the national layout. */
import { z } from 'zod'
import { type Route, route } from '../../access/index.ts'
import { daySchema, divisionCode } from '../../policy/index.ts'
import { meetingPage } from '../review/meeting-reading.actions.ts'
import { nationalCases } from './national.actions.ts'
import { meetingPaper, noticePaper, onePaper, papersOf, wholeFile } from './papers.actions.ts'
import { formNames } from './papers-policy.ts'

const idParams = z.object({ id: z.coerce.number().int().positive() })
const paperBody = z.object({
  isFull: z.boolean().default(false).describe('完整的证件号码和电话；须有权限并填写原因'),
  reason: z.string().trim().max(300).optional(),
})
const printing = { method: 'POST', needs: 'case.read' } as const

export const papersRoutes: readonly Route[] = [
  route({
    method: 'GET',
    needs: 'case.read',
    path: '/cases/:id/papers',
    summary: '一户一档有哪些表单，哪些已经可以打印',
    params: idParams,
    answer: z.object({
      items: z.array(
        z.object({ form: z.enum(formNames), title: z.string(), file: z.string(), missing: z.string().nullable(), isPublic: z.boolean() }),
      ),
    }),
    handle: (ctx, { params }) => papersOf(ctx, params.id),
  }),
  route({
    ...printing,
    path: '/cases/:id/papers/:form',
    summary: '一张表单，Word 格式（留痕）',
    params: idParams.extend({ form: z.enum(formNames) }),
    body: paperBody,
    handle: (ctx, { params, body }) => onePaper(ctx, params.id, params.form, body),
  }),
  route({
    ...printing,
    path: '/cases/:id/file',
    summary: '一户一档：全部表单和附件，压缩包（留痕）',
    params: idParams,
    body: paperBody,
    handle: (ctx, { params, body }) => wholeFile(ctx, params.id, body),
  }),
  route({
    ...printing,
    path: '/papers/meetings/:id',
    summary: '会议记录，Word 格式（留痕）',
    params: idParams,
    handle: async (ctx, { params }) => meetingPaper(ctx, params.id, (await meetingPage(ctx, params.id)).minutes),
  }),
  route({
    ...printing,
    path: '/papers/notices/:id',
    summary: '公示、公告，Word 格式（留痕）',
    params: idParams,
    handle: (ctx, { params }) => noticePaper(ctx, params.id),
  }),
  route({
    method: 'POST',
    needs: 'export.table',
    path: '/papers/national',
    summary: '新识别和已消除的户，全国系统的列（表头在第三行，全部为文本）',
    body: paperBody.extend({ division: divisionCode.optional(), from: daySchema, until: daySchema }),
    handle: (ctx, { body }) => nationalCases(ctx, body),
  }),
]
