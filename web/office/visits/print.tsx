/** A visit form on paper, signature and photos in it. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import { Answers, Guarantees, Income, Pictures, type WholeForm } from './form-parts.tsx'
import './visits.css'

/** Headings are numbered as they come: a sheet without questions or changes has fewer. */
function numbered(): (label: string) => string {
  let number = 0
  return (label) => {
    number += 1
    return `${'一二三四五六七'[number - 1]}、${label}`
  }
}

function Paper({ form }: { form: WholeForm }) {
  useEffect(() => {
    document.title = `入户核查表 ${form.headName} ${form.visitedOn}`
  }, [form])
  const cells: [string, string][] = [
    ['户主', form.headName],
    ['户编号', form.householdNumber],
    ['乡镇、村', `${form.township} ${form.village} ${form.groupName}`],
    ['走访日期', form.visitedOn],
    ['走访人', form.visitorName],
    ['见到', form.metWith || form.outcomeReason],
  ]
  const head = numbered()
  const changes = form.changes.filter(({ kind }) => kind === 'field')
  return (
    <main className="paper">
      <div className="no-print paper-bar">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span className="faint">{`入户表 ${form.id}，第 ${form.version} 版；电话已遮盖。`}</span>
      </div>
      <h1>防止返贫动态监测入户核查表</h1>
      <table className="paper-head">
        <tbody>
          {[cells.slice(0, 3), cells.slice(3)].map((row) => (
            <tr key={row[0]?.[0]}>
              {row.flatMap(([label, value]) => [<th key={label}>{label}</th>, <td key={`${label} value`}>{value}</td>])}
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{head('三保障和饮水安全')}</h2>
      <Guarantees form={form} />
      <h2>{head('收入核算')}</h2>
      <Income form={form} />
      {form.answers.length > 0 ? (
        <>
          <h2>{head('核实的问题')}</h2>
          <Answers form={form} />
        </>
      ) : null}
      {changes.length + form.events.length > 0 ? (
        <>
          <h2>{head('家庭情况变化')}</h2>
          <ul>
            {changes.map((one) => (
              <li
                key={one.id}
              >{`${[one.personName, one.label].filter(Boolean).join(' ')}：${one.before || '（空）'} → ${one.mine || '（空）'}`}</li>
            ))}
            {form.events.map((one) => (
              <li key={one.label + one.personName + one.note}>{[one.label, one.personName, one.note].filter(Boolean).join('，')}</li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{head('结论')}</h2>
      {form.purposes.map(({ label, conclusion }) => (
        <p key={label}>{`${label}：${conclusion || form.outcomeLabel}`}</p>
      ))}
      {form.risks.length > 0 ? <p>{`风险：${form.risks.join('、')}`}</p> : null}
      {form.note ? <p>{form.note}</p> : null}
      {form.authorisation ? (
        <>
          <h2>{head('承诺授权')}</h2>
          <p>{form.authorisation.wording}</p>
          <p>{`授权人：${form.authorisation.signers.join('、')}；范围：${form.authorisation.scope.join('、')}；有效至 ${form.authorisation.untilOn}`}</p>
        </>
      ) : null}
      <Pictures form={form} kind="photo" />
      <p>{form.unsignedReason ? `农户未签名：${form.unsignedReason}` : '农户签名：'}</p>
      <Pictures form={form} kind="signature" />
    </main>
  )
}

export default function Print() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['visit-form', id],
    queryFn: () => ok(api.GET('/api/v1/visits/forms/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(form) => <Paper form={form} />}</Answered>
}
