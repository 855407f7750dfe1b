/** Choosing a division within one's own area, level by level, or by a piece of its name. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { useSignedIn } from '../office/frame/session.ts'
import { useDelayed } from './delayed.ts'
import { divisionQuery, divisionTrail, useDivisionNames } from './divisions.ts'

interface DivisionPickerProps {
  value: string | undefined
  onChange: (code: string | undefined) => void
  label: string
  /** The lowest level offered, as the length of its code. */
  deepest?: 2 | 4 | 6 | 9 | 12
  id?: string
  style?: { width: number | string }
}

interface Node {
  value: string
  title: string
  isLeaf: boolean
  pId?: string
  id: string
}

export function DivisionPicker({ value, onChange, label, deepest = 12, id, style = { width: 170 } }: DivisionPickerProps) {
  const { area } = useSignedIn()
  const client = useQueryClient()
  const [loaded, setLoaded] = useState<Record<string, Node[]>>({})
  const [text, setText] = useState('')
  const find = useDelayed(text.trim(), 250)
  const top = useQuery(divisionQuery(area.code))
  const found = useQuery({
    queryKey: ['divisions-by-name', area.code, find],
    queryFn: () => ok(api.GET('/api/v1/divisions', { params: { query: { under: area.code, all: 'true', name: find, limit: 50 } } })),
    enabled: find !== '',
  })
  const names = useDivisionNames(value ? divisionTrail(area.code, value) : [])
  const node = ({ code, name }: { code: string; name: string }, parent?: string): Node => ({
    id: code,
    value: code,
    title: name,
    isLeaf: code.length >= deepest,
    ...(parent === undefined ? {} : { pId: parent }),
  })
  const load = async (under: string) => {
    const { items } = await client.ensureQueryData(divisionQuery(under))
    setLoaded((before) => ({ ...before, [under]: items.map((item) => node(item, under)) }))
  }
  const browsed = [...(top.data?.items ?? []).map((item) => node(item)), ...Object.values(loaded).flat()]
  const searched = (found.data?.items ?? []).filter(({ code }) => code.length <= deepest).map((item) => ({ ...node(item), isLeaf: true }))
  const shown = find === '' ? browsed : searched
  const nodes =
    value && !shown.some((one) => one.value === value)
      ? [...shown, { id: value, value, title: names.get(value) ?? value, isLeaf: true }]
      : shown
  return (
    <TreeSelect
      {...(id ? { id } : {})}
      treeDataSimpleMode
      treeData={nodes}
      value={value as string}
      onChange={(code: string | undefined) => onChange(code)}
      loadData={({ value: code }) => load(String(code))}
      showSearch={{ filterTreeNode: false, onSearch: setText }}
      placeholder={label}
      aria-label={label}
      allowClear
      popupMatchSelectWidth={260}
      notFoundContent={top.isPending || found.isFetching ? '正在读取' : '没有找到'}
      style={style}
    />
  )
}
