/** The votes of each household, typed by keyboard: who is against and who abstains; the rest agree. */
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { resultOf } from '../../../src/cases/review/meeting.rules.ts'
import { Mark } from '../../parts/words.tsx'
import type { Draft, MeetingAnswer, Vote } from './kept.ts'

interface VoteTableProps {
  meeting: MeetingAnswer
  draft: Draft
  voters: number
  change: (votes: Vote[]) => void
}

const columns = ['agree', 'disagree', 'abstain'] as const
type Column = (typeof columns)[number]
const words: Record<Column, string> = { agree: '同意', disagree: '不同意', abstain: '弃权' }

/** What the others leave: those against and abstaining are counted in the room, those who agree follow. */
function filled(vote: Vote, column: Column, text: string, voters: number): Vote {
  const value = text === '' ? null : Math.min(2000, Math.max(0, Math.trunc(Number(text)) || 0))
  const next = { ...vote, [column]: value }
  if (column === 'agree' || value === null) return next
  const [against, abstain] = [next.disagree ?? 0, next.abstain ?? 0]
  return { ...next, disagree: against, abstain, agree: Math.max(0, voters - against - abstain) }
}

/** Enter and the arrows go to the same column of the next household. */
function walk(event: KeyboardEvent<HTMLInputElement>, table: HTMLTableElement | null): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const { row, column } = event.currentTarget.dataset
  const next = table?.querySelector<HTMLInputElement>(`input[data-row="${Number(row) + step}"][data-column="${column}"]`)
  next?.focus()
  next?.select()
}

export function VoteTable({ meeting, draft, voters, change }: VoteTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const known = new Map([...meeting.households, ...meeting.joinable].map((one) => [one.caseId, one]))
  const outside = [...known.values()].filter(({ caseId }) => !draft.votes.some((vote) => vote.caseId === caseId))
  const set = (caseId: number, next: Vote) => change(draft.votes.map((vote) => (vote.caseId === caseId ? next : vote)))
  const agreeAll = () =>
    change(draft.votes.map((vote) => (vote.agree === null ? { ...vote, agree: voters, disagree: 0, abstain: 0 } : vote)))
  return (
    <div className="stack">
      <div className="row">
        <Button onClick={agreeAll} disabled={voters === 0}>
          {`没有填的都记为全票同意（${voters} 票）`}
        </Button>
        <span className="faint">只填不同意和弃权的票数，同意的自动算出；回车到下一户。</span>
      </div>
      <div className="table-scroll">
        <table className="plain-table votes" ref={table} aria-label="逐户表决">
          <thead>
            <tr>
              {['户主', '评议事项', '人口', '主要风险', ...columns.map((column) => words[column]), '结果', '意见', ''].map((word) => (
                <th key={word}>{word}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.votes.map((vote, row) => {
              const one = known.get(vote.caseId)
              if (!one) return null
              const cast = (vote.agree ?? 0) + (vote.disagree ?? 0) + (vote.abstain ?? 0)
              const isWrong = vote.agree !== null && cast !== voters
              const result = resultOf({ ...one, ...vote }, voters, meeting.shares.agree)
              return (
                <tr key={vote.caseId}>
                  <td>
                    <Link to="/cases/$id" params={{ id: String(vote.caseId) }}>
                      {one.headName}
                    </Link>
                    {one.unexplainedFlags > 0 ? <div className="faint">{`${one.unexplainedFlags} 条资产提示待说明`}</div> : null}
                  </td>
                  <td>{meeting.policy.purposes[one.purpose]}</td>
                  <td className="number">{one.memberCount}</td>
                  <td>{one.risks.join('、')}</td>
                  {columns.map((column) => (
                    <td key={column}>
                      <input
                        className="vote"
                        inputMode="numeric"
                        aria-label={`${one.headName}家${words[column]}票数`}
                        data-row={row}
                        data-column={column}
                        value={vote[column] ?? ''}
                        onFocus={({ target }) => target.select()}
                        onChange={({ target }) => set(vote.caseId, filled(vote, column, target.value, voters))}
                        onKeyDown={(event) => walk(event, table.current)}
                      />
                    </td>
                  ))}
                  <td>
                    {isWrong ? (
                      <Mark tone="red">{`共 ${cast} 票，应为 ${voters}`}</Mark>
                    ) : result === undefined ? null : (
                      <Mark tone={result === 'agreed' ? 'green' : 'yellow'}>{result === 'agreed' ? '通过' : '未通过'}</Mark>
                    )}
                  </td>
                  <td>
                    <input
                      className="vote-note"
                      aria-label={`${one.headName}家的意见`}
                      value={vote.note}
                      maxLength={500}
                      onChange={({ target }) => set(vote.caseId, { ...vote, note: target.value })}
                    />
                  </td>
                  <td>
                    <Button type="link" size="small" onClick={() => change(draft.votes.filter((other) => other !== vote))}>
                      下次再议
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {outside.length > 0 ? (
        <div className="row">
          <Select
            aria-label="加入本次会议的农户"
            placeholder="加入等待评议的农户"
            value={null}
            style={{ width: 260 }}
            options={outside.map(({ caseId, headName }) => ({ value: caseId, label: headName }))}
            onChange={(caseId: number | null) =>
              caseId !== null && change([...draft.votes, { caseId, agree: null, disagree: null, abstain: null, note: '' }])
            }
          />
        </div>
      ) : null}
    </div>
  )
}
