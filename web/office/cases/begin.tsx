/** Begins help matters: from one or several leads, or from a household that was visited. */
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useMay } from '../frame/session.ts'
import { riskChoices } from './words.tsx'

interface Begun {
  items: { caseId: number; isNew: boolean }[]
}

const said = ({ items }: Begun) => {
  const fresh = items.filter(({ isNew }) => isNew).length
  const there = items.length - fresh
  return `已发起 ${fresh} 件帮扶事项${there > 0 ? `，另有 ${there} 户已有在办事项，线索已并入` : ''}`
}

/** Leads of one household become one matter; what is under way already takes them in. */
export function BeginFromLeads({
  leadIds,
  done,
  isPrimary = false,
}: {
  leadIds: readonly number[]
  done?: () => void
  isPrimary?: boolean
}) {
  const may = useMay()
  const navigate = useNavigate()
  const begin = useAct(
    () => ok(api.POST('/api/v1/cases', { body: { leadIds: [...leadIds], channel: 'department_screening', risks: [] } })),
    said,
    ({ items }) => {
      done?.()
      const [only, second] = items
      if (only && !second) void navigate({ to: '/cases/$id', params: { id: String(only.caseId) } })
    },
  )
  if (!may('case.visit')) return null
  return (
    <Button {...(isPrimary ? { type: 'primary' as const } : {})} loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
      {leadIds.length > 1 ? `选中的 ${leadIds.length} 条转为帮扶事项` : '转为帮扶事项'}
    </Button>
  )
}

/** From the household's page: what was seen on a visit. */
export function BeginFromHousehold({ householdId }: { householdId: number }) {
  const may = useMay()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<{ risks: string[]; note: string }>()
  const begin = useAct(
    (body: { risks: string[]; note: string }) => ok(api.POST('/api/v1/cases', { body: { householdId, channel: 'cadre_visit', ...body } })),
    said,
    ({ items }) => {
      setOpen(false)
      const [first] = items
      if (first) void navigate({ to: '/cases/$id', params: { id: String(first.caseId) } })
    },
  )
  if (!may('case.visit')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>发起帮扶事项</Button>
      <Modal
        title="发起帮扶事项"
        open={isOpen}
        okText="发起"
        cancelText="取消"
        confirmLoading={begin.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p className="faint">来源记为基层干部排查。这一户已有在办事项的，会并入那一件。</p>
        <Form form={form} layout="vertical" preserve={false} onFinish={(values) => begin.mutate(values)}>
          <Form.Item name="risks" label="发现的风险（最主要的在前）" rules={[{ required: true, message: '请选择风险' }]}>
            <Select mode="multiple" maxCount={5} options={riskChoices} />
          </Form.Item>
          <Form.Item name="note" label="看到的情况" rules={[{ required: true, whitespace: true, message: '请写明看到的情况' }]}>
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
