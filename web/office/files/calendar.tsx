/** The year's hand-ins at a glance: one line per table, one cell per month. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { count } from '../../parts/words.tsx'

type Year = Answer<'/api/v1/hand-in-calendar'>
type Row = Year['rows'][number]
type Cell = Row['cells'][number]

const tones: Record<Cell['state'], string> = {
  not_expected: 'none',
  open: 'none',
  missing: 'yellow',
  late: 'red',
  handed_in: 'blue',
  has_issues: 'yellow',
  accepted: 'green',
  accepted_late: 'green',
}
const legend = [
  ['green', '已接收'],
  ['blue', '已报待接收'],
  ['yellow', '待报送或有问题'],
  ['red', '逾期未报'],
] as const
const every = { month: '每月', quarter: '每季', year: '每年', event: '有则报' } as const

function words({ state, stateLabel, dueOn, rows }: Cell): string {
  const due = dueOn && state !== 'accepted' ? `，应于 ${dueOn} 前报送` : ''
  return `${stateLabel}${rows > 0 ? `，${count(rows)} 行` : ''}${due}`
}

function CalendarCell({ row, cell }: { row: Row; cell: Cell }) {
  const said = `${row.label} ${cell.month}：${words(cell)}`
  if (cell.state === 'not_expected' || (cell.state === 'open' && cell.files.length === 0))
    return (
      <span className="cell none" title={said}>
        {cell.state === 'open' ? '·' : ''}
      </span>
    )
  const text = {
    missing: '待报',
    late: '逾期',
    handed_in: '待收',
    has_issues: '问题',
    accepted: '已收',
    accepted_late: '迟收',
    open: '已报',
    not_expected: '',
  }[cell.state]
  const className = `cell ${tones[cell.state]}`
  if (cell.files.length === 1)
    return (
      <Link className={className} to="/files/$id" params={{ id: String(cell.files[0]) }} title={said}>
        {text}
        <span className="unseen">{said}</span>
      </Link>
    )
  const search = cell.files.length > 1 ? { tab: 'list', dataset: row.dataset, month: cell.month } : { handIn: '1', forMonth: cell.month }
  return (
    <Link className={className} to="/files" search={search as never} title={said}>
      {text}
      <span className="unseen">{said}</span>
    </Link>
  )
}

function YearTable({ year }: { year: Year }) {
  const months = year.rows[0]?.cells.map(({ month }) => month) ?? []
  return (
    <Scrolling label={`${year.year} 年报送日历`}>
      <table className="calendar">
        <thead>
          <tr>
            <th scope="col">数据表</th>
            <th scope="col">部门</th>
            {months.map((month) => (
              <th scope="col" key={month}>{`${Number(month.slice(5))}月`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {year.rows.map((row) => (
            <tr key={`${row.dataset} ${row.department}`}>
              <th scope="row">
                {row.label}
                <span className="faint">{`（${every[row.every]}）`}</span>
              </th>
              <td>{row.department}</td>
              {row.cells.map((cell) => (
                <td key={cell.month}>
                  <CalendarCell row={row} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

export function Calendar() {
  const [state, setState] = useAddress()
  const wanted = state.year
  const asked = useQuery({
    queryKey: ['hand-in-calendar', wanted],
    queryFn: () => ok(api.GET('/api/v1/hand-in-calendar', { params: { query: wanted ? { year: Number(wanted) } : {} } })),
  })
  const year = asked.data?.year
  return (
    <Block
      title={
        <span className="row" style={{ flexWrap: 'nowrap' }}>
          <Button
            size="small"
            type="text"
            icon={<LeftOutlined />}
            aria-label="上一年"
            disabled={!year}
            onClick={() => setState({ year: String(year! - 1) })}
          />
          {year ? `${year} 年` : '报送日历'}
          <Button
            size="small"
            type="text"
            icon={<RightOutlined />}
            aria-label="下一年"
            disabled={!year}
            onClick={() => setState({ year: String(year! + 1) })}
          />
        </span>
      }
      extra={
        <span className="marks">
          {legend.map(([tone, label]) => (
            <span key={tone} className={`mark ${tone}`}>
              {label}
            </span>
          ))}
        </span>
      }
    >
      <Answered asked={asked} rows={10}>
        {(answer) => <YearTable year={answer} />}
      </Answered>
    </Block>
  )
}
