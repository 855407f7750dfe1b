/** Low-income households handed over between civil affairs and assistance: what waits, what was answered; each side sees its own. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Page } from '../../parts/page.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { useMay, useSession } from '../frame/session.ts'
import { Offer } from './offer.tsx'
import { StateMark } from './words.tsx'

type Row = Item<'/api/v1/joint/referrals'>

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '地区', width: 160 },
  {
    kind: 'choice',
    key: 'direction',
    label: '方向',
    choices: [
      { value: 'to_civil_affairs', label: '移交民政部门' },
      { value: 'from_civil_affairs', label: '民政部门移来' },
    ],
  },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    isMany: true,
    choices: [
      { value: 'waiting', label: '待受理' },
      { value: 'accepted', label: '办理中' },
      { value: 'granted', label: '已认定、已纳入' },
      { value: 'refused', label: '未认定、未纳入' },
      { value: 'withdrawn', label: '已撤回' },
    ],
  },
  { kind: 'choice', key: 'overdue', label: '逾期', choices: [{ value: 'true', label: '只看逾期' }] },
]

const columns: OfficeColumn<Row>[] = [
  { key: 'head', title: '户主', width: 90, phone: 'heading', show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 150, show: ({ township, village }) => `${township} ${village}` },
  { key: 'direction', title: '方向', width: 120, show: ({ directionLabel }) => directionLabel },
  { key: 'grade', title: '救助类别', width: 110, show: ({ grade }) => grade },
  { key: 'reason', title: '理由', width: 220, phone: 'none', show: ({ reason }) => reason },
  { key: 'sent', title: '移交', width: 100, show: ({ sentOn }) => sentOn },
  { key: 'due', title: '应答复', width: 100, show: ({ dueOn }) => dueOn },
  { key: 'state', title: '状态', width: 160, show: (row) => <StateMark line={row} /> },
  {
    key: 'granted',
    title: '结果',
    width: 180,
    show: ({ granted, grantedFrom, answer }) => (granted ? `${granted}（${grantedFrom ?? ''} 起）` : answer),
  },
]

/** What waits, in a sentence whose parts are ways into the list. */
function Standing({ isOurs }: { isOurs: boolean }) {
  const [, setState] = useAddress()
  const { data } = useQuery({
    queryKey: ['joint-summary', isOurs],
    queryFn: () => (isOurs ? ok(api.GET('/api/v1/joint/summary')) : ok(api.GET('/api/v1/joint/handed-summary'))),
  })
  if (!data) return <>两个部门共用一张收支表、一次核实，移交和答复都在这里。</>
  const { toCivilAffairs: to, fromCivilAffairs: from } = data
  const way = (label: string, count: number, change: Record<string, string>) => (
    <Button
      type="link"
      size="small"
      className="in-text"
      onClick={() => setState({ direction: undefined, state: undefined, overdue: undefined, after: undefined, ...change })}
    >
      {`${label} ${count} 户`}
    </Button>
  )
  return (
    <>
      {way('待民政答复', to.waiting + to.accepted, { direction: 'to_civil_affairs', state: 'waiting,accepted' })}
      {way('民政移来待受理', from.waiting, { direction: 'from_civil_affairs', state: 'waiting' })}
      {way('核实办理中', from.accepted, { direction: 'from_civil_affairs', state: 'accepted' })}
      {way('逾期', to.overdue + from.overdue, { overdue: 'true' })}
    </>
  )
}

export default function Joint() {
  const may = useMay()
  const navigate = useNavigate()
  const [isOffering, setOffering] = useState(false)
  const { data } = useSession()
  const isOurs = may('joint.refer')
  return (
    <Page
      title="民政协同"
      hint={<Standing isOurs={isOurs} />}
      actions={
        isOurs || !data?.datasets?.includes('relief') ? null : (
          <Button type="primary" onClick={() => setOffering(true)}>
            移来一户
          </Button>
        )
      }
    >
      <OfficeTable<Row>
        name="低收入家庭移交台账"
        path={isOurs ? '/joint/referrals' : '/joint/handed'}
        columns={columns}
        filters={filters}
        rowKey={({ id }) => String(id)}
        open={({ id }) => void navigate({ to: '/joint/$id' as '/', params: { id: String(id) } as never })}
        canExport={isOurs ? true : 'always'}
        empty={isOurs ? '还没有移交。在农户档案或帮扶事项的“收入支出”里移交民政部门。' : '还没有移交给本单位的低收入家庭。'}
      />
      <Offer isOpen={isOffering} close={() => setOffering(false)} />
    </Page>
  )
}
