/** Everything that was registered about a household, the newest first; the last act can be taken back. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Timeline } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { Mark, Moment } from '../../parts/words.tsx'
import type { HouseholdFile } from './page.tsx'

export function History({ file, canChange }: { file: HouseholdFile; canChange: boolean }) {
  const asked = useInfiniteQuery({
    queryKey: ['household-history', file.id],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/register/households/{id}/history', {
          params: { path: { id: file.id }, query: pageParam ? { after: Number(pageParam) } : {} },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const [undone, setUndone] = useState<number | undefined>()
  const close = () => setUndone(undefined)
  const undo = useAct(
    (reason: string) => ok(api.POST('/api/v1/register/acts/{id}/undo', { params: { path: { id: undone! } }, body: { reason } })),
    '已撤销，恢复到登记以前',
    close,
  )
  return (
    <Block>
      <Answered asked={asked}>
        {({ pages }) => {
          const lines = pages.flatMap(({ items }) => items)
          if (lines.length === 0) return <Nothing>还没有登记过变动。</Nothing>
          return (
            <Timeline
              items={lines.map((line) => ({
                key: line.actId,
                color: line.isUndone ? 'gray' : 'blue',
                content: (
                  <>
                    <span className="row">
                      <strong>{line.label}</strong>
                      <span className="number">{line.on}</span>
                      {line.isUndone ? <Mark>已撤销</Mark> : null}
                      {line.canBeUndone && canChange ? (
                        <Button size="small" onClick={() => setUndone(line.actId)}>
                          撤销
                        </Button>
                      ) : null}
                    </span>
                    <div>{line.summary}</div>
                    <div className="faint">
                      {`${line.officerName} 登记于 `}
                      <Moment at={line.at} />
                      {line.reason ? `：${line.reason}` : ''}
                    </div>
                  </>
                ),
              }))}
            />
          )
        }}
      </Answered>
      {asked.hasNextPage ? (
        <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
          更早的
        </Button>
      ) : null}
      <ReasonModal
        title="撤销这次登记"
        label="撤销原因"
        okText="撤销登记"
        isOpen={undone !== undefined}
        isBusy={undo.isPending}
        usual={['登记错了人', '日期填错', '情况不属实']}
        close={close}
        act={undo.mutate}
      >
        <p className="faint">恢复到这次登记以前的样子；登记和撤销都留在经过里。</p>
      </ReasonModal>
    </Block>
  )
}
