/** One household that was handed over: what was enclosed, the answer, and the steps that are open. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { Facts, Moment } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { RuleSetLines } from './judgements.tsx'
import { Totals } from './statement.tsx'
import { StateMark } from './words.tsx'

type Referral = Answer<'/api/v1/joint/referrals/{id}'>
type Action = Referral['actions'][number]['action']
interface Typed {
  answer?: string
  grade?: string
  from?: Dayjs
  until?: Dayjs
}

function useSend({ id, version }: Referral, isOurs: boolean, done: () => void) {
  return useAct(
    ({ action, typed: { answer = '', grade, from, until } }: { action: Action; typed: Typed }) => {
      const body = {
        version,
        answer,
        ...(grade ? { grade } : {}),
        ...(from ? { from: from.format('YYYY-MM-DD') } : {}),
        ...(until ? { until: until.format('YYYY-MM-DD') } : {}),
      }
      const params = { path: { id, action } }
      return isOurs
        ? ok(api.POST('/api/v1/joint/referrals/{id}/acts/{action}', { params, body }))
        : ok(api.POST('/api/v1/joint/handed/{id}/acts/{action}', { params, body }))
    },
    ({ stateLabel }) => `已办理：${stateLabel}`,
    done,
  )
}

function Acts({ one, isOurs }: { one: Referral; isOurs: boolean }) {
  const [acting, setActing] = useState<Action>()
  const [form] = Form.useForm<Typed>()
  const send = useSend(one, isOurs, () => setActing(undefined))
  const needsReason = acting === 'refuse' || acting === 'withdraw'
  return (
    <>
      {one.actions.map(({ action, label }) => (
        <Button
          key={action}
          {...(action === 'accept' || action === 'grant' ? { type: 'primary' as const } : {})}
          onClick={() => setActing(action)}
        >
          {one.direction === 'from_civil_affairs' && action === 'refuse' ? '不受理' : label}
        </Button>
      ))}
      <Modal
        title={`${one.headName}家：${one.actions.find(({ action }) => action === acting)?.label ?? ''}`}
        open={acting !== undefined}
        okText="确定"
        cancelText="取消"
        confirmLoading={send.isPending}
        onCancel={() => setActing(undefined)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ grade: one.grade, from: dayjs().startOf('month').add(1, 'month') }}
          onFinish={(typed) => (acting ? send.mutate({ action: acting, typed }) : undefined)}
        >
          {acting === 'grant' ? (
            <>
              <Form.Item name="grade" label="认定为" rules={[{ required: true, message: '请选择' }]}>
                <Select options={one.grades.map(({ code, label }) => ({ value: code, label }))} />
              </Form.Item>
              <Form.Item name="from" label="从哪天起" rules={[{ required: true, message: '请选择日期' }]}>
                <DatePicker />
              </Form.Item>
              <Form.Item name="until" label="到哪天止（没有期限的不填）">
                <DatePicker />
              </Form.Item>
            </>
          ) : null}
          {acting === 'accept' && isOurs ? (
            <p className="faint">受理后并入这一户的帮扶事项，列入下次入户核实；结果自动答复民政部门。</p>
          ) : null}
          <Form.Item
            name="answer"
            label={needsReason ? '理由（对方看得到）' : '说明（可不填）'}
            rules={needsReason ? [{ required: true, whitespace: true, min: 2, message: '请写明理由' }] : []}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}

/** Civil affairs needs the numbers for its own system; asked for with a reason, shown for a minute. */
function Numbers({ id }: { id: number }) {
  const { message } = App.useApp()
  const [isAsking, setAsking] = useState(false)
  const [members, setMembers] = useState<{ personId: number; name: string; idNumber: string | null }[]>([])
  const show = (reason: string) =>
    ok(api.POST('/api/v1/joint/handed/{id}/unmask', { params: { path: { id } }, body: { reason } })).then(
      ({ items }) => {
        setMembers(items)
        setAsking(false)
        setTimeout(() => setMembers([]), 60_000)
      },
      (error: unknown) => void message.error(sentenceOf(error)),
    )
  return (
    <>
      <Button onClick={() => setAsking(true)}>查看成员证件号码</Button>
      {members.length > 0 ? (
        <ul className="lines">
          {members.map(({ personId, name, idNumber }) => (
            <li key={personId}>
              <span className="grow">{name}</span>
              <span className="number">{idNumber ?? '未登记'}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <ReasonModal
        title="查看成员完整证件号码"
        label="查看的原因"
        okText="查看"
        usual={['审核确认社会救助', '核对家庭经济状况']}
        isOpen={isAsking}
        close={() => setAsking(false)}
        act={(reason) => void show(reason)}
      />
    </>
  )
}

function Enclosed({ one }: { one: Referral }) {
  const { statement, members, risks, caseState } = one.enclosure
  if (statement === null) return null
  return (
    <>
      <Block title={`移交时的收支表（${statement.from} 至 ${statement.until}）`}>
        <Totals sheet={statement} />
        <div style={{ height: 12 }} />
        <Scrolling label="收支项目">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">项目</th>
                <th scope="col">金额（元）</th>
                <th scope="col">依据</th>
              </tr>
            </thead>
            <tbody>
              {statement.lines
                .filter(({ amount }) => amount !== null)
                .map((line) => (
                  <tr key={line.item}>
                    <td>
                      {line.label} <span className="faint">{line.groupLabel}</span>
                    </td>
                    <td className="number">{line.amount}</td>
                    <td>{line.evidence}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </Scrolling>
      </Block>
      {statement.judgements
        .filter(({ ruleSet }) => ruleSet === 'civil_affairs')
        .map((judgement) => (
          <Block key={judgement.ruleSet} title={`按${judgement.office}规则逐项核对`}>
            <RuleSetLines judgement={judgement} />
          </Block>
        ))}
      <Block title={`成员（${members.length}）`}>
        <ul className="lines">
          {members.map(({ name, relation, age, labour }) => (
            <li key={`${name} ${relation}`}>
              <span className="grow">{`${name}　${relation}`}</span>
              <span className="faint">{[age === null ? '' : `${age} 岁`, labour].filter(Boolean).join('，')}</span>
            </li>
          ))}
        </ul>
        <p className="faint">{`风险：${risks.join('、') || '没有登记'}；帮扶事项：${caseState ?? '没有'}`}</p>
      </Block>
    </>
  )
}

function Whole({ one, isOurs }: { one: Referral; isOurs: boolean }) {
  const isSentToThem = !isOurs && one.direction === 'to_civil_affairs' && one.state !== 'withdrawn'
  return (
    <Page
      title={`${one.headName}家：${one.directionLabel}`}
      hint={`${one.township} ${one.village}，户编号 ${one.householdNumber}`}
      actions={<Acts one={one} isOurs={isOurs} />}
    >
      <div className="columns">
        <div className="span-8">
          <Block title="移交">
            <Facts
              lines={[
                ['状态', <StateMark key="state" line={one} />],
                ['救助类别', one.grade],
                ['理由', one.reason],
                ['民政部门', one.officeName],
                ['移交日期', one.sentOn],
                ['应答复日期', one.dueOn],
                one.granted
                  ? ['认定为', `${one.granted}，${one.grantedFrom ?? ''} 起${one.grantedUntil ? `至 ${one.grantedUntil}` : ''}`]
                  : undefined,
                one.answeredOn ? ['答复', `${one.answeredOn}　${one.answer}`] : undefined,
              ]}
            />
          </Block>
          <Enclosed one={one} />
        </div>
        <div className="span-4">
          {isOurs ? (
            <Block title="这一户">
              <div className="stack">
                <Link to="/households/$id" params={{ id: String(one.householdId) }}>
                  查看农户档案
                </Link>
                {one.caseId === null ? null : (
                  <Link to="/cases/$id" params={{ id: String(one.caseId) }}>
                    查看帮扶事项
                  </Link>
                )}
              </div>
            </Block>
          ) : null}
          {isSentToThem ? (
            <Block title="证件号码">
              <Numbers id={one.id} />
            </Block>
          ) : null}
          <Block title="经过">
            <ul className="lines">
              {one.events.map((event) => (
                <li key={event.at + event.label}>
                  <span className="grow">
                    {`${event.label}　${event.officeName} ${event.officerName}`}
                    <div className="faint">{event.text}</div>
                  </span>
                  <Moment at={event.at} />
                </li>
              ))}
            </ul>
          </Block>
        </div>
      </div>
    </Page>
  )
}

export default function OneReferral() {
  const { id } = useParams({ strict: false }) as { id: string }
  const isOurs = useMay()('joint.refer')
  const asked = useQuery({
    queryKey: ['referral', id, isOurs],
    queryFn: () => {
      const params = { path: { id: Number(id) } }
      return isOurs ? ok(api.GET('/api/v1/joint/referrals/{id}', { params })) : ok(api.GET('/api/v1/joint/handed/{id}', { params }))
    },
  })
  return <Answered asked={asked}>{(one) => <Whole one={one} isOurs={isOurs} />}</Answered>
}
