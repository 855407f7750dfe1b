/** Leads one by one; several can be given to one officer at once. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Item } from '../../api/client.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { downFirst, type OfficeColumn, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark, Severity, Urgency } from '../../parts/words.tsx'
import { BeginFromLeads } from '../cases/begin.tsx'
import { useMay } from '../frame/session.ts'
import { AssignModal } from '../lead/assign-modal.tsx'
import { useLeadFilters } from './filters.ts'

type Row = Item<'/api/v1/leads'>

const stateTone = { open: 'yellow', handled: 'blue', closed: undefined } as const
export const outcomeLabels = { true: '属实', not_true: '不属实', unverified: '未核实', gone: '已消失' } as const

const columns: OfficeColumn<Row>[] = [
  { key: 'urgency', title: '紧急', width: 80, sorts: downFirst('rank'), show: ({ urgency }) => <Urgency level={urgency} /> },
  { key: 'headName', title: '户主', width: 80, phone: 'heading', sorts: upFirst('head'), show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 150, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  { key: 'ruleLabel', title: '规则', width: 150, sorts: upFirst('rule'), show: ({ ruleLabel }) => ruleLabel },
  { key: 'sentence', title: '依据', width: 280, show: ({ sentence }) => sentence },
  {
    key: 'severity',
    title: '程度',
    width: 70,
    phone: 'none',
    sorts: downFirst('severity'),
    show: ({ severity }) => <Severity level={severity} />,
  },
  {
    key: 'state',
    title: '状态',
    width: 120,
    sorts: upFirst('state'),
    show: ({ state, stateLabel, outcome, isExempt, isNew }) => (
      <span className="marks">
        <Mark tone={stateTone[state]}>{outcome ? `${stateLabel}：${outcomeLabels[outcome]}` : stateLabel}</Mark>
        {isExempt ? <Mark>豁免</Mark> : null}
        {isNew ? <Mark tone="blue">新</Mark> : null}
      </span>
    ),
  },
  { key: 'assignedTo', title: '处理人', width: 90, sorts: upFirst('assigned'), show: ({ assignedTo }) => assignedTo?.name ?? '未分派' },
  { key: 'appearedOn', title: '发现日期', width: 110, sorts: downFirst('newest'), show: ({ appearedOn }) => appearedOn },
]

export function LeadList() {
  const navigate = useNavigate()
  const may = useMay()
  const filters = useLeadFilters()
  const [chosen, setChosen] = useState<string[]>([])
  const [isAssigning, setAssigning] = useState(false)
  return (
    <>
      <OfficeTable<Row>
        name="线索清单"
        path="/leads"
        columns={columns}
        filters={filters}
        defaultSort="rank"
        rowKey={({ id, version }) => `${id}:${version}`}
        open={({ id }) => void navigate({ to: '/leads/$id', params: { id: String(id) } })}
        empty={<Beginning>没有线索。县级完成一次筛查后，线索会按乡镇出现在这里。</Beginning>}
        {...(may('lead.handle') ? { selection: { keys: chosen, change: setChosen } } : {})}
        extra={
          chosen.length > 0 ? (
            <>
              <BeginFromLeads leadIds={chosen.map((key) => Number(key.split(':')[0]))} done={() => setChosen([])} />
              <Button type="primary" onClick={() => setAssigning(true)}>
                {`分派选中的 ${chosen.length} 条`}
              </Button>
            </>
          ) : null
        }
      />
      <AssignModal
        leads={chosen.map((key) => ({ id: Number(key.split(':')[0]), version: Number(key.split(':')[1]) }))}
        isOpen={isAssigning}
        close={() => setAssigning(false)}
        done={() => setChosen([])}
      />
    </>
  )
}
