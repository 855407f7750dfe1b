/** The way of a case as steps: a line on a desk, the present step with its neighbours on a phone. */
import type { CaseCard } from './case.tsx'

const said = { done: '已过', current: '现在', ahead: '还没到' } as const

export function CaseSteps({ steps }: { steps: CaseCard['steps'] }) {
  return (
    <ol className="case-steps" aria-label="办理进度">
      {steps.map(({ state, label, at, since }, index) => (
        <li key={state} className={at} aria-current={at === 'current' ? 'step' : undefined}>
          <span className="case-step-dot" aria-hidden="true">
            {at === 'done' ? '✓' : index + 1}
          </span>
          <span>
            {label}
            <span className="unseen">{`（${said[at]}）`}</span>
            {since ? <small>{since}</small> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}
