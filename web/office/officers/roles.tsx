/** What each role may do. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, ok } from '../../api/client.ts'
import { type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { Mark } from '../../parts/words.tsx'

type Role = Answer<'/api/v1/roles'>['items'][number]

const levels: Record<string, string> = { province: '省', prefecture: '市（州）', county: '县', township: '乡镇', village: '村' }

export function useRoles(): Role[] {
  const asked = useQuery({ queryKey: ['roles'], queryFn: () => ok(api.GET('/api/v1/roles')), staleTime: 600_000 })
  return asked.data?.items ?? []
}

const columns: WholeColumn<Role>[] = [
  {
    key: 'label',
    title: '角色',
    width: 170,
    phone: 'heading',
    value: ({ label }) => label,
    show: ({ label, mayAppoint }) => (
      <>
        {label} {mayAppoint ? <Mark tone="blue">您可开通</Mark> : null}
      </>
    ),
  },
  {
    key: 'levels',
    title: '设在',
    width: 140,
    value: ({ levels: at, office }) =>
      `${at.map((level) => levels[level] ?? level).join('、')}${office === 'department' ? '（部门）' : ''}`,
  },
  {
    key: 'permissions',
    title: '权限',
    width: 560,
    value: ({ permissions }) => permissions.map(({ label }) => label).join('、'),
    show: ({ permissions }) => (
      <span className="marks">
        {permissions.map(({ id, label }) => (
          <Mark key={id}>{label}</Mark>
        ))}
      </span>
    ),
  },
]

export function Roles() {
  return (
    <WholeTable<Role> name="角色与权限" rows={useRoles()} columns={columns} rowKey={({ id }) => id} find="角色或权限" empty="没有角色。" />
  )
}
