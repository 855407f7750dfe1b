/** Of the tables due each month this year, how many came in time, late, or not. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Answer, api, ok } from '../../api/client.ts'
import { Chart } from '../../parts/chart.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'

type Year = Answer<'/api/v1/hand-in-calendar'>

const groups = [
  { name: '已接收', colour: '#3f9a5b', states: ['accepted', 'accepted_late'] },
  { name: '已报待接收', colour: '#4f86c2', states: ['handed_in', 'has_issues'] },
  { name: '待报送', colour: '#e0a100', states: ['missing'] },
  { name: '逾期未报', colour: '#c5362a', states: ['late'] },
]

function countsOf(year: Year): { months: string[]; series: { name: string; colour: string; counts: number[] }[] } {
  const months = [...new Set(year.rows.flatMap(({ cells }) => cells.map(({ month }) => month)))].sort()
  const cells = year.rows.flatMap((row) => row.cells)
  const series = groups.map(({ name, colour, states }) => ({
    name,
    colour,
    counts: months.map((month) => cells.filter((cell) => cell.month === month && states.includes(cell.state)).length),
  }))
  return { months, series }
}

export function Coverage() {
  const navigate = useNavigate()
  const asked = useQuery({
    queryKey: ['hand-in-calendar', undefined],
    queryFn: () => ok(api.GET('/api/v1/hand-in-calendar', { params: { query: {} } })),
  })
  return (
    <Block title="本年数据报送（张）" className="span-7">
      <Answered asked={asked}>
        {(year) => {
          const { months, series } = countsOf(year)
          if (series.every(({ counts }) => counts.every((number) => number === 0))) return <Nothing>今年还没有到期的报送。</Nothing>
          return (
            <Chart
              label={months
                .map((month, at) => `${month} ${series.map(({ name, counts }) => `${name} ${counts[at]}`).join('，')}`)
                .join('；')}
              height={230}
              pick={() => void navigate({ to: '/files' })}
              option={{
                grid: { left: 40, right: 16, top: 30, bottom: 24 },
                legend: { top: 0 },
                tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
                xAxis: { type: 'category', data: months.map((month) => `${Number(month.slice(5))}月`) },
                yAxis: { type: 'value', minInterval: 1 },
                series: series.map(({ name, colour, counts }) => ({
                  name,
                  type: 'bar',
                  stack: 'tables',
                  barMaxWidth: 34,
                  color: colour,
                  data: counts,
                })),
              }}
            />
          )
        }}
      </Answered>
    </Block>
  )
}
