/** What came in by any channel; what waits longest stands on top. */
import { useNavigate } from '@tanstack/react-router'
import type { Item } from '../../api/client.ts'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'

export type Line = Item<'/api/v1/applications'>

export const stateTone = { waiting: 'yellow', accepted: 'blue', refused: undefined } as const

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'waiting', label: '待受理' },
      { value: 'accepted', label: '已受理' },
      { value: 'refused', label: '不予受理' },
    ],
  },
  {
    kind: 'choice',
    key: 'channel',
    label: '来源',
    choices: [
      { value: 'self_application', label: '农户自主申报' },
      { value: 'consultation_line', label: '咨询热线与信访' },
      { value: 'social_tip', label: '社会反映' },
    ],
  },
  { kind: 'choice', key: 'overdue', label: '逾期', choices: [{ value: 'true', label: '已逾期' }], width: 100 },
  { kind: 'choice', key: 'told', label: '督办', choices: [{ value: 'true', label: '转本级督办' }], width: 120 },
  { kind: 'choice', key: 'toTell', label: '告知', choices: [{ value: 'true', label: '有结果待告知' }], width: 130 },
  { kind: 'text', key: 'name', label: '姓名', width: 110 },
]

const levels = { township: '乡镇', county: '县', prefecture: '市（州）', province: '省' } as const

/** Who asks for whom, in one line. */
export function Who({ line }: { line: Pick<Line, 'name' | 'asksFor' | 'askerName' | 'askerRelation'> }) {
  const by = line.askerName === '' ? '' : `${line.askerName}${line.asksFor === 'proxy' ? `（${line.askerRelation}）代办` : '反映'}`
  return (
    <>
      {line.name}
      {by === '' ? null : <span className="faint">{` ${by}`}</span>}
    </>
  )
}

const columns: OfficeColumn<Line>[] = [
  { key: 'name', title: '涉及谁', width: 150, phone: 'heading', show: (line) => <Who line={line} /> },
  {
    key: 'state',
    title: '状态',
    width: 150,
    show: (line) => (
      <span className="marks">
        <Mark tone={stateTone[line.state]}>{line.stateLabel}</Mark>
        {line.isOverdue ? <Mark tone="red">逾期</Mark> : null}
        {line.escalatedTo === null ? null : <Mark tone="red">{`已转${levels[line.escalatedTo]}督办`}</Mark>}
        {line.isToTell ? <Mark tone="yellow">待告知</Mark> : null}
        {line.hasTwin && line.state === 'waiting' ? <Mark tone="red">疑似重复</Mark> : null}
      </span>
    ),
  },
  { key: 'channel', title: '来源', width: 160, show: ({ channelLabel, wayLabel }) => `${channelLabel}，${wayLabel}` },
  { key: 'place', title: '乡镇、村', width: 140, show: ({ township, village }) => `${township} ${village}` },
  { key: 'difficulty', title: '困难', width: 110, show: ({ difficulty }) => difficulty },
  { key: 'words', title: '情况说明', width: 220, phone: 'none', show: ({ words }) => words.slice(0, 60) },
  { key: 'receivedOn', title: '收到', width: 100, show: ({ receivedOn }) => receivedOn },
  { key: 'dueOn', title: '应受理', width: 100, show: ({ dueOn, state }) => (state === 'waiting' ? dueOn : '') },
]

export function Inbox() {
  const navigate = useNavigate()
  return (
    <OfficeTable<Line>
      name="申请受理台账"
      path="/applications"
      columns={columns}
      filters={filters}
      rowKey={({ id }) => String(id)}
      open={({ id }) => void navigate({ to: '/applications/$id' as '/', params: { id: String(id) } as never })}
      empty="还没有申请。农户扫码申请、村里录入纸质申请、乡镇登记来电来信后，都会出现在这里。"
    />
  )
}
