/** Deciding on a request: which household, which others with it, or why not; and noting that the result was told. */
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { HouseholdSearch } from './household-search.tsx'
import { Who } from './inbox.tsx'
import type { Application } from './one.tsx'
import { useFormWords } from './words.ts'

type Candidate = Application['candidates'][number]
export interface Chosen {
  householdId: number
  title: string
  openCase: Candidate['openCase']
}

const chosenOf = (one: Candidate): Chosen => ({
  householdId: one.householdId,
  title: `${one.village} ${one.groupName} ${one.headName}家`,
  openCase: one.openCase,
})

function CandidateLine({ one, choose }: { one: Candidate; choose: (chosen: Chosen) => void }) {
  return (
    <li className="candidate">
      <div className="grow">
        <strong>{`${one.headName}家`}</strong>
        <span className="faint">{` ${one.township} ${one.village} ${one.groupName} 户编号 ${one.householdNumber}`}</span>
        <div className="marks">
          <Mark tone="blue">{`按${one.by}找到${one.memberName && one.memberName !== one.headName ? `（成员${one.memberName}）` : ''}`}</Mark>
          {one.isMonitored ? <Mark tone="blue">监测对象</Mark> : null}
          {one.openLeads > 0 ? <Mark tone="yellow">{`筛查线索 ${one.openLeads} 条`}</Mark> : null}
          {one.openCase ? (
            <Mark tone="red">{`已有帮扶事项：${one.openCase.stateLabel}（${one.openCase.channels.join('、')}，${one.openCase.since} 起）`}</Mark>
          ) : null}
        </div>
      </div>
      <Button type="primary" onClick={() => choose(chosenOf(one))}>
        {one.openCase ? '并入该户的事项' : '受理为这一户'}
      </Button>
    </li>
  )
}

function Accept({ one, chosen, close }: { one: Application; chosen: Chosen; close: () => void }) {
  const navigate = useNavigate()
  const others = one.twins.filter(({ state }) => state === 'waiting')
  const [also, setAlso] = useState(others.map(({ id }) => id))
  const [note, setNote] = useState('')
  const accept = useAct(
    () =>
      ok(
        api.POST('/api/v1/applications/{id}/accept', {
          params: { path: { id: one.id } },
          body: {
            version: one.version,
            householdId: chosen.householdId,
            also: others.filter(({ id }) => also.includes(id)).map(({ id, version }) => ({ id, version })),
            note,
          },
        }),
      ),
    ({ isNew, accepted }) => `${accepted > 1 ? `${accepted} 件一并` : '已'}受理，${isNew ? '已转为帮扶事项' : '已并入该户的帮扶事项'}`,
    ({ caseId }) => {
      close()
      void navigate({ to: `/cases/${caseId}` as '/' })
    },
  )
  return (
    <Modal
      title={`受理为${chosen.title}`}
      open
      okText="受理"
      cancelText="取消"
      confirmLoading={accept.isPending}
      onCancel={close}
      onOk={() => accept.mutate()}
    >
      <p>
        {chosen.openCase
          ? `该户已有帮扶事项（${chosen.openCase.stateLabel}），这一件并入，作为又一个来源，结果同样告知提出的人。`
          : '受理后转为这一户的帮扶事项，由村里入户核实。'}
      </p>
      {others.length > 0 ? (
        <>
          <p>以下也是同一人或同一户的，一并受理：</p>
          <Checkbox.Group value={also} onChange={(ids) => setAlso(ids as number[])}>
            {others.map((twin) => (
              <Checkbox key={twin.id} value={twin.id}>
                {`${twin.receivedOn} ${twin.channelLabel}，${twin.wayLabel}：`}
                <Who line={twin} />
              </Checkbox>
            ))}
          </Checkbox.Group>
        </>
      ) : null}
      <Input.TextArea
        aria-label="受理说明"
        rows={2}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        placeholder="受理说明，可以不填（只在内部显示）"
      />
    </Modal>
  )
}

function Refuse({ one, close }: { one: Application; close: () => void }) {
  const words = useFormWords()
  const [form] = Form.useForm<{ refusal: string; note?: string }>()
  const chosen = Form.useWatch('refusal', form)
  const refuse = useAct(
    ({ refusal, note = '' }: { refusal: string; note?: string }) =>
      ok(api.POST('/api/v1/applications/{id}/refuse', { params: { path: { id: one.id } }, body: { version: one.version, refusal, note } })),
    '已登记为不予受理，理由会答复提出的人',
    close,
  )
  return (
    <Modal
      title="不予受理"
      open
      okText="不予受理"
      okButtonProps={{ danger: true }}
      cancelText="取消"
      confirmLoading={refuse.isPending}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" onFinish={(values) => refuse.mutate(values)}>
        <Form.Item name="refusal" label="理由" rules={[{ required: true, message: '请选择理由' }]}>
          <Select options={words?.refusals.map(({ id, label }) => ({ value: id, label })) ?? []} />
        </Form.Item>
        {chosen ? <p className="faint">{`提出的人会看到：${words?.refusals.find(({ id }) => id === chosen)?.sentence ?? ''}`}</p> : null}
        <Form.Item name="note" label="内部说明" extra="只在内部显示，也印在答复上">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Told({ one }: { one: Application }) {
  const tell = useAct(
    (how: 'paper' | 'phone' | 'visit') =>
      ok(api.POST('/api/v1/applications/{id}/told', { params: { path: { id: one.id } }, body: { version: one.version, how } })),
    '已登记告知',
  )
  return (
    <Block title="登记告知">
      <p>已经有结果，请告知提出的人。用查询码查看过的会自动登记。</p>
      <div className="row">
        <Button loading={tell.isPending} onClick={() => tell.mutate('phone')}>
          已电话告知
        </Button>
        <Button loading={tell.isPending} onClick={() => tell.mutate('paper')}>
          已书面答复
        </Button>
        <Button loading={tell.isPending} onClick={() => tell.mutate('visit')}>
          已当面告知
        </Button>
      </div>
    </Block>
  )
}

export function Decisions({ one }: { one: Application }) {
  const may = useMay()
  const [chosen, setChosen] = useState<Chosen | undefined>()
  const [isRefusing, setRefusing] = useState(false)
  if (one.state !== 'waiting') return one.isToTell && one.followUp !== '' ? <Told one={one} /> : null
  if (!may('application.receive')) return null
  return (
    <Block
      title="是哪一户"
      extra={
        <Button danger onClick={() => setRefusing(true)}>
          不予受理
        </Button>
      }
    >
      {one.candidates.length === 0 ? <p className="faint">按证件号码和姓名没有找到，请在下面查找农户。</p> : null}
      <ul>
        {one.candidates.map((candidate) => (
          <CandidateLine key={candidate.householdId} one={candidate} choose={setChosen} />
        ))}
      </ul>
      <HouseholdSearch words="受理为这一户" choose={({ householdId, title }) => setChosen({ householdId, title, openCase: null })} />
      {chosen ? <Accept one={one} chosen={chosen} close={() => setChosen(undefined)} /> : null}
      {isRefusing ? <Refuse one={one} close={() => setRefusing(false)} /> : null}
    </Block>
  )
}
