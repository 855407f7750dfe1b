/** A call, a letter or a tip in a few fields, while the caller is still on the line. */
import { DatePicker, Form, Input, Modal, Segmented, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { useSignedIn } from '../frame/session.ts'
import './applications.css'
import { useEntered } from './entered.tsx'
import { useFormWords } from './words.ts'

type Way = 'call_12317' | 'call_12345' | 'letter' | 'visit' | 'media'
interface Values {
  kind: 'own' | 'other' | 'social_tip'
  way: Way
  divisionCode: string
  name: string
  idNumber?: string
  phone?: string
  askerName?: string
  askerPhone?: string
  difficulty: string
  words: string
  receivedOn: Dayjs
}

const kinds = [
  { value: 'own', label: '自家的事' },
  { value: 'other', label: '替人咨询' },
  { value: 'social_tip', label: '社会反映' },
]

export function ConsultationForm({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { area } = useSignedIn()
  const words = useFormWords()
  const [form] = Form.useForm<Values>()
  const kind = Form.useWatch('kind', form) ?? 'own'
  const enter = useAct(
    ({ kind: asked, receivedOn, ...values }: Values) => {
      const channel = asked === 'social_tip' ? 'social_tip' : 'consultation_line'
      return ok(api.POST('/api/v1/consultations', { body: { ...values, channel, receivedOn: receivedOn.format('YYYY-MM-DD') } as never }))
    },
    undefined,
    useEntered(close),
  )
  const must = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Modal
      title="登记来电来信"
      open={isOpen}
      okText="登记"
      cancelText="取消"
      confirmLoading={enter.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
      style={{ top: 24 }}
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ kind: 'own', way: 'call_12317', receivedOn: dayjs(), divisionCode: area.code.length >= 9 ? area.code : undefined }}
        onFinish={(values) => enter.mutate(values)}
      >
        <Form.Item name="kind" label="谁的事">
          <Segmented block options={kinds} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="way" label="怎么来的" rules={[{ required: true }]}>
            <Select options={words?.ways.map(({ id, label }) => ({ value: id, label })) ?? []} />
          </Form.Item>
          <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true }]}>
            <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs(), 'day')} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <div className="pair">
          <Form.Item name="divisionCode" label="乡镇或村" rules={[{ required: true, min: 6, message: '请选择乡镇，知道村的选到村' }]}>
            <Place />
          </Form.Item>
          <Form.Item name="name" label="涉及谁" rules={must('请填写姓名')}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item name="difficulty" label="遇到的困难" rules={must('请选择困难')}>
          <Select options={words?.difficulties.map(({ code, plain }) => ({ value: code, label: `${code}：${plain}` })) ?? []} />
        </Form.Item>
        <Form.Item name="words" label="反映的情况" rules={must('请写明反映的情况')}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <div className="pair">
          <Form.Item name="idNumber" label="涉及人的身份证号" extra="问到了再填，便于找到是哪一户">
            <Input maxLength={24} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label="涉及人的电话">
            <Input maxLength={20} autoComplete="off" />
          </Form.Item>
        </div>
        {kind === 'own' ? null : (
          <div className="pair">
            <Form.Item name="askerName" label="提出人姓名" rules={kind === 'other' ? must('请填写提出人姓名') : []}>
              <Input maxLength={30} autoComplete="off" />
            </Form.Item>
            <Form.Item name="askerPhone" label="提出人电话">
              <Input maxLength={20} autoComplete="off" />
            </Form.Item>
          </div>
        )}
      </Form>
    </Modal>
  )
}

/** Value and change come from the form around it. */
function Place({ value, onChange, id }: { value?: string; onChange?: (code: string | undefined) => void; id?: string }) {
  return (
    <DivisionPicker
      value={value}
      onChange={(code) => onChange?.(code)}
      label="请选择乡镇或村"
      style={{ width: '100%' }}
      {...(id === undefined ? {} : { id })}
    />
  )
}
