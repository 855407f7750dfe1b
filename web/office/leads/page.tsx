/** Leads: the queue by household or by lead, what was exempted, what could not be judged, where sources disagree. */
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Discrepancies } from './discrepancies.tsx'
import { Exemptions } from './exemptions.tsx'
import { Households } from './households.tsx'
import { LeadList } from './lead-list.tsx'
import { Unknowns } from './unknowns.tsx'

const tabs = [
  { key: 'households', label: '按户处理', children: <Households /> },
  { key: 'list', label: '线索清单', children: <LeadList /> },
  { key: 'exemptions', label: '豁免', children: <Exemptions /> },
  { key: 'unknowns', label: '待补数据', children: <Unknowns /> },
  { key: 'discrepancies', label: '来源不一致', children: <Discrepancies /> },
]

export default function Leads() {
  return (
    <Page title="线索处理" hint="线索只是疑点，须入户核实。红色最急，同一户的线索合在一起处理。">
      <PageTabs label="线索处理的内容" tabs={tabs} forget={['after', 'sort', 'state']} />
    </Page>
  )
}
