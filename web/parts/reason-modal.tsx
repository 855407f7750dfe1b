/** Asks for the reason of an act before it is done. */
import { Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'

interface ReasonModalProps {
  title: string
  label: string
  okText: string
  isOpen: boolean
  isBusy?: boolean
  isDanger?: boolean
  /** Said before the reason is asked for: what will happen. */
  children?: ReactNode
  /** Chosen with a click instead of being written again and again. */
  usual?: readonly string[]
  close: () => void
  act: (reason: string) => void
}

export function ReasonModal({ title, label, okText, isOpen, isBusy, isDanger, children, usual, close, act }: ReasonModalProps) {
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      title={title}
      open={isOpen}
      okText={okText}
      cancelText="取消"
      confirmLoading={isBusy ?? false}
      okButtonProps={{ danger: isDanger ?? false }}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {children}
      <Form form={form} layout="vertical" preserve={false} onFinish={({ reason }) => act(reason.trim())}>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, min: 2, message: `请填写${label}（至少 2 个字）` }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount autoFocus />
        </Form.Item>
        {usual ? (
          <div className="marks">
            {usual.map((text) => (
              <button type="button" key={text} className="mark blue pick" onClick={() => form.setFieldValue('reason', text)}>
                {text}
              </button>
            ))}
          </div>
        ) : null}
      </Form>
    </Modal>
  )
}
