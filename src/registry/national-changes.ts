/** What must be changed in the national system, as rows in its own layout. */
import { type FileAnswer, tableWorkbook } from '../access/index.ts'
import { type Context, recordActs } from '../store/index.ts'
import { differenceLabel } from './differences.actions.ts'
import { type DifferenceRow, differenceOrders, listDifferences } from './differences.queries.ts'
import { masked } from './masking.rules.ts'
import { type ChangedHousehold, changedHouseholds } from './national-changes.queries.ts'
import { registerDataset, registryPolicy } from './registry-policy.ts'

/** The workbook: one row per person with our values under the national headers, and in the last columns what to do. Full numbers only for those who may see them, and recorded. */
export function nationalChanges(ctx: Context): Promise<FileAnswer> {
  const fields = Object.entries(ctx.policy.datasets.get(registerDataset)?.fields ?? {})
  const headers = [
    ...fields.map(
      ([
        ,
        {
          headers: [header = ''],
        },
      ]) => header,
    ),
    '处理',
    '说明',
  ]
  const names = fields.map(([name]) => name)
  return tableWorkbook(ctx, {
    name: '须在全国系统修改的清单',
    columns: headers.map((header, at) => [header, (row: readonly (string | null)[]) => row[at] ?? null] as const),
    rows: () => changedRows(ctx, names),
  })
}

async function changedRows(ctx: Context, columns: readonly string[]): Promise<(string | null)[][]> {
  const isFull = ctx.officer.permissions.has('person.unmask')
  const decided = await listDifferences(ctx, { open: false }, differenceOrders.found, undefined, Number.MAX_SAFE_INTEGER)
  const kept = Map.groupBy(
    decided.filter(({ decision }) => decision === 'ours'),
    ({ householdId }) => householdId,
  )
  const households = await changedHouseholds(ctx)
  const rows = [...households].flatMap(([id, household]) => rowsOf(ctx, household, kept.get(id) ?? [], { columns, isFull }))
  if (isFull && rows.length > 0)
    await recordActs(
      ctx,
      [...households].map(([id, { divisionCode }]) => ({
        action: 'household.unmasked',
        subjectKind: 'household',
        subjectId: id,
        divisionCode,
        details: { reason: '导出须在全国系统修改的清单' },
      })),
    )
  return rows
}

function rowsOf(
  ctx: Context,
  household: ChangedHousehold,
  kept: readonly DifferenceRow[],
  { columns, isFull }: { columns: readonly string[]; isFull: boolean },
): (string | null)[][] {
  const ofHousehold = [...household.notes, ...kept.filter(({ personId }) => personId === null).map((row) => wanted(ctx, row))]
  return household.persons.map((person) => {
    const open: Readonly<Record<string, Buffer | undefined>> = person.sealed
    const { fields } = registryPolicy(ctx.policy)
    const sealed = (name: string) => {
      const value = open[name]
      const field = fields.get(name)
      if (value === undefined || field === undefined) return null
      return isFull ? ctx.vault.open(value) : masked(field.kind, ctx.vault.open(value))
    }
    const place: Readonly<Record<string, string>> = {
      township: household.township,
      village: household.village,
      village_code: household.divisionCode,
      household_number: household.householdNumber,
      name: person.name,
    }
    const cell = (name: string) => place[name] ?? sealed(name) ?? person.values[name] ?? household.values[name] ?? null
    const notes = [...kept.filter(({ personId }) => personId === person.personId).map((row) => wanted(ctx, row)), ...ofHousehold]
    return [...columns.map(cell), whatToDo(person, household), notes.join('；')]
  })
}

function whatToDo(person: ChangedHousehold['persons'][number], household: ChangedHousehold): string {
  if (person.status === 'dead') return `自然减少（死亡${person.values.died_on === undefined ? '' : ` ${person.values.died_on}`}）`
  if (person.status === 'gone') return '自然减少（迁出）'
  if (person.householdNumberNow !== household.householdNumber) return `转到户 ${person.householdNumberNow ?? ''}`
  return person.values.person_number === undefined ? '自然增加' : '核对修改'
}

function wanted(ctx: Context, row: DifferenceRow): string {
  const label = differenceLabel(ctx, row.kind, row.field)
  if (row.kind !== 'value') return label
  const sealed = registryPolicy(ctx.policy).fields.get(row.field)?.isSealed === true
  const text = (value: unknown) => (typeof value === 'string' ? value : '空')
  return sealed ? `${label}应改` : `${label}：全国系统为“${text(row.theirs)}”，应为“${text(row.ours)}”`
}
