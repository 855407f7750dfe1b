/** Opening an account and changing one. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useDelayed } from '../../parts/delayed.ts'
import { LastDayField, NameField, UsernameField } from './account-fields.tsx'
import { InitialPassword, type ShownPassword } from './initial-password.tsx'
import type { Officer } from './officer-list.tsx'
import { useRoles } from './roles.tsx'

interface OfficerValues {
  name: string
  username: string
  role: string
  officeId: number
  validUntil?: Dayjs | null
}

/** Offices by a piece of their name. */
export function OfficePicker({
  id,
  value,
  onChange,
  known,
}: {
  id?: string
  value?: number
  onChange?: (officeId: number) => void
  known?: { id: number; name: string } | undefined
}) {
  const [text, setText] = useState('')
  const name = useDelayed(text.trim(), 250)
  const asked = useQuery({
    queryKey: ['offices', name],
    queryFn: () => ok(api.GET('/api/v1/offices', { params: { query: { limit: 100, ...(name ? { name } : {}) } } })),
  })
  const found = (asked.data?.items ?? []).map((office) => ({ value: office.id, label: office.name }))
  const options = known && !found.some((one) => one.value === known.id) ? [{ value: known.id, label: known.name }, ...found] : found
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
      loading={asked.isFetching}
      placeholder="输入机构名称查找"
    />
  )
}

function Fields({ known, isNew }: { known?: { id: number; name: string } | undefined; isNew: boolean }) {
  const roles = useRoles().filter(({ mayAppoint }) => mayAppoint)
  return (
    <>
      <NameField />
      {isNew ? <UsernameField /> : null}
      <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色' }]}>
        <Select options={roles.map(({ id, label }) => ({ value: id, label }))} />
      </Form.Item>
      <Form.Item name="officeId" label="机构" rules={[{ required: true, message: '请选择机构' }]}>
        <OfficePicker known={known} />
      </Form.Item>
      <LastDayField />
    </>
  )
}

export function NewOfficer() {
  const [isOpen, setOpen] = useState(false)
  const [shown, setShown] = useState<ShownPassword | undefined>()
  const [form] = Form.useForm<OfficerValues>()
  const open = useAct(
    ({ validUntil, ...values }: OfficerValues) =>
      ok(api.POST('/api/v1/officers', { body: { ...values, validUntil: validUntil?.format('YYYY-MM-DD') ?? null } })),
    undefined,
    ({ officer, initialPassword }) => {
      setOpen(false)
      setShown({ name: officer.name, username: officer.username, password: initialPassword })
    },
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        开通账号
      </Button>
      <Modal
        title="开通账号"
        open={isOpen}
        onCancel={() => setOpen(false)}
        okText="开通"
        cancelText="取消"
        confirmLoading={open.isPending}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form<OfficerValues> form={form} layout="vertical" preserve={false} onFinish={(values) => open.mutate(values)}>
          <Fields isNew />
        </Form>
      </Modal>
      <InitialPassword shown={shown} close={() => setShown(undefined)} />
    </>
  )
}

export function ChangeOfficer({ officer, close }: { officer: Officer | undefined; close: () => void }) {
  const [form] = Form.useForm<OfficerValues>()
  const change = useAct(
    ({ name, role, officeId, validUntil }: OfficerValues) =>
      ok(
        api.PATCH('/api/v1/officers/{id}', {
          params: { path: { id: officer!.id } },
          body: { version: officer!.version, name, role, officeId, validUntil: validUntil?.format('YYYY-MM-DD') ?? null },
        }),
      ),
    '已修改',
    close,
  )
  return (
    <Modal
      title={`修改${officer?.name ?? ''}的账号`}
      open={officer !== undefined}
      onCancel={close}
      okText="保存"
      cancelText="取消"
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {officer ? (
        <Form<OfficerValues>
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{
            name: officer.name,
            role: officer.role,
            officeId: officer.officeId,
            validUntil: officer.validUntil ? dayjs(officer.validUntil) : null,
          }}
          onFinish={(values) => change.mutate(values)}
        >
          <Fields isNew={false} known={{ id: officer.officeId, name: officer.officeName }} />
        </Form>
      ) : null}
    </Modal>
  )
}
