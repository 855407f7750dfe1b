/** Where files are dropped or chosen: how far each has got, and a way to stop. */
import { InboxOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem, sentenceOf } from '../api/problem.ts'
import { type Sending, send } from '../api/upload.ts'

interface UploadBoxProps<Answer> {
  address: string
  fields?: Record<string, string>
  accept?: string
  isMany?: boolean
  words: string
  hint?: string
  disabled?: boolean
  done: (answer: Answer) => void
  /** Told which file was chosen, where it is needed again. */
  chosen?: (file: File) => void
}

interface Line {
  file: File
  share: number
  state: 'sending' | 'done' | 'failed'
  words: string
}

export const workbookTypes = '.xlsx,.xls,.csv,.txt,.et'

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Sends the files one after another, so that a weak line finishes at least some. */
function useSending<Answer>({ address, fields = {}, isMany, done, chosen: told }: UploadBoxProps<Answer>) {
  const [lines, setLines] = useState<Line[]>([])
  const current = useRef<Sending<Answer>>(undefined)
  const isSending = lines.some(({ state }) => state === 'sending')
  useEffect(() => {
    if (!isSending) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isSending])
  const change = (file: File, part: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.file === file ? { ...line, ...part } : line)))
  const start = async (files: File[]) => {
    const chosen = isMany ? files : files.slice(0, 1)
    setLines(chosen.map((file) => ({ file, share: 0, state: 'sending', words: '等待上传' })))
    for (const file of chosen) {
      told?.(file)
      current.current = send<Answer>(address, [file], fields, (share) =>
        change(file, { share, words: share < 1 ? `已传 ${Math.round(share * 100)}%` : '已传完，服务器正在处理' }),
      )
      try {
        const answer = await current.current.answer
        change(file, { state: 'done', share: 1, words: '已收到' })
        done(answer)
      } catch (error) {
        change(file, { state: 'failed', words: sentenceOf(error) })
        if (error instanceof ApiProblem && error.code === 'web.cancelled') break
      }
    }
  }
  return { lines, isSending, start, cancel: () => current.current?.cancel() }
}

/** How far one file has got. */
function FileLine({ line: { file, share, state, words }, cancel }: { line: Line; cancel: () => void }) {
  return (
    <li>
      <span className="grow">
        {file.name}（{size(file.size)}）<br />
        <span className={state === 'failed' ? 'mark red' : 'faint'} style={{ whiteSpace: 'normal' }}>
          {words}
        </span>
      </span>
      <Progress
        percent={Math.round(share * 100)}
        size="small"
        style={{ width: 140 }}
        aria-label={`${file.name}的上传进度`}
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active'}
      />
      {state === 'sending' ? (
        <Button size="small" onClick={cancel}>
          取消
        </Button>
      ) : null}
    </li>
  )
}

export function UploadBox<Answer>(props: UploadBoxProps<Answer>) {
  const { accept = workbookTypes, isMany = false, words, hint, disabled = false } = props
  const [isOver, setOver] = useState(false)
  const { lines, isSending, start, cancel } = useSending(props)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled && !isSending) void start([...event.dataTransfer.files])
  }
  return (
    <div className="stack">
      <label
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          accept={accept}
          multiple={isMany}
          disabled={disabled || isSending}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            if (files.length > 0) void start(files)
          }}
        />
        <InboxOutlined style={{ fontSize: 28, color: 'var(--brand)' }} />
        <div>{words}</div>
        {hint ? <div className="faint">{hint}</div> : null}
      </label>
      {lines.length > 0 ? (
        <ul className="lines" aria-live="polite">
          {lines.map((line) => (
            <FileLine key={line.file.name} line={line} cancel={cancel} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}
