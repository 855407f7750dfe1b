/** One request: what was asked, which household it may be, and what is decided and told. */
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Image } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { MaskedValue } from '../../parts/masked-value.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Facts, Mark, Moment } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { Decisions } from './decide.tsx'
import './applications.css'
import { stateTone, Who } from './inbox.tsx'

export type Application = Answer<'/api/v1/applications/{id}'>

const asks = { own: '本人（家）', proxy: '代办', other: '反映他人情况' } as const

function Asked({ one }: { one: Application }) {
  const may = useMay()
  const full = (which: 'idNumber' | 'phone' | 'askerPhone') =>
    may('person.unmask')
      ? {
          unmask: async (reason: string) => {
            const call = api.POST('/api/v1/applications/{id}/unmask', { params: { path: { id: one.id } }, body: { reason } })
            return (await ok(call))[which]
          },
        }
      : {}
  return (
    <Block title="提出的内容">
      <Facts
        lines={[
          ['来源', `${one.channelLabel}，${one.wayLabel}`],
          ['为谁提出', asks[one.asksFor]],
          ['涉及谁', one.name],
          ['证件号码', <MaskedValue key="id" value={one.idNumber} label="证件号码" {...full('idNumber')} />],
          ['联系电话', <MaskedValue key="phone" value={one.phone} label="联系电话" {...full('phone')} />],
          one.askerName === '' ? undefined : ['提出人', `${one.askerName}${one.askerRelation ? `（${one.askerRelation}）` : ''}`],
          one.askerPhone === ''
            ? undefined
            : ['提出人电话', <MaskedValue key="asker" value={one.askerPhone} label="提出人电话" {...full('askerPhone')} />],
          ['困难', one.difficulty],
          ['收到', <Moment key="at" at={one.receivedAt} />],
          one.enteredBy === '' ? undefined : ['登记人', one.enteredBy],
        ]}
      />
      {one.words === '' ? null : <p className="plain">{one.words}</p>}
      {one.hasPhoto ? <Image className="sent-photo" src={`/api/v1/applications/${one.id}/photo`} alt="所附照片" /> : null}
    </Block>
  )
}

function Result({ one }: { one: Application }) {
  return (
    <Block title="提出的人现在看到的">
      <p>
        <strong>{one.sentence}</strong>
      </p>
      <Facts
        lines={[
          one.followUp === ''
            ? undefined
            : [
                '查询码',
                <span key="code" className="number">
                  {one.followUp}
                </span>,
              ],
          one.state === 'waiting' ? ['应受理', one.dueOn] : ['决定', `${one.decidedOn ?? ''} ${one.decidedBy} ${one.stateLabel}`],
          one.refusalLabel === '' ? undefined : ['理由', one.refusalLabel],
          one.note === '' ? undefined : ['内部说明', one.note],
          one.toldOn === null ? undefined : ['已告知', `${one.toldOn} ${one.toldHow}`],
          one.caseId === null
            ? undefined
            : [
                '帮扶事项',
                <Link key="case" to={`/cases/${one.caseId}` as '/'}>
                  {`第 ${one.caseId} 号`}
                </Link>,
              ],
        ]}
      />
    </Block>
  )
}

function Twins({ one }: { one: Application }) {
  if (one.twins.length === 0) return null
  return (
    <Block title="同一人或同一户的其他申请、反映">
      <ul className="lines">
        {one.twins.map((twin) => (
          <li key={twin.id}>
            <Link className="grow" to={`/applications/${twin.id}` as '/'}>
              {`${twin.receivedOn} ${twin.channelLabel}：`}
              <Who line={twin} />
            </Link>
            <Mark tone={stateTone[twin.state]}>{twin.stateLabel}</Mark>
          </li>
        ))}
      </ul>
    </Block>
  )
}

function Card({ one }: { one: Application }) {
  const may = useMay()
  return (
    <Page
      title={`${one.name}：${one.difficulty}`}
      hint={
        <span className="marks">
          <Mark tone={stateTone[one.state]}>{one.stateLabel}</Mark>
          {one.isOverdue ? <Mark tone="red">{one.escalatedTo === null ? '受理逾期' : '受理逾期，上级督办'}</Mark> : null}
          {one.isToTell ? <Mark tone="yellow">结果待告知</Mark> : null}
          <span>{`${[one.township, one.village].filter(Boolean).join(' ')}，${one.receivedOn} 收到`}</span>
        </span>
      }
      actions={
        one.followUp === '' ? null : (
          <a href={`/applications/${one.id}/print`} target="_blank" rel="noreferrer">
            <Button icon={<PrinterOutlined />}>{one.state === 'waiting' ? '打印受理单' : '打印答复'}</Button>
          </a>
        )
      }
    >
      <div className="columns">
        <div className="span-8">
          <Asked one={one} />
          {may('application.receive') || one.isToTell ? <Decisions one={one} /> : null}
        </div>
        <div className="span-4">
          <Result one={one} />
          <Twins one={one} />
        </div>
      </div>
    </Page>
  )
}

export default function OneApplication() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['application', id],
    queryFn: () => ok(api.GET('/api/v1/applications/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(one) => <Card one={one} />}</Answered>
}
