/** A trial's answer: month by month how many more and fewer, and which households. */
import { useQuery } from '@tanstack/react-query'
import { Table, Tabs } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { isAtWork, JobProgress } from '../../parts/job-progress.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { count } from '../../parts/words.tsx'

export type Trial = Answer<'/api/v1/trials/{id}'>
type Month = Trial['months'][number]

const TrialChart = lazy(() => import('./chart.tsx'))

function Households({ households, total }: { households: Month['more']; total: number }) {
  if (total === 0) return <Nothing>没有。</Nothing>
  return (
    <>
      <Table
        size="small"
        rowKey={({ householdNumber, ruleIds }) => householdNumber + ruleIds.join()}
        pagination={{ pageSize: 10, size: 'small', showSizeChanger: false }}
        dataSource={households}
        scroll={{ x: 480 }}
        columns={[
          { title: '户主', width: 90, render: (_, { headName }) => headName },
          { title: '乡镇、村', width: 170, render: (_, { township, village }) => `${township} ${village}` },
          { title: '户编号', width: 140, render: (_, { householdNumber }) => householdNumber },
        ]}
      />
      {total > households.length ? <p className="faint">{`共 ${count(total)} 户，这里列出前 ${households.length} 户。`}</p> : null}
    </>
  )
}

function Months({ trial }: { trial: Trial }) {
  const [chosen, setChosen] = useState<string | undefined>()
  const month = trial.months.find(({ asOf }) => asOf === chosen) ?? trial.months.at(-1)
  if (!month) return null
  return (
    <>
      <Suspense fallback={null}>
        <TrialChart months={trial.months} pick={setChosen} />
      </Suspense>
      <h3 className="sub">{`${month.asOf}：现在 ${count(month.before)} 条，改后 ${count(month.after)} 条`}</h3>
      <Tabs
        size="small"
        items={[
          {
            key: 'more',
            label: `增加 ${count(month.moreCount)}`,
            children: <Households households={month.more} total={month.moreCount} />,
          },
          {
            key: 'fewer',
            label: `减少 ${count(month.fewerCount)}`,
            children: <Households households={month.fewer} total={month.fewerCount} />,
          },
        ]}
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
