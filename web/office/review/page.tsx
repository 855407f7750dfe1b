/** The village's own work on a case: meetings, notices with their days, objections, possessions to be explained. */

import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { NationalExport } from '../papers/national-export.tsx'
import { Comparisons } from './comparisons.tsx'
import { Meetings } from './meetings.tsx'
import { Notices } from './notices.tsx'
import { Objections } from './objections.tsx'

const tabs = [
  { key: 'meetings', label: '民主评议', children: <Meetings /> },
  { key: 'notices', label: '公示公告', children: <Notices /> },
  { key: 'objections', label: '异议', children: <Objections /> },
  { key: 'comparisons', label: '资产比对', children: <Comparisons /> },
]

export default function Review() {
  return (
    <Page
      title="评议与公示"
      hint="一次会议评议多户，封存后各户自动转入公示；公示期间有异议的一户暂停，不影响其他户。"
      actions={<NationalExport />}
    >
      <PageTabs label="评议与公示的内容" tabs={tabs} forget={['after', 'sort', 'state', 'kind', 'sealed', 'open']} />
    </Page>
  )
}
