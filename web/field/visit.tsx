/** One visit, step by step: what is known stands there, the officer says what is different. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { go } from './app.tsx'
import { newDraft, openPoints, outgoingOf } from './draft.ts'
import type { Known, PhoneStore } from './phone-store.ts'
import { placeNow } from './photo.ts'
import { Conclusion } from './step-conclusion.tsx'
import { Guarantees, Questions } from './step-guarantees.tsx'
import { Income } from './step-income.tsx'
import { Meeting, Members } from './step-members.tsx'
import { Proof } from './step-proof.tsx'
import type { Draft, FormDefinition } from './types.ts'

export interface StepProps {
  draft: Draft
  form: FormDefinition
  store: PhoneStore
  /** `typed` names an input the officer typed into, so that typing can be counted. */
  change: (change: Partial<Draft>, typed?: string) => void
}

const steps: { label: string; Show: (props: StepProps) => ReactNode }[] = [
  { label: '见面', Show: Meeting },
  { label: '成员', Show: Members },
  { label: '保障', Show: Guarantees },
  { label: '收入', Show: Income },
  { label: '问题', Show: Questions },
  { label: '结论', Show: Conclusion },
  { label: '签字', Show: Proof },
]

/** A draft is begun once; where the phone is, is asked meanwhile. */
function useDraft(store: PhoneStore, known: Known, householdId: number): Draft | undefined {
  const draft = known.drafts.find(({ visit }) => visit.householdId === householdId)
  const isBegun = useRef(false)
  useEffect(() => {
    // A form that was just finished or thrown away is not begun anew while the screen turns.
    if (draft !== undefined) isBegun.current = true
    if (isBegun.current) return
    const visit = known.package?.visits.find((one) => one.householdId === householdId)
    if (visit === undefined || known.package === null) return
    isBegun.current = true
    void store.saveDraft(newDraft(visit, known.package.form, new Date()))
    void placeNow().then((place) => {
      const begun = store.known().drafts.find((one) => one.visit.householdId === householdId)
      if (begun !== undefined && place !== null) void store.saveDraft({ ...begun, place })
    })
  }, [draft, householdId, known.package, store])
  return draft
}

function Progress({ draft, open, jump }: { draft: Draft; open: Set<number>; jump: (step: number) => void }) {
  return (
    <nav className="progress" aria-label="步骤">
      {steps.map(({ label }, at) => (
        <button
          type="button"
          key={label}
          className={at === draft.step ? 'here' : open.has(at) ? '' : 'full'}
          aria-current={at === draft.step ? 'step' : undefined}
          disabled={draft.outcome !== 'met' && at > 0}
          onClick={() => jump(at)}
        >
          {label}
        </button>
      ))}
    </nav>
  )
}

/** While a form is being begun or put away there is nothing to show. */
function Absent({ isListed }: { isListed: boolean }) {
  if (isListed) return <div className="screen" />
  return (
    <div className="screen">
      <p className="empty">这一户不在名单里。</p>
      <button type="button" className="wide" onClick={() => go({ name: 'list' })}>
        回名单
      </button>
    </div>
  )
}

export function VisitScreen({ store, known, householdId }: { store: PhoneStore; known: Known; householdId: number }) {
  const draft = useDraft(store, known, householdId)
  const [isChecked, setChecked] = useState(false)
  const form = known.package?.form
  if (draft === undefined || form === undefined)
    return <Absent isListed={known.package?.visits.some((one) => one.householdId === householdId) ?? false} />
  const change: StepProps['change'] = (some, typed) => {
    const now = store.known().drafts.find(({ visit }) => visit.householdId === householdId) ?? draft
    const typedNow = typed === undefined || now.typed.includes(typed) ? now.typed : [...now.typed, typed]
    void store.saveDraft({ ...now, ...some, typed: typedNow })
  }
  const points = openPoints(draft, form)
  const last = draft.outcome === 'met' ? steps.length - 1 : 0
  const jump = (step: number) => {
    change({ step })
    void store.settled().then(() => window.scrollTo(0, 0))
  }
  const finish = async () => {
    setChecked(true)
    const [first] = openPoints(draft, form)
    if (first !== undefined) return jump(first.step)
    await store.settled()
    const whole = store.known().drafts.find(({ visit }) => visit.householdId === householdId) ?? draft
    await store.finish(outgoingOf(whole, form, new Date()))
    go({ name: 'list' })
  }
  const drop = () => {
    if (window.confirm('这一户已填的内容会从手机里清除，确定吗？')) void store.dropDraft(draft).then(() => go({ name: 'list' }))
  }
  const Step = steps[draft.step] ?? steps[0]!
  const here = points.filter(({ step }) => step === draft.step)
  return (
    <div className="screen">
      <header className="bar">
        <button type="button" className="back" onClick={() => go({ name: 'list' })} aria-label="回名单">
          ‹
        </button>
        <h1>{draft.visit.headName}</h1>
        <span className="faint light">{draft.visit.tasks.map(({ label }) => label).join('、') || '走访'}</span>
      </header>
      <Progress draft={draft} open={new Set(points.map(({ step }) => step))} jump={jump} />
      <main className="content" key={draft.step}>
        {isChecked && here.length > 0 ? (
          <ul className="notice red" role="alert">
            {here.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        ) : null}
        <Step.Show draft={draft} form={form} store={store} change={change} />
        {draft.step === 0 ? (
          <button type="button" className="link drop" onClick={drop}>
            清除这一户已填的内容
          </button>
        ) : null}
      </main>
      <nav className="foot">
        {draft.step > 0 ? (
          <button type="button" className="wide plain" onClick={() => jump(draft.step - 1)}>
            上一步
          </button>
        ) : null}
        {draft.step < last ? (
          <button type="button" className="wide primary" onClick={() => jump(draft.step + 1)}>
            下一步
          </button>
        ) : (
          <button type="button" className="wide primary" onClick={() => void finish()}>
            完成
          </button>
        )}
      </nav>
    </div>
  )
}
