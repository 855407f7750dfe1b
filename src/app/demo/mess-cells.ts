/** Cells that say nothing, or something nobody can read: planted in the clean data, so that the referee knows of them. */
import type { DatasetName, DepartmentRow } from './clean-county.ts'

interface Defect {
  field: string
  /** `uncached` is a formula whose result the workbook did not keep. */
  state: 'unreadable' | 'empty' | 'month' | 'uncached'
  rate: number
  when?: (row: DepartmentRow) => boolean
}

const unreadable = (field: string, rate: number, more: Partial<Defect> = {}): Defect => ({ field, state: 'unreadable', rate, ...more })
const empty = (field: string, rate: number, more: Partial<Defect> = {}): Defect => ({ field, state: 'empty', rate, ...more })
const month = (field: string, rate: number, more: Partial<Defect> = {}): Defect => ({ field, state: 'month', rate, ...more })
const isOpen = ({ cells }: DepartmentRow): boolean => cells.ended_on === 'empty'
const isClosed = ({ cells }: DepartmentRow): boolean => cells.ended_on !== 'empty'
const isBill = ({ cells }: DepartmentRow): boolean => Number(cells.self_paid) > 0

const defects: Record<DatasetName, readonly Defect[]> = {
  medical_settlements: [
    unreadable('self_paid', 0.0005, { when: isBill }),
    empty('self_paid', 0.0003, { when: isBill }),
    unreadable('settled_on', 0.0005, { when: isBill }),
    unreadable('total', 0.001),
    { field: 'total', state: 'uncached', rate: 0.001 },
  ],
  medical_insurance: [unreadable('status', 0.0006), empty('status', 0.0003), unreadable('year', 0.0003)],
  serious_illness: [unreadable('diagnosed_on', 0.02), empty('diagnosed_on', 0.01), month('diagnosed_on', 0.03)],
  relief: [unreadable('category', 0.004), unreadable('started_on', 0.005), unreadable('amount', 0.006), month('started_on', 0.02)],
  disability_cards: [unreadable('grade', 0.006), unreadable('issued_on', 0.006), month('issued_on', 0.02)],
  school_roll: [unreadable('status', 0.001), unreadable('yearly_cost', 0.001), empty('yearly_cost', 0.001), unreadable('stage', 0.0008)],
  housing: [
    unreadable('grade', 0.002),
    unreadable('assessed_on', 0.002, { when: ({ cells }) => cells.grade === 'A' || cells.grade === 'B' }),
  ],
  drinking_water: [unreadable('status', 0.001), unreadable('dry_days', 0.001), empty('dry_days', 0.001)],
  employment: [
    unreadable('started_on', 0.001, { when: isOpen }),
    unreadable('ended_on', 0.001, { when: isClosed }),
    unreadable('monthly_wage', 0.002),
    month('started_on', 0.01),
    month('ended_on', 0.05, { when: isClosed }),
  ],
  vehicles: [unreadable('registered_on', 0.002), unreadable('value', 0.002)],
  deaths: [unreadable('died_on', 0.01), month('died_on', 0.02)],
  accidents: [unreadable('harm', 0.01), unreadable('happened_on', 0.01)],
  companies: [unreadable('capital', 0.01)],
  urban_property: [unreadable('registered_on', 0.01), unreadable('area', 0.01)],
  public_payroll: [unreadable('since', 0.01), month('since', 0.2)],
  disasters: [unreadable('loss', 0.02), empty('loss', 0.01), unreadable('happened_on', 0.01), unreadable('house', 0.01)],
  micro_loans: [unreadable('overdue', 0.004), unreadable('due_on', 0.006), unreadable('amount', 0.004)],
  appeals: [unreadable('received_on', 0.02)],
}

/** Cells that facts read; a row none of whose fact cells says anything is rejected. */
const factFields: Partial<Record<DatasetName, readonly string[]>> = {
  medical_settlements: ['settled_on', 'self_paid'],
  medical_insurance: ['year', 'status'],
  serious_illness: ['diagnosed_on'],
  relief: ['category', 'started_on', 'ended_on'],
  disability_cards: ['grade', 'issued_on'],
  school_roll: ['stage', 'status', 'yearly_cost'],
  housing: ['grade', 'assessed_on', 'remedy'],
  drinking_water: ['status', 'dry_days'],
  employment: ['started_on', 'ended_on'],
  deaths: ['died_on'],
  accidents: ['happened_on', 'harm'],
  disasters: ['happened_on', 'loss', 'house'],
  micro_loans: ['lent_on', 'overdue'],
  appeals: ['received_on'],
}
const saysNothing = ({ dataset, cells }: DepartmentRow): boolean =>
  factFields[dataset]?.every((field) => ['empty', 'unreadable', undefined].includes(cells[field] as string | undefined)) ?? true

/** The name of each defect in the truth's list of mess. */
const kinds = new Map(
  Object.entries(defects).flatMap(([dataset, list]) =>
    list.map((defect) => [defect, `cell_${defect.state}:${dataset}.${defect.field}`] as const),
  ),
)

export interface PlantedCell {
  field: string
  state: Defect['state']
  isRejected: boolean
}

/** Spoils at most one cell of a row; `isWanted` decides, by kind and rate, whether a defect is planted here. */
export const spoilCell = (
  row: DepartmentRow,
  columns: ReadonlySet<string>,
  isWorkbook: boolean,
  isWanted: (kind: string, rate: number) => boolean,
): PlantedCell | null => {
  for (const defect of defects[row.dataset]) {
    const cell = row.cells[defect.field]
    if (defect.state === 'uncached' && !isWorkbook) continue
    if (!columns.has(defect.field) || cell === undefined || cell === 'empty' || !(defect.when?.(row) ?? true)) continue
    if (!isWanted(kinds.get(defect) as string, defect.rate)) continue
    if (defect.state === 'month') row.cells[defect.field] = String(cell).slice(0, 7)
    else row.cells[defect.field] = defect.state
    return { field: defect.field, state: defect.state, isRejected: saysNothing(row) }
  }
  return null
}
