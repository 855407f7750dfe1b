/** Opening and changing offices of one's own area. */
import { Problem } from '../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../store/index.ts'
import { divisionWithin } from './appointing.rules.ts'
import { insertOffice, type NewOffice, type Office, officeById, updateOffice } from './offices.queries.ts'
import { accessProblems } from './problems.ts'
import { requireVersion } from './versions.ts'

export interface OfficeChange {
  version: number
  name?: string | undefined
  datasets?: string[] | undefined
  validUntil?: string | null | undefined
}

export async function openOffice(ctx: Context, office: NewOffice): Promise<Office> {
  const divisionCode = divisionWithin(ctx.officer, office.divisionCode)
  requireDatasets(ctx, office)
  requireOrder(office.validFrom, office.validUntil)
  const id = await insertOffice(ctx, { ...office, divisionCode })
  const { name, kind, datasets } = office
  await recordActs(ctx, [
    { action: 'office.opened', subjectKind: 'office', subjectId: id, divisionCode, details: { name, kind, datasets } },
  ])
  return officeById(ctx, id)
}

/** Name, datasets and last day; the division and the kind of an office never change. */
export async function changeOffice(ctx: Context, id: number, change: OfficeChange): Promise<Office> {
  const before = await officeById(ctx, id)
  if (!before.divisionCode.startsWith(ctx.officer.area)) throw new Problem(storeProblems.notFound, { what: '这个机构' })
  await requireVersion(ctx, 'office', id, before.version, change.version)
  const after = {
    ...before,
    name: change.name ?? before.name,
    datasets: change.datasets ?? before.datasets,
    validUntil: change.validUntil === undefined ? before.validUntil : change.validUntil,
  }
  requireDatasets(ctx, after)
  requireOrder(after.validFrom, after.validUntil)
  await updateOffice(ctx, after)
  const { version: _, ...details } = change
  await recordActs(ctx, [{ action: 'office.changed', subjectKind: 'office', subjectId: id, divisionCode: before.divisionCode, details }])
  return officeById(ctx, id)
}

function requireDatasets(ctx: Context, { kind, name, datasets }: Pick<Office, 'kind' | 'name' | 'datasets'>): void {
  if (kind !== 'department' && datasets.length > 0) throw new Problem(accessProblems.notDepartment, { office: name })
  const unknown = datasets.filter((dataset) => !ctx.policy.datasets.has(dataset))
  if (unknown.length > 0) throw new Problem(accessProblems.noSuchDataset, { found: unknown })
}

function requireOrder(from: string, until: string | null): void {
  if (until !== null && until < from) throw new Problem(accessProblems.endsBeforeStart, {})
}
