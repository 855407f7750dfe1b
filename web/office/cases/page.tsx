/** Help matters: what my office must do and by when, all of them, and how many stand where. */
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { useSignedIn } from '../frame/session.ts'
import { CaseList } from './case-list.tsx'
import { CaseQueue } from './queue.tsx'
import { CaseSummary } from './summary.tsx'
import './cases.css'

export default function Cases() {
  const { area } = useSignedIn()
  const list = { key: 'list', label: '全部事项', children: <CaseList /> }
  const queue = { key: 'queue', label: '本单位待办', children: <CaseQueue /> }
  const summary = { key: 'summary', label: '办理进度', children: <CaseSummary /> }
  // Supervisors above the county hold no step of the procedure.
  const tabs = area.code.length >= 6 ? [queue, list, summary] : [summary, list, { ...queue, label: '上报督办' }]
  return (
    <Page title="帮扶事项" hint="从发现、核实、评议、公示、审批到帮扶和风险消除，一户一件，按期办结。">
      <PageTabs label="帮扶事项的内容" tabs={tabs} />
    </Page>
  )
}
