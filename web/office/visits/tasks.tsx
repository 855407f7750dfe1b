/** Visit tasks: open ones by village, who goes, and what becomes of them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, DatePicker, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { useDelayed } from '../../parts/delayed.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Task = Item<'/api/v1/visits/tasks'>

export const purposeChoices = [
  { value: 'verification', label: '入户核实' },
  { value: 'follow_up', label: '帮扶回访' },
  { value: 'clearing_check', label: '风险消除核查' },
  { value: 'campaign_check', label: '集中排查' },
  { value: 'routine', label: '日常走访' },
]

const stateTone = { open: 'yellow', done: 'green', dropped: undefined } as const

const columns: OfficeColumn<Task>[] = [
  { key: 'place', title: '乡镇、村', width: 150, show: ({ township, village }) => `${township} ${village}` },
  {
    key: 'headName',
    title: '户主',
    width: 90,
    phone: 'heading',
    show: ({ headName, householdId }) => (
      <Link to="/households/$id" params={{ id: String(householdId) }} onClick={(event) => event.stopPropagation()}>
        {headName}
      </Link>
    ),
  },
  {
    key: 'label',
    title: '走访',
    width: 170,
    show: ({ label, mergedWith }) => (
      <>
        {label}
        {mergedWith.length > 0 ? <span className="faint">{`，合并${mergedWith.join('、')}`}</span> : null}
      </>
    ),
  },
  {
    key: 'dueOn',
    title: '期限',
    width: 120,
    show: ({ dueOn, isOverdue }) => (isOverdue ? <Mark tone="red">{`超期 ${dueOn}`}</Mark> : dueOn),
  },
  { key: 'officer', title: '走访人', width: 80, show: ({ officer }) => officer?.name ?? '本村干部' },
  {
    key: 'state',
    title: '状态',
    width: 130,
    show: ({ state, stateLabel, formId, endedReason }) => (
      <span className="marks">
        <Mark tone={stateTone[state]}>{stateLabel}</Mark>
        {formId ? (
          <Link to="/visits/$id" params={{ id: String(formId) }}>
            入户表
          </Link>
        ) : null}
        {endedReason ? <span className="faint">{endedReason}</span> : null}
      </span>
    ),
  },
]

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '地区', width: 180 },
  { kind: 'choice', key: 'purpose', label: '走访种类', choices: purposeChoices, width: 130 },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    width: 110,
    choices: [
      { value: 'open', label: '待走访' },
      { value: 'done', label: '已走访' },
      { value: 'dropped', label: '已取消' },
    ],
  },
  { kind: 'choice', key: 'overdue', label: '是否超期', width: 110, choices: [{ value: 'true', label: '只看超期' }] },
]

/** Villages with something open, the most overdue first; choosing one filters the list. */
function Villages() {
  const [address, change] = useAddress()
  const asked = useQuery({ queryKey: ['visit-villages'], queryFn: () => ok(api.GET('/api/v1/visits/villages')) })
  const items = [...(asked.data?.items ?? [])].sort((one, other) => other.overdue - one.overdue || other.open - one.open)
  if (items.length === 0) return null
  return (
    <div className="marks" style={{ marginBottom: 10 }}>
      {items.slice(0, 12).map(({ divisionCode, township, village, open, overdue, households }) => (
        <Button
          key={divisionCode}
          size="small"
          type={address.division === divisionCode ? 'primary' : 'default'}
          title={`${township} ${village}：${households} 户`}
          onClick={() => change({ division: address.division === divisionCode ? undefined : divisionCode, after: undefined })}
        >
          {`${village} ${open} 项${overdue > 0 ? `，超期 ${overdue}` : ''}`}
        </Button>
      ))}
    </div>
  )
}

/** Officers of the area who may visit, by a piece of their name. */
function useVisitors(find: string, isOpen: boolean) {
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ok(api.GET('/api/v1/roles')), staleTime: 600_000, enabled: isOpen })
  const officers = useQuery({
    queryKey: ['officers-by-name', find],
    queryFn: () => ok(api.GET('/api/v1/officers', { params: { query: { limit: 200, ...(find ? { find } : {}) } } })),
    enabled: isOpen,
  })
  const visiting = new Set(
    (roles.data?.items ?? []).filter(({ permissions }) => permissions.some(({ id }) => id === 'case.visit')).map(({ id }) => id),
  )
  return (officers.data?.items ?? []).filter(({ role, isDisabled }) => visiting.has(role) && !isDisabled)
}

