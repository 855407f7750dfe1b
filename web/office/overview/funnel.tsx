/** How far the work on the leads has got: found, taken up, settled. */
import { useNavigate } from '@tanstack/react-router'
import { Beginning } from '../../parts/beginning.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { useLeadSummary } from './page.tsx'

/** Each step counts everything that has got at least so far. */
function stepsOf(items: readonly { key: string; leads: number }[]) {
  const of = (key: string) => items.find((item) => item.key === key)?.leads ?? 0
  const [open, handled, closed] = [of('open'), of('handled'), of('closed')]
  return [
    { name: '发现线索', value: open + handled + closed, state: 'open,handled,closed' },
    { name: '已分派处理', value: handled + closed, state: 'handled,closed' },
    { name: '已办结', value: closed, state: 'closed' },
  ]
}

export function Funnel({ division }: { division: string | undefined }) {
  const asked = useLeadSummary('state', division)
  const navigate = useNavigate()
  return (
    <Block title="线索处理进度" className="span-5">
      <Answered asked={asked}>
        {({ items }) => {
          const steps = stepsOf(items)
          if (steps[0]?.value === 0)
            return (
              <Nothing>
                <Beginning>没有线索。</Beginning>
              </Nothing>
            )
          return (
            <Chart
              label={steps.map(({ name, value }) => `${name} ${value} 条`).join('；')}
              height={230}
              pick={(index) => void navigate({ to: '/leads', search: { tab: 'list', state: steps[index]?.state, division } as never })}
              option={{
                tooltip: { formatter: '{b}：{c} 条' },
                series: [
                  {
                    type: 'funnel',
                    left: 20,
                    width: '58%',
                    top: 10,
                    bottom: 10,
                    minSize: '1%',
                    gap: 3,
                    sort: 'none',
                    label: { position: 'right', formatter: '{b} {c} 条', color: '#1f2733' },
                    labelLine: { length: 12 },
                    data: steps.map(({ name, value }, at) => ({
                      name,
                      value,
                      itemStyle: { color: ['#14539a', '#3d78b8', '#3f9a5b'][at] },
                    })),
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
