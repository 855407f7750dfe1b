/** A trial's answer: month by month how many more and fewer, and which households. */
import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { lazy, Suspense } from 'react'
import { type Answer, api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count } from '../../parts/words.tsx'

export type Trial = Answer<'/api/v1/trials/{id}'>

const TrialChart = lazy(() => import('./chart.tsx'))

type Row = Item<'/api/v1/trials/{id}/households'>

const filters: OfficeFilter[] = [{ kind: 'text', key: 'find', label: '户主、村、户编号或规则', width: 200 }]
const columns: OfficeColumn<Row>[] = [
  { key: 'headName', title: '户主', width: 90, phone: 'heading', sorts: upFirst('head'), show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 170, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  { key: 'number', title: '户编号', width: 140, sorts: upFirst('number'), show: ({ householdNumber }) => householdNumber },
  { key: 'rules', title: '规则', width: 220, show: ({ rules }) => rules.join('、') },
]

function Households({
  id,
  month,
  side,
  total,
  listed,
}: {
  id: number
  month: string
  side: 'more' | 'fewer'
  total: number
  listed: number
}) {
  return (
    <>
      <OfficeTable<Row>
        name={side === 'more' ? '增加的户' : '减少的户'}
        path={`/trials/${id}/households`}
        columns={columns}
        filters={filters}
        fixed={{ month, side }}
        rowKey={({ householdNumber, rules }) => householdNumber + rules.join()}
        defaultSort="place"
        empty="没有。"
      />
      {total > listed ? <p className="faint">{`共 ${count(total)} 户，这里列出前 ${listed} 户。`}</p> : null}
    </>
  )
}

function Months({ trial }: { trial: Trial }) {
  const [state, setState] = useAddress()
  const month = trial.months.find(({ asOf }) => asOf === state.month) ?? trial.months.at(-1)
  if (!month) return null
  return (
    <>
      <Suspense fallback={null}>
        <TrialChart months={trial.months} pick={(asOf) => setState({ month: asOf })} />
      </Suspense>
      <h3 className="sub">{`${month.asOf}：现在 ${count(month.before)} 条，改后 ${count(month.after)} 条`}</h3>
      <Tabs
        size="small"
        activeKey={state.side === 'fewer' ? 'fewer' : 'more'}
        onChange={(side) => setState({ side: side === 'more' ? undefined : side, sort: undefined })}
        destroyOnHidden
        items={(['more', 'fewer'] as const).map((side) => ({
          key: side,
          label: side === 'more' ? `增加 ${count(month.moreCount)}` : `减少 ${count(month.fewerCount)}`,
          children: (
            <Households
              id={trial.id}
              month={month.asOf}
              side={side}
              total={side === 'more' ? month.moreCount : month.fewerCount}
              listed={month[side].length}
            />
          ),
        }))}
      />
    </>
  )
}

export function TrialResult({ id }: { id: number }) {
  const asked = useQuery({
    queryKey: ['trial', id],
    queryFn: () => ok(api.GET('/api/v1/trials/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (isAtWork(state.data?.state) ? 1000 : false),
  })
  const cancel = useAct(() => ok(api.POST('/api/v1/trials/{id}/cancel', { params: { path: { id } } })), '正在取消')
  return (
    <Block title="结果">
      <Answered asked={asked}>
        {(trial) =>
          trial.state === 'done' ? (
            <Months trial={trial} />
          ) : (
            <JobProgress
              state={trial.state}
              stateLabel={trial.stateLabel}
              words={trial.progress}
              startedAt={trial.askedAt}
              failure={trial.failure}
              cancel={() => cancel.mutate(undefined)}
            />
          )
        }
      </Answered>
    </Block>
  )
}
