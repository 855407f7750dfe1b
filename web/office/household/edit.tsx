/** Changing what is held: a correction of a mistake, or a new value from a day on. */
import { Button, Collapse, DatePicker, Drawer, Form, Input, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { FieldInput } from './field-input.tsx'
import { blocksOf, type Field, useFields } from './fields.ts'
import type { Member } from './members.tsx'
import type { HouseholdFile } from './page.tsx'

type Typed = Record<string, string | null | undefined>
interface EditValues {
  how: 'wrong' | 'changed'
  on: Dayjs
  reason: string
  name?: string
  fields: Typed
}

/** Only what differs from what was there; masked values come back as they were. */
function changed(before: Record<string, string>, typed: Typed): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, value?.trim() || null] as const)
      .filter(([name, value]) => (before[name] ?? null) !== value),
  )
}

interface EditorProps {
  title: string
  fields: Field[]
  values: Record<string, string>
  personName?: string
  isOpen: boolean
  isBusy: boolean
  close: () => void
  save: (values: EditValues, change: Record<string, string | null>) => void
}

function Editor({ title, fields, values, personName, isOpen, isBusy, close, save }: EditorProps) {
  const [form] = Form.useForm<EditValues>()
  const how = Form.useWatch('how', form)
  return (
    <Drawer
      title={title}
      open={isOpen}
      onClose={close}
      size={560}
      destroyOnHidden
      extra={
        <Button type="primary" loading={isBusy} onClick={() => form.submit()}>
          保存
        </Button>
      }
    >
      <Form<EditValues>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ how: 'wrong', on: dayjs(), fields: values, name: personName }}
        onFinish={(typed) => save(typed, changed(values, typed.fields ?? {}))}
      >
        <Form.Item name="how" label="这次修改">
          <Radio.Group
            options={[
              { value: 'wrong', label: '改正填错的内容' },
              { value: 'changed', label: '情况有变化' },
            ]}
          />
        </Form.Item>
        {how === 'changed' ? (
          <Form.Item name="on" label="从哪天起变化">
            <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs())} />
          </Form.Item>
        ) : null}
        <Form.Item name="reason" label="依据（可不填）">
          <Input maxLength={300} placeholder="例如：核对户口簿、入户了解" />
        </Form.Item>
        {personName === undefined ? null : (
          <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Collapse
          defaultActiveKey={blocksOf(fields)[0]?.[0] ?? ''}
          items={blocksOf(fields).map(([block, inBlock]) => ({
            key: block,
            label: block,
            forceRender: true,
            children: (
              <div className="form-grid">
                {inBlock.map((field) => (
                  <Form.Item key={field.name} name={['fields', field.name]} label={field.label}>
                    <FieldInput field={field} />
                  </Form.Item>
                ))}
              </div>
            ),
          }))}
        />
      </Form>
    </Drawer>
  )
}

export function EditHousehold({ file }: { file: HouseholdFile }) {
  const [isOpen, setOpen] = useState(false)
  const fields = useFields('household')
  const save = useAct(
    ({ values, change }: { values: EditValues; change: Record<string, string | null> }) =>
      ok(
        api.PATCH('/api/v1/register/households/{id}', {
          params: { path: { id: file.id } },
          body: {
            version: file.version,
            reason: values.reason ?? '',
            ...(values.how === 'changed' ? { on: values.on.format('YYYY-MM-DD') } : {}),
            household: change,
            persons: [],
          },
        }),
      ),
    '已保存',
    () => setOpen(false),
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>修改家庭情况</Button>
      <Editor
        title={`修改${file.headName}家的家庭情况`}
        fields={fields}
        values={file.values}
        isOpen={isOpen}
        isBusy={save.isPending}
        close={() => setOpen(false)}
        save={(values, change) => save.mutate({ values, change })}
      />
    </>
  )
}

export function EditPerson({ file, member }: { file: HouseholdFile; member: Member }) {
  const [isOpen, setOpen] = useState(false)
  const fields = useFields('person')
  const save = useAct(
    ({ values, change }: { values: EditValues; change: Record<string, string | null> }) =>
      ok(
        api.PATCH('/api/v1/register/households/{id}', {
          params: { path: { id: file.id } },
          body: {
            version: file.version,
            reason: values.reason ?? '',
            ...(values.how === 'changed' ? { on: values.on.format('YYYY-MM-DD') } : {}),
            household: {},
            persons: [
              { personId: member.id, values: change, ...(values.name && values.name !== member.name ? { name: values.name } : {}) },
            ],
          },
        }),
      ),
    '已保存',
    () => setOpen(false),
  )
  return (
    <>
      <Button onClick={() => setOpen(true)}>修改</Button>
      <Editor
        title={`修改${member.name}的信息`}
        fields={fields}
        values={member.values}
        personName={member.name}
        isOpen={isOpen}
        isBusy={save.isPending}
        close={() => setOpen(false)}
        save={(values, change) => save.mutate({ values, change })}
      />
    </>
  )
}
