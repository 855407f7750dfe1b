/** What happened, newest first; and what is due by when, with the rule behind it. */
import { Timeline } from 'antd'
import { Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark, Moment } from '../../parts/words.tsx'
import type { CaseCard } from './case.tsx'

export function CaseHistory({ theCase }: { theCase: CaseCard }) {
  return (
    <Block>
      <Timeline
        items={theCase.events.map(({ seq, at, kind, label, officerName, text }) => ({
          key: seq,
          color: kind === 'moved' || kind === 'opened' ? 'blue' : kind === 'reminded' || kind === 'escalated' ? 'red' : 'gray',
          content: (
            <>
              <strong>{label}</strong>
              <span className="faint">
                {` ${officerName} `}
                <Moment at={at} />
              </span>
              {text ? <div className="plain">{text}</div> : null}
            </>
          ),
        }))}
      />
    </Block>
  )
}

export function Deadlines({ theCase }: { theCase: CaseCard }) {
  const standing = theCase.deadlines.filter(({ metOn }) => metOn === null && theCase.isOpen)
  const past = theCase.deadlines.filter(({ metOn, dueOn }) => metOn !== null && dueOn !== null)
  if (theCase.deadlines.length === 0) return <Nothing>没有期限。</Nothing>
  return (
    <ul className="lines">
      {[...standing, ...past].map((one) => (
        <li key={`${one.about} ${one.startsOn} ${one.metOn ?? ''}`} title={one.basis}>
          <span className="grow">
            {one.label}
            <div className="faint">
              {[
                `${one.startsOn} 起算`,
                one.notBefore && one.metOn === null ? `${one.notBefore} 起可办` : '',
                one.dueOn ? `${one.dueOn} 前办结` : '',
                one.isProvisional ? '暂定' : '',
              ]
                .filter(Boolean)
                .join('，')}
            </div>
          </span>
          {one.isOverdue ? (
            <Mark tone="red">{one.metOn === null ? '逾期' : '逾期办结'}</Mark>
          ) : (
            <Mark tone={one.metOn === null ? undefined : 'green'}>{one.metOn === null ? '进行中' : '按期'}</Mark>
          )}
        </li>
      ))}
    </ul>
  )
}
