/** All help matters of the area. */
import { useNavigate } from '@tanstack/react-router'
import type { OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { caseColumns } from './columns.tsx'
import { type CaseLine, channelChoices, riskChoices, stateChoices } from './words.tsx'

const yes = (label: string) => [{ value: 'true', label }]

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村', width: 140 },
  { kind: 'choice', key: 'state', label: '状态', isMany: true, width: 150, choices: stateChoices },
  { kind: 'choice', key: 'overdue', label: '逾期', width: 96, choices: yes('已逾期') },
  { kind: 'choice', key: 'open', label: '办结', width: 96, choices: [...yes('未办结'), { value: 'false', label: '已办结' }] },
  { kind: 'choice', key: 'risk', label: '风险', isMany: true, width: 130, choices: riskChoices },
  { kind: 'choice', key: 'channel', label: '来源', isMany: true, width: 130, choices: channelChoices },
  { kind: 'choice', key: 'responsible', label: '负责人', width: 110, choices: [{ value: 'me', label: '由我负责' }] },
  { kind: 'choice', key: 'green', label: '绿色通道', width: 110, choices: yes('已开通') },
  { kind: 'text', key: 'q', label: '户编号或户主', width: 130 },
]

export function CaseList() {
  const navigate = useNavigate()
  return (
    <OfficeTable<CaseLine>
      name="帮扶事项"
      path="/cases"
      columns={caseColumns}
      filters={filters}
      defaultSort="due"
      rowKey={({ id }) => String(id)}
      open={({ id }) => void navigate({ to: '/cases/$id', params: { id: String(id) } })}
      empty="还没有帮扶事项。在线索页选择线索“转为帮扶事项”，或在农户档案里发起。"
    />
  )
}
