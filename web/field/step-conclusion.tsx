/** What the visit comes to: proposed from what was found, said by the officer. */
import { Choices, Several } from './choices.tsx'
import { conclusionsOf, purposesOf, signsOfRisk } from './draft.ts'
import type { StepProps } from './visit.tsx'

export function Conclusion({ draft, form, change }: StepProps) {
  const signs = signsOfRisk(draft, form)
  const chosen = conclusionsOf(draft, form)
  return (
    <>
      <p className={signs.length > 0 ? 'notice' : 'notice pale'}>
        {signs.length > 0 ? `有风险的迹象：${signs.join('；')}。` : '填写的内容里没有风险的迹象。'}下面是建议，由您决定。
      </p>
      {purposesOf(draft).map((purpose) => (
        <section className="card" key={purpose}>
          <h2>{`${form.purposes[purpose]?.label ?? purpose}的结论`}</h2>
          <Choices
            label={`${form.purposes[purpose]?.label ?? purpose}的结论`}
            choices={(form.purposes[purpose]?.conclusions ?? []).map(({ code, label }) => ({ value: code, label }))}
            value={chosen[purpose] ?? null}
            choose={(code) => change({ conclusions: { ...draft.conclusions, [purpose]: code } })}
          />
        </section>
      ))}
      <section className="card">
        <h2>
          风险
          <span className="faint"> 最多五项，主要的在前</span>
        </h2>
        <Several
          label="风险"
          choices={form.risks.map(({ code, label }) => ({ value: code, label }))}
          values={draft.risks}
          choose={(risks) => change({ risks: risks.slice(0, 5) })}
        />
      </section>
      <section className="card">
        <label className="field">
          <span>说明（可不填）</span>
          <textarea rows={3} maxLength={1000} value={draft.note} onChange={({ target }) => change({ note: target.value }, 'note')} />
        </label>
      </section>
    </>
  )
}
