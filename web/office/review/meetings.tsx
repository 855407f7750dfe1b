/** Villages that owe a meeting, and the meetings there were. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { browserKey } from './kept.ts'

type Village = Item<'/api/v1/review/villages'>
type Row = Item<'/api/v1/review/meetings'>

/** One key for one meeting of this browser: a second press before the answer opens no second one. */
const keyOf = ({ divisionCode, since }: Village) =>
  `${browserKey().slice(0, 20)}-${divisionCode}-${since}-${new Date().toLocaleDateString('sv-SE')}`

function Waiting() {
  const navigate = useNavigate()
  const may = useMay()
  const asked = useQuery({ queryKey: ['review-villages'], queryFn: () => ok(api.GET('/api/v1/review/villages')) })
  const go = (id: number) => void navigate({ to: '/review/meetings/$id', params: { id: String(id) } })
  const open = useAct(
    (village: Village) =>
      ok(api.POST('/api/v1/review/meetings', { body: { divisionCode: village.divisionCode, clientKey: keyOf(village) } })),
    undefined,
    ({ id }) => go(id),
  )
  return (
    <Answered asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>没有等待民主评议的农户。入户核实提交后，这里会出现要开会的村。</Nothing>
        ) : (
          <ul className="lines" aria-label="等待评议的村">
            {items.map((village) => (
              <li key={village.divisionCode}>
                <span className="grow">
                  <strong>{`${village.township} ${village.village}`}</strong>
                  {village.recognition > 0 ? `　识别 ${village.recognition} 户` : ''}
                  {village.clearing > 0 ? `　消除 ${village.clearing} 户` : ''}
                  <span className="faint">{`　最早 ${village.since} 起等待${village.dueOn ? `，应在 ${village.dueOn} 前评议` : ''}`}</span>
                </span>
                {village.openMeeting ? (
                  <Button onClick={() => go(village.openMeeting!)}>继续填写会议</Button>
                ) : may('case.visit') ? (
                  <Button type="primary" loading={open.isPending} onClick={() => open.mutate(village)}>
                    召开会议
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'sealed',
    label: '状态',
    choices: [
      { value: 'false', label: '填写中' },
      { value: 'true', label: '已封存' },
    ],
  },
]

const columns: OfficeColumn<Row>[] = [
  { key: 'heldOn', title: '日期', width: 110, show: ({ heldOn }) => heldOn },
  { key: 'place', title: '乡镇、村', width: 180, phone: 'heading', show: ({ township, village }) => `${township} ${village}` },
  { key: 'chair', title: '主持人', width: 90, show: ({ chair }) => chair },
  { key: 'households', title: '户数', width: 80, align: 'right', show: ({ households }) => households },
  { key: 'agreed', title: '通过', width: 80, align: 'right', show: ({ agreed, sealedAt }) => (sealedAt ? agreed : '') },
  {
    key: 'state',
    title: '状态',
    width: 160,
    show: ({ sealedAt, pending }) =>
      sealedAt === null ? (
        <Mark tone="yellow">填写中</Mark>
      ) : pending > 0 ? (
        <Mark tone="red">{`${pending} 户没有办成`}</Mark>
      ) : (
        <Mark tone="green">已封存</Mark>
      ),
  },
]

export function Meetings() {
  const navigate = useNavigate()
  return (
    <>
      <Block title="等待评议">
        <Waiting />
      </Block>
      <Block title="会议">
        <OfficeTable<Row>
          name="评议会议"
          path="/review/meetings"
          columns={columns}
          filters={filters}
          rowKey={({ id }) => String(id)}
          open={({ id }) => void navigate({ to: '/review/meetings/$id', params: { id: String(id) } })}
          empty="还没有开过会。"
          canExport={false}
        />
      </Block>
    </>
  )
}
