/** Which tables are late or still missing this month. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Year = Answer<'/api/v1/hand-in-calendar'>

const order = { late: 0, has_issues: 1, handed_in: 2, missing: 3 } as const
const tones = { late: 'red', has_issues: 'yellow', handed_in: 'blue', missing: 'yellow' } as const

/** Cells that somebody has to do something about, the latest first. */
function gapsOf(year: Year) {
  return year.rows
    .flatMap((row) =>
      row.cells.filter(({ state }) => state in order).map((cell) => ({ ...row, ...cell, state: cell.state as keyof typeof order })),
    )
    .sort((one, other) => order[one.state] - order[other.state] || other.month.localeCompare(one.month))
}

const hasAccepted = (year: Year) =>
  year.rows.some(({ cells }) => cells.some(({ state }) => state === 'accepted' || state === 'accepted_late'))

export function HandInGaps() {
  const may = useMay()
  const asked = useQuery({
    queryKey: ['hand-in-calendar', undefined],
    queryFn: () => ok(api.GET('/api/v1/hand-in-calendar', { params: { query: {} } })),
  })
  return (
    <Block title="数据报送" className="span-6" extra={<Link to="/files">报送日历</Link>}>
      <Answered asked={asked} rows={6}>
        {(year) => {
          const gaps = gapsOf(year)
          if (gaps.length === 0)
            return (
              <Nothing>{hasAccepted(year) ? '该报的数据都已报送并接收。' : '还没有到期要报的数据表。各表哪天前报送，见报送日历。'}</Nothing>
            )
          return (
            <>
              <ul className="lines">
                {gaps.slice(0, 7).map(({ dataset, label, department, month, state, stateLabel, dueOn, files }) => (
                  <li key={dataset + month}>
                    <Mark tone={tones[state]}>{stateLabel}</Mark>
                    <span className="grow">
                      {`${label}　${month}`}
                      <br />
                      <span className="faint">{`${department}${dueOn ? `，应于 ${dueOn} 前报送` : ''}`}</span>
                    </span>
                    {files[0] ? (
                      <Link to="/files/$id" params={{ id: String(files[0]) }}>
                        查看
                      </Link>
                    ) : may('file.hand_in') ? (
                      <Link to="/files" search={{ handIn: '1', forMonth: month } as never}>
                        报送
                      </Link>
                    ) : null}
                  </li>
                ))}
              </ul>
              {gaps.length > 7 ? <p className="faint">{`另有 ${gaps.length - 7} 项，见报送日历。`}</p> : null}
            </>
          )
        }}
      </Answered>
    </Block>
  )
}
