/** What departments handed in about this household, row by row: where it stands, how it was found to be theirs, what it says. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAddress, writeAddress } from '../../parts/address-state.ts'
import { Answered } from '../../parts/notices.tsx'
import { type WholeChoice, type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { count, dash, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { HouseholdFile } from './page.tsx'

type Row = Answer<'/api/v1/register/households/{id}/department-rows'>['items'][number]

/** The file's own page for those who may open it. */
function Source({ row }: { row: Row }) {
  const may = useMay()
  const words = `${row.file}${row.sheet ? `（${row.sheet}）` : ''} 第 ${row.row} 行`
  if (row.fileId === null || !may('file.read')) return <>{words}</>
  return (
    <Link to="/files/$id" params={{ id: String(row.fileId) }}>
      {words}
    </Link>
  )
}

function CellsOf({ row }: { row: Row }) {
  return (
    <span className="source-cells">
      {row.isRejected ? <Mark tone="red">没有采用</Mark> : null}
      {row.cells.map(({ label, value }) => (
        <span key={label}>
          <span className="faint">{label}</span> {value}
        </span>
      ))}
    </span>
  )
}

const columns: WholeColumn<Row>[] = [
  { key: 'dataset', title: '数据表', width: 130, phone: 'heading', value: ({ datasetLabel }) => datasetLabel },
  { key: 'month', title: '月份', width: 84, value: ({ month }) => month, show: ({ month }) => month ?? dash },
  { key: 'member', title: '成员', width: 84, value: ({ member }) => member ?? '整户' },
  {
    key: 'cells',
    title: '内容',
    width: 380,
    value: ({ cells }) => cells.map(({ label, value }) => `${label} ${value}`).join('，'),
    show: (row) => <CellsOf row={row} />,
  },
  { key: 'reason', title: '怎样认定', width: 170, value: ({ reason }) => reason },
  { key: 'source', title: '出处', width: 200, value: ({ file, row }) => `${file} ${row}`, show: (row) => <Source row={row} /> },
]

function choicesOf(items: readonly Row[]): WholeChoice<Row>[] {
  const labels = new Map(items.map(({ dataset, datasetLabel }) => [dataset, datasetLabel]))
  return [
    {
      key: 'dataset',
      label: '数据表',
      width: 170,
      choices: [...labels].map(([value, label]) => ({ value, label, holds: ({ dataset }: Row) => dataset === value })),
    },
  ]
}

export function DepartmentRows({ file }: { file: HouseholdFile }) {
  const may = useMay()
  const { message } = App.useApp()
  const asked = useQuery({
    queryKey: ['department-rows', file.id],
    queryFn: () => ok(api.GET('/api/v1/register/households/{id}/department-rows', { params: { path: { id: file.id }, query: {} } })),
    staleTime: 300_000,
  })
  const [{ dataset, find, sort }] = useAddress()
  const address = `/api/v1/register/households/${file.id}/department-rows${writeAddress({ dataset, find, sort, format: 'xlsx' })}`
  const save = () => void download(address, `${file.headName}家的部门数据.xlsx`).catch((error: unknown) => message.error(sentenceOf(error)))
  return (
    <Answered asked={asked} rows={8}>
      {({ items, asOf, more }) => (
        <>
          <WholeTable<Row>
            name="部门数据"
            rows={items}
            columns={columns}
            rowKey={({ file: name, sheet, row, member }) => `${name} ${sheet} ${row} ${member ?? ''}`}
            find="内容、成员"
            choices={choicesOf(items)}
            empty={asOf === null ? '还没有筛查过，筛查后显示部门数据里关于这一户的内容。' : '部门数据里没有关于这一户的内容。'}
            canExport={false}
            extra={
              may('export.table') && items.length > 0 ? (
                <Button icon={<DownloadOutlined />} onClick={save} title="按当前条件导出全部结果，带水印并留痕">
                  导出
                </Button>
              ) : null
            }
          />
          <p className="faint">
            {[asOf ? `按 ${asOf} 的筛查认定` : '', more > 0 ? `另有 ${count(more)} 行没有列出` : ''].filter(Boolean).join('，')}
          </p>
        </>
      )}
    </Answered>
  )
}
