/** What people ask: the township's inbox for applications, calls, letters and tips, and the printed codes through which they come. */
import { FileAddOutlined, PhoneOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { useMay } from '../frame/session.ts'
import { Codes } from './codes.tsx'
import { ConsultationForm } from './consultation-form.tsx'
import { Inbox } from './inbox.tsx'
import { PaperForm } from './paper-form.tsx'

const tabs = [
  { key: 'inbox', label: '受理', children: <Inbox /> },
  { key: 'codes', label: '一码通', children: <Codes /> },
]

/** What waits, in a sentence whose parts are ways into the list. */
function Standing() {
  const [, setState] = useAddress()
  const { data } = useQuery({ queryKey: ['application-counts'], queryFn: () => ok(api.GET('/api/v1/applications/counts')) })
  if (!data) return <>农户申请、来电来信和社会反映都在这里受理，结果要告知提出的人。</>
  const way = (label: string, count: number, change: Record<string, string>) => (
    <Button
      type="link"
      size="small"
      className="in-text"
      onClick={() =>
        setState({ tab: undefined, state: undefined, overdue: undefined, toTell: undefined, told: undefined, after: undefined, ...change })
      }
    >
      {`${label} ${count} 件`}
    </Button>
  )
  return (
    <>
      {way('待受理', data.waiting, { state: 'waiting' })}
      {way('其中逾期', data.overdue, { overdue: 'true' })}
      {data.told > 0 ? way('下级逾期、转来督办', data.told, { told: 'true' }) : null}
      {way('有结果、还没有告知', data.toTell, { toTell: 'true' })}
    </>
  )
}

export default function Applications() {
  const may = useMay()
  const [entering, setEntering] = useState<'paper' | 'consultation' | undefined>()
  const close = () => setEntering(undefined)
  return (
    <Page
      title="申请受理"
      hint={<Standing />}
      actions={
        <>
          {may('case.visit') ? (
            <Button icon={<FileAddOutlined />} onClick={() => setEntering('paper')}>
              录入纸质申请
            </Button>
          ) : null}
          {may('application.receive') ? (
            <Button type="primary" icon={<PhoneOutlined />} onClick={() => setEntering('consultation')}>
              登记来电来信
            </Button>
          ) : null}
        </>
      }
    >
      <PageTabs label="申请受理的内容" tabs={tabs} forget={['after', 'sort', 'state', 'division']} />
      <PaperForm isOpen={entering === 'paper'} close={close} />
      <ConsultationForm isOpen={entering === 'consultation'} close={close} />
    </Page>
  )
}
