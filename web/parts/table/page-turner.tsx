/** Turning the pages of a list that the server hands out by cursor. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useRef } from 'react'

interface PageTurnerProps {
  /** Names the question asked; another question starts on page one. */
  question: string
  after: string | undefined
  next: string | null
  count: number
  total?: number
  limit: string
  go: (after: string | undefined) => void
  setLimit: (limit: string) => void
}

const sizes = ['20', '50', '100', '200'].map((value) => ({ value, label: `${value} 条/页` }))

/** The cursors walked through so far, kept while the page is open; after a reload one can go on, or back to the start. */
function useTrail(question: string, after: string | undefined): (string | undefined)[] {
  const kept = useRef<{ question: string; trail: (string | undefined)[] }>({ question, trail: [after] })
  if (kept.current.question !== question) kept.current = { question, trail: [after] }
  const { trail } = kept.current
  const place = trail.indexOf(after)
  if (place >= 0) trail.length = place + 1
  else if (after === undefined) trail.splice(0, trail.length, undefined)
  else trail.push(after)
  return trail
}

export function PageTurner({ question, after, next, count, total, limit, go, setLimit }: PageTurnerProps) {
  const trail = useTrail(question, after)
  const isKnown = trail[0] === undefined
  const words = [
    total === undefined ? undefined : `共 ${total.toLocaleString()} 条`,
    isKnown && trail.length > 1 ? `第 ${trail.length} 页` : undefined,
    `本页 ${count} 条`,
  ]
  if (after === undefined && next === null && limit === '50' && count <= 20) {
    return count === 0 ? null : <div className="page-turner faint">{`共 ${total ?? count} 条`}</div>
  }
  return (
    <nav className="page-turner" aria-label="翻页">
      <span className="faint">{words.filter(Boolean).join('，')}</span>
      <Select aria-label="每页条数" value={limit} options={sizes} onChange={setLimit} size="small" popupMatchSelectWidth={false} />
      <Button size="small" icon={<LeftOutlined />} disabled={after === undefined} onClick={() => go(trail.at(-2))}>
        {isKnown ? '上一页' : '第一页'}
      </Button>
      <Button size="small" icon={<RightOutlined />} iconPlacement="end" disabled={next === null} onClick={() => go(next ?? undefined)}>
        下一页
      </Button>
    </nav>
  )
}
