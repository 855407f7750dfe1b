/** Leads by kind of risk. */
import { useNavigate } from '@tanstack/react-router'
import { Beginning } from '../../parts/beginning.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { useLeadSummary } from './page.tsx'

export function LeadsByRisk({ division }: { division: string | undefined }) {
  const asked = useLeadSummary('risk', division)
  const navigate = useNavigate()
  return (
    <Block title="线索的风险类别" className="span-5">
      <Answered asked={asked} rows={8}>
        {({ items }) => {
          if (items.length === 0)
            return (
              <Nothing>
                <Beginning>没有线索。</Beginning>
              </Nothing>
            )
          const shown = [...items].sort((one, other) => one.leads - other.leads)
          return (
            <Chart
              label={shown.map(({ label, leads }) => `${label} ${leads} 条`).join('；')}
              height={Math.max(220, shown.length * 30 + 40)}
              pick={(index) => {
                const key = shown[index]?.key
                if (key) void navigate({ to: '/leads', search: { tab: 'list', risk: key, division } as never })
              }}
              option={{
                grid: { left: 120, right: 56, top: 8, bottom: 24 },
                tooltip: {},
                xAxis: { type: 'value', minInterval: 1 },
                yAxis: { type: 'category', data: shown.map(({ label }) => label) },
                series: [
                  {
                    name: '线索',
                    type: 'bar',
                    barMaxWidth: 18,
                    data: shown.map(({ leads }) => leads),
                    label: { show: true, position: 'right' },
                  },
                ],
              }}
            />
          )
        }}
      </Answered>
    </Block>
  )
}
