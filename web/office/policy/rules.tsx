/** The rules in plain words, with the numbers they use and what they last found. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Collapse } from 'antd'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { count, Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { Asked } from './page.tsx'

export function Rules({ asked: query }: { asked: Asked }) {
  const asked = useQuery({ queryKey: ['rules', query], queryFn: () => ok(api.GET('/api/v1/policy/rules', { params: { query } })) })
  const may = useMay()
  return (
    <Answered asked={asked} rows={10}>
      {({ items, asOf }) => (
        <Collapse
          items={items.map((rule) => ({
            key: rule.ruleId,
            label: (
              <span className="row">
                <strong>{rule.label}</strong>
                <Mark>{rule.risk}</Mark>
                {rule.isInForce ? null : <Mark tone="yellow">未启用</Mark>}
                {rule.hit === null ? null : (
                  <span className="faint">{`${asOf ?? ''} 命中 ${count(rule.hit)} 户，不确定 ${count(rule.unknown ?? 0)} 户`}</span>
                )}
              </span>
            ),
            children: (
              <div className="stack">
                <p className="plain">{rule.plain}</p>
                <Facts
                  lines={[
                    ['适用地区', rule.region],
                    ['有效期', `${rule.from} 起${rule.until ? `，至 ${rule.until}` : ''}`],
                    ...rule.parameters.map(({ label, value }) => [label, value] as const),
                  ]}
                />
                <p className="faint">{`依据：${rule.basis.join('；')}`}</p>
                {rule.questions.length > 0 ? (
                  <ol className="questions">
                    {rule.questions.map((question) => (
                      <li key={question}>{question}</li>
                    ))}
                  </ol>
                ) : null}
                <span className="row">
                  {may('lead.read') ? (
                    <Link to="/leads" search={{ tab: 'list', rule: rule.ruleId } as never}>
                      看线索
                    </Link>
                  ) : null}
                  {may('screening.run') ? (
                    <Link to="/trial" search={{ rule: rule.ruleId } as never}>
                      试算
                    </Link>
                  ) : null}
                </span>
              </div>
            ),
          }))}
        />
      )}
    </Answered>
  )
}
