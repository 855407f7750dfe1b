/** Registering what happened to a household; each event is one act that can be taken back. */
import { DownOutlined } from '@ant-design/icons'
import { Button, DatePicker, Dropdown, Form, Input, Modal, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { useSignedIn } from '../frame/session.ts'
import { type Event, type EventKind, events } from './event-kinds.ts'
import { FieldInput } from './field-input.tsx'
import { useAllFields, useFields } from './fields.ts'
import { HouseholdPicker, PersonPicker } from './finders.tsx'
import type { HouseholdFile } from './page.tsx'

export interface EventValues {
  on: Dayjs
  reason?: string
  source?: 'known' | 'new'
  knownPersonId?: number
  newName?: string
  newValues?: Record<string, string | null>
  relation?: string
  personId?: number
  personIds?: number[]
  headId?: number
  newHeadId?: number
  to?: string
  groupName?: string
  toHouseholdId?: number
  toVillage?: string
  from?: { id: number; version: number }
}

/** The request for what was filled in; empty texts and choices are left out. */
function requestOf(kind: EventKind, file: HouseholdFile, values: EventValues): Event {
  const { on, reason, source, newName, newValues, knownPersonId, from, ...rest } = values
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '' && value !== null))
  const isNew = kind === 'birth' || source === 'new'
  const joins = newName && isNew ? { person: { name: newName, values: newValues ?? {} } } : knownPersonId ? { personId: knownPersonId } : {}
  return {
    kind,
    on: on.format('YYYY-MM-DD'),
    version: file.version,
    reason: reason ?? '',
    ...filled,
    ...joins,
    ...(from ? { fromHouseholdId: from.id, fromVersion: from.version } : {}),
  } as unknown as Event
}

const required = (message: string) => [{ required: true, message }]

function NewPerson() {
  const fields = useFields('person')
  const asked = ['sex', 'id_number', 'phone', 'born_on']
    .map((name) => fields.find((field) => field.name === name))
    .filter((field) => field !== undefined)
  return (
    <>
      <Form.Item name="newName" label="姓名" rules={required('请填写姓名')}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="form-grid">
        {asked.map((field) => (
          <Form.Item key={field.name} name={['newValues', field.name]} label={`${field.label}${field.name === 'sex' ? '' : '（可后补）'}`}>
            <FieldInput field={field} />
          </Form.Item>
        ))}
      </div>
    </>
  )
}

function Joining({ source }: { source: 'known' | 'new' | undefined }) {
  return (
    <>
      <Form.Item name="source" label="来的人">
        <Radio.Group
          options={[
            { value: 'known', label: '档案里有此人' },
            { value: 'new', label: '档案里没有，新登记' },
          ]}
        />
      </Form.Item>
      {source === 'new' ? (
        <NewPerson />
      ) : (
        <Form.Item name="knownPersonId" label="查找此人" rules={required('请选择')}>
          <PersonPicker />
        </Form.Item>
      )}
    </>
  )
}

function Relation({ isRequired }: { isRequired: boolean }) {
  const codes = useRelationCodes()
  return (
    <Form.Item name="relation" label="与户主关系" rules={isRequired ? required('请选择与户主关系') : []}>
      <Select options={codes} showSearch={{ optionFilterProp: 'label' }} allowClear />
    </Form.Item>
  )
}

function useRelationCodes() {
  const fields = useAllFields()
  return (fields.find(({ name }) => name === 'relation_to_head')?.codes ?? [])
    .filter(({ code }) => code !== '户主')
    .map(({ code, label }) => ({ value: code, label }))
}

