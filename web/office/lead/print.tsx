/** The proof card on one sheet of paper, with room to write during the visit. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import type { LeadCard } from './page.tsx'
import './print.css'
import { CounterEvidence, Questions, Rule, Sources, Values } from './proof.tsx'

const cellsOnPaper = 60

/** As many source rows as leave the card on one page; the first is always shown. */
function fitting({ sources }: LeadCard): number {
  let cells = 0
  const tooMany = sources.findIndex((source) => {
    cells += Math.max(source.cells.length, 4)
    return cells > cellsOnPaper
  })
  return tooMany === -1 ? sources.length : Math.max(1, tooMany)
}

function Paper({ lead }: { lead: LeadCard }) {
  useEffect(() => {
    document.title = `核实单 ${lead.headName} ${lead.ruleLabel}`
  }, [lead])
  return (
    <main className="paper">
      <div className="no-print paper-bar">
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        <span className="faint">一页 A4 纸；证件号码、电话已遮盖。</span>
      </div>
      <h1>线索核实单</h1>
      <table className="paper-head">
        <tbody>
          <tr>
            <th>户主</th>
            <td>{lead.headName}</td>
            <th>乡镇、村</th>
            <td>{`${lead.township} ${lead.village}`}</td>
            <th>户编号</th>
            <td>{lead.householdNumber}</td>
          </tr>
          <tr>
            <th>线索</th>
            <td>{lead.ruleLabel}</td>
            <th>紧急程度</th>
            <td>{{ red: '红色', yellow: '黄色', green: '绿色' }[lead.urgency]}</td>
            <th>比对日</th>
            <td>{lead.asOf}</td>
          </tr>
        </tbody>
      </table>
      <h2>一、为什么提示</h2>
      <Rule lead={lead} />
      <Values lead={lead} />
      <h2>二、证据</h2>
      {lead.withdrawnFiles.map(({ fileId, note }) => (
        <p key={fileId}>{`注意：${note}`}</p>
      ))}
      <Sources lead={lead} most={fitting(lead)} />
      {lead.counterEvidence.length > 0 ? (
        <>
          <h2>反证（只作提示）</h2>
          <CounterEvidence lead={lead} />
        </>
      ) : null}
      <h2>三、入户要问</h2>
      <Questions lead={lead} />
      <h2>四、核实结果</h2>
      <div className="paper-write">
        <p>□ 属实　　□ 不属实　　□ 需进一步核实</p>
        <p className="blank">情况说明：</p>
        <p className="paper-sign">
          <span>农户（代表）签字：</span>
          <span>核实人签字：</span>
          <span>核实日期：　　　年　　月　　日</span>
        </p>
      </div>
      <p className="faint paper-foot">{`线索编号 ${lead.id}，由筛查规则自动提示，须经入户核实，不得直接作为认定或取消待遇的依据。`}</p>
    </main>
  )
}

export default function Print() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['lead', id],
    queryFn: () => ok(api.GET('/api/v1/leads/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(lead) => <Paper lead={lead} />}</Answered>
}
