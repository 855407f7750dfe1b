/** A chart; only the parts of ECharts that the pages use, loaded with the first page that draws one. */
import { BarChart, FunnelChart, LineChart, PieChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

echarts.use([BarChart, FunnelChart, LineChart, PieChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

const colours = ['#14539a', '#d4880f', '#2f8f4e', '#b3402e', '#6b5aa8', '#1f8a99', '#8a6d3b', '#c2528b']

interface ChartProps {
  /** What the chart says, for those who cannot see it. */
  label: string
  option: echarts.EChartsCoreOption
  height?: number
  /** A click on a bar or slice, by its place in the data and its series' name. */
  pick?: (index: number, series: string) => void
}

export function Chart({ label, option, height = 280, pick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<echarts.ECharts>(undefined)
  const picked = useRef(pick)
  picked.current = pick
  useEffect(() => {
    const made = echarts.init(place.current!)
    chart.current = made
    made.on('click', ({ dataIndex, seriesName }) => picked.current?.(dataIndex, seriesName ?? ''))
    const watcher = new ResizeObserver(() => made.resize())
    watcher.observe(place.current!)
    return () => {
      watcher.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const font = getComputedStyle(document.body).fontFamily
    chart.current?.setOption({ color: colours, textStyle: { fontFamily: font }, animationDuration: 300, ...option }, { notMerge: true })
  }, [option])
  return <div ref={place} className="chart" role="img" aria-label={label} style={{ height }} />
}
