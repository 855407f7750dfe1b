/** What the rules are worth, week by week, and how many households at risk may have been found by nobody. */
import { useQuery } from '@tanstack/react-query'
import { InputNumber, Select } from 'antd'
import { type Answer, api, type Item, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Figure, Figures } from '../../parts/figures.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import { WholeTable } from '../../parts/table/whole-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { WhatIf } from './what-if.tsx'

type Rule = Item<'/api/v1/worth/rules'>
type Week = Item<'/api/v1/worth/weeks'>
type Township = Answer<'/api/v1/campaigns-estimate'>['townships'][number]

const tones = { pays: 'green', costs: 'red', too_few: undefined } as const

function useCounty(): string | undefined {
  const { area } = useSignedIn()
  return area.code.length >= 6 ? undefined : area.code
}

function Months({ value, change }: { value: number; change: (months: number) => void }) {
  return (
    <InputNumber
      value={value}
      min={1}
      max={36}
      prefix="最近"
      suffix="个月"
      onChange={(months) => change(months ?? 12)}
      style={{ width: 150 }}
      aria-label="看最近几个月"
    />
  )
}

function Rules() {
  const [state, setState] = useAddress()
  const months = Number(state.months ?? 12)
  const asked = useQuery({
    queryKey: ['worth-rules', months],
    queryFn: () => ok(api.GET('/api/v1/worth/rules', { params: { query: { months } } })),
  })
  return (
    <Answered asked={asked} rows={8}>
      {({ items, since, limits }) => (
        <div className="stack">
          <p className="faint">
            {since} 以来的线索。{limits}。
          </p>
          <WholeTable<Rule>
            name="规则得失"
            rows={items}
            rowKey={({ ruleId }) => ruleId}
            empty="还没有线索。"
            choices={[
              {
                key: 'verdict',
                label: '结论',
                choices: (['costs', 'pays', 'too_few'] as const).map((verdict) => ({
                  value: verdict,
                  label: { costs: '得不偿失', pays: '值得', too_few: '暂不下结论' }[verdict],
                  holds: (one: Rule) => one.verdict === verdict,
                })),
              },
            ]}
            extra={<Months value={months} change={(to) => setState({ months: to === 12 ? undefined : String(to) })} />}
            columns={[
              { key: 'label', title: '规则', width: 170, phone: 'heading', value: ({ label }) => label },
              { key: 'risk', title: '风险', width: 110, value: ({ risk }) => risk },
              {
                key: 'verdict',
                title: '结论',
                width: 170,
                value: ({ verdictLabel }) => verdictLabel,
                show: ({ verdict, verdictLabel }) => <Mark tone={tones[verdict]}>{verdictLabel}</Mark>,
              },
              { key: 'leads', title: '线索', width: 70, align: 'right', value: ({ leads }) => leads },
              { key: 'true', title: '属实', width: 70, align: 'right', value: ({ trueLeads }) => trueLeads },
              { key: 'untrue', title: '不属实', width: 80, align: 'right', value: ({ untrueLeads }) => untrueLeads },
              {
                key: 'share',
                title: '属实率',
                width: 80,
                align: 'right',
                value: ({ trueShare }) => trueShare,
                show: ({ trueShare }) => (trueShare === null ? '—' : `${trueShare}%`),
              },
              { key: 'visits', title: '上门', width: 70, align: 'right', value: ({ visits }) => visits },
              { key: 'perTrue', title: '每查实一户上门', width: 120, align: 'right', value: ({ visitsPerTrue }) => visitsPerTrue },
              { key: 'missed', title: '事先未发现的认定户', width: 140, align: 'right', value: ({ missedCases }) => missedCases },
            ]}
          />
        </div>
      )}
    </Answered>
  )
}

function Weeks() {
  const asked = useQuery({
    queryKey: ['worth-weeks'],
    queryFn: () => ok(api.GET('/api/v1/worth/weeks', { params: { query: { weeks: 26 } } })),
  })
  return (
    <Answered asked={asked}>
      {({ items }) => (
        <WholeTable<Week>
          name="每周规则得失"
          rows={items}
          rowKey={({ week, ruleId }) => `${week}${ruleId}`}
          find="周、规则"
          empty="系统每周一起留存一次，还没有到。"
          choices={[
            {
              key: 'only',
              label: '结论',
              choices: [{ value: 'costs', label: '得不偿失', holds: ({ verdict }: Week) => verdict === 'costs' }],
            },
          ]}
          columns={[
            { key: 'week', title: '周（周一）', phone: 'heading', value: ({ week }) => week },
            { key: 'label', title: '规则', value: ({ label }) => label },
            { key: 'leads', title: '线索', align: 'right', value: ({ leads }) => leads },
            { key: 'share', title: '属实率（%）', align: 'right', value: ({ trueShare }) => trueShare },
            { key: 'visits', title: '上门', align: 'right', value: ({ visits }) => visits },
            { key: 'missed', title: '事先未发现的认定户', align: 'right', value: ({ missedCases }) => missedCases },
            {
              key: 'verdict',
              title: '结论',
              value: ({ verdictLabel }) => verdictLabel,
              show: ({ verdict, verdictLabel }) => <Mark tone={tones[verdict]}>{verdictLabel}</Mark>,
            },
          ]}
        />
      )}
    </Answered>
  )
}

