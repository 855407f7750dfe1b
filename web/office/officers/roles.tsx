/** What each role may do. */
import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { Mark } from '../../parts/words.tsx'

type Role = Answer<'/api/v1/roles'>['items'][number]

const levels: Record<string, string> = { province: '省', prefecture: '市（州）', county: '县', township: '乡镇', village: '村' }

export function useRoles(): Role[] {
  const asked = useQuery({ queryKey: ['roles'], queryFn: () => ok(api.GET('/api/v1/roles')), staleTime: 600_000 })
  return asked.data?.items ?? []
}

export function Roles() {
  const roles = useRoles()
  return (
    <div className="office-table">
      <Table<Role>
        size="small"
        pagination={false}
        rowKey="id"
        scroll={{ x: 760 }}
        dataSource={roles}
        columns={[
          {
            title: '角色',
            width: 180,
            render: (_, { label, mayAppoint }) => (
              <>
                {label} {mayAppoint ? <Mark tone="blue">您可开通</Mark> : null}
              </>
            ),
          },
          {
            title: '设在',
            width: 150,
            render: (_, { levels: at, office }) =>
              `${at.map((level) => levels[level] ?? level).join('、')}${office === 'department' ? '（部门）' : ''}`,
          },
          {
            title: '权限',
            render: (_, { permissions }) => (
              <span className="marks">
                {permissions.map(({ id, label }) => (
                  <Mark key={id}>{label}</Mark>
                ))}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
