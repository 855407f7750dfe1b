/** Who came: the people of the last meeting are there to be ticked, others are added by name. */
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import type { MeetingAnswer } from './kept.ts'

type Entry = MeetingAnswer['attendance'][number]

interface RosterProps {
  roster: readonly Entry[]
  kinds: MeetingAnswer['policy']['kinds']
  change: (roster: Entry[]) => void
}

const parted = /[\s、，,;；]+/

/** Several names at once, parted by space or comma, as they stand in a list that is copied in. */
export function Roster({ roster, kinds, change }: RosterProps) {
  const [kind, setKind] = useState(Object.keys(kinds)[0] ?? '')
  const [names, setNames] = useState('')
  const add = () => {
    const fresh = names.split(parted).filter((name) => name !== '' && !roster.some((one) => one.name === name && one.kind === kind))
    if (fresh.length > 0) change([...roster, ...fresh.map((name) => ({ name, kind, isPresent: true }))])
    setNames('')
  }
  return (
    <div className="stack">
      {Object.entries(kinds).map(([key, { label }]) => {
        const people = roster.filter((one) => one.kind === key)
        if (people.length === 0) return null
        const isAll = people.every(({ isPresent }) => isPresent)
        return (
          <fieldset key={key} className="roster">
            <legend>
              {`${label}（${people.filter(({ isPresent }) => isPresent).length}/${people.length}）`}
              <Button
                type="link"
                size="small"
                onClick={() => change(roster.map((one) => (one.kind === key ? { ...one, isPresent: !isAll } : one)))}
              >
                {isAll ? '全不选' : '全选'}
              </Button>
            </legend>
            {people.map((person) => (
              <span key={person.name} className="roster-entry">
                <Checkbox
                  checked={person.isPresent}
                  onChange={({ target }) => change(roster.map((one) => (one === person ? { ...one, isPresent: target.checked } : one)))}
                >
                  {person.name}
                </Checkbox>
                <button
                  type="button"
                  className="remove"
                  aria-label={`从名单移去${person.name}`}
                  onClick={() => change(roster.filter((one) => one !== person))}
                >
                  ×
                </button>
              </span>
            ))}
          </fieldset>
        )
      })}
      <div className="row">
        <Select
          aria-label="参会人员类别"
          value={kind}
          onChange={setKind}
          options={Object.entries(kinds).map(([value, { label }]) => ({ value, label }))}
          style={{ width: 150 }}
        />
        <Input
          aria-label="参会人员姓名"
          placeholder="姓名，多个用顿号或空格隔开"
          value={names}
          onChange={({ target }) => setNames(target.value)}
          onPressEnter={add}
          style={{ width: 300 }}
        />
        <Button onClick={add}>加入</Button>
      </div>
    </div>
  )
}