function MoveModal({ tasks, close }: { tasks: readonly Task[]; close: () => void }) {
  const [officerId, setOfficerId] = useState<number>()
  const [dueOn, setDueOn] = useState<string>()
  const [text, setText] = useState('')
  const visitors = useVisitors(useDelayed(text.trim(), 250), tasks.length > 0)
  const move = useAct(
    async () => {
      for (const { id, version } of tasks)
        await ok(
          api.PATCH('/api/v1/visits/tasks/{id}', {
            params: { path: { id } },
            body: { version, ...(officerId ? { officerId } : {}), ...(dueOn ? { dueOn } : {}) },
          }),
        )
    },
    `已更新 ${tasks.length} 项`,
    close,
  )
  return (
    <Modal
      title={`改派、改期：${tasks.length} 项`}
      open={tasks.length > 0}
      onCancel={close}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: officerId === undefined && dueOn === undefined }}
      confirmLoading={move.isPending}
      onOk={() => move.mutate(undefined)}
    >
      <div className="row" style={{ gap: 10 }}>
        <Select
          style={{ flex: 1 }}
          aria-label="走访人"
          placeholder="走访人（不改不选）"
          showSearch={{ filterOption: false, onSearch: setText }}
          allowClear
          value={officerId}
          onChange={setOfficerId}
          options={visitors.map(({ id, name, officeName }) => ({ value: id, label: `${name}（${officeName}）` }))}
        />
        <DatePicker
          aria-label="期限"
          placeholder="期限（不改不选）"
          minDate={dayjs()}
          onChange={(day) => setDueOn(day ? day.format('YYYY-MM-DD') : undefined)}
        />
      </div>
    </Modal>
  )
}

export function Tasks() {
  const may = useMay()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<string[]>([])
  const [moving, setMoving] = useState<readonly Task[]>([])
  const [dropping, setDropping] = useState<readonly Task[]>([])
  const tasksOf = (keys: readonly string[]) => keys.map((key) => JSON.parse(key) as Task)
  const begin = (set: (tasks: readonly Task[]) => void) => {
    const tasks = tasksOf(chosen)
    const open = tasks.filter(({ state }) => state === 'open')
    if (open.length === 0) void message.info('选中的都已办结。')
    else set(open)
  }
  const drop = useAct(
    async (reason: string) => {
      for (const { id, version } of dropping)
        await ok(api.POST('/api/v1/visits/tasks/{id}/drop', { params: { path: { id } }, body: { version, reason } }))
    },
    `已取消 ${dropping.length} 项`,
    () => {
      setDropping([])
      setChosen([])
    },
  )
  const close = () => {
    setMoving([])
    setChosen([])
  }
  return (
    <>
      <Villages />
      <OfficeTable<Task>
        name="走访任务"
        path="/visits/tasks"
        columns={columns}
        filters={filters}
        rowKey={({ id, version, state }) => JSON.stringify({ id, version, state })}
        empty="没有走访任务。派人核实、发起风险消除核查或列入走访后，会出现在这里。"
        {...(may('case.visit') ? { selection: { keys: chosen, change: setChosen } } : {})}
        extra={
          chosen.length > 0 ? (
            <>
              <Button type="primary" onClick={() => begin(setMoving)}>
                {`改派、改期 ${chosen.length} 项`}
              </Button>
              <Button onClick={() => begin(setDropping)}>取消走访</Button>
            </>
          ) : null
        }
      />
      <MoveModal tasks={moving} close={close} />
      <ReasonModal
        title={`取消 ${dropping.length} 项走访`}
        label="取消的原因"
        okText="取消走访"
        usual={['农户已由别的部门走访', '农户已搬走', '重复']}
        isOpen={dropping.length > 0}
        close={() => setDropping([])}
        act={(reason) => drop.mutate(reason)}
        isBusy={drop.isPending}
      />
    </>
  )
}
