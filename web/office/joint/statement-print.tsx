/** The statement on paper, in the order of the form, with both rule sets and places to sign. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import '../lead/print.css'
import type { StatementSheet } from './statement.tsx'

const kinds = [
  { kind: 'income', title: '一、收入和生产经营性支出' },
  { kind: 'not_income', title: '二、不计入收入' },
  { kind: 'spending', title: '三、家庭支出' },
] as const

function PaperLines({ sheet, kind }: { sheet: StatementSheet; kind: StatementSheet['lines'][number]['kind'] }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">类别</th>
          <th scope="col">项目</th>
          <th scope="col">金额（元）</th>
          <th scope="col">依据</th>
        </tr>
      </thead>
      <tbody>
        {sheet.lines
          .filter((line) => line.kind === kind)
          .map((line) => (
            <tr key={line.item}>
              <td>{line.groupLabel}</td>
              <td>{line.label}</td>
              <td className="number">{line.amount ?? ''}</td>
              <td>{line.evidence}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function Paper({ sheet }: { sheet: StatementSheet }) {
  useEffect(() => {
    document.title = `家庭收支表 ${sheet.headName} ${sheet.period}`
  }, [sheet])
  const cells: [string, string][] = [
    ['户主', sheet.headName],
    ['户编号', sheet.householdNumber],
    ['乡镇、村', `${sheet.township} ${sheet.village}`],
    ['核算期', `${sheet.from} 至 ${sheet.until}`],
    ['核算人口', `${sheet.size} 人`],
    ['填报', sheet.savedBy ?? '还没有保存'],
  ]
  return (
    <main className="paper">
      <div className="no-print paper-bar">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span className="faint">{sheet.version === 0 ? '还没有保存，只印已填的数。' : `第 ${sheet.version} 版`}</span>
      </div>
      <h1>农户家庭收入支出核算表</h1>
      <table className="paper-head">
        <tbody>
          {[cells.slice(0, 3), cells.slice(3)].map((row) => (
            <tr key={row[0]?.[0]}>
              {row.flatMap(([label, value]) => [<th key={label}>{label}</th>, <td key={`${label} value`}>{value}</td>])}
            </tr>
          ))}
        </tbody>
      </table>
      {kinds.map(({ kind, title }) => (
        <section key={kind}>
          <h2>{title}</h2>
          <PaperLines sheet={sheet} kind={kind} />
        </section>
      ))}
      <h2>四、合计</h2>
      <p>{sheet.groups.map(({ label, amount }) => `${label} ${amount} 元`).join('；')}</p>
      <p>{`家庭纯收入 ${sheet.netIncome} 元，人均 ${sheet.netIncomePerHead ?? '—'} 元；家庭支出 ${sheet.spending} 元`}</p>
      <h2>五、按两套规则逐项核对（供审核参考，不作为认定结论）</h2>
      {sheet.judgements.map((one) => (
        <section key={one.ruleSet}>
          {one.grades.map((grade) => (
            <p key={grade.grade}>
              {`${one.label}·${grade.label}：${grade.verdictLabel}。`}
              {grade.conditions.map(({ label, detail }) => `${label}：${detail}`).join('；')}
            </p>
          ))}
        </section>
      ))}
      <p className="paper-sign">
        <span>农户签名：　　　　　　　</span>
        <span>核算人：　　　　　　　</span>
        <span>日期：　　　　年　　月　　日</span>
      </p>
    </main>
  )
}

export default function Print() {
  const { id, period } = useParams({ strict: false }) as { id: string; period: string }
  const asked = useQuery({
    queryKey: ['statement', Number(id), period],
    queryFn: () =>
      ok(api.GET('/api/v1/register/households/{id}/statement/{period}', { params: { path: { id: Number(id), period }, query: {} } })),
  })
  return <Answered asked={asked}>{(sheet) => <Paper sheet={sheet} />}</Answered>
}
