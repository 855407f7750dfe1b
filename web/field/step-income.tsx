/** The income sheet by the national items: what was there before is filled in, the sums are done as one types. */
import { useState } from 'react'
import { sumsOf, yuan } from './sums.ts'
import type { IncomeLine } from './types.ts'
import type { StepProps } from './visit.tsx'

function Line({
  line,
  label,
  note,
  evidences,
  set,
  drop,
}: {
  line: IncomeLine
  label: string
  note: string
  evidences: readonly string[]
  set: (some: Partial<IncomeLine>, isTyped: boolean) => void
  drop: () => void
}) {
  return (
    <div className="income-line">
      <div className="row spread">
        <span>{label}</span>
        <button type="button" className="link" onClick={drop} aria-label={`删去${label}`}>
          删去
        </button>
      </div>
      {note ? <p className="faint">{note}</p> : null}
      <div className="row">
        <input
          aria-label={`${label}的金额`}
          inputMode="decimal"
          placeholder="元"
          value={line.amount}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => set({ amount: target.value.trim() }, true)}
        />
        <select aria-label={`${label}的依据`} value={line.evidence} onChange={({ target }) => set({ evidence: target.value }, false)}>
          <option value="">依据</option>
          {[...new Set([...evidences, ...(line.evidence ? [line.evidence] : [])])].map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

export function Income({ draft, form, change }: StepProps) {
  const { income, line } = draft.visit
  const [last, setLast] = useState('农户自述')
  const sums = sumsOf(form.incomeItems, draft.lines, draft.size)
  const perHead = sums.perHead ?? 0
  const left = form.incomeItems.filter(({ item }) => !draft.lines.some((one) => one.item === item))
  const groups = [...new Set(left.map(({ groupLabel }) => groupLabel))]
  const setLine = (item: string, some: Partial<IncomeLine>, isTyped: boolean) => {
    if (some.evidence) setLast(some.evidence)
    change({ lines: draft.lines.map((one) => (one.item === item ? { ...one, ...some } : one)) }, isTyped ? `income.${item}` : undefined)
  }
  return (
    <>
      <section className="card sums" aria-live="polite">
        <div className="row spread">
          <span>纯收入</span>
          <strong>{`${yuan(sums.netIncome)} 元`}</strong>
        </div>
        <div className="row spread">
          <span>{`人均（${draft.size} 人）`}</span>
          <strong className={line !== null && perHead < line * 100 ? 'low' : ''}>{`${yuan(perHead)} 元`}</strong>
        </div>
        <p className="faint">
          {line === null ? '本县还没有录入监测线' : perHead < line * 100 ? `低于监测线 ${line} 元` : `高于监测线 ${line} 元`}
        </p>
      </section>
      <p className="faint">{`核算期 ${income.from} 至 ${income.until}。${income.source ? `下面按“${income.source}”带出，请核对，有变化的改。` : '还没有填过，请按实际情况添加。'}`}</p>
      <section className="card">
        {draft.lines.map((one) => {
          const item = form.incomeItems.find((known) => known.item === one.item)
          return (
            <Line
              key={one.item}
              line={one}
              label={`${item?.label ?? one.item}${item?.sign === 'none' ? `（${item.groupLabel}）` : ''}`}
              note={item?.note ?? ''}
              evidences={form.incomeEvidence}
              set={(some, isTyped) => setLine(one.item, some, isTyped)}
              drop={() => change({ lines: draft.lines.filter((other) => other.item !== one.item) })}
            />
          )
        })}
        <select
          aria-label="添加一项收入或支出"
          value=""
          onChange={({ target }) => change({ lines: [...draft.lines, { item: target.value, amount: '', evidence: last }] })}
        >
          <option value="">＋ 添加一项收入或支出</option>
          {groups.map((group) => (
            <optgroup key={group} label={group}>
              {left
                .filter(({ groupLabel }) => groupLabel === group)
                .map(({ item, label }) => (
                  <option key={item} value={item}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </section>
      <section className="card">
        <div className="row spread">
          <span>核算人口</span>
          <span className="row">
            <button
              type="button"
              className="small"
              aria-label="少一人"
              disabled={draft.size <= 1}
              onClick={() => change({ size: draft.size - 1 })}
            >
              －
            </button>
            <strong>{draft.size}</strong>
            <button type="button" className="small" aria-label="多一人" onClick={() => change({ size: draft.size + 1 })}>
              ＋
            </button>
          </span>
        </div>
      </section>
    </>
  )
}
