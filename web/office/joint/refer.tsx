/** From a household's statement: hand it to civil affairs, and what was handed over about it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import type { StatementSheet } from './statement.tsx'
import { StateMark } from './words.tsx'

interface Typed {
  grade: string
  reason: string
}

/** Proposed is what all conditions speak for, else the only one that nothing speaks against. */
function proposedGrade(sheet: StatementSheet): string | undefined {
  const grades = sheet.judgements.find(({ ruleSet }) => ruleSet === 'civil_affairs')?.grades ?? []
  const open = grades.filter(({ verdict }) => verdict === 'unknown')
  return grades.find(({ verdict }) => verdict === 'met')?.grade ?? (open.length === 1 ? open[0]?.grade : undefined)
}

export function Refer({ sheet }: { sheet: StatementSheet }) {
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Typed>()
  const grades = sheet.judgements.find(({ ruleSet }) => ruleSet === 'civil_affairs')?.grades ?? []
  const send = useAct(
    (body: Typed) => ok(api.POST('/api/v1/joint/referrals', { body: { householdId: sheet.householdId, period: sheet.period, ...body } })),
    ({ dueOn }) => `已移交县民政部门，应于 ${dueOn} 前答复`,
    () => setOpen(false),
  )
  return (
    <>
      <Button
        type="primary"
        disabled={sheet.version === 0}
        title={sheet.version === 0 ? '先核对并保存收支表' : ''}
        onClick={() => setOpen(true)}
      >
        移交民政部门
      </Button>
      <Modal
        title={`移交民政部门：${sheet.headName}家`}
        open={isOpen}
        okText="移交"
        cancelText="取消"
        confirmLoading={send.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p className="faint">{`附上 ${sheet.from} 至 ${sheet.until} 的收支表、成员名单和两套规则的结果。须有在有效期内的承诺授权。`}</p>
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ grade: proposedGrade(sheet) }}
          onFinish={(values) => send.mutate(values)}
        >
          <Form.Item name="grade" label="建议的救助类别" rules={[{ required: true, message: '请选择救助类别' }]}>
            <Select options={grades.map(({ grade, label, verdictLabel }) => ({ value: grade, label: `${label}（${verdictLabel}）` }))} />
          </Form.Item>
          <Form.Item name="reason" label="移交的理由" rules={[{ required: true, whitespace: true, min: 2, message: '请写明理由' }]}>
            <Input.TextArea rows={3} maxLength={500} showCount placeholder="主要困难、已有的帮扶" />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}

/** Both ways, newest first. */
export function HouseholdReferrals({ householdId }: { householdId: number }) {
  const { data } = useQuery({
    queryKey: ['household-referrals', householdId],
    queryFn: () => ok(api.GET('/api/v1/joint/referrals', { params: { query: { household: householdId } } })),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Block title="与民政部门的移交">
      <ul className="lines">
        {data.items.map((one) => (
          <li key={one.id}>
            <StateMark line={one} />
            <Link className="grow" to={'/joint/$id' as '/'} params={{ id: String(one.id) } as never}>
              {`${one.directionLabel}：${one.grade}`}
            </Link>
            <span className="faint">{`${one.sentOn} 移交，应于 ${one.dueOn} 前答复`}</span>
          </li>
        ))}
      </ul>
    </Block>
  )
}
