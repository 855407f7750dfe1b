/** What the core itself finds for a move: who visits, which risks, which kind of object, and whether the household is no more. */
import { loadRoles } from '../access/index.ts'
import type { Context } from '../store/index.ts'
import type { CaseRow, RecordFinder } from './case-types.ts'
import { eventsOf } from './cases.queries.ts'

export interface VisitingOfficer {
  id: number
  name: string
  role: string
  division_code: string
}

/** Roles that may visit, from `policy/roles.yaml`. */
const visitingRoles: readonly string[] = [...loadRoles()].filter(([, role]) => role.permissions.includes('case.visit')).map(([id]) => id)

/** Officers of the asker's area who work today and may visit in the village; those of the village itself first. */
export async function visitorsFor(ctx: Context, division: string): Promise<VisitingOfficer[]> {
  const rows = await ctx.db
    .selectFrom('officers')
    .select(['id', 'name', 'role', 'division_code'])
    .where('role', 'in', [...visitingRoles])
    .where('division_code', 'in', [division, division.slice(0, 9)])
    .where('disabled_at', 'is', null)
    .where('valid_from', '<=', ctx.today)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', ctx.today)]))
    .orderBy('division_code', 'desc')
    .orderBy('id')
    .execute()
  return rows
}

/** The officer the case is given to; else the only one who works in the village. */
export const findVisitor: RecordFinder = async (ctx, theCase) => {
  if (theCase.responsible_id !== null)
    return { officerId: theCase.responsible_id, officerName: theCase.responsible_name ?? '', label: theCase.responsible_name ?? '' }
  const [first, second] = (await visitorsFor(ctx, theCase.division_code)).filter(
    ({ division_code }) => division_code === theCase.division_code,
  )
  if (first === undefined || second !== undefined) return undefined
  return { officerId: first.id, officerName: first.name, label: first.name }
}

/** The risks the case carries. */
export const findRiskFactors: RecordFinder = async (_ctx, { risks }) =>
  risks.length === 0 ? undefined : { value: [...risks], label: risks.join('、') }

/** The kind named before, else by what the household was: a proposal. */
export const findObjectKind: RecordFinder = async (ctx, theCase) => {
  const kind = theCase.object_kind ?? (await proposedKind(ctx, theCase))
  return kind === undefined ? undefined : { value: kind, label: kind }
}

async function proposedKind(ctx: Context, { household_id }: CaseRow): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('households')
    .select(['household_kind', 'monitored_kind'])
    .where('id', '=', household_id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.monitored_kind !== null) return row.monitored_kind
  return row.household_kind === '脱贫户' ? '脱贫不稳定户' : '边缘易致贫户'
}

/** What the village found untrue is confirmed in its own words. */
export const findReason: RecordFinder = async (ctx, { id, state }, action) => {
  if (state !== 'untrue_check' || action !== 'confirm_untrue') return undefined
  const found = (await eventsOf(ctx, id)).findLast((event) => event.action === 'find_untrue')?.record.reason
  return typeof found === 'string' ? { value: found, label: found } : undefined
}

/** The register knows the household no more: all have died or moved away. */
export const findHouseholdGone: RecordFinder = async (ctx, { household_id }) => {
  const row = await ctx.db.selectFrom('households').select(['is_present', 'member_count']).where('id', '=', household_id).executeTakeFirst()
  if (row === undefined) return undefined
  if (!row.is_present) return { label: '农户档案里该户已没有成员' }
  return { obstacle: `农户档案里该户还有 ${row.member_count} 人，请先登记死亡或迁出` }
}
