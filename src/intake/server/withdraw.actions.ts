/** Taking a file back: what it did is undone, and where work already rested on it, that stays visible. */
import { Problem } from '../../kernel/index.ts'
import { type Context, cancelJob, jobById, jobsOf, recordActs } from '../../store/index.ts'
import type { FileDetail, WithdrawForm } from './file-forms.ts'
import { type FileRow, fileRow, hasStandingLoad, isInUse, lockedFile, updateFile } from './files.queries.ts'
import { fileById } from './list.actions.ts'
import { fileProblems } from './problems.ts'
import { requireMayWithdraw, requireState } from './states.rules.ts'

/** A file it had replaced counts again. Leads that rest on it show so by `was_in_use`; the next screening leaves it out. */
export async function withdrawFile(ctx: Context, id: number, form: WithdrawForm): Promise<FileDetail> {
  const file = await lockedFile(ctx, id, form.version)
  requireMayWithdraw(ctx.officer, file)
  requireState(file, '撤回', ['waiting', 'read', 'unreadable', 'accepted'])
  if (await hasStandingLoad(ctx, id)) throw new Problem(fileProblems.loaded, {})
  if (file.state === 'waiting') await stopReading(ctx, file)
  if (file.state === 'accepted') await stopLoading(ctx, file)
  await updateFile(ctx, id, {
    state: 'withdrawn',
    withdrawn_at: ctx.now,
    withdrawn_by_name: ctx.officer.name,
    withdrawn_reason: form.reason,
    was_in_use: await isInUse(ctx, id),
  })
  if (file.state === 'accepted') await restoreOld(ctx, file)
  const details = { reason: form.reason, was: file.state }
  await recordActs(ctx, [{ action: 'file.withdrawn', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details }])
  return fileById(ctx, id)
}

async function stopReading(ctx: Context, { job_id: job }: FileRow): Promise<void> {
  if (job === null) return
  const { state } = await jobById(ctx, job)
  if (state === 'queued' || state === 'running') await cancelJob(ctx, job)
}

/** A load that is only under way has changed nothing yet. */
async function stopLoading(ctx: Context, file: FileRow): Promise<void> {
  const jobs = await jobsOf(ctx, { kind: 'register.load', states: ['queued', 'running'] })
  for (const job of jobs) if ((job.input as { handedInFile?: number } | null)?.handedInFile === file.id) await cancelJob(ctx, job.id)
}

async function restoreOld(ctx: Context, file: FileRow): Promise<void> {
  if (file.replaces === null) return
  const old = await fileRow(ctx, file.replaces)
  if (old.state !== 'replaced' || old.replaced_by !== null) return
  await updateFile(ctx, old.id, { state: old.accepted_at !== null ? 'accepted' : old.problem !== null ? 'unreadable' : 'read' })
  const details = { insteadOf: file.id }
  await recordActs(ctx, [{ action: 'file.restored', subjectKind: 'file', subjectId: old.id, divisionCode: file.division_code, details }])
}