const guessed = ({ unseen, from, until }: { unseen: number | null; from: number | null; until: number | null }) =>
  unseen === null ? '发现太少，说不准' : `约 ${unseen} 户（${from}—${until}）`

function Unseen() {
  const [state, setState] = useAddress()
  const months = Number(state.months ?? 12)
  const asked = useQuery({
    queryKey: ['unseen', months],
    queryFn: () => ok(api.GET('/api/v1/campaigns-estimate', { params: { query: { months } } })),
  })
  return (
    <Answered asked={asked} rows={6}>
      {({ whole, townships, method }) => (
        <div className="stack">
          <Figures>
            <Figure label="已认定的户" value={whole.found} />
            <Figure label="只被一条渠道发现" value={whole.once} />
            <Figure label="被两条渠道发现" value={whole.twice} />
            <Figure label="估计还没有发现" value={whole.unseen ?? 0} note={guessed(whole)} tone={whole.unseen ? 'yellow' : undefined} />
          </Figures>
          <Block
            title="先看哪里"
            extra={<Months value={months} change={(to) => setState({ months: to === 12 ? undefined : String(to) })} />}
          >
            <WholeTable<Township>
              name="未发现风险户估计"
              rows={townships}
              rowKey={({ division }) => division}
              empty="还没有农户档案。"
              columns={[
                {
                  key: 'township',
                  title: '乡镇',
                  phone: 'heading',
                  value: ({ township }) => township,
                  show: ({ township, lookFirst }) => (
                    <span className="marks">
                      {township}
                      {lookFirst ? <Mark tone="red">先看</Mark> : null}
                    </span>
                  ),
                },
                { key: 'households', title: '农户', align: 'right', value: ({ households }) => households },
                { key: 'found', title: '已认定', align: 'right', value: ({ found }) => found },
                { key: 'perThousand', title: '每千户认定', align: 'right', value: ({ perThousand }) => perThousand },
                { key: 'unseen', title: '估计未发现', value: ({ unseen }) => unseen, show: guessed },
              ]}
            />
          </Block>
          <p className="faint">{method}</p>
        </div>
      )}
    </Answered>
  )
}

function Trials() {
  const [state, setState] = useAddress()
  const asked = useQuery({ queryKey: ['trials'], queryFn: () => ok(api.GET('/api/v1/trials', { params: { query: { limit: 50 } } })) })
  return (
    <Answered asked={asked}>
      {({ items }) => {
        const done = items.filter((one) => one.state === 'done')
        if (done.length === 0) return <Nothing>先在“规则试算”里换一个参数试一试，再回到这里对照核实结果。</Nothing>
        return (
          <div className="stack">
            <Select
              value={state.trial}
              placeholder="选择一次试算"
              aria-label="选择一次试算"
              style={{ width: '100%', maxWidth: 640 }}
              onChange={(trial: string) => setState({ trial })}
              options={done.map((one) => ({
                value: String(one.id),
                label: [
                  one.ruleLabel,
                  ...one.parameters.map(({ label, now, tried, unit }) => `${label} ${now ?? '未录入'} → ${tried} ${unit}`),
                ]
                  .filter(Boolean)
                  .join('；'),
              }))}
            />
            {state.trial ? <WhatIf id={Number(state.trial)} /> : null}
          </div>
        )
      }}
    </Answered>
  )
}

export default function Worth() {
  const may = useMay()
  const above = useCounty()
  if (above !== undefined)
    return (
      <Page title="规则得失">
        <Nothing>规则得失按县核算，请由县级用户查看。</Nothing>
      </Page>
    )
  return (
    <Page title="规则得失" hint="哪条规则值得，哪条让人白跑；换一个标准会少跑多少、漏掉多少；还有多少户谁都没有发现。">
      <PageTabs
        label="规则得失的内容"
        tabs={[
          { key: 'rules', label: '各规则', children: <Rules /> },
          { key: 'weeks', label: '每周清单', children: <Weeks /> },
          ...(may('screening.run') ? [{ key: 'what-if', label: '换个标准会怎样', children: <Trials /> }] : []),
          { key: 'unseen', label: '还没发现的户', children: <Unseen /> },
        ]}
      />
    </Page>
  )
}
