/** The line of filters over a table; a choice works at once, a text when it is entered. */
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import type { AddressState } from '../address-state.ts'
import { DivisionPicker } from '../division-picker.tsx'
import { useNarrow } from '../narrow.ts'
import type { OfficeColumn, OfficeFilter } from './definition.ts'

/** On a phone the rest waits behind a button. */
const shownOnPhone = 2

type Change = (key: string, value: string | undefined) => void

function TextFilter({ filter, value, change }: { filter: OfficeFilter & { kind: 'text' }; value: string; change: Change }) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const apply = () => {
    if (text.trim() !== value) change(filter.key, text.trim() || undefined)
  }
  return (
    <Input
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        if (filter.isLive || (target.value === '' && value !== '')) change(filter.key, target.value.trim() || undefined)
      }}
      onPressEnter={apply}
      onBlur={apply}
      placeholder={filter.label}
      aria-label={filter.label}
      allowClear
      style={{ width: filter.width ?? 160 }}
    />
  )
}

function OneFilter({ filter, value, change }: { filter: OfficeFilter; value: string; change: Change }) {
  const { key, label } = filter
  switch (filter.kind) {
    case 'text':
      return <TextFilter filter={filter} value={value} change={change} />
    case 'choice':
      if (filter.isMany)
        return (
          <Select
            mode="multiple"
            value={value === '' ? [] : value.split(',')}
            onChange={(chosen: string[]) => change(key, chosen.join(',') || undefined)}
            options={[...filter.choices]}
            placeholder={label}
            aria-label={label}
            allowClear
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            style={{ width: filter.width ?? 170 }}
          />
        )
      return (
        <Select
          value={value || undefined}
          onChange={(chosen: string | undefined) => change(key, chosen)}
          options={[...filter.choices]}
          placeholder={label}
          aria-label={label}
          allowClear
          showSearch={filter.choices.length > 8 ? { optionFilterProp: 'label' } : false}
          popupMatchSelectWidth={false}
          style={{ width: filter.width ?? 130 }}
        />
      )
    case 'division':
      return (
        <DivisionPicker
          value={value || undefined}
          onChange={(code) => change(key, code)}
          label={label}
          style={{ width: filter.width ?? 160 }}
        />
      )
    default:
      return (
        <DatePicker
          picker={filter.kind === 'month' ? 'month' : 'date'}
          value={value ? dayjs(value) : null}
          onChange={(day) => change(key, day?.format(filter.kind === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'))}
          placeholder={label}
          aria-label={label}
          style={{ width: 130 }}
        />
      )
  }
}

/** On a phone there are no column heads to click: the order is chosen like a filter. */
function SortChoice({ columns, sort, sortBy }: SortChoiceProps) {
  const options = columns.flatMap(({ title, sorts }) => [
    ...(sorts?.ascend ? [{ value: sorts.ascend, label: `${title} ↑` }] : []),
    ...(sorts?.descend ? [{ value: sorts.descend, label: `${title} ↓` }] : []),
  ])
  if (options.length === 0) return null
  return (
    <Select
      value={sort}
      onChange={(chosen: string | undefined) => sortBy(chosen)}
      options={options}
      placeholder="排序"
      aria-label="排序"
      allowClear
    />
  )
}

interface SortChoiceProps {
  columns: readonly Pick<OfficeColumn<never>, 'title' | 'sorts'>[]
  sort: string | undefined
  sortBy: (sort: string | undefined) => void
}

/** Draws the filters from their definitions; “重置” only shows when something is set. */
export function FilterBar({
  filters,
  state,
  change,
  reset,
  ...order
}: SortChoiceProps & {
  filters: readonly OfficeFilter[]
  state: AddressState
  change: Change
  reset: () => void
}) {
  const isSet = filters.some(({ key }) => state[key] !== undefined)
  const isNarrow = useNarrow()
  const [showsAll, setShowsAll] = useState(false)
  const isShort = isNarrow && !showsAll && filters.length > shownOnPhone + 1
  const shown = isShort ? filters.filter(({ key }, at) => at < shownOnPhone || state[key] !== undefined) : filters
  return (
    <search className="filter-bar" aria-label="查询条件">
      {shown.map((filter) => (
        <OneFilter key={filter.key} filter={filter} value={state[filter.key] ?? ''} change={change} />
      ))}
      {isNarrow ? <SortChoice {...order} /> : null}
      {isShort ? (
        <Button type="link" onClick={() => setShowsAll(true)}>
          更多条件
        </Button>
      ) : null}
      {isSet ? (
        <Button type="link" onClick={reset}>
          重置
        </Button>
      ) : null}
    </search>
  )
}
