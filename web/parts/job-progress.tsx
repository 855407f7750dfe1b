/** A job at work: what it is doing, since when, and a way to stop it. */
import { Button, Popconfirm, Progress } from 'antd'
import { Moment } from './words.tsx'

interface JobProgressProps {
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  stateLabel: string
  /** What it says it is doing. */
  words: string
  /** 0 to 1 where it is known. */
  share?: number
  startedAt: string | null
  cancelAsked?: boolean
  failure?: string | null
  cancel?: () => void
}

export const isAtWork = (state: string | undefined) => state === 'queued' || state === 'running' || state === 'waiting'

export function JobProgress({ state, stateLabel, words, share, startedAt, cancelAsked, failure, cancel }: JobProgressProps) {
  const atWork = isAtWork(state)
  const percent = share === undefined ? (state === 'done' ? 100 : state === 'queued' ? 2 : 45) : Math.round(share * 100)
  return (
    <div className={`job ${state}`} aria-live="polite">
      <div className="row">
        <strong>{stateLabel}</strong>
        <span className="faint">{failure ?? words}</span>
        {startedAt ? (
          <span className="faint">
            <Moment at={startedAt} /> 开始
          </span>
        ) : null}
        {atWork && cancel ? (
          <Popconfirm title="确定取消？已完成的部分不会生效。" okText="取消任务" cancelText="继续运行" onConfirm={cancel}>
            <Button size="small" disabled={cancelAsked ?? false}>
              {cancelAsked ? '正在取消' : '取消'}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      {atWork || share !== undefined ? (
        <Progress
          percent={percent}
          showInfo={share !== undefined}
          size="small"
          aria-label="任务进度"
          status={state === 'failed' ? 'exception' : atWork ? 'active' : 'normal'}
        />
      ) : null}
    </div>
  )
}
