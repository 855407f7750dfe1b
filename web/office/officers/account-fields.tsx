/** What an account is opened with, whether it is new or takes over another's work. */
import { DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'

export function NameField() {
  return (
    <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
      <Input maxLength={50} />
    </Form.Item>
  )
}

export function UsernameField() {
  return (
    <Form.Item
      name="username"
      label="用户名"
      extra="用于登录，建议用手机号或工号"
      rules={[
        { required: true, message: '请填写用户名' },
        { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$/, message: '3 至 32 位字母、数字、点或横线' },
      ]}
    >
      <Input maxLength={32} autoComplete="off" />
    </Form.Item>
  )
}

export function LastDayField() {
  return (
    <Form.Item name="validUntil" label="用到哪天（不填为长期；驻村干部填任期结束日）">
      <DatePicker disabledDate={(day) => day.isBefore(dayjs(), 'day')} />
    </Form.Item>
  )
}
