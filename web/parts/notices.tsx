/** Loading, failing and empty states, the same on every page. */
import { Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem, sentenceOf } from '../api/problem.ts'

/** Says what went wrong and offers the one thing that may help. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const isGone = error instanceof ApiProblem && (error.status === 404 || error.status === 403)
  return (
    <Result
      className="notice"
      status={isGone ? 'info' : 'warning'}
      title={sentenceOf(error)}
      extra={retry && !isGone ? <Button onClick={retry}>重试</Button> : undefined}
    />
  )
}

/** An empty list says what to do next. */
export function Nothing({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={children}>
      {action}
    </Empty>
  )
}

interface Asked<Data> {
  data: Data | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

/** Shows what was asked for once it is there. */
export function Answered<Data>({ asked, rows = 4, children }: { asked: Asked<Data>; rows?: number; children: (data: Data) => ReactNode }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (asked.isPending) return <Skeleton active title={false} paragraph={{ rows }} aria-label="正在读取" />
  return <Failure error={asked.error} retry={() => void asked.refetch()} />
}
