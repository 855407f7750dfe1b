/** Civil affairs hands over a household of its own lists, found by one member. */
import { Form, Input, Modal, Select } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'

interface Typed {
  name: string
  idNumber: string
  grade: string
  reason: string
}

/** As civil affairs calls its groups. */
const grades = [
  { value: '农村低保', label: '最低生活保障' },
  { value: '特困供养', label: '特困人员救助供养' },
  { value: '低保边缘', label: '低保边缘家庭' },
  { value: '刚性支出困难', label: '刚性支出困难家庭' },
]

export function Offer({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const [form] = Form.useForm<Typed>()
  const send = useAct(
    (body: Typed) => ok(api.POST('/api/v1/joint/handed', { body })),
    ({ dueOn }) => `已移来，乡镇应于 ${dueOn} 前受理`,
    close,
  )
  const needed = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Modal
      title="移来一户"
      open={isOpen}
      okText="移来"
      cancelText="取消"
      confirmLoading={send.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p className="faint">按一名成员的姓名和证件号码找到这一户，由乡镇受理、入户核实；一次核实两个部门共用，结果在这里答复。</p>
      <Form form={form} layout="vertical" preserve={false} onFinish={(values) => send.mutate(values)}>
        <Form.Item name="name" label="成员姓名" rules={needed('请填写姓名')}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="idNumber" label="证件号码" rules={needed('请填写证件号码')}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="grade" label="救助类别" rules={[{ required: true, message: '请选择救助类别' }]}>
          <Select options={grades} />
        </Form.Item>
        <Form.Item name="reason" label="为什么移来" rules={needed('请写明主要困难')}>
          <Input.TextArea rows={3} maxLength={500} showCount placeholder="主要困难、民政核对到的情况" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
