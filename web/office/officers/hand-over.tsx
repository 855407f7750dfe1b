/** Handing an account over when people rotate. */
import { useQuery } from '@tanstack/react-query'
import { DatePicker, Form, Modal, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useDelayed } from '../../parts/delayed.ts'
import { LastDayField, NameField, UsernameField } from './account-fields.tsx'
import type { ShownPassword } from './initial-password.tsx'
import type { Officer } from './officer-list.tsx'

interface HandOverValues {
  startsOn: Dayjs
  who: 'new' | 'known'
  name?: string
  username?: string
  officerId?: number
  validUntil?: Dayjs | null
}

function KnownOfficer({
  id,
  value,
  onChange,
  except,
}: {
  id?: string
  value?: number
  onChange?: (officerId: number) => void
  except: number
}) {
  const [text, setText] = useState('')
  const find = useDelayed(text.trim(), 250)
  const asked = useQuery({
    queryKey: ['officers-by-name', find],
    queryFn: () => ok(api.GET('/api/v1/officers', { params: { query: { limit: 50, ...(find ? { find } : {}) } } })),
  })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={asked.isFetching}
      placeholder="输入姓名查找"
      options={(asked.data?.items ?? [])
        .filter((one) => one.id !== except)
        .map((one) => ({ value: one.id, label: `${one.name}（${one.officeName}）` }))}
    />
  )
}

/** How many open duties went over, in words. */
function movedWords(moved: Record<string, number>): string {
  const all = Object.values(moved).reduce((sum, part) => sum + part, 0)
  return all > 0 ? `已移交，${all} 件未办事项转给接手人` : '已移交，没有未办事项'
}

export function HandOver({
  officer,
  close,
  opened,
}: {
  officer: Officer | undefined
  close: () => void
  opened: (shown: ShownPassword) => void
}) {
  const [form] = Form.useForm<HandOverValues>()
  const who = Form.useWatch('who', form)
  const handOver = useAct(
    ({ startsOn, who: kind, name, username, officerId, validUntil }: HandOverValues) =>
      ok(
        api.POST('/api/v1/officers/{id}/hand-over', {
          params: { path: { id: officer!.id } },
          body: {
            version: officer!.version,
            startsOn: startsOn.format('YYYY-MM-DD'),
            successor:
              kind === 'known'
                ? { officerId: officerId! }
                : { name: name!, username: username!, validUntil: validUntil?.format('YYYY-MM-DD') ?? null },
          },
        }),
      ),
    ({ moved }) => movedWords(moved),
    ({ to, initialPassword }) => {
      close()
      if (initialPassword !== null) opened({ name: to.name, username: to.username, password: initialPassword })
    },
  )
  return (
    <Modal
      title={`移交${officer?.name ?? ''}的工作`}
      open={officer !== undefined}
      onCancel={close}
      okText="移交"
      cancelText="取消"
      confirmLoading={handOver.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {officer ? (
        <Form<HandOverValues>
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ startsOn: dayjs(), who: 'new' }}
          onFinish={(values) => handOver.mutate(values)}
        >
          <p className="faint">{`${officer.officeName}，${officer.roleLabel}。接手人得到同样的角色和机构。`}</p>
          <Form.Item name="startsOn" label="接手人的第一天（移交人用到前一天）" rules={[{ required: true, message: '请选择日期' }]}>
            <DatePicker allowClear={false} />
          </Form.Item>
          <Form.Item name="who" label="接手人">
            <Radio.Group
              options={[
                { value: 'new', label: '新开账号' },
                { value: 'known', label: '已有账号' },
              ]}
            />
          </Form.Item>
          {who === 'known' ? (
            <Form.Item name="officerId" label="已有账号" rules={[{ required: true, message: '请选择接手人' }]}>
              <KnownOfficer except={officer.id} />
            </Form.Item>
          ) : (
            <>
              <NameField />
              <UsernameField />
              <LastDayField />
            </>
          )}
        </Form>
      ) : null}
    </Modal>
  )
}
