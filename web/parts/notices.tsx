/** Loading, failing and empty states, the same on every page. */
import { Button, Empty, Result, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ApiProblem, sentenceOf } from '../api/problem.ts'

/** Says what went wrong and offers the one thing that may help. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const isGone = error instanceof ApiProblem && (error.status === 404 || error.status === 403)
  const isNotFound = error instanceof ApiProblem && error.status === 404
  return (
    <Result
      className="notice"
      status={isGone ? 'info' : 'warning'}
      title={sentenceOf(error)}
      subTitle={isNotFound ? '可能不在您的辖区，也可能已经移走或撤销。请回到清单里重新查找。' : undefined}
      extra={
        isNotFound ? (
          <Button onClick={() => history.back()}>返回上一页</Button>
        ) : retry && !isGone ? (
          <Button onClick={retry}>重试</Button>
        ) : undefined
      }
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
