/** Today's list: whom to visit, what for, by when, and how far each is. */
import { useEffect, useState } from 'react'
import { go } from './app.tsx'
import { installHint } from './browser.tsx'
import { dayOf } from './draft.ts'
import type { Known, PhoneStore } from './phone-store.ts'
import { openFindings, synchronise } from './sync.ts'
import type { Visit } from './types.ts'

/** Sends and fetches; says in one line how it went. */
export function useSync(store: PhoneStore): { sync: () => void; isBusy: boolean; says: string; stopped: string } {
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState({ text: '', stopped: '' })
  const sync = () => {
    setBusy(true)
    void synchronise(store, () => new Date()).then((done) => {
      setResult(done)
      setBusy(false)
    })
  }
  return { sync, isBusy, says: result.text, stopped: result.stopped }
}

export function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return isOnline
}

function Entry({ visit, isBegun, isDone, today }: { visit: Visit; isBegun: boolean; isDone: boolean; today: string }) {
  const late = visit.dueOn < today
  return (
    <li>
      <button
        type="button"
        className={`entry ${isDone ? 'is-done' : ''}`}
        disabled={isDone}
        onClick={() => go({ name: 'visit', householdId: visit.householdId })}
      >
        <span className="entry-head">
          <strong>{visit.headName}</strong>
          <span className="faint">{[visit.groupName || visit.village, `${visit.memberCount} 人`].filter(Boolean).join('，')}</span>
          <span className="entry-state">{isDone ? '已填完' : isBegun ? '填了一半' : ''}</span>
        </span>
        <span className="marks">
          {visit.tasks.map((task) => (
            <span className="mark" key={task.id}>
              {task.label}
            </span>
          ))}
          <span className={late ? 'mark red' : 'mark pale'}>
            {late ? `超期，应于 ${visit.dueOn.slice(5)}` : `${visit.dueOn.slice(5)} 前`}
          </span>
          {visit.questions.length > 0 ? <span className="mark pale">{`${visit.questions.length} 个问题`}</span> : null}
        </span>
      </button>
    </li>
  )
}

export function Home({ store, known, leave }: { store: PhoneStore; known: Known; leave: () => void }) {
  const { sync, isBusy, says } = useSync(store)
  const isOnline = useOnline()
  const [isHintGone, setHintGone] = useState(false)
  const today = dayOf(new Date())
  const isEmpty = known.package === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is nothing on the phone yet
  useEffect(() => {
    if (isEmpty) sync()
  }, [isEmpty])
  const waiting = known.outgoing.filter(({ state, missing }) => state !== 'sent' || missing.length > 0).length
  const toDecide = known.outgoing.reduce((sum, form) => sum + openFindings(form), 0)
  const hint = installHint()
  const visits = known.package?.visits ?? []
  const doneOf = (householdId: number) =>
    known.outgoing.some(
      ({ body }) => body.householdId === householdId && body.outcome !== 'not_met' && isTodays(body.taskIds, visits, householdId),
    )
  return (
    <div className="screen">
      <header className="bar">
        <h1>入户走访</h1>
        <span className={isOnline ? 'net' : 'net off'}>{isOnline ? '有网络' : '没有网络'}</span>
      </header>
      <main className="content">
        <div className="row spread">
          <span className="faint">{`${store.officer.name}，${known.package ? `${known.package.takenAt.slice(0, 10)} 取的名单` : '还没有名单'}`}</span>
          <button type="button" className="small" onClick={sync} disabled={isBusy}>
            {isBusy ? '正在收发' : '发送并更新'}
          </button>
        </div>
        {says ? (
          <p className="notice" role="status">
            {says}
          </p>
        ) : null}
        {hint && !isHintGone && !isEmpty ? (
          <p className="notice pale">
            {hint}
            <button type="button" className="link" onClick={() => setHintGone(true)}>
              知道了
            </button>
          </p>
        ) : null}
        {known.package && visits.length === 0 ? (
          <p className="empty">没有要走访的户。乡镇派人核实后，或在办公端“走访”里列入名单后，会出现在这里。</p>
        ) : null}
        <ul className="entries">
          {visits.map((visit) => (
            <Entry
              key={visit.householdId}
              visit={visit}
              today={today}
              isDone={doneOf(visit.householdId)}
              isBegun={known.drafts.some((draft) => draft.visit.householdId === visit.householdId)}
            />
          ))}
        </ul>
        <DraftsOnly known={known} />
      </main>
      <nav className="foot">
        <button type="button" className="wide" onClick={() => go({ name: 'outbox' })}>
          {`待发送 ${waiting}${toDecide > 0 ? `，待选择 ${toDecide}` : ''}`}
        </button>
        <button type="button" className="wide plain" onClick={leave}>
          锁上
        </button>
      </nav>
    </div>
  )
}

/** A form settles the visit on the list only while the list names the same tasks. */
function isTodays(taskIds: readonly number[], visits: readonly Visit[], householdId: number): boolean {
  const visit = visits.find((one) => one.householdId === householdId)
  return visit?.tasks.every(({ id }) => taskIds.includes(id)) ?? true
}

/** Begun at households that are no longer on the list: nothing that was typed is lost with it. */
function DraftsOnly({ known }: { known: Known }) {
  const listed = new Set(known.package?.visits.map(({ householdId }) => householdId))
  const left = known.drafts.filter(({ visit }) => !listed.has(visit.householdId))
  if (left.length === 0) return null
  return (
    <>
      <h2>填了一半，已不在名单上的</h2>
      <ul className="entries">
        {left.map(({ visit }) => (
          <li key={visit.householdId}>
            <button type="button" className="entry" onClick={() => go({ name: 'visit', householdId: visit.householdId })}>
              <strong>{visit.headName}</strong>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
