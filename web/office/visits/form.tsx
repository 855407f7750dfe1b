/** One visit form: what was found, what the register made of it, photos, signature, and all its versions. */
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Facts, Mark, Moment } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { Answers, Guarantees, Income, Pictures, type WholeForm } from './form-parts.tsx'
import { outcomeTone } from './forms.tsx'
import './visits.css'

type Change = WholeForm['changes'][number]

const stateTone = { taken: 'green', same: undefined, conflict: 'yellow', refused: 'red', to_register: 'yellow', kept: undefined } as const
const isOpen = ({ state }: Change) => state === 'conflict' || state === 'refused' || state === 'to_register'

/** The officer's value and the register's side by side. */
function Decide({ change, form, canDecide }: { change: Change; form: WholeForm; canDecide: boolean }) {
  const decide = useAct(
    (choice: 'mine' | 'county') =>
      ok(
        api.POST('/api/v1/visits/changes/{id}/decide', { params: { path: { id: change.id } }, body: { version: change.version, choice } }),
      ),
    ({ stateLabel }) => stateLabel,
  )
  const isEvent = change.state === 'to_register'
  return (
    <div className="visit-conflict">
      <div>
        <strong>{[change.personName, change.label].filter(Boolean).join(' ')}</strong>
        <div>
          <Mark tone={stateTone[change.state]}>{change.stateLabel}</Mark>
        </div>
        {change.reason ? <p className="faint">{change.reason}</p> : null}
      </div>
      <div>
        <span className="faint">走访核实的</span>
        <p>{change.mine || '（空）'}</p>
        {canDecide ? (
          isEvent ? (
            <span className="row">
              <Link to="/households/$id" params={{ id: String(form.householdId) }}>
                去登记变动
              </Link>
              <Button size="small" onClick={() => decide.mutate('mine')} loading={decide.isPending}>
                已登记
              </Button>
            </span>
          ) : (
            <Button size="small" type="primary" onClick={() => decide.mutate('mine')} loading={decide.isPending}>
              用走访核实的
            </Button>
          )
        ) : null}
      </div>
      <div>
        <span className="faint">{isEvent ? '不采用' : '档案现在的'}</span>
        {isEvent ? null : <p>{change.county || '（空）'}</p>}
        {canDecide ? (
          <Button size="small" onClick={() => decide.mutate('county')} loading={decide.isPending}>
            以档案为准
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function Settled({ changes }: { changes: readonly Change[] }) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">成员、项目</th>
          <th scope="col">原来</th>
          <th scope="col">走访核实</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((one) => (
          <tr key={one.id}>
            <td>{[one.personName, one.label].filter(Boolean).join(' ')}</td>
            <td>{one.before || '（空）'}</td>
            <td>{one.mine || '（空）'}</td>
            <td>
              <Mark tone={stateTone[one.state]}>{one.stateLabel}</Mark>
              {one.decidedBy ? <span className="faint">{` ${one.decidedBy}`}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ form }: { form: WholeForm }) {
  return (
    <Block>
      <Facts
        lines={[
          [
            '户主',
            <Link
              key="household"
              to="/households/$id"
              params={{ id: String(form.householdId) }}
            >{`${form.headName}（${form.householdNumber}）`}</Link>,
          ],
          ['乡镇、村', `${form.township} ${form.village} ${form.groupName}`],
          ['走访', `${form.visitedOn} ${form.visitorName}${form.sentBy === form.visitorName ? '' : `，${form.sentBy}代为导入`}`],
          [
            '见到',
            <Mark key="outcome" tone={outcomeTone[form.outcome]}>
              {[form.outcomeLabel, form.outcomeReason || form.metWith].filter(Boolean).join('：')}
            </Mark>,
          ],
          ['地点', form.place ? `北纬 ${form.place.latitude} 东经 ${form.place.longitude}（误差 ${form.place.accuracy} 米）` : '没有定位'],
          ['收到', <Moment key="received" at={form.receivedAt} />],
          ...form.purposes.map(({ label, conclusion }) => [`${label}的结论`, conclusion || '—'] as const),
          form.risks.length > 0 ? ['风险', form.risks.join('、')] : undefined,
          form.note ? ['说明', form.note] : undefined,
        ]}
      />
    </Block>
  )
}

function Whole({ form }: { form: WholeForm }) {
  const may = useMay()
  const open = form.changes.filter(isOpen)
  const settled = form.changes.filter((one) => !isOpen(one))
  return (
    <Page
      title={`${form.headName}家的入户表`}
      hint={`第 ${form.version} 版。入户表收到后不能改动，有错的在手机端更正，另存一版。`}
      actions={
        <Button icon={<PrinterOutlined />} href={`/visits/${form.id}/print`} target="_blank">
          打印
        </Button>
      }
    >
      {form.isReplaced ? <Alert type="warning" showIcon style={{ marginBottom: 12 }} title="这一版已被更正，请看最新一版。" /> : null}
      <Head form={form} />
      {open.length > 0 ? (
        <Block title={`待处理（${open.length}）`}>
          {open.map((change) => (
            <Decide key={change.id} change={change} form={form} canDecide={may('case.visit')} />
          ))}
        </Block>
      ) : null}
      {form.outcome === 'met' ? (
        <>
          <Block title="三保障和饮水安全">
            <Guarantees form={form} />
          </Block>
          <Block title="收入核算">
            <Income form={form} />
          </Block>
          {form.answers.length > 0 ? (
            <Block title="核实的问题">
              <Answers form={form} />
            </Block>
          ) : null}
        </>
      ) : null}
      {settled.length > 0 ? (
        <Block title="与档案的不同">
          <Settled changes={settled} />
        </Block>
      ) : null}
      {form.authorisation ? (
        <Block title="承诺授权">
          <p>{form.authorisation.wording}</p>
          <p className="faint">{`${form.authorisation.signers.join('、')}，${form.authorisation.scope.join('、')}，${form.authorisation.signedOn} 至 ${form.authorisation.untilOn}${form.authorisation.revokedOn ? `，${form.authorisation.revokedOn} 撤回` : ''}`}</p>
        </Block>
      ) : null}
      {form.attachments.length > 0 ? (
        <Block title="照片和签名">
          <Pictures form={form} kind="photo" />
          <Pictures form={form} kind="signature" />
        </Block>
      ) : null}
      {form.unsignedReason ? <p className="faint">{`没有签名：${form.unsignedReason}`}</p> : null}
      {form.versions.length > 1 ? (
        <Block title="各版">
          <ul>
            {form.versions.map(({ id, version, sentBy, receivedAt, reason }) => (
              <li key={id}>
                <Link to="/visits/$id" params={{ id: String(id) }}>{`第 ${version} 版`}</Link>
                {` ${sentBy} `}
                <Moment at={receivedAt} />
                {reason ? <span className="faint">{` ${reason}`}</span> : null}
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
    </Page>
  )
}

export default function Form() {
  const { id } = useParams({ strict: false }) as { id: string }
  const asked = useQuery({
    queryKey: ['visit-form', id],
    queryFn: () => ok(api.GET('/api/v1/visits/forms/{id}', { params: { path: { id: Number(id) } } })),
  })
  return <Answered asked={asked}>{(form) => <Whole form={form} />}</Answered>
}
