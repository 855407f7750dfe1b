/** The audit trail: who looked at what and changed what, and whether its seal holds. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, type Item, ok } from '../../api/client.ts'
import { useDatasetLabels } from '../../parts/datasets.ts'
import { Page } from '../../parts/page.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Moment } from '../../parts/words.tsx'
import { useRoles } from '../officers/roles.tsx'
import { actionGroups, actionLabel, detailsInWords, subjectLabel } from './labels.ts'

type Line = Item<'/api/v1/audit'>

/** What the codes in the details are called: tables and roles. */
function useWords(): ReadonlyMap<string, string> {
  const datasets = useDatasetLabels()
  const roles = useRoles()
  return new Map([...datasets, ...roles.map(({ id, label }) => [id, label] as const)])
}

const columnsIn = (words: ReadonlyMap<string, string>): OfficeColumn<Line>[] => [
  { key: 'at', title: '时间', width: 140, sorts: downFirst('newest'), show: ({ at }) => <Moment at={at} /> },
  { key: 'officerName', title: '人员', width: 100, show: ({ officerName }) => officerName },
  { key: 'action', title: '动作', width: 150, phone: 'heading', show: ({ action }) => <span title={action}>{actionLabel(action)}</span> },
  { key: 'subject', title: '对象', width: 120, show: ({ subjectKind, subjectId }) => `${subjectLabel(subjectKind)} ${subjectId}` },
  { key: 'divisionName', title: '行政区划', width: 130, show: ({ divisionName, divisionCode }) => divisionName ?? divisionCode },
  {
    key: 'details',
    title: '内容',
    width: 330,
    show: ({ details }) => <span className="plain">{detailsInWords(details, words)}</span>,
  },
  {
    key: 'requestId',
    title: '请求号',
    width: 120,
    phone: 'none',
    show: ({ requestId }) => (
      <span className="faint" title={requestId}>
        {requestId.slice(0, 8)}
      </span>
    ),
  },
]

const filters: OfficeFilter[] = [
  { kind: 'choice', key: 'action', label: '动作', width: 160, choices: actionGroups },
  {
    kind: 'choice',
    key: 'subjectKind',
    label: '对象',
    width: 100,
    choices: ['household', 'person', 'officer', 'office', 'file', 'lead', 'token', 'job'].map((value) => ({
      value,
      label: subjectLabel(value),
    })),
  },
  { kind: 'text', key: 'subjectId', label: '对象编号', width: 100 },
  { kind: 'text', key: 'officerName', label: '人员姓名', width: 100 },
  { kind: 'division', key: 'under', label: '乡镇或村', width: 130 },
  { kind: 'day', key: 'from', label: '从哪天' },
  { kind: 'day', key: 'until', label: '到哪天' },
]

function Seal() {
  const asked = useQuery({ queryKey: ['audit-seal'], queryFn: () => ok(api.GET('/api/v1/audit/seal')), staleTime: 60_000 })
  if (!asked.data) return null
  const { holds, fault, checkedAt } = asked.data
  return (
    <Alert
      type={holds ? 'success' : 'error'}
      showIcon
      style={{ marginBottom: 12 }}
      title={holds ? '封签完好：日志没有被改动、删除或插入。' : `封签有问题：${fault ?? ''}`}
      description={
        <>
          核验时间 <Moment at={checkedAt} />
        </>
      }
      action={
        <Button size="small" loading={asked.isFetching} onClick={() => void asked.refetch()}>
          重新核验
        </Button>
      }
    />
  )
}

export default function Audit() {
  const words = useWords()
  return (
    <Page title="审计日志" hint="只增不改。查看档案、查看完整号码、导出、登记、接收、登录都有记录。">
      <Seal />
      <OfficeTable<Line>
        name="审计日志"
        path="/audit"
        columns={columnsIn(words)}
        filters={filters}
        rowKey={({ id }) => String(id)}
        empty="还没有记录。"
        defaultSort="newest"
        canExport="always"
      />
    </Page>
  )
}
