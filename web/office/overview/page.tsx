/** The county at a glance: where the leads are, of what kind, how far the work has got, and what was handed in. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { divisionTrail, useDivisionNames } from '../../parts/divisions.ts'
import { Page } from '../../parts/page.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { Coverage } from './coverage.tsx'
import { Funnel } from './funnel.tsx'
import { LeadsByPlace } from './leads-by-place.tsx'
import { LeadsByRisk } from './leads-by-risk.tsx'

export function useLeadSummary(by: 'township' | 'village' | 'risk' | 'rule' | 'urgency' | 'state', division: string | undefined) {
  return useQuery({
    queryKey: ['leads-summary', by, division],
    queryFn: () =>
      ok(
        api.GET('/api/v1/leads/summary', {
          params: { query: { by, state: by === 'state' ? 'open,handled,closed' : 'open,handled', ...(division ? { division } : {}) } },
        }),
      ),
  })
}

export default function Overview() {
  const [state, setState] = useAddress()
  const { area } = useSignedIn()
  const may = useMay()
  const division = state.division
  const here = division ?? area.code
  const trail = divisionTrail(area.code, here)
  const names = useDivisionNames(trail)
  const go = (code: string | undefined) => setState({ division: code === area.code ? undefined : code })
  return (
    <Page
      title="统计分析"
      hint="待处理和处理中的线索。点图中的乡镇逐级下钻，点规则或状态看清单。"
      actions={<DivisionPicker value={division} onChange={go} label="乡镇或村" />}
    >
      <Breadcrumb
        style={{ marginBottom: 8 }}
        items={trail.map((code) => ({
          key: code,
          title: (
            <Link to="/overview" search={{ division: code === area.code ? undefined : code } as never}>
              {code === area.code ? area.name : (names.get(code) ?? code)}
            </Link>
          ),
        }))}
      />
      <div className="columns">
        <LeadsByPlace here={here} division={division} go={go} />
        <LeadsByRisk division={division} />
        <Funnel division={division} />
        {may('file.read') ? <Coverage /> : null}
      </div>
    </Page>
  )
}
