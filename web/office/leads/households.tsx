/** The queue by household, the most urgent first. */
import { useNavigate } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import type { Item } from '../../api/client.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { downFirst, type OfficeColumn, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark, Severity, Urgency } from '../../parts/words.tsx'
import { useLeadFilters } from './filters.ts'

type Row = Item<'/api/v1/leads/households'>

const columns: OfficeColumn<Row>[] = [
  {
    key: 'urgency',
    title: '紧急',
    width: 72,
    sorts: downFirst('rank'),
    show: ({ urgency, urgencySteps }) => (
      <Tooltip title={urgencySteps.join('；')}>
        <span>
          <Urgency level={urgency} />
        </span>
      </Tooltip>
    ),
  },
  { key: 'headName', title: '户主', width: 84, phone: 'heading', sorts: upFirst('head'), show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 160, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  {
    key: 'rules',
    title: '命中的规则',
    width: 280,
    show: ({ rules }) => (
      <span className="marks">
        {rules.map(({ leadId, label, severity, state }) => (
          <Mark
            key={leadId}
            tone={state === 'closed' ? undefined : severity === 'high' ? 'red' : severity === 'medium' ? 'yellow' : 'green'}
          >
            {label}
          </Mark>
        ))}
      </span>
    ),
  },
  {
    key: 'severity',
    title: '程度',
    width: 70,
    phone: 'none',
    sorts: downFirst('severity'),
    show: ({ highestSeverity }) => <Severity level={highestSeverity} />,
  },
  { key: 'counterEvidence', title: '反证', width: 110, show: ({ counterEvidence }) => counterEvidence.join('、') || dash },
  {
    key: 'alreadyMonitored',
    title: '监测',
    width: 84,
    show: ({ alreadyMonitored }) => (alreadyMonitored ? <Mark tone="blue">已监测</Mark> : dash),
  },
  {
    key: 'appearedOn',
    title: '发现日期',
    width: 130,
    sorts: downFirst('newest'),
    show: ({ appearedOn, isNew }) =>
      isNew ? (
        <>
          {appearedOn} <Mark tone="blue">新</Mark>
        </>
      ) : (
        appearedOn
      ),
  },
  {
    key: 'assignedTo',
    title: '处理人',
    width: 90,
    sorts: upFirst('assigned'),
    show: ({ assignedTo }) => assignedTo.join('、') || '未分派',
  },
]

export function Households() {
  const navigate = useNavigate()
  const filters = useLeadFilters()
  return (
    <OfficeTable<Row>
      name="有线索的户"
      path="/leads/households"
      columns={columns}
      filters={filters}
      defaultSort="rank"
      rowKey={({ divisionCode, householdNumber }) => `${divisionCode} ${householdNumber}`}
      open={({ rules }) => rules[0] && void navigate({ to: '/leads/$id', params: { id: String(rules[0].leadId) } })}
      empty={<Beginning>没有待处理的户。筛查完成后，有线索的户会出现在这里。</Beginning>}
    />
  )
}
