/** What a visit form says, as it is shown on the screen and on paper. */
import type { Answer } from '../../api/client.ts'
import { Mark, money } from '../../parts/words.tsx'

export type WholeForm = Answer<'/api/v1/visits/forms/{id}'>

export function Guarantees({ form }: { form: WholeForm }) {
  return (
    <table className="plain-table">
      <tbody>
        {form.guarantees.map(({ label, said, isProblem, note }) => (
          <tr key={label}>
            <th scope="row" style={{ width: 110 }}>
              {label}
            </th>
            <td>
              {isProblem ? <Mark tone="red">{said}</Mark> : said}
              {note ? `，${note}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Income({ form }: { form: WholeForm }) {
  if (form.income === null) return <p className="faint">没有核算收入。</p>
  const { lines, netIncome, netIncomePerHead, period, size } = form.income
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">金额（元）</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, groupLabel, amount, evidence }) => (
          <tr key={label}>
            <td>
              {label} <span className="faint">{groupLabel}</span>
            </td>
            <td className="number">{money(amount)}</td>
            <td>{evidence}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{`家庭纯收入（核算期 ${period}）`}</th>
          <td className="number">{money(netIncome)}</td>
          <td>{`${size} 人，人均 ${netIncomePerHead ?? '—'} 元`}</td>
        </tr>
      </tbody>
    </table>
  )
}

export function Answers({ form }: { form: WholeForm }) {
  return (
    <ol className="questions">
      {form.answers.map(({ question, answer, words }) => (
        <li key={question}>
          {question} <strong>{[answer, words].filter(Boolean).join('，')}</strong>
        </li>
      ))}
    </ol>
  )
}

/** Photos and signature; what was promised and has not come says so. */
export function Pictures({ form, kind }: { form: WholeForm; kind: 'photo' | 'signature' }) {
  const some = form.attachments.filter((one) => one.kind === kind)
  return (
    <div className="visit-pictures">
      {some.map(({ id, takenAt, latitude, longitude }) => (
        <figure key={takenAt}>
          {id === null ? (
            <div className="visit-picture faint">还没有送到</div>
          ) : (
            <img className="visit-picture" src={`/api/v1/attachments/${id}`} alt={kind === 'photo' ? '走访照片' : '农户签名'} />
          )}
          {kind === 'photo' ? (
            <figcaption className="faint">
              {new Date(takenAt).toLocaleString('zh-CN', { dateStyle: 'short', timeStyle: 'short' })}
              {latitude === null ? '，无定位' : `，北纬 ${latitude} 东经 ${longitude}`}
            </figcaption>
          ) : null}
        </figure>
      ))}
    </div>
  )
}
