/** The register: one search box for name, pinyin, id, phone and number; filters; one line per household. */
import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { Page } from '../../parts/page.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count, dash, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Row = Item<'/api/v1/register/households'>

const columns: OfficeColumn<Row>[] = [
  {
    key: 'headName',
    title: '户主',
    width: 150,
    sorts: upFirst('head'),
    phone: 'heading',
    show: ({ id, headName, matches }) => (
      <>
        <Link to="/households/$id" params={{ id: String(id) }}>
          {headName || '（无户主）'}
        </Link>
        {matches?.some(({ name }) => name !== headName) ? (
          <div className="faint">
            {matches
              .filter(({ name }) => name !== headName)
              .map(({ name }) => name)
              .join('、')}
          </div>
        ) : null}
      </>
    ),
  },
  {
    key: 'place',
    title: '乡镇、村',
    width: 180,
    sorts: upFirst('place'),
    show: ({ township, village, groupName }) => `${township} ${village} ${groupName}`,
  },
  {
    key: 'number',
    title: '户编号',
    width: 150,
    sorts: upFirst('number'),
    show: ({ householdNumber }) => <span className="number">{householdNumber}</span>,
  },
  { key: 'members', title: '人口', width: 80, align: 'right', sorts: downFirst('members'), show: ({ memberCount }) => memberCount },
  { key: 'householdKind', title: '户类型', width: 100, show: ({ householdKind }) => householdKind ?? dash },
  { key: 'monitoredKind', title: '监测对象类别', width: 130, show: ({ monitoredKind }) => monitoredKind ?? dash },
  {
    key: 'isMonitored',
    title: '监测状态',
    width: 100,
    show: ({ isMonitored, monitoredKind }) =>
      isMonitored ? <Mark tone="red">监测中</Mark> : monitoredKind ? <Mark tone="green">已消除</Mark> : dash,
  },
]

function useFilters(): OfficeFilter[] {
  const fields = useQuery({ queryKey: ['register-fields'], queryFn: () => ok(api.GET('/api/v1/register/fields')), staleTime: 3_600_000 })
  const choices = (name: string) =>
    (fields.data?.items.find((field) => field.name === name)?.codes ?? []).map(({ code, label }) => ({ value: code, label }))
  return [
    { kind: 'division', key: 'division', label: '乡镇或村' },
    { kind: 'choice', key: 'kind', label: '户类型', choices: choices('household_kind') },
    { kind: 'choice', key: 'monitoredKind', label: '监测对象类别', width: 150, choices: choices('monitored_kind') },
    {
      kind: 'choice',
      key: 'monitored',
      label: '监测状态',
      width: 110,
      choices: [
        { value: 'true', label: '监测中' },
        { value: 'false', label: '不在监测' },
      ],
    },
  ]
}

function Search() {
  const [state, setState] = useAddress()
  const q = state.q ?? ''
  const [text, setText] = useState(q)
  useEffect(() => setText(q), [q])
  return (
    <Input.Search
      size="large"
      value={text}
      onChange={({ target }) => setText(target.value)}
      onSearch={(found) => setState({ q: found.trim() || undefined, after: undefined })}
      placeholder="姓名、拼音首字母、证件号码、电话、户编号或村名"
      aria-label="查找农户"
      prefix={<SearchOutlined />}
      enterButton="查找"
      allowClear
      maxLength={60}
      style={{ marginBottom: 12, maxWidth: 640 }}
      autoFocus
    />
  )
}

export default function Register() {
  const [state] = useAddress()
  const may = useMay()
  const navigate = useNavigate()
  const filters = useFilters()
  const total = useQuery({
    queryKey: ['register-summary', state.division],
    queryFn: () => ok(api.GET('/api/v1/register/summary', { params: { query: state.division ? { division: state.division } : {} } })),
  })
  const figures = total.data
  return (
    <Page
      title="农户档案"
      hint={
        figures
          ? `共 ${count(figures.households)} 户、${count(figures.persons)} 人，监测中 ${count(figures.monitored)} 户。`
          : '一户一档，变动留痕，可看任何一天的情况。'
      }
      actions={
        may('register.load') ? (
          <Link to="/files" search={{ handIn: '1' } as never}>
            <Button>导入全国系统数据</Button>
          </Link>
        ) : null
      }
    >
      <Search />
      <OfficeTable<Row>
        name="农户名单"
        path="/register/households"
        columns={columns}
        filters={filters}
        fixed={{ q: state.q }}
        rowKey={({ id }) => String(id)}
        open={({ id }) => void navigate({ to: '/households/$id', params: { id: String(id) } })}
        empty={
          state.q ? `没有找到“${state.q}”。可试姓名的拼音首字母，或完整的证件号码。` : <Beginning needsRun={false}>没有农户。</Beginning>
        }
      />
    </Page>
  )
}
