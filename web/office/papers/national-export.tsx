/** New recognitions and clearings of some days in the national system's own columns. */
import { App, Button, Checkbox, DatePicker, Form, Input, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useMay } from '../frame/session.ts'

interface Filled {
  days: [Dayjs, Dayjs]
  isFull: boolean
  reason?: string
}

const form = (day: Dayjs) => day.format('YYYY-MM-DD')

export function NationalExport() {
  const { message } = App.useApp()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fields] = Form.useForm<Filled>()
  const isFull = Form.useWatch('isFull', fields)
  const take = async ({ days: [from, until], ...rest }: Filled) => {
    setBusy(true)
    try {
      await download('/api/v1/papers/national', '监测对象.xlsx', {
        method: 'POST',
        body: { ...rest, from: form(from), until: form(until) },
      })
      setOpen(false)
    } catch (error) {
      void message.error(sentenceOf(error), 6)
    } finally {
      setBusy(false)
    }
  }
  if (!may('export.table')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>导出全国系统格式</Button>
      <Modal
        title="新识别和已消除的户，全国系统格式"
        open={isOpen}
        okText="导出"
        cancelText="取消"
        confirmLoading={isBusy}
        onCancel={() => setOpen(false)}
        onOk={() => fields.submit()}
      >
        <Form
          form={fields}
          layout="vertical"
          initialValues={{ days: [dayjs().startOf('month'), dayjs()], isFull: false }}
          onFinish={(filled) => void take(filled)}
        >
          <Form.Item name="days" label="识别或消除的日期" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker.RangePicker allowClear={false} />
          </Form.Item>
          {may('person.unmask') ? (
            <Form.Item name="isFull" valuePropName="checked">
              <Checkbox>完整的证件号码和电话</Checkbox>
            </Form.Item>
          ) : null}
          {isFull ? (
            <Form.Item
              name="reason"
              label="原因"
              rules={[{ required: true, whitespace: true, min: 2, message: '请填写原因（至少 2 个字）' }]}
            >
              <Input maxLength={300} placeholder="录入全国系统" />
            </Form.Item>
          ) : null}
        </Form>
        <p className="faint">表头在第三行，全部为文本，月份写作 202608；一人一行，列名与全国系统导出的一致。导出留痕。</p>
      </Modal>
    </>
  )
}
