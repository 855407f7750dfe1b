/** Parts of a page, one shown at a time and kept in the address: tabs on a desk, a choice on a phone where tabs do not fit. */
import { Select, Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useAddress } from './address-state.ts'
import { useNarrow } from './narrow.ts'

interface PageTabsProps {
  /** What the choice is called for screen readers. */
  label: string
  tabs: readonly { key: string; label: string; children: ReactNode }[]
  /** Words of the address that belong to the part left. */
  forget?: readonly string[]
}

/** The first part is shown where the address names none. */
export function PageTabs({ label, tabs, forget = ['after', 'sort'] }: PageTabsProps) {
  const [state, setState] = useAddress()
  const isNarrow = useNarrow()
  const first = tabs[0]?.key
  const active = tabs.find(({ key }) => key === state.tab) ?? tabs[0]
  const show = (key: string) =>
    setState({ ...Object.fromEntries(forget.map((word) => [word, undefined])), tab: key === first ? undefined : key })
  if (!isNarrow) return <Tabs {...(active ? { activeKey: active.key } : {})} onChange={show} items={[...tabs]} destroyOnHidden />
  return (
    <>
      <Select
        aria-label={label}
        value={active?.key ?? null}
        onChange={(key) => key && show(key)}
        options={tabs.map(({ key, label: text }) => ({ value: key, label: text }))}
        style={{ width: '100%', marginBottom: 10 }}
      />
      {active?.children}
    </>
  )
}
