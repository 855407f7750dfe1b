/** Proposing another value of a parameter for one's own area: the value, from when, on what basis, and why. */
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useSignedIn } from '../frame/session.ts'
import { type Parameter, valueInWords } from './value.ts'

interface Proposal {
  isEnd?: boolean
  value?: string | number | boolean | string[]
  from: Dayjs
  source: 'known' | 'own'
  lawId?: string
  article?: string
  title?: string
  issuer?: string
  documentNumber?: string
  issuedOn?: Dayjs
  text?: string
  reason: string
}

function bodyOf(parameter: Parameter, typed: Proposal) {
  const article = (typed.article ?? '').trim()
  const basis =
    typed.source === 'known'
      ? { lawId: typed.lawId!, article }
      : {
          title: typed.title!,
          issuer: typed.issuer!,
          documentNumber: typed.documentNumber ?? '',
          issuedOn: typed.issuedOn!.format('YYYY-MM-DD'),
          article,
          text: typed.text ?? '',
        }
  return {
    parameter: parameter.key,
    from: typed.from.format('YYYY-MM-DD'),
    value: typed.isEnd ? null : typed.value!,
    basis,
    reason: typed.reason,
  }
}

/** The kind of value is the one the parameter has had before. */
function exampleOf({ value, history }: Parameter): Parameter['value'] {
  return value ?? history.find((line) => line.value !== null)?.value ?? null
}

function ValueInput({ parameter }: { parameter: Parameter }) {
  const example = exampleOf(parameter)
  const rules = [{ required: true, message: '请填写新的值' }]
  if (Array.isArray(example))
    return (
      <Form.Item name="value" label="新的值（逐项输入，回车确认）" rules={rules}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
    )
  if (typeof example === 'boolean')
    return (
      <Form.Item name="value" label="新的值" rules={rules}>
        <Radio.Group
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      </Form.Item>
    )
  return (
    <Form.Item name="value" label="新的值" rules={rules}>
      {typeof example === 'number' || example === null ? (
        <InputNumber suffix={parameter.unit} style={{ width: '100%' }} />
      ) : (
        <Input suffix={parameter.unit} />
      )}
    </Form.Item>
  )
}

function KnownDocument({ form }: { form: ReturnType<typeof Form.useForm<Proposal>>[0] }) {
  const asked = useQuery({ queryKey: ['law'], queryFn: () => ok(api.GET('/api/v1/policy/law')), staleTime: 600_000 })
  const lawId = Form.useWatch('lawId', form)
  const law = asked.data?.items.find(({ id }) => id === lawId)
  return (
    <>
      <Form.Item name="lawId" label="文件" rules={[{ required: true, message: '请选择文件' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={asked.isFetching}
          options={(asked.data?.items ?? []).map(({ id, title, documentNumber }) => ({
            value: id,
            label: [title, documentNumber].filter(Boolean).join(' '),
          }))}
        />
      </Form.Item>
      {law && law.articles.length > 0 ? (
        <Form.Item name="article" label="条款（可不选）">
          <Select allowClear options={law.articles.map(({ article, text }) => ({ value: article, label: `${article}　${text}` }))} />
        </Form.Item>
      ) : null}
    </>
  )
}

function OwnDocument() {
  const required = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <>
      <Form.Item name="title" label="文件名称" rules={required('请填写文件名称')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item name="issuer" label="发文机关" rules={required('请填写发文机关')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="documentNumber" label="文号（可不填）">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="issuedOn" label="发文日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker disabledDate={(day) => day.isAfter(dayjs())} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="article" label="条款（可不填）" rules={[{ pattern: /^\S*$/, message: '条款里不要有空格' }]}>
          <Input maxLength={60} placeholder="例如：第三条" />
        </Form.Item>
      </div>
      <Form.Item name="text" label="条款原文（可不填）">
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </>
  )
}

function ProposalForm({
  parameter,
  form,
  send,
}: {
  parameter: Parameter
  form: ReturnType<typeof Form.useForm<Proposal>>[0]
  send: (typed: Proposal) => void
}) {
  const { area } = useSignedIn()
  const source = Form.useWatch('source', form)
  const isEnd = Form.useWatch('isEnd', form)
  const isOwn = parameter.history.some(({ region, value }) => region === area.code && value !== null)
  return (
    <Form<Proposal> form={form} layout="vertical" preserve={false} initialValues={{ from: dayjs(), source: 'own' }} onFinish={send}>
      <p className="faint">{`现行：${valueInWords(parameter.value, parameter.unit)}。下级可否调整：${parameter.lowerLevelsMayLabel}。批准后，此后的筛查按新值；可先试算。`}</p>
      {isOwn ? (
        <Form.Item name="isEnd" valuePropName="checked">
          <Checkbox>不再另行规定，恢复上级的取值</Checkbox>
        </Form.Item>
      ) : null}
      {isEnd ? null : <ValueInput parameter={parameter} />}
      <Form.Item name="from" label="自哪一天起执行" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="source" label="依据">
        <Radio.Group
          options={[
            { value: 'own', label: '本地文件' },
            { value: 'known', label: '清单里的文件' },
          ]}
        />
      </Form.Item>
      {source === 'known' ? <KnownDocument form={form} /> : <OwnDocument />}
      <Form.Item name="reason" label="调整理由" rules={[{ required: true, whitespace: true, message: '请填写调整理由' }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </Form>
  )
}

export function ProposeChange({ parameter }: { parameter: Parameter }) {
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Proposal>()
  const propose = useAct(
    (typed: Proposal) => ok(api.POST('/api/v1/policy/changes', { body: bodyOf(parameter, typed) })),
    '已提出，等待另一人批准',
    () => setOpen(false),
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>提出调整</Button>
      <Modal
        title={`调整“${parameter.label}”`}
        open={isOpen}
        onCancel={() => setOpen(false)}
        okText="提出"
        cancelText="取消"
        confirmLoading={propose.isPending}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <ProposalForm parameter={parameter} form={form} send={propose.mutate} />
      </Modal>
    </>
  )
}
