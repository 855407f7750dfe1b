/** Three guarantees and water, and the questions that the leads and those who asked for the visit raise. */
import { Choices } from './choices.tsx'
import type { Draft } from './types.ts'
import type { StepProps } from './visit.tsx'

export function Guarantees({ draft, form, change }: StepProps) {
  const set = (field: string, some: Partial<{ isProblem: boolean; note: string }>, typed?: string) =>
    change({ guarantees: { ...draft.guarantees, [field]: { isProblem: false, note: '', ...draft.guarantees[field], ...some } } }, typed)
  const isAsked = form.guarantees.every(({ field }) => draft.guarantees[field] !== undefined)
  return (
    <>
      {isAsked ? null : (
        <button
          type="button"
          className="wide primary"
          onClick={() =>
            change({
              guarantees: Object.fromEntries(
                form.guarantees.map(({ field }) => [field, draft.guarantees[field] ?? { isProblem: false, note: '' }]),
              ),
            })
          }
        >
          {`${form.guarantees.length} 项都看过，没有问题`}
        </button>
      )}
      {form.guarantees.map(({ field, label, safe, unsafe }) => {
        const found = draft.guarantees[field]
        return (
          <section className="card" key={field}>
            <h2>
              {label}
              <span className="faint">{draft.visit.values[field] === '是' ? ' 档案登记为有问题' : ''}</span>
            </h2>
            <Choices
              label={label}
              choices={[
                { value: 'safe', label: safe },
                { value: 'unsafe', label: unsafe },
              ]}
              value={found === undefined ? null : found.isProblem ? 'unsafe' : 'safe'}
              choose={(value) => set(field, { isProblem: value === 'unsafe' })}
              tone={(value) => (value === 'unsafe' ? 'red' : 'green')}
            />
            {found?.isProblem ? (
              <label className="field">
                <span>情况（可不填）</span>
                <input
                  value={found.note}
                  maxLength={200}
                  onChange={({ target }) => set(field, { note: target.value }, `guarantee.${field}`)}
                />
              </label>
            ) : null}
          </section>
        )
      })}
    </>
  )
}

const answers = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
  { value: 'unknown', label: '说不清' },
]

export function Questions({ draft, change }: StepProps) {
  const set = (key: string, some: Partial<Draft['answers'][string]>, typed?: string) =>
    change({ answers: { ...draft.answers, [key]: { answer: 'words', words: '', ...draft.answers[key], ...some } } }, typed)
  if (draft.visit.questions.length === 0) return <p className="empty">这一户没有要核实的问题。</p>
  return (
    <>
      <p className="faint">由线索自动列出，逐条问清。</p>
      {draft.visit.questions.map(({ key, text, about }) => (
        <section className="card" key={key}>
          <p className="question">{text}</p>
          <p className="faint">{about}</p>
          <Choices
            label={text}
            choices={answers}
            value={draft.answers[key]?.answer ?? null}
            choose={(answer) => set(key, { answer: answer as 'yes' })}
          />
          <label className="field">
            <span>文字回答（可不填）</span>
            <input
              value={draft.answers[key]?.words ?? ''}
              maxLength={500}
              onChange={({ target }) => set(key, { words: target.value }, `answer.${key}`)}
            />
          </label>
        </section>
      ))}
    </>
  )
}
