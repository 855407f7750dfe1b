/** The leads and data-quality findings about this household. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, ok } from '../../api/client.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Mark, Severity, Urgency } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { leadStateTone } from '../lead/tones.ts'
import type { HouseholdFile } from './page.tsx'

function Leads({ file }: { file: HouseholdFile }) {
  const asked = useQuery({
    queryKey: ['household-leads', file.id],
    queryFn: () =>
      ok(api.GET('/api/v1/leads', { params: { query: { household: file.householdNumber, state: 'open,handled,closed', limit: 50 } } })),
  })
  return (
    <Answered asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>这一户没有线索。</Nothing>
        ) : (
          <ul className="lines">
            {items.map((lead) => (
              <li key={lead.id}>
                <Urgency level={lead.urgency} />
                <span className="grow">
                  <Link className="in-text" to="/leads/$id" params={{ id: String(lead.id) }}>
                    {lead.ruleLabel}
                  </Link>
                  <br />
                  <span className="faint">{lead.sentence}</span>
                </span>
                <Mark tone={leadStateTone[lead.state]}>{lead.stateLabel}</Mark>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

function Findings({ file }: { file: HouseholdFile }) {
  const asked = useQuery({
    queryKey: ['household-findings', file.id],
    queryFn: () => ok(api.GET('/api/v1/quality/findings', { params: { query: { household: file.householdNumber, limit: 50 } } })),
  })
  return (
    <Answered asked={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>没有数据质量问题。</Nothing>
        ) : (
          <ul className="lines">
            {items.map((finding) => (
              <li key={finding.id}>
                <Severity level={finding.severity} />
                <span className="grow">
                  {`${finding.personName || finding.headName}：${finding.message}`}
                  <br />
                  <span className="faint">{finding.mend}</span>
                </span>
                <Mark tone={finding.state === 'open' ? 'yellow' : undefined}>{finding.stateLabel}</Mark>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  )
}

export function HouseholdLeads({ file }: { file: HouseholdFile }) {
  const may = useMay()
  return (
    <div className="columns">
      <Block title="线索" className="span-6">
        <Leads file={file} />
      </Block>
      {may('quality.read') ? (
        <Block title="数据质量" className="span-6">
          <Findings file={file} />
        </Block>
      ) : null}
    </div>
  )
}
