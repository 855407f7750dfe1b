/** Findings still open after each screening. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Chart } from '../../parts/chart.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'

export default function Trend({ division }: { division: string | undefined }) {
  const asked = useQuery({
    queryKey: ['quality-trend', division],
    queryFn: () => ok(api.GET('/api/v1/quality/trend', { params: { query: division ? { division } : {} } })),
  })
  return (
    <Answered asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>完成一次筛查后，这里显示问题数的变化。</Nothing>
        ) : (
          <Chart
            label={`待改正问题：${items.map(({ asOf, open }) => `${asOf} ${open} 个`).join('，')}`}
            height={220}
            option={{
              grid: { left: 56, right: 24, top: 24, bottom: 28 },
              tooltip: { trigger: 'axis' },
              xAxis: { type: 'category', data: items.map(({ asOf }) => asOf) },
              yAxis: { type: 'value', minInterval: 1 },
              series: [
                {
                  name: '待改正',
                  type: 'line',
                  data: items.map(({ open }) => open),
                  areaStyle: { opacity: 0.12 },
                  label: { show: items.length <= 13 },
                },
              ],
            }}
          />
        )
      }
    </Answered>
  )
}
