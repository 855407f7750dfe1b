/** Objections: what was said, until when it is to be decided, what was found and answered. */
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

export type Objection = Item<'/api/v1/review/objections'>
const tones = { open: 'yellow', upheld: 'red', dismissed: 'green' } as const

function Decide({ objection, close }: { objection: Objection; close: () => void }) {
  const [form] = Form.useForm<{ decision: 'upheld' | 'dismissed'; finding: string }>()
  const decide = useAct(
    (body: { decision: 'upheld' | 'dismissed'; finding: string }) =>
      ok(
        api.POST('/api/v1/review/objections/{id}/decide', {
          params: { path: { id: objection.id } },
          body: { ...body, version: objection.version },
        }),
      ),
    '核查结论已记录',
    close,
  )
  return (
    <Modal
      title="核查结论"
      open
      okText="办结"
      cancelText="取消"
      confirmLoading={decide.isPending}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p>{objection.text}</p>
      <Form form={form} layout="vertical" onFinish={decide.mutate}>
        <Form.Item name="decision" label="结论" rules={[{ required: true, message: '请选择结论' }]}>
          <Radio.Group
            options={[
              { value: 'dismissed', label: '不成立，继续公示剩余天数' },
              { value: 'upheld', label: '成立，退回重新核实' },
            ]}
          />
        </Form.Item>
        <Form.Item name="finding" label="核查情况" rules={[{ required: true, whitespace: true, min: 2, message: '请写明核查情况' }]}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Objector({ objection, close }: { objection: Objection; close: () => void }) {
  const [seen, setSeen] = useState<{ name: string; contact: string } | undefined>()
  const look = useAct(
    (reason: string) =>
      ok(api.POST('/api/v1/review/objections/{id}/objector', { params: { path: { id: objection.id } }, body: { reason } })),
    undefined,
    setSeen,
  )
  if (!seen) {
    return (
      <ReasonModal
        title="查看反映人"
        label="查看的原因"
        okText="查看"
        isOpen
        isBusy={look.isPending}
        close={close}
        act={look.mutate}
        usual={['联系核查', '答复反映人']}
      />
    )
  }
  return (
    <Modal title="反映人" open footer={null} onCancel={close}>
      <p>{`姓名：${seen.name || '没有留'}`}</p>
      <p>{`联系方式：${seen.contact || '没有留'}`}</p>
    </Modal>
  )
}

type Doing = { what: 'decide' | 'answer' | 'objector'; objection: Objection }

export function ObjectionActions({ objection }: { objection: Objection }) {
  const may = useMay()
  const [doing, setDoing] = useState<Doing['what'] | undefined>()
  const close = () => setDoing(undefined)
  const answer = useAct(
    (text: string) =>
      ok(
        api.POST('/api/v1/review/objections/{id}/answer', {
          params: { path: { id: objection.id } },
          body: { version: objection.version, answer: text },
        }),
      ),
    '答复已登记',
    close,
  )
  if (!may('case.objection')) return null
  return (
    <div className="row">
      {objection.mayDecide ? (
        <Button size="small" type="primary" onClick={() => setDoing('decide')}>
          核查
        </Button>
      ) : objection.state === 'open' ? (
        <span className="faint">须由未参与的同事核查</span>
      ) : null}
      {objection.isNamed ? (
        <Button size="small" onClick={() => setDoing('objector')}>
          反映人
        </Button>
      ) : null}
      {objection.owesAnswer ? (
        <Button size="small" onClick={() => setDoing('answer')}>
          登记答复
        </Button>
      ) : null}
      {doing === 'decide' ? <Decide objection={objection} close={close} /> : null}
      {doing === 'objector' ? <Objector objection={objection} close={close} /> : null}
      <ReasonModal
        title="登记对反映人的答复"
        label="答复内容"
        okText="登记"
        isOpen={doing === 'answer'}
        isBusy={answer.isPending}
        close={close}
        act={answer.mutate}
      />
    </div>
  )
}

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'owed', label: '待办（核查或答复）' },
      { value: 'open', label: '核查中' },
      { value: 'upheld', label: '成立' },
      { value: 'dismissed', label: '不成立' },
    ],
  },
]

const columns: OfficeColumn<Objection>[] = [
  {
    key: 'headName',
    title: '公示的农户',
    width: 170,
    phone: 'heading',
    show: ({ headName, village, caseId }) => (
      <>
        <Link to="/cases/$id" params={{ id: String(caseId) }}>
          {headName}
        </Link>
        <div className="faint">{village}</div>
      </>
    ),
  },
  { key: 'receivedOn', title: '收到', width: 120, show: ({ receivedOn, way }) => `${receivedOn} ${way}` },
  { key: 'text', title: '反映内容', width: 240, show: ({ text }) => text },
  {
    key: 'state',
    title: '状态',
    width: 150,
    show: ({ state, stateLabel, dueOn }) => (
      <>
        <Mark tone={tones[state]}>{stateLabel}</Mark>
        {dueOn ? <div className="faint">{`应在 ${dueOn} 前`}</div> : null}
      </>
    ),
  },
  { key: 'finding', title: '核查情况', width: 200, show: ({ finding, handlerName }) => (finding ? `${finding}（${handlerName}）` : '') },
  {
    key: 'answer',
    title: '答复',
    width: 160,
    show: ({ answer, owesAnswer }) => answer ?? (owesAnswer ? <Mark tone="yellow">待答复</Mark> : ''),
  },
  { key: 'act', title: '操作', width: 190, show: (row) => <ObjectionActions objection={row} /> },
]

export function Objections() {
  return (
    <OfficeTable<Objection>
      name="异议"
      path="/review/objections"
      columns={columns}
      filters={filters}
      rowKey={({ id }) => String(id)}
      empty="没有异议。公示期间有人反映的，在公示页面上登记。"
      canExport={false}
    />
  )
}
