/** Concentrated checks: which there are, how far each has got, and the roster. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { BeginCampaign } from './begin.tsx'
import { Coverage } from './coverage.tsx'
import { Roster } from './roster.tsx'

type Campaign = Answer<'/api/v1/campaigns'>['items'][number]

function Close({ campaign }: { campaign: Campaign }) {
  const { modal } = App.useApp()
  const close = useAct(
    () => ok(api.POST('/api/v1/campaigns/{id}/close', { params: { path: { id: campaign.id } }, body: { version: campaign.version } })),
    '排查已结束',
  )
  return (
    <Button
      loading={close.isPending}
      onClick={() =>
        void modal.confirm({
          title: `结束“${campaign.name}”？`,
          content: '缺口为零才能结束，结束后不能再登记。',
          okText: '结束',
          onOk: () => close.mutateAsync(undefined).catch(() => undefined),
        })
      }
    >
      结束排查
    </Button>
  )
}

function OneCampaign({ campaign, back }: { campaign: Campaign; back: () => void }) {
  const may = useMay()
  const refresh = useAct(
    () => ok(api.POST('/api/v1/campaigns/{id}/refresh', { params: { path: { id: campaign.id } } })),
    ({ added, byVisits, gone }) => `补入 ${added} 户，计入其他走访 ${byVisits} 户，已不在册 ${gone} 户`,
  )
  const isClosed = campaign.closedOn !== null
  return (
    <Page
      title={campaign.name}
      hint={`${campaign.scopeLabel}，${campaign.startsOn} 至 ${campaign.endsOn}${isClosed ? `，已于 ${campaign.closedOn} 结束` : ''}。排查期间为别的事入户也算数，同一户不跑第二趟。`}
      actions={
        <>
          <Button onClick={back}>全部排查</Button>
          {may('case.visit') && !isClosed ? (
            <Button loading={refresh.isPending} onClick={() => refresh.mutate(undefined)}>
              更新花名册
            </Button>
          ) : null}
          {may('campaign.run') && !isClosed ? <Close campaign={campaign} /> : null}
        </>
      }
    >
      <PageTabs
        label="排查的内容"
        tabs={[
          { key: 'coverage', label: '覆盖情况', children: <Coverage id={campaign.id} /> },
          { key: 'roster', label: '花名册', children: <Roster id={campaign.id} isClosed={isClosed} /> },
        ]}
      />
    </Page>
  )
}

export default function Campaigns() {
  const may = useMay()
  const [state, setState] = useAddress()
  const [isBeginning, setBeginning] = useState(false)
  const asked = useQuery({ queryKey: ['campaigns'], queryFn: () => ok(api.GET('/api/v1/campaigns')) })
  const show = (id: number) => setState({ campaign: String(id), tab: undefined, place: undefined })
  const shown = asked.data?.items.find(({ id }) => String(id) === state.campaign)
  if (shown) return <OneCampaign campaign={shown} back={() => setState({ campaign: undefined, tab: undefined, place: undefined })} />
  return (
    <Page
      title="集中排查"
      hint="按花名册逐户排查，不漏一户一人；发现风险的当场成为帮扶事项。"
      actions={
        may('campaign.run') ? (
          <Button type="primary" onClick={() => setBeginning(true)}>
            发起集中排查
          </Button>
        ) : null
      }
    >
      <Block>
        <Answered asked={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing>还没有发起过集中排查。</Nothing>
            ) : (
              <ul className="lines">
                {items.map((campaign) => (
                  <li key={campaign.id}>
                    <Mark tone={campaign.closedOn ? undefined : 'blue'}>{campaign.closedOn ? '已结束' : '进行中'}</Mark>
                    <button type="button" className="link grow" onClick={() => show(campaign.id)}>
                      {campaign.name}（{campaign.scopeLabel}）
                    </button>
                    <span className="faint">
                      {campaign.startsOn} 至 {campaign.endsOn}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </Block>
      <BeginCampaign isOpen={isBeginning} close={() => setBeginning(false)} begun={show} />
    </Page>
  )
}
