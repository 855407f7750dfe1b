/** One input per kind of field; officers choose rather than type wherever there is a list. */
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Field } from './fields.ts'

interface FieldInputProps {
  field: Field
  id?: string
  value?: string | null
  onChange?: (value: string | null) => void
}

const yesNo = [
  { value: '是', label: '是' },
  { value: '否', label: '否' },
]

export function FieldInput({ field, id, value, onChange }: FieldInputProps) {
  const set = (next: string | null | undefined) => onChange?.(next ?? null)
  const options = field.codes.map(({ code, label }) => ({ value: code, label }))
  const named = id ? { id } : {}
  if (field.kind === 'codes')
    return (
      <Select
        {...named}
        mode="multiple"
        options={options}
        value={value ? value.split(',') : []}
        onChange={(chosen: string[]) => set(chosen.join(',') || null)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    )
  if (field.kind === 'code' || field.kind === 'yes_no')
    return (
      <Select
        {...named}
        allowClear
        options={options.length > 0 ? options : yesNo}
        value={value ?? null}
        onChange={(chosen: string | null) => set(chosen)}
        showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
      />
    )
  if (field.kind === 'day')
    return (
      <DatePicker
        {...named}
        style={{ width: '100%' }}
        value={value ? dayjs(value) : null}
        onChange={(day) => set(day?.format('YYYY-MM-DD'))}
      />
    )
  return (
    <Input
      {...named}
      value={value ?? ''}
      onChange={({ target }) => set(target.value)}
      inputMode={['money', 'number', 'whole_number', 'year', 'phone'].includes(field.kind) ? 'decimal' : 'text'}
      suffix={field.kind === 'money' ? '元' : undefined}
      maxLength={300}
    />
  )
}
