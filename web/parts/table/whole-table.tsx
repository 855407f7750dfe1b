/** A table whose rows the page holds altogether: searched, filtered and sorted in the browser, the view kept in the address, exported as shown. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useAddress } from '../address-state.ts'
import { useNarrow } from '../narrow.ts'
import { Nothing } from '../notices.tsx'
import { saveText } from '../save-text.ts'
import type { OfficeColumn, OfficeFilter } from './definition.ts'
import { FilterBar } from './filter-bar.tsx'
import { Cards, Rows } from './rows.tsx'

type Plain = string | number | null | undefined

export interface WholeColumn<Row> extends Omit<OfficeColumn<Row>, 'sorts' | 'show'> {
  /** By this it is sorted, searched and written into the exported file; without it the column is only shown. */
  value?: (row: Row) => Plain
  /** Drawn instead of the plain value. */
  show?: (row: Row) => ReactNode
}

export interface WholeChoice<Row> {
  key: string
  label: string
  width?: number
  choices: readonly { value: string; label: string; holds: (row: Row) => boolean }[]
}

interface WholeTableProps<Row> {
  /** Names the table for screen readers and the exported file. */
  name: string
  rows: readonly Row[]
  columns: readonly WholeColumn<Row>[]
  rowKey: (row: Row) => string
  /** Goes before this table's words of the address, where a page holds several. */
  prefix?: string
  /** What the search box says; without it there is none. */
  find?: string
  choices?: readonly WholeChoice<Row>[]
  expand?: (row: Row) => ReactNode
  empty: ReactNode
  /** Rows that name persons are exported by the server alone, which keeps a record. */
  canExport?: boolean
  extra?: ReactNode
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Empty values stand last, whichever way the column is sorted. */
function compare(one: Plain, other: Plain, isDown: boolean): number {
  const [isEmpty, isOtherEmpty] = [one === null || one === undefined || one === '', other === null || other === undefined || other === '']
  if (isEmpty || isOtherEmpty) return Number(isEmpty) - Number(isOtherEmpty)
  const order = typeof one === 'number' && typeof other === 'number' ? one - other : collator.compare(String(one), String(other))
  return isDown ? -order : order
}

const cell = (value: Plain) => `"${String(value ?? '').replaceAll('"', '""')}"`

/** A leading sign of a formula would be obeyed by a spreadsheet program. */
const harmless = (value: Plain): Plain => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value)

/** The rows that stay, in the order asked for. */
function arranged<Row>(props: WholeTableProps<Row>, state: Record<string, string | undefined>): Row[] {
  const { rows, columns, choices = [], prefix = '' } = props
  const words = (state[`${prefix}find`] ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const held = choices.flatMap(({ key, choices: offered }) => offered.filter(({ value }) => value === state[prefix + key]))
  const kept = rows.filter((row) => {
    const text = columns
      .map(({ value }) => value?.(row) ?? '')
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word)) && held.every(({ holds }) => holds(row))
  })
  const sort = state[`${prefix}sort`]
  const column = columns.find(({ key }) => key === sort?.replace(/^-/, ''))
  if (!sort || !column?.value) return kept
  const { value } = column
  return kept.sort((one, other) => compare(value(one), value(other), sort.startsWith('-')))
}

export function WholeTable<Row extends object>(props: WholeTableProps<Row>) {
  const { name, columns, rowKey, prefix = '', find, choices = [], expand, empty, canExport = true, extra } = props
  const [state, setState] = useAddress()
  const isNarrow = useNarrow()
  const shown = arranged(props, state)
  const filters: OfficeFilter[] = [
    ...(find ? [{ kind: 'text' as const, key: `${prefix}find`, label: find, width: 220, isLive: true }] : []),
    ...choices.map(({ key, ...choice }) => ({ kind: 'choice' as const, key: prefix + key, ...choice })),
  ]
  const drawn: OfficeColumn<Row>[] = columns.map(({ value, show, ...column }) => ({
    ...column,
    ...(value ? { sorts: { ascend: column.key, descend: `-${column.key}` } } : {}),
    show: show ?? ((row) => value?.(row)),
  }))
  const reset = () => setState(Object.fromEntries(filters.map(({ key }) => [key, undefined])), true)
  const save = () => {
    const written = columns.filter(({ value }) => value)
    const lines = [written.map(({ title }) => title), ...shown.map((row) => written.map(({ value }) => harmless(value?.(row))))]
    saveText(`${name}.csv`, lines.map((line) => line.map(cell).join(',')).join('\r\n'))
  }
  const isFiltered = filters.some(({ key }) => state[key] !== undefined)
  const nothing = isFiltered ? (
    <Nothing action={<Button onClick={reset}>清除条件</Button>}>没有符合条件的记录</Nothing>
  ) : (
    <Nothing>{empty}</Nothing>
  )
  const order = { sort: state[`${prefix}sort`], sortBy: (sort: string | undefined) => setState({ [`${prefix}sort`]: sort }, true) }
  const rows = { name, columns: drawn, rows: shown, rowKey, nothing, ...(expand ? { expand } : {}) }
  return (
    <div className="office-table">
      <div className="table-bar">
        <FilterBar
          filters={filters}
          columns={drawn}
          {...order}
          state={state}
          change={(key, value) => setState({ [key]: value }, true)}
          reset={reset}
        />
        <div className="table-extra">
          {extra}
          {canExport ? (
            <Button icon={<DownloadOutlined />} onClick={save} title="按当前条件导出全部结果">
              导出
            </Button>
          ) : null}
        </div>
      </div>
      {isNarrow ? <Cards {...rows} /> : <Rows {...rows} {...order} isBusy={false} />}
    </div>
  )
}
