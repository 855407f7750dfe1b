/** The conditions for clearing, one by one, with the thirteen values that are kept with a check. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Facts, Mark } from '../../parts/words.tsx'
import type { CaseCard } from '../cases/case.tsx'
import { useMay } from '../frame/session.ts'

function said(isMet: boolean | null, isWaived: boolean): { tone: 'green' | 'red' | 'yellow' | undefined; word: string } {
  if (isWaived) return { tone: undefined, word: '不要求' }
  if (isMet === null) return { tone: 'yellow', word: '情况不明' }
  return isMet ? { tone: 'green', word: '满足' } : { tone: 'red', word: '未满足' }
}

export default function CaseClearing({ theCase: { id: caseId } }: { theCase: CaseCard }) {
  const may = useMay()
  const asked = useQuery({
    queryKey: ['case-clearing', caseId],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}/clearing', { params: { path: { id: caseId } } })),
  })
  const check = useAct(
    (isNatural: boolean) => ok(api.POST('/api/v1/cases/{id}/clearing/check', { params: { path: { id: caseId } }, body: { isNatural } })),
    ({ isMet, open }) => (isMet ? '全部满足，核对结果已留存' : `核对结果已留存，还有 ${open.length} 条未满足或不明`),
  )
  return (
    <Answered asked={asked} rows={8}>
      {({ conditions, isMet, isMetWhenNatural, snapshot, lastCheck }) => (
        <div className="stack">
          <Block
            title="风险消除条件"
            extra={
              may('case.visit') ? (
                <span className="marks">
                  <Button type="primary" loading={check.isPending && check.variables === false} onClick={() => check.mutate(false)}>
                    核对并留存（帮扶消除）
                  </Button>
                  <Button loading={check.isPending && check.variables === true} onClick={() => check.mutate(true)}>
                    按自然消除核对
                  </Button>
                </span>
              ) : null
            }
          >
            <Alert
              type={isMet ? 'success' : 'info'}
              showIcon
              title={
                isMet
                  ? '条件全部满足，可以提请风险消除。'
                  : isMetWhenNatural
                    ? '按自然消除的条件已满足。'
                    : '还有条件未满足或情况不明，不能确认消除。不明不算满足。'
              }
            />
            <ul className="lines">
              {conditions.map(({ id, label, isMet: met, isWaived, detail, note }) => {
                const { tone, word } = said(met, isWaived)
                return (
                  <li key={id}>
                    <Mark tone={tone}>{word}</Mark>
                    <span className="grow">
                      {label}
                      <br />
                      <span className="faint">
                        {detail}
                        {note ? `。${note}` : ''}
                      </span>
                    </span>
                  </li>
                )
              })}
            </ul>
            {lastCheck ? (
              <p className="faint">
                {lastCheck.onDay} 由{lastCheck.by}核对{lastCheck.isNatural ? '（自然消除）' : ''}：
                {lastCheck.isMet ? '全部满足' : '未全部满足'}
              </p>
            ) : null}
          </Block>
          <Block title="十三项快照（现值）">
            <Facts lines={snapshot.map(({ label, value }) => [label, value ?? '没有记录'] as const)} />
          </Block>
        </div>
      )}
    </Answered>
  )
}
