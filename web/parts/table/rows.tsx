/** The rows of a list: a table on a desk, cards on a phone. */
import { Skeleton, Table, type TableProps } from 'antd'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'
import type { OfficeColumn } from './definition.ts'

interface RowsProps<Row> {
  name: string
  columns: readonly OfficeColumn<Row>[]
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  open?: (row: Row) => void
  /** What a row holds folded in. */
  expand?: (row: Row) => ReactNode
  nothing: ReactNode
}

interface TableRowsProps<Row> extends RowsProps<Row> {
  isBusy: boolean
  sort: string | undefined
  /** The order of the list where none is asked for. */
  defaultSort?: string
  sortBy: (sort: string | undefined) => void
  selection?: { keys: string[]; change: (keys: string[]) => void }
}

/** What scrolls sideways can be reached by keyboard, also where no row can be opened; the hidden row that measures widths cannot. */
function useReachByKeyboard() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const part of place.current?.querySelectorAll('.ant-table-body, .ant-table-content') ?? []) part.setAttribute('tabindex', '0')
    for (const part of place.current?.querySelectorAll('.ant-table-measure-row input') ?? []) part.setAttribute('tabindex', '-1')
  })
  return place
}

/** Arrow keys walk the rows, Enter opens one. */
function rowKeys(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return
  const row = event.currentTarget
  if (event.key === 'Enter') open()
  else if (event.key === 'ArrowDown') (row.nextElementSibling as HTMLElement | null)?.focus()
  else if (event.key === 'ArrowUp') (row.previousElementSibling as HTMLElement | null)?.focus()
  else return
  event.preventDefault()
}

/** A click on a row opens it, unless it was meant for something inside, or text was being marked. */
function isForRow(target: EventTarget): boolean {
  return (
    !(target as HTMLElement).closest('a, button, input, label, .ant-table-selection-column') &&
    (window.getSelection()?.toString() ?? '') === ''
  )
}

/** The head of a column by which the list can be put in order, its own way first: the newest, the most. */
function sorterOf<Row>({ sorts }: OfficeColumn<Row>, sort: string | undefined, usual: string | undefined) {
  if (!sorts) return {}
  const ways = sorts.ascend?.startsWith('-') ? (['descend', 'ascend'] as const) : (['ascend', 'descend'] as const)
  const directions = ways.filter((direction) => sorts[direction])
  // In the list's usual order a third click would change nothing: there the first way comes once more.
  const isUsual = directions.some((direction) => sorts[direction] === usual)
  return {
    sorter: true,
    sortDirections: isUsual ? [...directions, ...directions.slice(0, 1)] : directions,
    sortOrder: directions.find((direction) => sorts[direction] === sort) ?? null,
  }
}

/** How a row is opened by mouse and keyboard. */
function opening<Row>(open: ((row: Row) => void) | undefined) {
  return (row: Row) =>
    open
      ? {
          tabIndex: 0,
          className: 'opens',
          onClick: ({ target }: MouseEvent) => isForRow(target) && open(row),
          onKeyDown: (event: KeyboardEvent<HTMLElement>) => rowKeys(event, () => open(row)),
        }
      : {}
}

/** The boxes in front of the rows, where several can be chosen. */
function choosing<Row extends object>(selection: TableRowsProps<Row>['selection']): Pick<TableProps<Row>, 'rowSelection'> {
  if (!selection) return {}
  return {
    rowSelection: {
      selectedRowKeys: selection.keys,
      onChange: (keys) => selection.change(keys.map(String)),
      preserveSelectedRowKeys: true,
    },
  }
}

export function Rows<Row extends object>(props: TableRowsProps<Row>) {
  const { name, columns, rows, rowKey, open, expand, nothing, isBusy, sort, defaultSort, sortBy, selection } = props
  const place = useReachByKeyboard()
  const width = columns.reduce((sum, column) => sum + (column.width ?? 140), selection || expand ? 40 : 0)
  return (
    <div ref={place}>
      <Table<Row>
        aria-label={name}
        size="small"
        rowKey={rowKey}
        {...(rows ? { dataSource: rows } : {})}
        loading={{ spinning: isBusy && rows !== undefined, delay: 250 }}
        pagination={false}
        // The measuring row of a sticky head repeats the checkbox of “choose all” where nobody sees it.
        sticky={!selection}
        scroll={{ x: width }}
        locale={{ emptyText: rows ? nothing : <Skeleton active title={false} paragraph={{ rows: 6 }} /> }}
        showSorterTooltip={false}
        {...choosing(selection)}
        {...(expand
          ? { expandable: { expandedRowRender: expand, columnTitle: <span className="unseen">展开</span>, columnWidth: 40 } }
          : {})}
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          ...(column.width === undefined ? {} : { width: column.width }),
          ...(column.align === undefined ? {} : { align: column.align }),
          ...sorterOf(column, sort, defaultSort),
          render: (_: unknown, row: Row) => column.show(row),
        }))}
        onChange={(_, __, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const column = columns.find(({ key }) => key === one?.columnKey)
          sortBy(one?.order ? column?.sorts?.[one.order] : undefined)
        }}
        onRow={opening(open)}
      />
    </div>
  )
}

export function Cards<Row extends object>({ name, columns, rows, rowKey, open, expand, nothing }: RowsProps<Row>) {
  if (!rows) return <Skeleton active paragraph={{ rows: 8 }} />
  if (rows.length === 0) return <>{nothing}</>
  const heading = columns.find((column) => column.phone === 'heading') ?? columns[0]
  const lines = columns.filter((column) => column !== heading && column.phone !== 'none')
  return (
    <ul className="cards" aria-label={name}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={open ? 'card opens' : 'card'}>
          <div className="card-head">
            <strong>{heading?.show(row)}</strong>
            {open ? (
              <button type="button" className="card-open" onClick={() => open(row)}>
                打开
              </button>
            ) : null}
          </div>
          <dl>
            {lines.map((column) => (
              <CardLine key={column.key} label={column.title || '操作'}>
                {column.show(row)}
              </CardLine>
            ))}
          </dl>
          {expand ? (
            <details className="card-more">
              <summary>详细</summary>
              {expand(row)}
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** What is empty is left out. */
function CardLine({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
