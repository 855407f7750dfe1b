/** Beginning a concentrated check: where, whom, and from when until when. */
import { DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { useSignedIn } from '../frame/session.ts'

interface Values {
  name: string
  divisionCode: string
  scope: 'all' | 'monitored' | 'former_poor' | 'disaster_hit'
  days: [Dayjs, Dayjs]
}

function PlaceField({ id, value, onChange }: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return (
    <DivisionPicker
      {...(id ? { id } : {})}
      value={value}
      onChange={(code) => onChange?.(code)}
      label="选择范围"
      style={{ width: '100%' }}
    />
  )
}

export function BeginCampaign({ isOpen, close, begun }: { isOpen: boolean; close: () => void; begun: (id: number) => void }) {
  const { area } = useSignedIn()
  const [form] = Form.useForm<Values>()
  const begin = useAct(
    ({ name, divisionCode, scope, days: [from, until] }: Values) =>
      ok(
        api.POST('/api/v1/campaigns', {
          body: { name, divisionCode, scope, startsOn: from.format('YYYY-MM-DD'), endsOn: until.format('YYYY-MM-DD') },
        }),
      ),
    '已生成花名册',
    ({ id }) => {
      close()
      begun(id)
    },
  )
  const today = dayjs()
  return (
    <Modal
      title="发起集中排查"
      open={isOpen}
      okText="发起"
      cancelText="取消"
      confirmLoading={begin.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{
          name: `${today.format('YYYY年M月')}集中排查`,
          divisionCode: area.code.length >= 6 ? area.code : undefined,
          scope: 'all',
          days: [today, today.add(1, 'month')],
        }}
        onFinish={(values) => begin.mutate(values)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="divisionCode" label="范围" rules={[{ required: true, message: '请选择县、乡镇或村' }]}>
          <PlaceField />
        </Form.Item>
        <Form.Item name="scope" label="对象">
          <Radio.Group
            options={[
              { value: 'all', label: '全部农户' },
              { value: 'monitored', label: '监测户' },
              { value: 'former_poor', label: '脱贫户' },
              { value: 'disaster_hit', label: '受灾户' },
            ]}
          />
        </Form.Item>
        <Form.Item name="days" label="起止日期" rules={[{ required: true, message: '请选择起止日期' }]}>
          <DatePicker.RangePicker style={{ width: '100%' }} allowClear={false} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
