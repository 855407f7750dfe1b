/** What an officer does with a lead: give it to someone, note, close, open again, exempt. */
import { Button, Dropdown, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ExemptionForm, useExemption } from '../../parts/exemption-form.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { AssignModal } from './assign-modal.tsx'
import type { LeadCard } from './page.tsx'

type Doing = 'assign' | 'hand_back' | 'note' | 'close' | 'reopen' | 'exempt' | undefined
interface Step {
  lead: LeadCard
  doing: Doing
  stop: () => void
}

const usualReasons = {
  true: ['入户核实属实，已纳入监测程序', '属实，正在落实帮扶'],
  not_true: ['入户核实不属实', '部门数据有误', '费用已报销或救助', '家庭有稳定收入来源'],
}

function Close({ lead, doing, stop }: Step) {
  const [form] = Form.useForm<{ outcome: 'true' | 'not_true'; reason: string }>()
  const outcome = Form.useWatch('outcome', form) ?? 'true'
  const close = useAct(
    (body: { outcome: 'true' | 'not_true'; reason: string }) =>
      ok(api.POST('/api/v1/leads/{id}/close', { params: { path: { id: lead.id } }, body: { ...body, version: lead.version } })),
    '已办结',
    stop,
  )
  return (
    <Modal
      title="办结线索"
      open={doing === 'close'}
      onCancel={stop}
      okText="办结"
      cancelText="取消"
      confirmLoading={close.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" preserve={false} initialValues={{ outcome: 'true' }} onFinish={(values) => close.mutate(values)}>
        <Form.Item name="outcome" label="核实结果">
          <Radio.Group
            options={[
              { value: 'true', label: '属实' },
              { value: 'not_true', label: '不属实' },
            ]}
          />
        </Form.Item>
        <Form.Item name="reason" label="办结理由" rules={[{ required: true, whitespace: true, message: '请写明核实了什么、结果如何' }]}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        <div className="marks">
          {usualReasons[outcome].map((text) => (
            <button type="button" key={text} className="mark blue pick" onClick={() => form.setFieldValue('reason', text)}>
              {text}
            </button>
          ))}
        </div>
      </Form>
    </Modal>
  )
}

function Exempt({ lead, doing, stop }: Step) {
  const { form, grant } = useExemption('lead', lead.id, stop)
  return (
    <Modal
      title="批准豁免"
      open={doing === 'exempt'}
      onCancel={stop}
      okText="批准"
      cancelText="取消"
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <ExemptionForm form={form} grant={grant.mutate} />
    </Modal>
  )
}

function Words({ lead, doing, stop }: Step) {
  const said = (kind: 'note' | 'reopen' | 'hand_back') => (reason: string) => {
    const params = { path: { id: lead.id } }
    if (kind === 'note') return ok(api.POST('/api/v1/leads/{id}/note', { params, body: { version: lead.version, text: reason } }))
    if (kind === 'reopen') return ok(api.POST('/api/v1/leads/{id}/reopen', { params, body: { version: lead.version, reason } }))
    return ok(api.POST('/api/v1/leads/{id}/assign', { params, body: { version: lead.version, officerId: null, reason } }))
  }
  const note = useAct(said('note'), '已记录', stop)
  const reopen = useAct(said('reopen'), '已重新打开', stop)
  const handBack = useAct(said('hand_back'), '已退回乡镇待办', stop)
  return (
    <>
      <ReasonModal
        title="记一条备注"
        label="备注"
        okText="记录"
        isOpen={doing === 'note'}
        isBusy={note.isPending}
        close={stop}
        act={note.mutate}
      />
      <ReasonModal
        title="重新打开线索"
        label="重新打开的理由"
        okText="重新打开"
        isOpen={doing === 'reopen'}
        isBusy={reopen.isPending}
        close={stop}
        act={reopen.mutate}
      />
      <ReasonModal
        title="退回乡镇待办"
        label="退回原因"
        okText="退回"
        usual={['不是本村农户', '需要乡镇协调', '正在外地，暂不能入户']}
        isOpen={doing === 'hand_back'}
        isBusy={handBack.isPending}
        close={stop}
        act={handBack.mutate}
      />
    </>
  )
}

export function LeadActions({ lead }: { lead: LeadCard }) {
  const may = useMay()
  const { officer } = useSignedIn()
  const [doing, setDoing] = useState<Doing>()
  const stop = () => setDoing(undefined)
  const take = useAct(
    () =>
      ok(
        api.POST('/api/v1/leads/{id}/assign', {
          params: { path: { id: lead.id } },
          body: { version: lead.version, officerId: officer.id },
        }),
      ),
    '已由您处理',
  )
  const isClosed = lead.state === 'closed'
  const isMine = lead.assignedTo?.id === officer.id
  const more = [
    ...(may('lead.handle') && !isClosed
      ? [
          { key: 'assign', label: '分派给…' },
          { key: 'note', label: '记备注' },
        ]
      : []),
    ...(may('lead.handle') && lead.state === 'handled' ? [{ key: 'hand_back', label: '退回乡镇待办' }] : []),
    ...(may('exemption.grant') && !lead.isExempt && !isClosed ? [{ key: 'exempt', label: '批准豁免' }] : []),
  ]
  const step = { lead, doing, stop }
  return (
    <>
      {more.length > 0 ? (
        <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => setDoing(key as Doing) }}>
          <Button>更多</Button>
        </Dropdown>
      ) : null}
      {may('lead.handle') && !isClosed && !isMine ? (
        <Button loading={take.isPending} onClick={() => take.mutate(undefined)}>
          由我处理
        </Button>
      ) : null}
      {may('lead.handle') && !isClosed ? (
        <Button type="primary" onClick={() => setDoing('close')}>
          办结
        </Button>
      ) : null}
      {may('lead.handle') && isClosed ? <Button onClick={() => setDoing('reopen')}>重新打开</Button> : null}
      <Close {...step} />
      <Exempt {...step} />
      <Words {...step} />
      <AssignModal leads={[lead]} isOpen={doing === 'assign'} close={stop} />
    </>
  )
}
