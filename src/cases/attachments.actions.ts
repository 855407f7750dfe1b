/** Keeping photos, signatures and scans, and giving them out again; who looks is recorded. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { FileAnswer } from '../access/index.ts'
import { Problem } from '../kernel/index.ts'
import { type Context, keepFile, openKeptFile, recordActs, storeProblems } from '../store/index.ts'
import { attachmentById, attachmentByKey, attachmentsAbout, insertAttachment, type KeptAttachment } from './attachments.queries.ts'
import type { Attachment, NewAttachment } from './case-types.ts'
import { caseById, householdForCase } from './cases.queries.ts'
import { caseProblems } from './problems.ts'

const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What anybody may be told of an attachment. */
export const shown = ({ fileId: _file, divisionCode: _division, ...rest }: KeptAttachment): Attachment => rest

/** Sent twice with the same key it is kept once. */
export async function attach(ctx: Context, one: NewAttachment): Promise<Attachment> {
  const divisionCode = await divisionOf(ctx, one)
  const clientKey = one.clientKey ?? null
  const there = clientKey === null ? undefined : await attachmentByKey(ctx, divisionCode, clientKey)
  if (there !== undefined) return shown(there)
  if (!(extname(one.name).toLowerCase() in types)) throw new Problem(caseProblems.wrongFile, { name: one.name })
  const file = await keepFile(ctx, { path: one.path, name: one.name, kind: 'case_attachment', divisionCode })
  const id = await insertAttachment(ctx, {
    division_code: divisionCode,
    case_id: one.caseId ?? null,
    household_id: one.householdId ?? null,
    about: one.about,
    about_id: one.aboutId,
    kind: one.kind,
    file_id: file.id,
    caption: one.caption ?? '',
    taken_at: one.takenAt ?? null,
    latitude: one.latitude?.toFixed(5) ?? null,
    longitude: one.longitude?.toFixed(5) ?? null,
    client_key: clientKey,
  })
  const made = await attachmentById(ctx, id)
  if (made === undefined) throw new Problem(storeProblems.notFound, { what: '这个附件' })
  return shown(made)
}

async function divisionOf(ctx: Context, one: NewAttachment): Promise<string> {
  if (one.caseId !== undefined) {
    const theCase = await caseById(ctx, one.caseId)
    if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
    return theCase.division_code
  }
  if (one.householdId === undefined) return one.divisionCode ?? ctx.officer.area
  const household = await householdForCase(ctx, one.householdId)
  if (household === undefined) throw new Problem(storeProblems.notFound, { what: '这一户' })
  return household.division_code
}

/** What is kept about something, in the order in which it came. */
export async function attachmentsOf(ctx: Context, about: string, id: string | number): Promise<Attachment[]> {
  return (await attachmentsAbout(ctx, about, String(id))).map(shown)
}

/** The bytes of an attachment; the look is recorded. */
export async function openAttachment(ctx: Context, id: number): Promise<FileAnswer> {
  const one = await attachmentById(ctx, id)
  if (one === undefined) throw new Problem(storeProblems.notFound, { what: '这个附件' })
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-attachment-'))
  try {
    const place = join(folder, 'file')
    await openKeptFile(ctx, one.fileId, place)
    const details = { about: one.about, ...(one.caseId === null ? {} : { case: one.caseId }) }
    await recordActs(ctx, [
      { action: 'attachment.seen', subjectKind: 'case_attachment', subjectId: id, divisionCode: one.divisionCode, details },
    ])
    const type = types[extname(one.name).toLowerCase()] ?? 'application/octet-stream'
    return { kind: 'file', name: one.name, type, content: await readFile(place) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
