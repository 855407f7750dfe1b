/** Finding a person or a household of the register by name, number or phone. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useDelayed } from '../../parts/delayed.ts'

function useFound(text: string) {
  const q = useDelayed(text.trim(), 300)
  return useQuery({
    queryKey: ['find-household', q],
    queryFn: () => ok(api.GET('/api/v1/register/households', { params: { query: { q, limit: 20 } } })),
    enabled: q.length >= 2,
  })
}

const searching = (setText: (text: string) => void) => ({ filterOption: false as const, onSearch: setText })

export function PersonPicker({ id, value, onChange }: { id?: string; value?: number; onChange?: (personId: number) => void }) {
  const [text, setText] = useState('')
  const found = useFound(text)
  const options = (found.data?.items ?? []).flatMap(({ matches, headName, headPersonId, township, village }) =>
    (matches && matches.length > 0 ? matches : headPersonId ? [{ personId: headPersonId, name: headName, by: '' }] : []).map(
      ({ personId, name }) => ({
        value: personId,
        label: `${name}（${township} ${village}，${headName}家）`,
      }),
    ),
  )
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value === undefined ? {} : { value })}
      {...(onChange ? { onChange } : {})}
      showSearch={searching(setText)}
      options={options}
      loading={found.isFetching}
      placeholder="输入姓名或证件号码"
      notFoundContent={text.trim().length < 2 ? '请输入至少 2 个字' : found.isFetching ? '正在查找' : '没有找到'}
    />
  )
}

interface HouseholdPickerProps {
  id?: string
  /** The id alone, or the id with the version seen. */
  gives: 'id' | 'version'
  onChange?: (chosen: unknown) => void
}

export function HouseholdPicker({ id, gives, onChange }: HouseholdPickerProps) {
  const [text, setText] = useState('')
  const found = useFound(text)
  const items = found.data?.items ?? []
  return (
    <Select<number>
      {...(id ? { id } : {})}
      showSearch={searching(setText)}
      allowClear
      loading={found.isFetching}
      onChange={(chosen) => {
        const one = items.find((item) => item.id === chosen)
        onChange?.(one === undefined ? undefined : gives === 'id' ? one.id : { id: one.id, version: one.version })
      }}
      options={items.map(({ id: value, headName, township, village, householdNumber }) => ({
        value,
        label: `${headName}家（${township} ${village}，${householdNumber}）`,
      }))}
      placeholder="输入户主姓名或户编号"
      notFoundContent={text.trim().length < 2 ? '请输入至少 2 个字' : found.isFetching ? '正在查找' : '没有找到'}
    />
  )
}
