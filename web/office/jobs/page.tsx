/** Everything that ran in the background: what, for whom, how it ended. */
import { Button } from 'antd'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { isAtWork } from '../../parts/job-progress.tsx'
import { Page } from '../../parts/page.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark, Moment } from '../../parts/words.tsx'

type Job = Item<'/api/v1/jobs'>

const tones = { queued: 'blue', running: 'blue', done: 'green', failed: 'red', cancelled: undefined } as const

const filters: OfficeFilter[] = [
  {
    kind: 'choice',
    key: 'kind',
    label: '任务',
    width: 170,
    choices: [
      { value: 'file.read', label: '读取文件' },
      { value: 'register.load', label: '导入全国系统数据' },
      { value: 'screening.run', label: '筛查' },
      { value: 'rule.trial', label: '规则试算' },
      { value: 'case.compare', label: '部门信息比对' },
      { value: 'cases.daily', label: '帮扶事项每日检查' },
      { value: 'files.retention', label: '到期数据销毁' },
    ],
  },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'queued', label: '排队中' },
      { value: 'running', label: '正在运行' },
      { value: 'done', label: '已完成' },
      { value: 'failed', label: '失败' },
      { value: 'cancelled', label: '已取消' },
    ],
  },
  { kind: 'text', key: 'starter', label: '发起人', width: 110 },
  { kind: 'day', key: 'from', label: '从哪天' },
  { kind: 'day', key: 'until', label: '到哪天' },
]

const columns: OfficeColumn<Job>[] = [
  { key: 'kind', title: '任务', width: 160, phone: 'heading', sorts: upFirst('kind'), show: ({ kindLabel }) => kindLabel },
  {
    key: 'state',
    title: '状态',
    width: 100,
    sorts: upFirst('state'),
    show: ({ state, stateLabel }) => <Mark tone={tones[state]}>{stateLabel}</Mark>,
  },
  {
    key: 'progress',
    title: '进展',
    width: 320,
    show: ({ state, progress, error }) => (state === 'failed' ? error : isAtWork(state) ? progress.line : dash),
  },
  { key: 'startedBy', title: '发起人', width: 120, sorts: upFirst('starter'), show: ({ startedBy }) => startedBy.name },
  { key: 'createdAt', title: '发起时间', width: 140, sorts: downFirst('newest'), show: ({ createdAt }) => <Moment at={createdAt} /> },
  { key: 'endedAt', title: '结束时间', width: 140, sorts: downFirst('ended'), show: ({ endedAt }) => <Moment at={endedAt} /> },
]

export default function Jobs() {
  const cancel = useAct((id: number) => ok(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })), '正在取消')
  const act: OfficeColumn<Job> = {
    key: 'act',
    title: '操作',
    width: 80,
    show: ({ id, state }) =>
      isAtWork(state) ? (
        <Button type="link" size="small" onClick={() => cancel.mutate(id)}>
          取消
        </Button>
      ) : null,
  }
  return (
    <Page title="后台任务" hint="读取文件、导入、筛查、试算等在后台进行，可以离开页面。没有完成的写明原因。">
      <OfficeTable<Job>
        name="后台任务"
        path="/jobs"
        columns={[...columns, act]}
        filters={filters}
        rowKey={({ id }) => String(id)}
        defaultSort="newest"
        empty="还没有后台任务。报送文件或发起筛查后，进展会列在这里。"
        refresh={5000}
      />
    </Page>
  )
}
