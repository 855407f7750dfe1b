/** Leads before and after the change, month by month. */
import { Chart } from '../../parts/chart.tsx'
import type { Trial } from './result.tsx'

export default function TrialChart({ months, pick }: { months: Trial['months']; pick: (asOf: string) => void }) {
  return (
    <Chart
      label={months.map(({ asOf, before, after }) => `${asOf} 现在 ${before} 条，改后 ${after} 条`).join('；')}
      height={230}
      pick={(index) => months[index] && pick(months[index].asOf)}
      option={{
        grid: { left: 56, right: 16, top: 30, bottom: 24 },
        legend: { top: 0 },
        tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
        xAxis: { type: 'category', data: months.map(({ asOf }) => asOf) },
        yAxis: { type: 'value', minInterval: 1 },
        series: [
          { name: '现在', type: 'bar', data: months.map(({ before }) => before), color: '#a9b8cb' },
          { name: '改后', type: 'bar', data: months.map(({ after }) => after), color: '#14539a' },
        ],
      }}
    />
  )
}
