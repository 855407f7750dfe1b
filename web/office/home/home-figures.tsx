/** The figures of one's own area, each leading to what it counts. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import { useQueueCounts } from '../cases/queue-counts.ts'
import { useMay } from '../frame/session.ts'

/** Sums of a summary that is grouped by something. */
const sum = <Line,>(items: readonly Line[] | undefined, part: (line: Line) => number) =>
  items?.reduce((total, line) => total + part(line), 0)

function LeadFigures() {
  const urgency = useQuery({
    queryKey: ['leads-summary', 'urgency', 'at-work'],
    queryFn: () => ok(api.GET('/api/v1/leads/summary', { params: { query: { by: 'urgency', state: 'open,handled' } } })),
  })
  const items = urgency.data?.items
  const of = (key: 'red' | 'yellow' | 'green') => sum(items, (line) => (line.key === key ? line.households : 0))
  return (
    <>
      <Figure label="红色户" value={of('red')} tone="red" note="尽快入户核实" to="/leads" search={{ urgency: 'red' }} />
      <Figure label="黄色户" value={of('yellow')} tone="yellow" note="本月内核实" to="/leads" search={{ urgency: 'yellow' }} />
      <Figure label="绿色户" value={of('green')} tone="green" note="日常关注" to="/leads" search={{ urgency: 'green' }} />
      <Figure
        label="新增线索"
        value={sum(items, ({ isNew }) => isNew)}
        note="比上一次筛查"
        to="/leads"
        search={{ tab: 'list', isNew: 'true' }}
      />
    </>
  )
}

/** What my office must do, and what of it is late. */
function CaseFigures() {
  const { counts } = useQueueCounts().data ?? {}
  const total = counts && counts.red + counts.yellow + counts.green
  return (
    <Figure
      label="待办帮扶事项"
      value={total}
      tone={counts && counts.red > 0 ? 'red' : undefined}
      note={counts ? `逾期 ${counts.red}，临期 ${counts.yellow}` : ''}
      to="/cases"
    />
  )
}

function QualityFigure() {
  const asked = useQuery({
    queryKey: ['quality-summary', 'severity'],
    queryFn: () => ok(api.GET('/api/v1/quality/summary', { params: { query: { by: 'severity', state: 'open' } } })),
  })
  return <Figure label="数据质量问题" value={sum(asked.data?.items, ({ open }) => open)} note="待改正" to="/quality" />
}

function RegisterFigures() {
  const asked = useQuery({
    queryKey: ['register-summary', undefined],
    queryFn: () => ok(api.GET('/api/v1/register/summary', { params: { query: {} } })),
  })
  const may = useMay()
  const { data } = asked
  return (
    <>
      <Figure
        label="农户"
        value={data?.households}
        {...(data ? { note: `${data.persons.toLocaleString('zh-CN')} 人，监测中 ${data.monitored.toLocaleString('zh-CN')} 户` } : {})}
        to="/register"
      />
      {may('register.load') ? <Figure label="与全国系统不一致" value={data?.openDifferences} note="待处理" to="/differences" /> : null}
    </>
  )
}

export function HomeFigures() {
  const may = useMay()
  if (!may('lead.read') && !may('quality.read') && !may('register.read')) return null
  return (
    <Figures>
      {may('case.read') ? <CaseFigures /> : null}
      {may('lead.read') ? <LeadFigures /> : null}
      {may('quality.read') ? <QualityFigure /> : null}
      {may('register.read') ? <RegisterFigures /> : null}
    </Figures>
  )
}
