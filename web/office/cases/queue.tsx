/** What my office holds, the most urgent first. */
import { useNavigate } from '@tanstack/react-router'
import { useAddress } from '../../parts/address-state.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import type { OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { caseColumns } from './columns.tsx'
import { useQueueCounts, useToldApplications } from './queue-counts.ts'
import { UntrueCases } from './untrue.tsx'
import type { CaseLine } from './words.tsx'

const filters: OfficeFilter[] = [
  { kind: 'choice', key: 'mine', label: '负责人', width: 110, choices: [{ value: 'true', label: '由我负责' }] },
]
/** The queue has one order. */
const columns = caseColumns.map(({ sorts: _, ...column }) => column)

export function CaseQueue() {
  const navigate = useNavigate()
  const [state] = useAddress()
  const counts = useQueueCounts().data?.counts
  const told = useToldApplications()
  return (
    <>
      <Figures>
        <Figure label="已逾期" value={counts?.red} tone="red" note="请今天办理" />
        <Figure label="临期" value={counts?.yellow} tone="yellow" note="近日到期" />
        <Figure label="期限内" value={counts?.green} tone="green" />
        {told > 0 ? (
          <Figure label="逾期未受理的申请" value={told} tone="red" note="下级逾期，请督办" to="/applications" search={{ told: 'true' }} />
        ) : null}
        <Figure label="由我负责" value={counts?.mine} to="/cases" search={state.mine ? {} : { mine: 'true' }} />
      </Figures>
      <UntrueCases />
      <OfficeTable<CaseLine>
        name="待办帮扶事项"
        path="/cases/queue"
        columns={columns}
        filters={filters}
        canExport={false}
        rowKey={({ id }) => String(id)}
        open={({ id }) => void navigate({ to: '/cases/$id', params: { id: String(id) } })}
        empty="没有等您单位办理的事项。从线索页“转为帮扶事项”，或在农户档案里发起，事项会出现在这里。"
      />
    </>
  )
}
