/** Handing a file in, and putting right what was said about it. */

import type { Upload } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, keepFile, recordActs, startJob } from '../../store/index.ts'
import type { ChangeForm, FileDetail, HandInForm } from './file-forms.ts'
import { cleanName } from './file-names.rules.ts'
import { type FileRow, fileRow, insertFile, lockedFile, officeOf, updateFile } from './files.queries.ts'
import { fileById } from './list.actions.ts'
import { fileProblems } from './problems.ts'
import { requireState } from './states.rules.ts'
import { findWarnings } from './warnings.actions.ts'

/** Keeps what came and starts reading it; one record per file. */
export async function handIn(ctx: Context, given: HandInForm, uploads: readonly Upload[]) {
  // A field of a web form that was left empty arrives as 0.
  const form = { ...given, replaces: given.replaces === 0 ? undefined : given.replaces }
  if (uploads.length === 0) throw new Problem(fileProblems.noUpload, {})
  refuseFuture(ctx, form.month)
  if (form.replaces !== undefined) await replaceable(ctx, form.replaces, uploads.length)
  const office = await officeOf(ctx, ctx.officer.officeId)
  const department = office?.isDepartment === true ? office.name : (form.department ?? '')
  const items: { id: number; name: string; jobId: number }[] = []
  for (const upload of uploads) items.push(await handInOne(ctx, form, department, upload))
  return { items }
}

async function handInOne(
  ctx: Context,
  form: Omit<HandInForm, 'replaces'> & { replaces: number | undefined },
  department: string,
  upload: Upload,
) {
  const name = cleanName(upload.name)
  if (name === '') throw new Problem(fileProblems.badName, { name: upload.name.slice(0, 50) })
  const divisionCode = ctx.officer.area
  const kept = await keepFile(ctx, { path: upload.path, name, kind: 'upload', divisionCode })
  const id = await insertFile(ctx, {
    divisionCode,
    department,
    month: form.month,
    name,
    note: form.note,
    bytes: upload.size,
    sha256: upload.sha256,
    keptFileId: kept.id,
    replaces: form.replaces ?? null,
  })
  const jobId = await startReading(ctx, { id, division_code: divisionCode })
  const details = { name, month: form.month, bytes: upload.size, sha256: upload.sha256 }
  await recordActs(ctx, [{ action: 'file.handed_in', subjectKind: 'file', subjectId: id, divisionCode, details }])
  return { id, name, jobId }
}

/** Puts the file back into the queue of those to be read. */
export async function startReading(ctx: Context, file: Pick<FileRow, 'id' | 'division_code'>): Promise<number> {
  const jobId = await startJob(ctx, { kind: 'file.read', divisionCode: file.division_code, input: { fileId: file.id } })
  await updateFile(ctx, file.id, { state: 'waiting', job_id: jobId, problem: null })
  return jobId
}

/** Month, department and note while it is not accepted; pointing it to the file it mends has it read again. */
export async function changeFile(ctx: Context, id: number, form: ChangeForm): Promise<FileDetail> {
  const file = await lockedFile(ctx, id, form.version)
  requireState(file, '修改', ['read', 'unreadable'])
  if (form.month !== undefined) refuseFuture(ctx, form.month)
  const change = {
    ...(form.month === undefined ? {} : { month: form.month }),
    ...(form.department === undefined ? {} : { department: form.department }),
    ...(form.note === undefined ? {} : { note: form.note }),
    ...(form.replaces === undefined ? {} : { replaces: form.replaces }),
  }
  if (form.replaces !== undefined && form.replaces !== null) {
    if (form.replaces === id) throw new Problem(fileProblems.cannotReplace, { id, reason: '不能改正自己' })
    await replaceable(ctx, form.replaces, 1)
  }
  await updateFile(ctx, id, change)
  await recordActs(ctx, [{ action: 'file.changed', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details: change }])
  if (form.replaces !== undefined && form.replaces !== file.replaces) await startReading(ctx, file)
  else await refreshWarnings(ctx, id)
  return fileById(ctx, id)
}

/** Has the file read anew, as after a change of policy or a reading that was cancelled. */
export async function readAgain(ctx: Context, id: number, version: number): Promise<FileDetail> {
  const file = await lockedFile(ctx, id, version)
  requireState(file, '重新读取', ['waiting', 'read', 'unreadable'])
  if (file.destroyed_at !== null) throw new Problem(fileProblems.destroyed, { day: file.destroyed_at.toISOString().slice(0, 10) })
  await startReading(ctx, file)
  await recordActs(ctx, [{ action: 'file.read_again', subjectKind: 'file', subjectId: id, divisionCode: file.division_code }])
  return fileById(ctx, id)
}

/** Stores what is to be told about a file as things stand now. */
export async function refreshWarnings(ctx: Context, id: number): Promise<void> {
  const file = await fileRow(ctx, id)
  if (file.state !== 'read') return
  await updateFile(ctx, id, { warnings: JSON.stringify(await findWarnings(ctx, file)) })
}

function refuseFuture(ctx: Context, month: string): void {
  const latest = ctx.today.slice(0, 7)
  if (month > latest) throw new Problem(fileProblems.futureMonth, { month, latest })
}

async function replaceable(ctx: Context, id: number, uploads: number): Promise<void> {
  if (uploads > 1) throw new Problem(fileProblems.cannotReplace, { id, reason: '一次只能报送一份改正文件' })
  const file = await fileRow(ctx, id)
  if (file.state === 'replaced')
    throw new Problem(fileProblems.cannotReplace, { id, reason: `它已被第 ${file.replaced_by ?? 0} 号文件替换，请改正那一份` })
  if (file.state === 'withdrawn') throw new Problem(fileProblems.cannotReplace, { id, reason: '它已被撤回' })
  if (file.state === 'waiting') throw new Problem(fileProblems.cannotReplace, { id, reason: '它还在读取，请稍候' })
  if (file.destroyed_at !== null)
    throw new Problem(fileProblems.cannotReplace, { id, reason: '它的原件已按保存期限销毁，请报送完整的文件' })
}
