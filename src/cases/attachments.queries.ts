/** Photos, signatures and scans, by what they are about; their bytes are kept files. */
import type { Context } from '../store/index.ts'
import type { Attachment } from './case-types.ts'

const attachments = (ctx: Context) =>
  ctx.db
    .selectFrom('case_attachments as one')
    .innerJoin('kept_files as file', 'file.id', 'one.file_id')
    .select([
      'one.id',
      'one.case_id as caseId',
      'one.household_id as householdId',
      'one.division_code as divisionCode',
      'one.about',
      'one.about_id as aboutId',
      'one.kind',
      'one.file_id as fileId',
      'file.name',
      'file.size',
      'one.caption',
      'one.taken_at',
      'one.latitude',
      'one.longitude',
      'one.added_by as addedBy',
      'one.added_at',
      'one.client_key as clientKey',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof attachments>['execute']>>[number]
export type KeptAttachment = Attachment & { fileId: number; divisionCode: string }

const plain = ({ taken_at, added_at, ...row }: Row): KeptAttachment => ({
  ...row,
  kind: row.kind as Attachment['kind'],
  takenAt: taken_at?.toISOString() ?? null,
  addedAt: added_at.toISOString(),
})

export async function attachmentsAbout(ctx: Context, about: string, aboutId: string): Promise<KeptAttachment[]> {
  return (await attachments(ctx).where('about', '=', about).where('about_id', '=', aboutId).orderBy('one.id').execute()).map(plain)
}

export async function attachmentsOfCase(ctx: Context, caseId: number): Promise<KeptAttachment[]> {
  return (await attachments(ctx).where('case_id', '=', caseId).orderBy('one.id').execute()).map(plain)
}

export async function attachmentById(ctx: Context, id: number): Promise<KeptAttachment | undefined> {
  const row = await attachments(ctx).where('one.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : plain(row)
}

export async function attachmentByKey(ctx: Context, divisionCode: string, clientKey: string): Promise<KeptAttachment | undefined> {
  const row = await attachments(ctx).where('one.division_code', '=', divisionCode).where('client_key', '=', clientKey).executeTakeFirst()
  return row === undefined ? undefined : plain(row)
}

export interface AttachmentLine {
  division_code: string
  case_id: number | null
  household_id: number | null
  about: string
  about_id: string
  kind: string
  file_id: number
  caption: string
  taken_at: Date | null
  latitude: string | null
  longitude: string | null
  client_key: string | null
}

export async function insertAttachment(ctx: Context, line: AttachmentLine): Promise<number> {
  const { id } = await ctx.db
    .insertInto('case_attachments')
    .values({ ...line, added_by: ctx.officer.name, added_at: ctx.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
