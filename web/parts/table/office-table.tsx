/** The table every list page uses: filters, order and place in the address, one page at a time, exported exactly as shown. */
import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ask } from '../../api/asking.ts'
import { download } from '../../api/download.ts'
import { problemFrom, sentenceOf } from '../../api/problem.ts'
import { useMay } from '../../office/frame/session.ts'
import { type AddressState, useAddress, writeAddress } from '../address-state.ts'
import { useNarrow } from '../narrow.ts'
import { Failure, Nothing } from '../notices.tsx'
import type { ListAnswer, OfficeColumn, OfficeFilter } from './definition.ts'
import { FilterBar } from './filter-bar.tsx'
import { PageTurner } from './page-turner.tsx'
import { Cards, Rows } from './rows.tsx'

interface OfficeTableProps<Row> {
  /** Names the table for screen readers and the exported file. */
  name: string
  /** Below `/api/v1`. */
  path: string
  columns: readonly OfficeColumn<Row>[]
  filters?: readonly OfficeFilter[]
  /** Always asked for, not in the address. */
  fixed?: Record<string, string | undefined>
  rowKey: (row: Row) => string
  open?: (row: Row) => void
  empty: ReactNode
  defaultSort?: string
  /** `always`: the page itself is only open to those who may take its rows away. */
  canExport?: boolean | 'always'
  selection?: { keys: string[]; change: (keys: string[]) => void }
  /** Buttons beside the filters. */
  extra?: ReactNode
  /** Rows are read again every so many milliseconds while something moves. */
  refresh?: number
}

async function readList<Row>(address: string, signal: AbortSignal): Promise<ListAnswer<Row>> {
  const response = await ask(new Request(new URL(address, location.origin), { signal }))
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemFrom(response.status, body)
  return body as ListAnswer<Row>
}

/** The part of the address that is this table's question. */
function questionOf<Row>(
  { filters = [], fixed = {}, defaultSort }: OfficeTableProps<Row>,
  state: AddressState,
): Record<string, string | undefined> {
  const asked = Object.fromEntries(filters.map(({ key }) => [key, state[key]]))
  return { ...asked, ...fixed, sort: state.sort ?? defaultSort }
}

function ExportButton({ address, name }: { address: string; name: string }) {
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await download(address, `${name}.xlsx`)
    } catch (error) {
      void message.error(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<DownloadOutlined />} loading={isBusy} onClick={() => void save()} title="按当前条件导出全部结果，带水印并留痕">
      导出
    </Button>
  )
}

export function OfficeTable<Row extends object>(props: OfficeTableProps<Row>) {
  const { name, path, columns, filters = [], empty, canExport = true } = props
  const [state, setState] = useAddress()
  const may = useMay()
  const isNarrow = useNarrow()
  const question = questionOf(props, state)
  const limit = state.limit ?? '50'
  const address = `/api/v1${path}${writeAddress({ ...question, limit, after: state.after })}`
  const asked = useQuery({
    queryKey: ['list', address],
    queryFn: ({ signal }) => readList<Row>(address, signal),
    placeholderData: keepPreviousData,
    ...(props.refresh === undefined ? {} : { refetchInterval: props.refresh }),
  })
  const reset = () => setState({ ...Object.fromEntries(filters.map(({ key }) => [key, undefined])), after: undefined })
  const isFiltered = filters.some(({ key }) => state[key] !== undefined)
  const nothing = isFiltered ? (
    <Nothing action={<Button onClick={reset}>清除条件</Button>}>没有符合条件的记录</Nothing>
  ) : (
    <Nothing>{empty}</Nothing>
  )
  const sortBy = (sort: string | undefined) => setState({ sort, after: undefined })
  return (
    <div className="office-table">
      <div className="table-bar">
        <FilterBar
          filters={filters}
          columns={columns}
          sort={question.sort}
          sortBy={sortBy}
          state={state}
          change={(key, value) => setState({ [key]: value, after: undefined })}
          reset={reset}
        />
        <div className="table-extra">
          {props.extra}
          {canExport === 'always' || (canExport && may('export.table')) ? (
            <ExportButton address={`/api/v1${path}${writeAddress({ ...question, format: 'xlsx' })}`} name={name} />
          ) : null}
        </div>
      </div>
      {asked.error && !asked.data ? (
        <Failure error={asked.error} retry={() => void asked.refetch()} />
      ) : isNarrow ? (
        <Cards {...props} columns={columns} rows={asked.data?.items} nothing={nothing} />
      ) : (
        <Rows
          {...props}
          columns={columns}
          rows={asked.data?.items}
          isBusy={asked.isFetching}
          nothing={nothing}
          sort={question.sort}
          sortBy={sortBy}
        />
      )}
      <PageTurner
        question={JSON.stringify(question)}
        after={state.after}
        next={asked.data?.next ?? null}
        count={asked.data?.items.length ?? 0}
        {...(asked.data?.total === undefined ? {} : { total: asked.data.total })}
        limit={limit}
        go={(after) => setState({ after })}
        setLimit={(size) => setState({ limit: size === '50' ? undefined : size, after: undefined })}
      />
    </div>
  )
}
