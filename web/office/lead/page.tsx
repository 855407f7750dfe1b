/** One lead: why it was raised, what it rests on, and what was done about it. */
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Timeline } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Mark, Moment, Urgency } from '../../parts/words.tsx'
import { BeginFromLeads } from '../cases/begin.tsx'
import { useMay } from '../frame/session.ts'
import { LeadActions } from './actions.tsx'
import { CounterEvidence, Questions, Rule, Sources, Values } from './proof.tsx'
import { leadStateTone } from './tones.ts'

export type LeadCard = Answer<'/api/v1/leads/{id}'>

function Head({ lead }: { lead: LeadCard }) {
  return (
    <Block>
      <div className="row">
        <Urgency level={lead.urgency} />
        <Mark tone={leadStateTone[lead.state]}>{lead.stateLabel}</Mark>
        {lead.isExempt ? <Mark>豁免中</Mark> : null}
        {lead.alreadyMonitored ? <Mark tone="blue">已是监测对象</Mark> : null}
        {lead.isPresent ? null : <Mark>{`${lead.goneOn ?? ''} 起不再命中`}</Mark>}
        <span className="faint">{`处理人：${lead.assignedTo?.name ?? '未分派'}`}</span>
        <span className="faint">{`比对日 ${lead.asOf}，${lead.appearedOn} 首次发现`}</span>
      </div>
      <p className="lead-sentence">{lead.sentence}</p>
      <p className="faint">{`紧急程度：${lead.urgencySteps.join('；')}`}</p>
    </Block>
  )
}

/** What the lead rests on may have been taken back since. */
function Withdrawn({ lead }: { lead: LeadCard }) {
  const may = useMay()
  if (lead.withdrawnFiles.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title="这条线索所依据的文件已撤回，核实时以现在的情况为准；下次筛查重新判断。"
      description={
        <ul>
          {lead.withdrawnFiles.map(({ fileId, note }) => (
            <li key={fileId}>
              {may('file.read') ? (
                <Link className="in-text" to="/files/$id" params={{ id: String(fileId) }}>
                  {note}
                </Link>
              ) : (
                note
              )}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Others({ lead }: { lead: LeadCard }) {
  if (lead.otherLeads.length === 0) return null
  return (
    <Block title="同一户的其他线索">
      <ul className="lines">
        {lead.otherLeads.map(({ id, ruleLabel, state }) => (
          <li key={id}>
            <Link className="grow" to="/leads/$id" params={{ id: String(id) }}>
              {ruleLabel}
            </Link>
            <Mark tone={leadStateTone[state]}>{{ open: '待处理', handled: '处理中', closed: '已办结' }[state]}</Mark>
          </li>
        ))}
      </ul>
    </Block>
  )
}

function Events({ lead }: { lead: LeadCard }) {
  return (
    <Block title="经过">
      <Timeline
        items={lead.events.map(({ id, at, label, officerName, text }) => ({
          key: id,
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

function Card({ lead }: { lead: LeadCard }) {
  return (
    <Page
      title={`${lead.headName}家：${lead.ruleLabel}`}
      hint={
        <>
          {`${lead.township} ${lead.village}，户编号 ${lead.householdNumber}`}
          {lead.householdId ? (
            <>
              {'　'}
              <Link to="/households/$id" params={{ id: String(lead.householdId) }}>
                查看农户档案
              </Link>
            </>
          ) : null}
        </>
      }
      actions={
        <>
          <Link to="/leads/$id/print" params={{ id: String(lead.id) }} target="_blank">
            <Button icon={<PrinterOutlined />}>打印核实单</Button>
          </Link>
          {lead.state === 'closed' ? null : <BeginFromLeads leadIds={[lead.id]} />}
          <LeadActions lead={lead} />
        </>
      }
    >
      <Withdrawn lead={lead} />
      <Head lead={lead} />
      <div className="columns">
        <div className="span-8">
          <Block title="数值与标准">
            <Values lead={lead} />
          </Block>
          <Block title="证据来自这些行" extra={<span className="faint">{`共 ${lead.sourceCount} 行`}</span>}>
            <Sources lead={lead} />
          </Block>
          {lead.counterEvidence.length > 0 ? (
            <Block title="反证（只作提示，不排除线索）">
              <CounterEvidence lead={lead} />
            </Block>
          ) : null}
        </div>
        <div className="span-4">
          <Block title="规则">
            <Rule lead={lead} />
          </Block>
          <Block title="入户时要问">
            <Questions lead={lead} />
          </Block>
          <Others lead={lead} />
          <Events lead={lead} />
        </div>
      </div>
    </Page>
  )
}

export default function Lead() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['lead', id],
    queryFn: () => ok(api.GET('/api/v1/leads/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(lead) => <Card lead={lead} />}</Answered>
}
