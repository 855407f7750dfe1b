/** Households with leads by township, below one by village, stacked by urgency. */
import { useNavigate } from '@tanstack/react-router'
import { Beginning } from '../../parts/beginning.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { useLeadSummary } from './page.tsx'

const colours = { red: '#c5362a', yellow: '#e0a100', green: '#3f9a5b' } as const
const labels = { red: '红色户', yellow: '黄色户', green: '绿色户' } as const

export function LeadsByPlace({ here, division, go }: { here: string; division: string | undefined; go: (code: string) => void }) {
  const by = here.length >= 9 ? 'village' : 'township'
  const asked = useLeadSummary(by, division)
  const navigate = useNavigate()
  return (
    <Block title={by === 'township' ? '各乡镇有线索的户' : '各村有线索的户'} className="span-7">
      <Answered asked={asked} rows={8}>
        {({ items }) => {
          if (items.length === 0)
            return (
              <Nothing>
                <Beginning>这里没有待处理的线索。</Beginning>
              </Nothing>
            )
          const sorted = [...items].sort((one, other) => other.households - one.households)
          const shown = sorted.slice(0, 30)
          return (
            <Chart
              label={shown.map(({ label, households, red }) => `${label} ${households} 户，其中红色 ${red} 户`).join('；')}
              height={Math.max(180, shown.length * 34 + 60)}
              pick={(index) => {
                const key = shown[shown.length - 1 - index]?.key
                if (!key) return
                if (key.length >= 12) void navigate({ to: '/leads', search: { division: key } as never })
                else go(key)
              }}
              option={{
                grid: { left: 96, right: 24, top: 30, bottom: 24 },
                legend: { top: 0 },
                tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
                xAxis: { type: 'value', minInterval: 1 },
                yAxis: {
                  type: 'category',
                  data: shown.map(({ label }) => label).reverse(),
                  axisLabel: { width: 84, overflow: 'truncate' },
                },
                series: (['red', 'yellow', 'green'] as const).map((level) => ({
                  name: labels[level],
                  type: 'bar',
                  stack: 'households',
                  barMaxWidth: 28,
                  color: colours[level],
                  data: shown.map((line) => line[level]).reverse(),
                })),
              }}
            />
          )
        }}
      </Answered>
    </Block>
  )
}
