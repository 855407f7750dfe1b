/** Who is logged in where. */
import { Button, Popconfirm } from 'antd'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark, Moment } from '../../parts/words.tsx'
import { programOf } from '../account/program.ts'

type Session = Item<'/api/v1/sessions'>

const filters: OfficeFilter[] = [{ kind: 'text', key: 'name', label: '用户姓名' }]

export function Sessions() {
  const revoke = useAct((id: number) => ok(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })), '已下线')
  const columns: OfficeColumn<Session>[] = [
    { key: 'officerName', title: '用户', width: 110, phone: 'heading', sorts: upFirst('officer'), show: ({ officerName }) => officerName },
    { key: 'address', title: '来自', width: 140, sorts: upFirst('address'), show: ({ address }) => address },
    { key: 'userAgent', title: '程序', width: 150, show: ({ userAgent }) => <span title={userAgent}>{programOf(userAgent)}</span> },
    { key: 'openedAt', title: '登录时间', width: 140, sorts: downFirst('newest'), show: ({ openedAt }) => <Moment at={openedAt} /> },
    { key: 'lastSeenAt', title: '最近使用', width: 140, sorts: downFirst('seen'), show: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
    {
      key: 'act',
      title: '操作',
      width: 90,
      show: ({ id, isCurrent, officerName }) =>
        isCurrent ? (
          <Mark tone="green">本机</Mark>
        ) : (
          <Popconfirm title={`让${officerName}的这次登录下线？`} okText="下线" cancelText="取消" onConfirm={() => revoke.mutate(id)}>
            <Button type="link" size="small">
              下线
            </Button>
          </Popconfirm>
        ),
    },
  ]
  return (
    <OfficeTable<Session>
      name="在线会话"
      path="/sessions"
      columns={columns}
      rowKey={({ id }) => String(id)}
      empty="没有人登录。"
      filters={filters}
      defaultSort="newest"
      canExport="always"
    />
  )
}
