/** Visits in the office: who is to be visited by village, the forms that came back, authorisations, and files carried in. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api, ok } from '../../api/client.ts'
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { useMay } from '../frame/session.ts'
import { Authorisations } from './authorisations.tsx'
import { Forms } from './forms.tsx'
import { Import } from './import.tsx'
import { Tasks } from './tasks.tsx'

/** How many forms wait for somebody, so that the tab says so. */
function useOpenForms(): string {
  const asked = useQuery({
    queryKey: ['visit-forms-open'],
    queryFn: () => ok(api.GET('/api/v1/visits/forms', { params: { query: { open: 'true', limit: 200 } } })),
  })
  const open = asked.data?.items.length ?? 0
  return open === 0 ? '' : ` ${open}${asked.data?.next ? '+' : ''}`
}

export default function Visits() {
  const may = useMay()
  const open = useOpenForms()
  const tabs = [
    { key: 'tasks', label: '走访任务', children: <Tasks /> },
    { key: 'forms', label: '入户表', children: <Forms /> },
    { key: 'open', label: `待处理${open}`, children: <Forms isOpenOnly /> },
    { key: 'authorisations', label: '承诺授权', children: <Authorisations /> },
    ...(may('case.visit') ? [{ key: 'import', label: '导入手机文件', children: <Import /> }] : []),
  ]
  return (
    <Page
      title="入户走访"
      hint="同一户一个月内有几项走访的，合成一次。走访在手机上进行，没有网络也能用。"
      actions={
        may('case.visit') ? (
          <Button href="/field/" target="_blank">
            打开手机端
          </Button>
        ) : null
      }
    >
      <PageTabs label="入户走访的内容" tabs={tabs} forget={['after', 'purpose', 'state', 'division', 'overdue']} />
    </Page>
  )
}
