/** The files handed in, newest first. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api, type Item, ok } from '../../api/client.ts'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count, dash, Mark, Moment } from '../../parts/words.tsx'

type Row = Item<'/api/v1/files'>

const tones = { waiting: 'blue', read: 'yellow', unreadable: 'red', accepted: 'green', replaced: undefined, withdrawn: undefined } as const
const states = [
  ['waiting', '正在读取'],
  ['read', '待接收'],
  ['unreadable', '无法读取'],
  ['accepted', '已接收'],
  ['replaced', '已被替换'],
  ['withdrawn', '已撤回'],
].map(([value, label]) => ({ value: value!, label: label! }))

const columns: OfficeColumn<Row>[] = [
  { key: 'name', title: '文件', width: 240, phone: 'heading', sorts: upFirst('name'), show: ({ name }) => name },
  {
    key: 'state',
    title: '状态',
    width: 84,
    sorts: upFirst('state'),
    show: ({ state, stateLabel }) => <Mark tone={tones[state]}>{stateLabel}</Mark>,
  },
  { key: 'month', title: '月份', width: 84, sorts: upFirst('month'), show: ({ month }) => month },
  { key: 'datasets', title: '认出的数据表', width: 130, show: ({ datasets }) => datasets.map(({ label }) => label).join('、') || dash },
  { key: 'department', title: '报送部门', width: 130, sorts: upFirst('department'), show: ({ department }) => department },
  { key: 'accepted', title: '可用行', width: 84, align: 'right', sorts: downFirst('accepted'), show: ({ accepted }) => count(accepted) },
  {
    key: 'rejected',
    title: '不能用',
    width: 84,
    align: 'right',
    sorts: downFirst('rejected'),
    show: ({ rejected }) => (rejected > 0 ? <Mark tone="red">{count(rejected)}</Mark> : '0'),
  },
  { key: 'issues', title: '问题', width: 70, align: 'right', sorts: downFirst('issues'), show: ({ issues }) => count(issues) },
  { key: 'handedInBy', title: '报送人', width: 110, phone: 'none', show: ({ handedInBy }) => handedInBy },
  {
    key: 'handedInAt',
    title: '报送时间',
    width: 150,
    sorts: downFirst('newest'),
    show: ({ handedInAt }) => <Moment at={handedInAt} />,
  },
]

export function FileList() {
  const navigate = useNavigate()
  const datasets = useQuery({ queryKey: ['datasets'], queryFn: () => ok(api.GET('/api/v1/datasets')), staleTime: 600_000 })
  const filters: OfficeFilter[] = [
    { kind: 'month', key: 'month', label: '月份' },
    {
      kind: 'choice',
      key: 'dataset',
      label: '数据表',
      width: 180,
      choices: (datasets.data?.items ?? []).map(({ name, label }) => ({ value: name, label })),
    },
    { kind: 'choice', key: 'state', label: '状态', choices: states },
    { kind: 'text', key: 'department', label: '报送部门', width: 130 },
    { kind: 'text', key: 'name', label: '文件名', width: 130 },
  ]
  return (
    <OfficeTable<Row>
      name="已报文件"
      path="/files"
      columns={columns}
      filters={filters}
      rowKey={({ id }) => String(id)}
      open={({ id }) => void navigate({ to: '/files/$id', params: { id: String(id) } })}
      empty="还没有报送过文件，点右上角“报送文件”开始。"
      defaultSort="newest"
      refresh={15_000}
    />
  )
}
