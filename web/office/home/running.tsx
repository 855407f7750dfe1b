/** Jobs at work and the last ones that ended. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'

const stateLabels = { queued: '排队中', running: '正在运行', done: '已完成', failed: '失败', cancelled: '已取消' } as const
const kindLabels: Record<string, string> = {
  'screening.run': '筛查',
  'screening.rows': '整理部门数据',
  'rule.trial': '规则试算',
  'case.compare': '部门信息比对',
  'cases.daily': '帮扶事项每日检查',
  'files.retention': '到期数据销毁',
  'file.read': '读取文件',
  'register.load': '导入全国系统数据',
}

export function Running() {
  const asked = useQuery({
    queryKey: ['jobs'],
    queryFn: () => ok(api.GET('/api/v1/jobs', { params: { query: { limit: 6 } } })),
    refetchInterval: ({ state }) => (state.data?.items.some((job) => isAtWork(job.state)) ? 2000 : 30_000),
  })
  const cancel = useAct((id: number) => ok(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })), '正在取消')
  return (
    <Block title="后台任务" className="span-12">
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>没有后台任务。</Nothing>
          ) : (
            <div className="stack">
              {items.map((job) => (
                <JobProgress
                  key={job.id}
                  state={job.state}
                  stateLabel={`${kindLabels[job.kind] ?? '后台任务'}：${stateLabels[job.state]}`}
                  words={job.state === 'running' ? job.progress.line : ''}
                  {...(job.progress.of && isAtWork(job.state) ? { share: job.progress.done / job.progress.of } : {})}
                  startedAt={job.startedAt}
                  failure={job.error}
                  {...(isAtWork(job.state) ? { cancel: () => cancel.mutate(job.id) } : {})}
                />
              ))}
            </div>
          )
        }
      </Answered>
    </Block>
  )
}
