/** Help in an area: plans owed, measures, dynamic zero, and where new cases concentrate. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type Answer, api, type Item, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { PageTabs } from '../../parts/page-tabs.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { WholeTable } from '../../parts/table/whole-table.tsx'
import { Mark, money } from '../../parts/words.tsx'
import { useCatalogue } from './catalogue.ts'
import { ExitReviews } from './exit-reviews.tsx'

type Overview = Answer<'/api/v1/help/overview'>
type Measure = Item<'/api/v1/measures'>

function useOverview() {
  const [{ place }] = useAddress()
  return useQuery({
    queryKey: ['help-overview', place],
    queryFn: () => ok(api.GET('/api/v1/help/overview', { params: { query: place ? { division: place } : {} } })),
  })
}

function PlacePicker() {
  const [state, setState] = useAddress()
  return <DivisionPicker value={state.place} onChange={(place) => setState({ place })} label="全部辖区" />
}

function Owed() {
  const asked = useOverview()
  const navigate = useNavigate()
  return (
    <Answered asked={asked} rows={6}>
      {({ owedPlans }) => (
        <WholeTable<Overview['owedPlans'][number]>
          name="待定帮扶计划"
          rows={owedPlans}
          rowKey={({ caseId }) => String(caseId)}
          find="户主、村、户编号"
          empty="没有待定的帮扶计划。"
          canExport={false}
          extra={<PlacePicker />}
          columns={[
            {
              key: 'head',
              title: '户主',
              phone: 'heading',
              value: ({ headName }) => headName,
              show: ({ headName, caseId }) => (
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    void navigate({ to: '/cases/$id' as '/', params: { id: String(caseId) } as never, search: { tab: 'help' } as never })
                  }
                >
                  {headName}
                </button>
              ),
            },
            { key: 'place', title: '乡镇、村', value: ({ township, village }) => `${township} ${village}` },
            { key: 'number', title: '户编号', value: ({ householdNumber }) => householdNumber },
            { key: 'risks', title: '风险', value: ({ risks }) => risks.join('、') },
            { key: 'measures', title: '已列措施', align: 'right', value: ({ measures }) => measures },
            { key: 'who', title: '责任人', value: ({ responsibleName }) => responsibleName ?? '' },
            {
              key: 'due',
              title: '应定日期',
              value: ({ dueOn }) => dueOn,
              show: ({ dueOn, isLate }) => (isLate ? <Mark tone="red">{dueOn} 已逾期</Mark> : dueOn),
            },
          ]}
        />
      )}
    </Answered>
  )
}

const columns: OfficeColumn<Measure>[] = [
  { key: 'headName', title: '户主', width: 90, phone: 'heading', show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村', width: 170, show: ({ township, village }) => `${township} ${village}` },
  { key: 'label', title: '措施', width: 170, show: ({ label }) => label },
  { key: 'group', title: '措施组、性质', width: 170, show: ({ group, characterLabel }) => `${group}（${characterLabel}）` },
  {
    key: 'state',
    title: '状态',
    width: 110,
    show: ({ stateLabel, isLate }) => <Mark tone={isLate ? 'red' : undefined}>{isLate ? '逾期未落实' : stateLabel}</Mark>,
  },
  { key: 'dueOn', title: '应落实日期', width: 110, sorts: { ascend: 'due' }, show: ({ dueOn }) => dueOn },
  { key: 'first', title: '首次落实', width: 110, show: ({ firstDeliveredOn }) => firstDeliveredOn ?? '—' },
  { key: 'amount', title: '计划金额', width: 100, align: 'right', show: ({ plannedAmount }) => money(plannedAmount) },
  { key: 'who', title: '责任人', width: 90, show: ({ responsibleName }) => responsibleName },
  { key: 'outside', title: '没有事项的原因', width: 160, phone: 'none', show: ({ noCaseReason }) => noCaseReason ?? '—' },
]

function Measures() {
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const filters: OfficeFilter[] = [
    { kind: 'division', key: 'division', label: '乡镇、村' },
    {
      kind: 'choice',
      key: 'measure',
      label: '措施',
      isMany: true,
      choices: (catalogue.data?.items ?? []).map(({ measure, label }) => ({ value: measure, label })),
    },
    {
      kind: 'choice',
      key: 'state',
      label: '状态',
      isMany: true,
      choices: [
        { value: 'planned', label: '待落实' },
        { value: 'running', label: '实施中' },
        { value: 'ended', label: '已结束' },
        { value: 'cancelled', label: '已取消' },
      ],
    },
    { kind: 'choice', key: 'overdue', label: '时限', choices: [{ value: 'true', label: '逾期未落实' }] },
    { kind: 'choice', key: 'outside', label: '体外循环', choices: [{ value: 'true', label: '没有事项的帮扶' }] },
  ]
  return (
    <OfficeTable<Measure>
      name="帮扶措施清单"
      path="/measures"
      columns={columns}
      filters={filters}
      defaultSort="due"
      rowKey={({ id }) => String(id)}
      open={({ caseId, householdId }) =>
        void navigate(
          caseId === null
            ? { to: '/households/$id', params: { id: String(householdId) } }
            : { to: '/cases/$id' as '/', params: { id: String(caseId) } as never, search: { tab: 'help' } as never },
        )
      }
      empty="还没有帮扶措施。户认定以后，在帮扶事项里列入措施。"
    />
  )
}

function Zero() {
  const asked = useOverview()
  return (
    <Answered asked={asked} rows={6}>
      {({ zero, isZero, clusters, clusterRule }) => (
        <div className="stack">
          <Block title="动态清零" extra={<PlacePicker />}>
            <p>{isZero ? <Mark tone="green">没有逾期未处置的风险户</Mark> : <Mark tone="red">有逾期未处置的风险户，见下表</Mark>}</p>
            <WholeTable<Overview['zero'][number]>
              name="动态清零"
              rows={zero}
              rowKey={({ division }) => division}
              empty="没有未办结的帮扶事项。"
              columns={[
                { key: 'township', title: '乡镇', phone: 'heading', value: ({ township }) => township },
                { key: 'open', title: '核实认定中', align: 'right', value: ({ open }) => open },
                {
                  key: 'late',
                  title: '逾期未处置',
                  align: 'right',
                  value: ({ late }) => late,
                  show: ({ late }) => <Mark tone={late > 0 ? 'red' : 'green'}>{late}</Mark>,
                },
                { key: 'withoutHelp', title: '认定后未落实措施', align: 'right', value: ({ withoutHelp }) => withoutHelp },
                {
                  key: 'plansLate',
                  title: '计划逾期未定',
                  align: 'right',
                  value: ({ plansLate }) => plansLate,
                  show: ({ plansLate }) => <Mark tone={plansLate > 0 ? 'red' : 'green'}>{plansLate}</Mark>,
                },
              ]}
            />
          </Block>
          <Block title="新认定户集中出现的地方">
            <p className="faint">{clusterRule}。</p>
            {clusters.length === 0 ? (
              <Nothing>没有集中出现的地方。</Nothing>
            ) : (
              <ul className="lines">
                {clusters.map(({ division, level, name, reason }) => (
                  <li key={division}>
                    <Mark tone="red">{level === 'village' ? '村' : '乡镇'}</Mark>
                    <span className="grow">
                      {name}：{reason}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Block>
        </div>
      )}
    </Answered>
  )
}

export default function Help() {
  const [state, setState] = useAddress()
  const to = (view: string | undefined) =>
    setState({ view, tab: undefined, place: undefined, division: undefined, state: undefined, after: undefined })
  if (state.view === 'exit') return <ExitReviews back={() => to(undefined)} />
  return (
    <Page
      title="帮扶措施"
      hint="缺什么补什么：有劳动能力的至少一项开发式措施，没有劳动能力的兜底保障；不能体外循环。"
      actions={<Button onClick={() => to('exit')}>退出评估进度</Button>}
    >
      <PageTabs
        label="帮扶措施的内容"
        tabs={[
          { key: 'owed', label: '待定计划', children: <Owed /> },
          { key: 'measures', label: '措施清单', children: <Measures /> },
          { key: 'zero', label: '清零与集中预警', children: <Zero /> },
        ]}
      />
    </Page>
  )
}
