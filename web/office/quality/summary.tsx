/** Counts by division and by rule, and the count going down over time. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'
import { lazy, Suspense } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { divisionTrail, useDivisionNames } from '../../parts/divisions.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { count } from '../../parts/words.tsx'
import { useSignedIn } from '../frame/session.ts'

const Trend = lazy(() => import('./trend.tsx'))

function Bars({
  items,
  search,
}: {
  items: { key: string; label: string; open: number }[]
  search: (key: string) => Record<string, string | undefined>
}) {
  const most = Math.max(1, ...items.map(({ open }) => open))
  if (items.length === 0)
    return (
      <Nothing>
        <Beginning>没有待改正的问题。</Beginning>
      </Nothing>
    )
  return (
    <ul className="bars">
      {items.map(({ key, label, open }) => (
        <li key={key}>
          <Link to="/quality" search={search(key) as never}>
            <span className="bar-label">{label}</span>
            <span className="bar-track">
              <span className="bar-fill" style={{ width: `${(open / most) * 100}%` }} />
            </span>
            <span className="number">{count(open)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Below a township one looks at villages, below a village at the list. */
function groupBelow(code: string): 'township' | 'village' {
  return code.length >= 9 ? 'village' : 'township'
}

export function Summary() {
  const [state] = useAddress()
  const { area } = useSignedIn()
  const division = state.division
  const here = division ?? area.code
  const by = groupBelow(here)
  const query = division ? { division, state: 'open' } : { state: 'open' }
  const places = useQuery({
    queryKey: ['quality-summary', by, division],
    queryFn: () => ok(api.GET('/api/v1/quality/summary', { params: { query: { ...query, by } } })),
  })
  const rules = useQuery({
    queryKey: ['quality-summary', 'rule', division],
    queryFn: () => ok(api.GET('/api/v1/quality/summary', { params: { query: { ...query, by: 'rule' } } })),
  })
  const trail = divisionTrail(area.code, here)
  const names = useDivisionNames(trail)
  return (
    <>
      <Breadcrumb
        style={{ marginBottom: 8 }}
        items={trail.map((code) => ({
          key: code,
          title: (
            <Link to="/quality" search={{ division: code === area.code ? undefined : code } as never}>
              {code === area.code ? area.name : (names.get(code) ?? code)}
            </Link>
          ),
        }))}
      />
      <div className="columns">
        <Block title={by === 'township' ? '各乡镇待改正' : '各村待改正'} className="span-6">
          <Answered asked={places}>
            {({ items }) => (
              <Bars
                items={items}
                search={(key) => (key.length >= 12 ? { tab: 'list', division: key, state: 'open' } : { division: key })}
              />
            )}
          </Answered>
        </Block>
        <Block title="各规则待改正" className="span-6">
          <Answered asked={rules}>
            {({ items }) => (
              <Bars
                items={items.map((item) => ({ ...item, label: `${item.label} ${item.key.replaceAll('_', '-')}` }))}
                search={(key) => ({ tab: 'list', rule: key, division, state: 'open' })}
              />
            )}
          </Answered>
        </Block>
        <Block title="待改正问题的变化" className="span-12">
          <Suspense fallback={null}>
            <Trend division={division} />
          </Suspense>
        </Block>
      </div>
    </>
  )
}
