/** Mending a data-quality problem in place: the value goes into the register, the problem waits for the next run to agree. */
import type { z } from 'zod'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { screeningProblems } from './problems.ts'
import { fieldLabel, isMendable } from './quality.actions.ts'
import { type FindingRow, findingById, markMended } from './quality.queries.ts'
import type { mendBody } from './quality-shapes.ts'
import { correctRegister, requireRegisterChange } from './register-door.ts'
import type { versionAnswer } from './shapes.ts'

/** Outside the area the finding is not found; changed meanwhile it is stale. */
export async function mendFinding(
  ctx: Context,
  id: number,
  { version, value, reason }: z.infer<typeof mendBody>,
): Promise<z.infer<typeof versionAnswer>> {
  requireRegisterChange(ctx)
  const finding = await findingById(ctx, id)
  if (finding === undefined) throw new Problem(storeProblems.notFound, { what: '这个数据质量问题' })
  if (finding.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  refuseUnmendable(ctx, finding)
  await correctRegister(ctx, {
    divisionCode: finding.division_code,
    householdNumber: finding.household_number,
    personRef: finding.person_ref,
    field: finding.field,
    value,
    reason: reason || `数据质量：${finding.message}`.slice(0, 300),
  })
  if (!(await markMended(ctx, id, version))) throw new Problem(storeProblems.stale, { changed: [] })
  const { division_code: divisionCode, rule_id: rule, field, household_number: household } = finding
  await recordActs(ctx, [
    { action: 'quality.mended', subjectKind: 'quality_finding', subjectId: id, divisionCode, details: { rule, field, household } },
  ])
  return { id, version: version + 1, state: 'mended' }
}

function refuseUnmendable(ctx: Context, finding: FindingRow): void {
  if (finding.state === 'mended') throw new Problem(screeningProblems.alreadyMended, {})
  if (!isMendable(ctx.policy, finding)) throw new Problem(screeningProblems.notMendable, { field: fieldLabel(ctx.policy, finding.field) })
}
