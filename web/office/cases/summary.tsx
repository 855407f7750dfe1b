/** How many matters stand where, and how many are late; every number leads to its list. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, api, ok } from '../../api/client.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { count, Mark } from '../../parts/words.tsx'

type Summary = Answer<'/api/v1/cases/summary'>

function Counts({ items, search }: { items: Summary['byState']; search: (key: string) => Record<string, string> }) {
  const shown = items.filter(({ cases }) => cases > 0)
  if (shown.length === 0) return <Nothing>没有帮扶事项。</Nothing>
  const most = Math.max(...shown.map(({ cases }) => cases))
  return (
    <ul className="lines">
      {shown.map(({ key, label, cases, overdue }) => (
        <li key={key}>
          <Link className="case-count" to="/cases" search={{ tab: 'list', ...search(key) } as never}>
            {label}
          </Link>
          <span className="grow case-bar" aria-hidden="true">
            <span style={{ width: `${(100 * cases) / most}%` }} />
          </span>
          <span className="number">{count(cases)}</span>
          {overdue > 0 ? <Mark tone="red">{`逾期 ${overdue}`}</Mark> : null}
        </li>
      ))}
    </ul>
  )
}

export function useCaseSummary() {
  return useQuery({
    queryKey: ['case-summary'],
    queryFn: () => ok(api.GET('/api/v1/cases/summary', { params: { query: {} } })),
  })
}

export function CaseSummary() {
  const asked = useCaseSummary()
  return (
    <Answered asked={asked} rows={8}>
      {(summary) => (
        <>
          <Figures>
            <Figure label="未办结" value={summary.open} to="/cases" search={{ tab: 'list', open: 'true' }} />
            <Figure label="已逾期" value={summary.overdue} tone="red" to="/cases" search={{ tab: 'list', overdue: 'true' }} />
            <Figure label="督办中" value={summary.escalated} tone="yellow" />
            <Figure label="帮扶中" value={summary.assisted} tone="green" to="/cases" search={{ tab: 'list', state: 'assisted' }} />
            <Figure label="风险已消除" value={summary.cleared} to="/cases" search={{ tab: 'list', state: 'cleared' }} />
          </Figures>
          <div className="columns">
            <Block title="按状态" className="span-6">
              <Counts items={summary.byState} search={(state) => ({ state })} />
            </Block>
            <div className="span-6">
              <Block title="未办结的，按地方">
                <Counts items={summary.byPlace} search={(division) => ({ division, open: 'true' })} />
              </Block>
              <Block title="按来源">
                <Counts items={summary.byChannel} search={(channel) => ({ channel })} />
              </Block>
            </div>
          </div>
        </>
      )}
    </Answered>
  )
}
