/** What each rule set makes of the statement, condition by condition; never a decision. */
import type { ReactNode } from 'react'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import type { StatementSheet } from './statement.tsx'

type Judgement = StatementSheet['judgements'][number]
type Grade = Judgement['grades'][number]

const tones = { met: 'green', not_met: undefined, unknown: 'yellow' } as const
const conditionWords = (isMet: boolean | null) => (isMet === null ? '情况不明' : isMet ? '符合' : '不符合')
const conditionTone = (isMet: boolean | null) => (isMet === null ? 'yellow' : isMet ? 'green' : undefined)

/** From which day, where and by which document a number holds. */
function NumberBasis({ number }: { number: Grade['conditions'][number]['numbers'][number] }) {
  const { label, value, unit, since, region, basis, missing } = number
  if (value === null) return <div className="faint">{missing}</div>
  return <div className="faint">{`${label} ${value} ${unit}：${region ?? ''}，${since ?? ''} 起，${basis.join('、')}`}</div>
}

export function GradeLines({ grade }: { grade: Grade }) {
  return (
    <section>
      <h3 className="row">
        {grade.label}
        <Mark tone={tones[grade.verdict]}>{grade.verdictLabel}</Mark>
      </h3>
      <ul className="lines">
        {grade.conditions.map(({ label, isMet, detail, numbers, basis }) => (
          <li key={label}>
            <Mark tone={conditionTone(isMet)}>{conditionWords(isMet)}</Mark>
            <span className="grow">
              {label}
              <div className="faint">{detail}</div>
              {numbers
                .filter(({ value, missing }) => value !== null || !detail.includes(missing))
                .map((number) => (
                  <NumberBasis key={number.key} number={number} />
                ))}
              <div className="faint">{`条件依据：${basis.join('、')}`}</div>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function RuleSetLines({ judgement }: { judgement: Judgement }) {
  const { note, rigid, grades } = judgement
  return (
    <>
      <p className="faint">{note}</p>
      <p>
        {`刚性支出合计 ${rigid.amount} 元`}
        {rigid.missing.length > 0 ? <span className="faint">{`；没有填：${rigid.missing.join('、')}`}</span> : null}
      </p>
      {grades.map((grade) => (
        <GradeLines key={grade.grade} grade={grade} />
      ))}
    </>
  )
}

/** The verdicts in a line each, above the form they come from. */
export function Verdicts({ sheet }: { sheet: StatementSheet }) {
  return (
    <div className="stack" style={{ marginTop: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {sheet.judgements.map(({ ruleSet, label, grades }) => (
        <div className="row" key={ruleSet}>
          <strong>{label}</strong>
          {grades.map(({ grade, label: name, verdict, verdictLabel }) => (
            <span className="row" key={grade}>
              {name}
              <Mark tone={tones[verdict]}>{verdictLabel}</Mark>
            </span>
          ))}
        </div>
      ))}
      <p className="faint">按填的数逐项核对，只供审核参考，不作为认定结论；每一项的数和依据在表的下面。</p>
    </div>
  )
}

export function Judgements({ sheet, extra }: { sheet: StatementSheet; extra?: ReactNode }) {
  return (
    <div className="columns">
      {sheet.judgements.map((one) => (
        <div className="span-6" key={one.ruleSet}>
          <Block title={`${one.label}（${one.office}）`} extra={one.ruleSet === 'civil_affairs' ? extra : null}>
            {sheet.isProvisional ? <p className="faint">收支表还没有保存，按带出的数试算。</p> : null}
            <RuleSetLines judgement={one} />
          </Block>
        </div>
      ))}
    </div>
  )
}
