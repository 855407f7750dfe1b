/** Registering an objection for somebody who came, called or wrote; nobody need give a name. */
import { DatePicker, Form, Input, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'

const ways = [
  { value: 'in_person', label: '当面' },
  { value: 'phone', label: '电话' },
  { value: 'letter', label: '书面' },
  { value: 'online', label: '网上' },
] as const

interface Filled {
  receivedOn: Dayjs
  way: (typeof ways)[number]['value']
  text: string
  name?: string
  contact?: string
}

export function NewObjection({ caseId, close }: { caseId: number; close: () => void }) {
  const [form] = Form.useForm<Filled>()
  const register = useAct(
    ({ receivedOn, ...rest }: Filled) =>
      ok(api.POST('/api/v1/review/objections', { body: { ...rest, caseId, receivedOn: receivedOn.format('YYYY-MM-DD') } })),
    '已登记，这一户的公示暂停，由乡镇或县里另一位同事核查',
    close,
  )
  return (
    <Modal
      title="登记异议"
      open
      okText="登记"
      cancelText="取消"
      confirmLoading={register.isPending}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <Form form={form} layout="vertical" initialValues={{ receivedOn: dayjs(), way: 'in_person' }} onFinish={register.mutate}>
        <Form.Item name="text" label="反映的内容" rules={[{ required: true, whitespace: true, min: 2, message: '请写明反映的内容' }]}>
          <Input.TextArea rows={4} maxLength={2000} autoFocus />
        </Form.Item>
        <div className="row">
          <Form.Item name="receivedOn" label="收到日期">
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="way" label="反映方式">
            <Select options={[...ways]} style={{ width: 110 }} />
          </Form.Item>
        </div>
        <div className="row">
          <Form.Item name="name" label="反映人（可以不填）">
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="contact" label="联系方式（需要答复的填）">
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <p className="faint">姓名和联系方式封存保管，只有核查人填写原因后才能查看。</p>
      </Form>
    </Modal>
  )
}
