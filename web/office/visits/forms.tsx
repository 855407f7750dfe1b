/** Forms that came back, newest first; those with something left to do on a list of their own. */
import { useNavigate } from '@tanstack/react-router'
import type { Item } from '../../api/client.ts'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark, Moment, orDash } from '../../parts/words.tsx'
import { purposeChoices } from './tasks.tsx'

type Row = Item<'/api/v1/visits/forms'>

export const outcomeTone = { met: 'green', not_met: 'yellow', refused: 'red' } as const

const columns: OfficeColumn<Row>[] = [
  { key: 'place', title: '乡镇、村', width: 150, show: ({ township, village }) => `${township} ${village}` },
  { key: 'headName', title: '户主', width: 80, phone: 'heading', show: ({ headName }) => headName },
  { key: 'visitedOn', title: '走访', width: 140, show: ({ visitedOn, visitorName }) => `${visitedOn} ${visitorName}` },
  {
    key: 'conclusion',
    title: '结论',
    width: 260,
    show: ({ purposes, outcome, outcomeLabel }) => (
      <span className="marks">
        {outcome === 'met' ? null : <Mark tone={outcomeTone[outcome]}>{outcomeLabel}</Mark>}
        {purposes.map(({ purpose, label, conclusion }) => (
          <span key={purpose}>{conclusion ? `${label}：${conclusion}` : label}</span>
        ))}
      </span>
    ),
  },
  {
    key: 'open',
    title: '待处理',
    width: 130,
    show: ({ openChanges, missingAttachments }) =>
      openChanges + missingAttachments === 0 ? (
        orDash('')
      ) : (
        <span className="marks">
          {openChanges > 0 ? <Mark tone="yellow">{`${openChanges} 处待选择`}</Mark> : null}
          {missingAttachments > 0 ? <Mark>{`照片未到 ${missingAttachments}`}</Mark> : null}
        </span>
      ),
  },
  {
    key: 'receivedAt',
    title: '收到',
    width: 130,
    phone: 'none',
    show: ({ receivedAt, version }) => (
      <>
        <Moment at={receivedAt} />
        {version > 1 ? <span className="faint">{` 第 ${version} 版`}</span> : null}
      </>
    ),
  },
]

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '地区', width: 180 },
  { kind: 'choice', key: 'purpose', label: '走访种类', choices: purposeChoices, width: 130 },
]

export function Forms({ isOpenOnly = false }: { isOpenOnly?: boolean }) {
  const navigate = useNavigate()
  return (
    <OfficeTable<Row>
      name="入户表"
      path="/visits/forms"
      columns={columns}
      filters={filters}
      fixed={{ open: isOpenOnly ? 'true' : undefined }}
      rowKey={({ id }) => String(id)}
      open={({ id }) => void navigate({ to: '/visits/$id', params: { id: String(id) } })}
      empty={isOpenOnly ? '没有要选择或办理的。' : '还没有收到入户表。'}
    />
  )
}
