/** Jobs at work and the last ones that ended. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'

export function Running() {
  const asked = useQuery({
    queryKey: ['jobs'],
    queryFn: () => ok(api.GET('/api/v1/jobs', { params: { query: { limit: 6 } } })),
    refetchInterval: ({ state }) => (state.data?.items.some((job) => isAtWork(job.state)) ? 2000 : 30_000),
  })
  const cancel = useAct((id: number) => ok(api.POST('/api/v1/jobs/{id}/cancel', { params: { path: { id } } })), '正在取消')
  return (
    <Block title="后台任务" className="span-12" extra={<Link to="/jobs">全部任务</Link>}>
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
                  stateLabel={`${job.kindLabel}：${job.stateLabel}`}
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
