/** The criteria of the review of a former registered poor household, one by one; an officer decides. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import type { CaseCard } from '../cases/case.tsx'
import { useMay } from '../frame/session.ts'

const words = (isMet: boolean | null) => (isMet === null ? '情况不明或标准未定' : isMet ? '符合' : '不符合')
const tone = (isMet: boolean | null) => (isMet === null ? 'yellow' : isMet ? 'green' : 'red')

export default function CaseExit({ theCase: { id } }: { theCase: CaseCard }) {
  const may = useMay()
  const asked = useQuery({
    queryKey: ['exit-criteria', id],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}/exit-criteria', { params: { path: { id } } })),
  })
  const keep = useAct(() => ok(api.POST('/api/v1/cases/{id}/exit-criteria/keep', { params: { path: { id } } })), '评估结果已留存')
  return (
    <Answered asked={asked} rows={6}>
      {({ criteria, proposal, proposalLabel, keptOn, keptBy, note }) => (
        <Block
          title="退出评估标准"
          extra={
            may('case.visit') ? (
              <Button type="primary" loading={keep.isPending} onClick={() => keep.mutate(undefined)}>
                留存今天的评估结果
              </Button>
            ) : null
          }
        >
          <div className="stack">
            <Alert type={proposal === 'exit' ? 'success' : 'info'} showIcon title={proposalLabel} description={note} />
            <ul className="lines">
              {criteria.map(({ id: name, groupLabel, label, isMet, detail }) => (
                <li key={name}>
                  <Mark tone={tone(isMet)}>{words(isMet)}</Mark>
                  <span className="grow">
                    {groupLabel}：{label}
                    <br />
                    <span className="faint">{detail}</span>
                  </span>
                </li>
              ))}
            </ul>
            {keptOn ? (
              <p className="faint">
                {keptOn} 由{keptBy}留存过评估结果。
              </p>
            ) : null}
          </div>
        </Block>
      )}
    </Answered>
  )
}
