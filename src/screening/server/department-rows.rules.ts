/** A household's department rows as the page shows them: searched, filtered and in the order of one of its columns. */

export interface ShownRow {
  dataset: string
  datasetLabel: string
  month: string | null
  member: string | null
  cells: readonly { label: string; value: string }[]
  reason: string
  file: string
  row: number
}

/** What each column of the page says; by these words rows are searched and sorted there too. */
const columns: Readonly<Record<string, (row: ShownRow) => string>> = {
  dataset: ({ datasetLabel }) => datasetLabel,
  month: ({ month }) => month ?? '',
  member: ({ member }) => member ?? '整户',
  cells: ({ cells }) => cells.map(({ label, value }) => `${label} ${value}`).join('，'),
  reason: ({ reason }) => reason,
  source: ({ file, row }) => `${file} ${row}`,
}

export const rowColumns = Object.keys(columns) as [string, ...string[]]

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** The rows that stay; `sort` names a column, with a `-` in front downwards. Empty values stand last, whichever way. */
export function arranged<Row extends ShownRow>(
  rows: readonly Row[],
  { dataset, find = '', sort = '' }: { dataset?: string | undefined; find?: string | undefined; sort?: string | undefined },
): Row[] {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = (row: Row) =>
    Object.values(columns)
      .map((value) => value(row))
      .join(' ')
      .toLowerCase()
  const kept = rows.filter((row) => (dataset === undefined || row.dataset === dataset) && words.every((word) => textOf(row).includes(word)))
  const value = columns[sort.replace(/^-/, '')]
  if (value === undefined) return kept
  const way = sort.startsWith('-') ? -1 : 1
  return kept.sort((one, other) => {
    const [first, second] = [value(one), value(other)]
    if (first === '' || second === '') return Number(first === '') - Number(second === '')
    return way * collator.compare(first, second)
  })
}
