/** Which accepted sheets count: of each dataset, month and department the whole file accepted last and the parts accepted beside it since; of lists the last month only. */

export interface AcceptedSheetRow {
  file_id: number
  file_name: string
  month: string
  department: string
  accepted_at: Date
  /** A part beside the files accepted before it, not in their place. */
  counts_beside: boolean
  kept_file_id: number | null
  sheet_no: number
  name: string
  dataset: string
  rows_in: number
  chosen_columns: Record<string, string | null>
}

export interface InForceQuestion {
  asOf?: string
  /** How many months of events, the one of the day among them. */
  months?: number
  addsUp: ReadonlySet<string>
}

/** Answered in the order given. */
export function inForce(rows: readonly AcceptedSheetRow[], { asOf, months, addsUp }: InForceQuestion): AcceptedSheetRow[] {
  const newest = new Map<string, AcceptedSheetRow>()
  const lastMonth = new Map<string, string>()
  for (const row of rows) {
    const key = [row.dataset, row.month, row.department].join('|')
    const before = newest.get(key)
    if (!row.counts_beside && (before === undefined || isLater(row, before))) newest.set(key, row)
    const list = `${row.dataset}|${row.department}`
    if (row.month > (lastMonth.get(list) ?? '')) lastMonth.set(list, row.month)
  }
  const earliest = asOf === undefined || months === undefined ? '' : monthsBefore(asOf.slice(0, 7), months - 1)
  return rows.filter((row) => {
    const whole = newest.get([row.dataset, row.month, row.department].join('|'))
    if (whole !== undefined && whole.file_id !== row.file_id && !(row.counts_beside && isLater(row, whole))) return false
    if (asOf === undefined) return true
    return addsUp.has(row.dataset) ? row.month >= earliest : row.month === lastMonth.get(`${row.dataset}|${row.department}`)
  })
}

function isLater(one: AcceptedSheetRow, other: AcceptedSheetRow): boolean {
  const apart = one.accepted_at.getTime() - other.accepted_at.getTime()
  return apart > 0 || (apart === 0 && one.file_id > other.file_id)
}

function monthsBefore(month: string, count: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
