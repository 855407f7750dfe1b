/** The accounts of the area and what can be done with each. */
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark } from '../../parts/words.tsx'
import { HandOver } from './hand-over.tsx'
import { InitialPassword, type ShownPassword } from './initial-password.tsx'
import { ChangeOfficer } from './officer-form.tsx'
import { useRoles } from './roles.tsx'

export type Officer = Item<'/api/v1/officers'>

const columns: OfficeColumn<Officer>[] = [
  { key: 'name', title: '姓名', width: 120, sorts: upFirst('name'), phone: 'heading', show: ({ name }) => name },
  { key: 'username', title: '用户名', width: 130, sorts: upFirst('username'), show: ({ username }) => username ?? dash },
  { key: 'roleLabel', title: '角色', width: 140, sorts: upFirst('role'), show: ({ roleLabel }) => roleLabel },
  { key: 'officeName', title: '机构', width: 180, sorts: upFirst('office'), show: ({ officeName }) => officeName },
  {
    key: 'divisionName',
    title: '管辖',
    width: 130,
    sorts: upFirst('division'),
    phone: 'none',
    show: ({ divisionName, divisionCode }) => divisionName ?? divisionCode,
  },
  {
    key: 'validFrom',
    title: '有效期',
    width: 200,
    sorts: upFirst('until'),
    show: ({ validFrom, validUntil }) => `${validFrom} 至 ${validUntil ?? '长期'}`,
  },
  {
    key: 'isDisabled',
    title: '状态',
    width: 80,
    show: ({ isDisabled }) => (isDisabled ? <Mark tone="red">停用</Mark> : <Mark tone="green">在用</Mark>),
  },
]

type Doing = 'change' | 'hand_over'

/** What is asked before the password is reset or the account is shut or opened again. */
function questionAbout({ name, isDisabled }: Officer, isReset: boolean) {
  if (isReset)
    return { title: `重置${name}的密码？`, content: '原密码和动态验证码失效，账号解除锁定，新的初始密码只显示一次。', okText: '重置' }
  if (isDisabled) return { title: `恢复${name}的账号？`, content: '恢复后可以用原密码登录。', okText: '恢复' }
  return { title: `停用${name}的账号？`, content: '停用后立即下线，不能再登录；办过的事仍有记录。', okText: '停用' }
}

/** What can be done with one account; the column of the table that offers it. */
function useActs(choose: (officer: Officer, doing: Doing) => void, show: (shown: ShownPassword) => void): OfficeColumn<Officer> {
  const { modal } = App.useApp()
  const reset = useAct(
    (id: number) => ok(api.POST('/api/v1/officers/{id}/reset-password', { params: { path: { id } }, body: { dropSecondFactor: true } })),
    undefined,
    ({ officer, initialPassword }) => show({ name: officer.name, username: officer.username, password: initialPassword }),
  )
  const disable = useAct(
    ({ id, version, isDisabled }: Officer) =>
      ok(api.PATCH('/api/v1/officers/{id}', { params: { path: { id } }, body: { version, isDisabled: !isDisabled } })),
    ({ isDisabled }) => (isDisabled ? '已停用，其登录已全部下线' : '已恢复'),
  )
  const act = (officer: Officer, key: string) => {
    if (key === 'change' || key === 'hand_over') return choose(officer, key)
    const isReset = key === 'reset'
    modal.confirm({
      ...questionAbout(officer, isReset),
      cancelText: '取消',
      onOk: () => (isReset ? reset.mutateAsync(officer.id) : disable.mutateAsync(officer)).catch(() => undefined),
    })
  }
  return {
    key: 'act',
    title: '操作',
    width: 70,
    show: (officer) => (
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'change', label: '修改' },
            { key: 'hand_over', label: '移交' },
            { key: 'reset', label: '重置密码' },
            { key: 'disable', label: officer.isDisabled ? '恢复' : '停用', danger: !officer.isDisabled },
          ],
          onClick: ({ key }) => act(officer, key),
        }}
      >
        <Button type="link" size="small" aria-label={`对${officer.name}的账号操作`}>
          操作
        </Button>
      </Dropdown>
    ),
  }
}

function useFilters(): OfficeFilter[] {
  const roles = useRoles()
  return [
    { kind: 'text', key: 'find', label: '姓名或用户名' },
    { kind: 'division', key: 'under', label: '乡镇或村' },
    { kind: 'choice', key: 'role', label: '角色', width: 160, choices: roles.map(({ id, label }) => ({ value: id, label })) },
    {
      kind: 'choice',
      key: 'state',
      label: '在用',
      width: 110,
      choices: [
        { value: 'working', label: '在用' },
        { value: 'ended', label: '到期或停用' },
        { value: 'all', label: '全部' },
      ],
    },
  ]
}

export function OfficerList() {
  const filters = useFilters()
  const [chosen, setChosen] = useState<{ officer: Officer; doing: Doing } | undefined>()
  const [shown, setShown] = useState<ShownPassword | undefined>()
  const close = () => setChosen(undefined)
  const actions = useActs((officer, doing) => setChosen({ officer, doing }), setShown)
  return (
    <>
      <OfficeTable<Officer>
        name="用户名单"
        path="/officers"
        columns={[...columns, actions]}
        filters={filters}
        defaultSort="division"
        canExport="always"
        rowKey={({ id }) => String(id)}
        empty="还没有用户，点右上角“开通账号”，或下载模板批量开通。"
      />
      <ChangeOfficer officer={chosen?.doing === 'change' ? chosen.officer : undefined} close={close} />
      <HandOver officer={chosen?.doing === 'hand_over' ? chosen.officer : undefined} close={close} opened={setShown} />
      <InitialPassword shown={shown} close={() => setShown(undefined)} />
    </>
  )
}
