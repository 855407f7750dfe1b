/** What waits: the leads given to me, else the most urgent households of the area. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, api, ok } from '../../api/client.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark, Urgency } from '../../parts/words.tsx'

type Rows = Answer<'/api/v1/leads/households'>

function daysSince(day: string): number {
  return Math.max(0, Math.round((Date.now() - Date.parse(`${day}T00:00:00`)) / 86_400_000))
}

/** Red leads should be visited within days; what has waited longer is marked. */
const lateAfter = { red: 7, yellow: 15, green: 30 } as const

function Lines({ items }: { items: Rows['items'] }) {
  return (
    <ul className="lines">
      {items.map((row) => {
        const waited = daysSince(row.appearedOn)
        return (
          <li key={`${row.divisionCode} ${row.householdNumber}`}>
            <Urgency level={row.urgency} />
            <span className="grow">
              <Link className="in-text" to="/leads/$id" params={{ id: String(row.rules[0]?.leadId ?? 0) }}>
                {`${row.headName}家`}
              </Link>
              <span className="faint">{`　${row.township} ${row.village}`}</span>
              <br />
              {row.rules.map(({ label }) => label).join('、')}
            </span>
            {waited > lateAfter[row.urgency] ? (
              <Mark tone="red">{`已 ${waited} 天`}</Mark>
            ) : row.isNew ? (
              <Mark tone="blue">新</Mark>
            ) : (
              <span className="faint">{`${waited} 天`}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function MyOrAll({ mine, all }: { mine: Rows; all: Rows }) {
  if (mine.items.length > 0) return <Lines items={mine.items} />
  if (all.items.length === 0)
    return (
      <Nothing>
        <Beginning>没有待处理的线索。</Beginning>
      </Nothing>
    )
  return (
    <>
      <p className="faint">没有分派给您的线索，下面是辖区内最急的户：</p>
      <Lines items={all.items} />
    </>
  )
}

export function Queue() {
  const query = { limit: 8, state: 'open,handled' }
  const mine = useQuery({
    queryKey: ['home-queue', 'mine'],
    queryFn: () => ok(api.GET('/api/v1/leads/households', { params: { query: { ...query, assignedTo: 'me' } } })),
  })
  const all = useQuery({ queryKey: ['home-queue', 'all'], queryFn: () => ok(api.GET('/api/v1/leads/households', { params: { query } })) })
  return (
    <Block title="我的待办" className="span-6" extra={<Link to="/leads">全部线索</Link>}>
      <Answered asked={mine} rows={6}>
        {(first) => (
          <Answered asked={all} rows={6}>
            {(second) => <MyOrAll mine={first} all={second} />}
          </Answered>
        )}
      </Answered>
    </Block>
  )
}
