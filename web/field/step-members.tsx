/** The first two steps: who was met, and who and what has changed in the household. */
import { useState } from 'react'
import { Choices } from './choices.tsx'
import { changeKey } from './draft.ts'
import type { Draft, Field } from './types.ts'
import type { StepProps } from './visit.tsx'

const outcomes = [
  { value: 'met', label: '见到了' },
  { value: 'not_met', label: '没有见到人' },
  { value: 'refused', label: '不配合' },
]

export function Meeting({ draft, form, change }: StepProps) {
  const { visit } = draft
  const reasons = draft.outcome === 'not_met' ? form.notMet : form.refused
  const facts = [
    ['户编号', visit.householdNumber],
    ['地址', [visit.township, visit.village, visit.groupName, visit.values.address].filter(Boolean).join(' ')],
    ['户类型', [visit.householdKind, visit.monitoredKind].filter(Boolean).join('，') || '一般农户'],
    ['风险', visit.risks.join('、')],
    ['上次走访', visit.lastVisit ? `${visit.lastVisit.on} ${visit.lastVisit.by}` : ''],
    ['授权', visit.authorisedUntil ? `有效至 ${visit.authorisedUntil}` : ''],
  ].filter(([, value]) => value !== '')
  return (
    <>
      <section className="card">
        <h2>有没有见到人</h2>
        <Choices
          label="有没有见到人"
          choices={outcomes}
          value={draft.outcome}
          choose={(value) => change({ outcome: value as Draft['outcome'], outcomeReason: '', step: 0 })}
        />
        {draft.outcome === 'met' ? (
          <>
            <h3>见到的是</h3>
            <Choices
              label="见到的是"
              choices={visit.members.map(({ personId, name, relation }) => ({ value: String(personId), label: `${name}（${relation}）` }))}
              value={String(draft.metWith)}
              choose={(value) => change({ metWith: Number(value) })}
            />
          </>
        ) : (
          <>
            <h3>原因</h3>
            <Choices
              label="原因"
              choices={reasons.map((reason) => ({ value: reason, label: reason }))}
              value={draft.outcomeReason}
              choose={(outcomeReason) => change({ outcomeReason })}
            />
            {draft.outcome === 'not_met' ? <p className="faint">没有见到人的，这一户仍留在名单里。</p> : null}
          </>
        )}
      </section>
      <section className="card">
        <h2>这一户</h2>
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}

function FieldInput({
  field,
  value,
  name,
  set,
}: {
  field: Field
  value: string
  name: string
  set: (value: string, isTyped: boolean) => void
}) {
  if (field.codes.length > 0 || field.kind === 'yes_no') {
    const codes = field.codes.length > 0 ? field.codes : ['是', '否'].map((code) => ({ code, label: code }))
    return (
      <select aria-label={name} value={value} onChange={({ target }) => set(target.value, false)}>
        <option value="">未填</option>
        {codes.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  const isNumber = ['money', 'number', 'whole_number'].includes(field.kind)
  return (
    <input
      aria-label={name}
      value={value}
      inputMode={isNumber ? 'decimal' : field.kind === 'phone' ? 'tel' : 'text'}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => set(target.value, true)}
    />
  )
}

/** Fields of one person or of the household, shown as registered until “有变化” is pressed. */
function Fields({
  draft,
  fields,
  personId,
  values,
  who,
  change,
}: Pick<StepProps, 'draft' | 'change'> & {
  fields: readonly Field[]
  personId: number | null
  values: Readonly<Record<string, string>>
  who: string
}) {
  const touched = fields.some(({ name }) => draft.changes[changeKey(personId, name)] !== undefined)
  const [isOpen, setOpen] = useState(touched)
  if (!isOpen)
    return (
      <div className="row spread">
        <span className="faint">
          {fields
            .flatMap(({ name, label }) =>
              values[name] ? [name.startsWith('has_') || label.length > 6 ? `${label}：${values[name]}` : values[name]] : [],
            )
            .join('，') || '没有登记'}
        </span>
        <button type="button" className="small" onClick={() => setOpen(true)} aria-label={`${who}有变化`}>
          有变化
        </button>
      </div>
    )
  return (
    <div className="field-grid">
      {fields.map((field) => {
        const key = changeKey(personId, field.name)
        const value = draft.changes[key] ?? values[field.name] ?? ''
        const isNew = draft.changes[key] !== undefined && draft.changes[key] !== (values[field.name] ?? '')
        return (
          <div className={`field ${isNew ? 'is-new' : ''}`} key={field.name}>
            <span>{field.label}</span>
            <FieldInput
              field={field}
              value={value}
              name={`${who}的${field.label}`}
              set={(next, isTyped) => change({ changes: { ...draft.changes, [key]: next } }, isTyped ? key : undefined)}
            />
          </div>
        )
      })}
    </div>
  )
}

function Events({ draft, form, change }: StepProps) {
  const set = (at: number, some: object) => change({ events: draft.events.map((one, n) => (n === at ? { ...one, ...some } : one)) })
  return (
    <section className="card">
      <h2>家庭人口变化</h2>
      {draft.events.map((event, at) => {
        const kind = form.memberEvents.find((one) => one.kind === event.kind)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name
          <div className="event" key={at}>
            <div className="row spread">
              <strong>{kind?.label}</strong>
              <button type="button" className="link" onClick={() => change({ events: draft.events.filter((_, n) => n !== at) })}>
                删去
              </button>
            </div>
            {kind?.about === 'member' ? (
              <Choices
                label="哪一位"
                choices={draft.visit.members.map(({ personId, name }) => ({ value: String(personId), label: name }))}
                value={String(event.personId)}
                choose={(value) => set(at, { personId: Number(value) })}
              />
            ) : null}
            <label className="field">
              <span>说明（姓名、时间）</span>
              <input
                value={event.note}
                maxLength={200}
                onChange={({ target }) =>
                  change({ events: draft.events.map((one, n) => (n === at ? { ...one, note: target.value } : one)) }, `event.${at}`)
                }
              />
            </label>
          </div>
        )
      })}
      <Choices
        label="登记一项变化"
        choices={form.memberEvents.map(({ kind, label }) => ({ value: kind, label: `＋${label}` }))}
        value={null}
        choose={(kind) => change({ events: [...draft.events, { kind, personId: null, note: '' }] })}
      />
      <p className="faint">先记在这里，回来后由办公端按“登记变动”办理。</p>
    </section>
  )
}

export function Members({ draft, form, store, change }: StepProps) {
  return (
    <>
      <p className="faint">逐人核对，没有变化的不用动。</p>
      {draft.visit.members.map((member) => (
        <section className="card" key={member.personId}>
          <h2>
            {member.name}
            <span className="faint">{` ${member.relation}${member.age === null ? '' : `，${member.age} 岁`}`}</span>
          </h2>
          <Fields
            draft={draft}
            change={change}
            fields={form.memberFields}
            personId={member.personId}
            values={member.values}
            who={member.name}
          />
        </section>
      ))}
      <section className="card">
        <h2>全户</h2>
        <Fields draft={draft} change={change} fields={form.householdFields} personId={null} values={draft.visit.values} who="全户" />
      </section>
      <Events draft={draft} form={form} store={store} change={change} />
    </>
  )
}
