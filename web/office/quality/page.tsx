/** Data quality: what is wrong where, how to mend it, and whether there is less of it than before. */
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Findings } from './findings.tsx'
import { QualityRules } from './rules.tsx'
import { Summary } from './summary.tsx'
import { RoundTrip } from './workbook.tsx'

const tabs = [
  { key: 'summary', label: '分村、分规则', children: <Summary /> },
  { key: 'list', label: '问题清单', children: <Findings /> },
  { key: 'rules', label: '规则与改法', children: <QualityRules /> },
]

export default function Quality() {
  return (
    <Page title="数据质量" hint="改正后问题随即消失，下次筛查时复核。可以逐条改，也可以下载清单填好后传回。" actions={<RoundTrip />}>
      <PageTabs label="数据质量的内容" tabs={tabs} />
    </Page>
  )
}
