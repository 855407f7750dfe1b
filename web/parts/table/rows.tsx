/** The rows of a list: a table on a desk, cards on a phone. */
import { Skeleton, Table } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { OfficeColumn } from './definition.ts'

interface RowsProps<Row> {
  name: string
  columns: readonly OfficeColumn<Row>[]
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  open?: (row: Row) => void
  nothing: ReactNode
}

interface TableRowsProps<Row> extends RowsProps<Row> {
  isBusy: boolean
  sort: string | undefined
  sortBy: (sort: string | undefined) => void
  selection?: { keys: string[]; change: (keys: string[]) => void }
}

/** What scrolls sideways can be reached and scrolled by keyboard, also where no row can be opened. */
function useScrollByKeyboard() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const part of place.current?.querySelectorAll('.ant-table-body, .ant-table-content') ?? []) part.setAttribute('tabindex', '0')
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

export function Rows<Row extends object>({
  name,
  columns,
  rows,
  rowKey,
  open,
  nothing,
  isBusy,
  sort,
  sortBy,
  selection,
}: TableRowsProps<Row>) {
  const place = useScrollByKeyboard()
  const sortedKey = sort?.replace(/^-/, '')
  const width = columns.reduce((sum, column) => sum + (column.width ?? 140), selection ? 40 : 0)
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
        {...(selection
          ? {
              rowSelection: {
                selectedRowKeys: selection.keys,
                onChange: (keys) => selection.change(keys.map(String)),
                preserveSelectedRowKeys: true,
              },
            }
          : {})}
        columns={columns.map((column) => ({
          key: column.key,
          title: column.title,
          ...(column.width === undefined ? {} : { width: column.width }),
          ...(column.align === undefined ? {} : { align: column.align }),
          ...(column.isSortable
            ? {
                sorter: true,
                sortOrder: sortedKey === column.key ? (sort?.startsWith('-') ? ('descend' as const) : ('ascend' as const)) : null,
              }
            : {}),
          render: (_: unknown, row: Row) => column.show(row),
        }))}
        onChange={(_, __, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const key = one?.order ? String(one.columnKey) : undefined
          sortBy(key && (one?.order === 'descend' ? `-${key}` : key))
        }}
        onRow={(row) =>
          open
            ? {
                tabIndex: 0,
                className: 'opens',
                onClick: ({ target }) => isForRow(target) && open(row),
                onKeyDown: (event) => rowKeys(event, () => open(row)),
              }
            : {}
        }
      />
    </div>
  )
}

export function Cards<Row extends object>({ name, columns, rows, rowKey, open, nothing }: RowsProps<Row>) {
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
              <div key={column.key}>
                <dt>{column.title || '操作'}</dt>
                <dd>{column.show(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