/** The fields the dialog asks for, by the parts the event names. */
function Parts({ kind, file, values }: { kind: EventKind; file: HouseholdFile; values: EventValues }) {
  const { parts } = events[kind]
  const has = (part: (typeof parts)[number]) => parts.includes(part)
  const members = file.members.map(({ id, name, relation, isHead }) => ({ value: id, label: `${name}（${isHead ? '户主' : relation}）` }))
  const leaving = values.personIds ?? (values.personId ? [values.personId] : [])
  const headLeaves = leaving.some((id) => id === file.headPersonId)
  const left = members.filter(({ value }) => !leaving.includes(value))
  return (
    <>
      {has('newborn') ? <NewPerson /> : null}
      {has('joining') ? <Joining source={values.source} /> : null}
      {has('person') ? (
        <Form.Item name="personId" label={events[kind].personLabel ?? '成员'} rules={required('请选择成员')}>
          <Select options={kind === 'change_head' ? members.filter(({ value }) => value !== file.headPersonId) : members} />
        </Form.Item>
      ) : null}
      {has('persons') ? (
        <Form.Item name="personIds" label={events[kind].personLabel ?? '成员'} rules={required('请选择成员')}>
          <Select mode="multiple" options={members} />
        </Form.Item>
      ) : null}
      {has('splitHead') ? (
        <Form.Item name="headId" label="新户的户主" rules={required('请选择新户的户主')}>
          <Select options={members.filter(({ value }) => leaving.includes(value))} />
        </Form.Item>
      ) : null}
      {has('relation') ? <Relation isRequired={kind !== 'marriage_out'} /> : null}
      {has('toHousehold') ? (
        <Form.Item name="toHouseholdId" label="嫁（婚）入本县哪一户（不在本县的不填）">
          <HouseholdPicker gives="id" />
        </Form.Item>
      ) : null}
      {has('to') ? (
        <Form.Item name="to" label="迁往何处">
          <Input maxLength={200} placeholder="例如：本省某市某区" />
        </Form.Item>
      ) : null}
      {has('toVillage') ? (
        <Form.Item name="toVillage" label="搬到哪个村" rules={[{ required: true, pattern: /^\d{12}$/, message: '请选择到村' }]}>
          <VillagePicker />
        </Form.Item>
      ) : null}
      {has('groupName') ? (
        <Form.Item name="groupName" label={kind === 'split' ? '新户的村民小组（同原户的不填）' : '村民小组（可后补）'}>
          <Input maxLength={60} />
        </Form.Item>
      ) : null}
      {has('from') ? (
        <Form.Item name="from" label="并入本户的那一户" rules={required('请选择那一户')}>
          <HouseholdPicker gives="version" />
        </Form.Item>
      ) : null}
      {has('newHead') && headLeaves && left.length > 0 ? (
        <Form.Item name="newHeadId" label="由谁当户主" extra="不选时由配偶、其次由最年长的人当户主；其他人与户主的关系随之改写。">
          <Select options={left} allowClear />
        </Form.Item>
      ) : null}
    </>
  )
}

/** A control of a form around the division picker. */
function VillagePicker({ id, value, onChange }: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return (
    <DivisionPicker {...(id ? { id } : {})} value={value} onChange={(code) => onChange?.(code)} label="选择村" style={{ width: '100%' }} />
  )
}

/** A household can only be moved by those who hold the old village and the new one. */
function useKinds(): EventKind[] {
  const { area } = useSignedIn()
  return (Object.keys(events) as EventKind[]).filter((kind) => kind !== 'relocate' || area.code.length < 12)
}

export function Events({ file }: { file: HouseholdFile }) {
  const kinds = useKinds()
  const [kind, setKind] = useState<EventKind | undefined>()
  const [form] = Form.useForm<EventValues>()
  const values = (Form.useWatch([], form) ?? {}) as EventValues
  const register = useAct(
    (event: Event) => ok(api.POST('/api/v1/register/households/{id}/events', { params: { path: { id: file.id } }, body: event })),
    ({ summary }) => `已登记：${summary}`,
    () => setKind(undefined),
  )
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: kinds.map((key) => ({ key, label: events[key].label })),
          onClick: ({ key }) => setKind(key as EventKind),
        }}
      >
        <Button type="primary" icon={<DownOutlined />} iconPlacement="end">
          登记变动
        </Button>
      </Dropdown>
      <Modal
        title={kind ? `登记${events[kind].label}：${file.headName}家` : ''}
        open={kind !== undefined}
        onCancel={() => setKind(undefined)}
        okText="登记"
        cancelText="取消"
        confirmLoading={register.isPending}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        {kind ? (
          <Form<EventValues>
            form={form}
            layout="vertical"
            preserve={false}
            initialValues={{ on: dayjs(), source: 'known' }}
            onFinish={(filled) => register.mutate(requestOf(kind, file, filled))}
          >
            <p className="faint" style={{ marginBottom: 8 }}>
              {events[kind].hint}
            </p>
            <Form.Item name="on" label={events[kind].dayLabel} rules={required('请选择日期')}>
              <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs())} />
            </Form.Item>
            <Parts kind={kind} file={file} values={values} />
            <Form.Item name="reason" label="依据或说明（可不填）">
              <Input maxLength={300} placeholder="例如：户口簿、死亡证明、村委会说明" />
            </Form.Item>
          </Form>
        ) : null}
      </Modal>
    </>
  )
}
