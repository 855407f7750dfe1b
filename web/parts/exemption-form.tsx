/** Reason, proof and last day of an exemption, the same for leads and for findings. */
import { DatePicker, Form, type FormInstance, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { api, ok } from '../api/client.ts'
import { useAct } from './act.ts'

export interface ExemptionValues {
  reason: string
  evidence: string
  untilOn: Dayjs
}

export function useExemption(about: 'lead' | 'quality', id: number, done: () => void) {
  const [form] = Form.useForm<ExemptionValues>()
  const grant = useAct(
    ({ reason, evidence, untilOn }: ExemptionValues) =>
      ok(api.POST('/api/v1/exemptions', { body: { about, id, reason, evidence, untilOn: untilOn.format('YYYY-MM-DD') } })),
    '已批准豁免',
    done,
  )
  return { form, grant }
}

export function ExemptionForm({ form, grant }: { form: FormInstance<ExemptionValues>; grant: (values: ExemptionValues) => void }) {
  return (
    <Form form={form} layout="vertical" preserve={false} initialValues={{ untilOn: dayjs().endOf('year') }} onFinish={grant}>
      <p className="faint">情况属实、但不算问题时使用。到期后会再次提示。</p>
      <Form.Item name="reason" label="豁免理由" rules={[{ required: true, whitespace: true, message: '请填写豁免理由' }]}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="evidence" label="佐证材料" rules={[{ required: true, whitespace: true, message: '请写明佐证材料名称或编号' }]}>
        <Input maxLength={1000} placeholder="例如：入户核实表 2026 年第 12 号" />
      </Form.Item>
      <Form.Item name="untilOn" label="有效期至" rules={[{ required: true, message: '请选择日期' }]}>
        <DatePicker allowClear={false} disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
      </Form.Item>
    </Form>
  )
}
