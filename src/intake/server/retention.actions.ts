/** Originals are not kept for ever: after the months the rule says they are destroyed, and the record says so. */
import { addMonths } from '../../kernel/index.ts'
import { type Context, dropKeptFile, recordActs } from '../../store/index.ts'
import { handInNumber } from './calendar-policy.ts'
import { updateFile } from './files.queries.ts'
import { expiredFiles } from './retention.queries.ts'
import { deleteIssues } from './sheets.queries.ts'

/** Destroys at most this many originals of files handed in before the day the region's rule gives, with the cells found in them; what was counted stays. Answers how many. */
export async function destroyExpired(ctx: Context, most: number): Promise<number> {
  const limits = new Map<string, number>()
  const monthsOf = (division: string) => {
    const months = limits.get(division) ?? handInNumber(ctx.policy, 'retention_months', division, ctx.today)
    limits.set(division, months)
    return months
  }
  const files = await expiredFiles(ctx, (division) => addMonths(ctx.today, -monthsOf(division)), most)
  for (const file of files) {
    const months = monthsOf(file.division_code)
    const why = `保存期限 ${months} 个月已满`
    for (const kept of [file.kept_file_id, file.merged_file_id]) if (kept !== null) await dropKeptFile(ctx, kept, why)
    await deleteIssues(ctx, file.id)
    await updateFile(ctx, file.id, { destroyed_at: ctx.now })
    const details = { name: file.name, month: file.month, sha256: file.sha256, months }
    await recordActs(ctx, [
      { action: 'file.destroyed', subjectKind: 'file', subjectId: file.id, divisionCode: file.division_code, details },
    ])
  }
  return files.length
}
