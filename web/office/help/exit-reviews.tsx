/** The review of former registered poor households: how far each village has got, and the reviews of one of them. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Figure, Figures } from '../../parts/figures.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { WholeTable } from '../../parts/table/whole-table.tsx'
import { caseColumns } from '../cases/columns.tsx'
import type { CaseLine } from '../cases/words.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'

type Village = Item<'/api/v1/exit-reviews/progress'>

/** A review has no risks, and came by no channel. */
const columns: OfficeColumn<CaseLine>[] = caseColumns.filter(({ key }) => !['risks', 'channel'].includes(key))
const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村', width: 140 },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    isMany: true,
    width: 150,
    choices: [
      { value: 'exit_assessing', label: '退出评估核查' },
      { value: 'exit_checking', label: '退出评估复核' },
      { value: 'exit_deciding', label: '退出评估决定' },
      { value: 'exited', label: '已有序退出' },
      { value: 'support_kept', label: '继续帮扶' },
      { value: 'exit_ended', label: '评估终止' },
    ],
  },
  { kind: 'choice', key: 'overdue', label: '逾期', width: 96, choices: [{ value: 'true', label: '已逾期' }] },
  { kind: 'text', key: 'q', label: '户编号或户主', width: 130 },
]

/** As many as an office can begin to look at in one go. */
const mostAtOnce = 200

function Begin({ place }: { place: string }) {
  const { modal } = App.useApp()
  const begin = useAct(
    () => ok(api.POST('/api/v1/exit-reviews', { body: { division: place, most: mostAtOnce } })),
    ({ opened }) => (opened === 0 ? '这里的脱贫户都已开始评估' : `已发起 ${opened} 户，等村里核查`),
  )
  return (
    <Button
      type="primary"
      loading={begin.isPending}
      onClick={() =>
        void modal.confirm({
          title: '发起退出评估？',
          content: `所选范围里还没有评估的脱贫户，一次最多 ${mostAtOnce} 户，按村依次发起。`,
          okText: '发起',
          onOk: () => begin.mutateAsync(undefined).catch(() => undefined),
        })
      }
    >
      发起评估
    </Button>
  )
}

function Villages({ items, show }: { items: Village[]; show: (division: string) => void }) {
  const number = (key: 'households' | 'notBegun' | 'open' | 'exited' | 'kept', title: string) => ({
    key,
    title,
    align: 'right' as const,
    value: (row: Village) => row[key],
  })
  return (
    <WholeTable<Village>
      name="退出评估进度"
      rows={items}
      prefix="v"
      rowKey={({ division }) => division}
      find="乡镇、村"
      empty="农户档案里没有脱贫户。"
      columns={[
        {
          key: 'village',
          title: '村',
          phone: 'heading',
          value: ({ village }) => village,
          show: ({ village, division }) => (
            <button type="button" className="link" onClick={() => show(division)}>
              {village}
            </button>
          ),
        },
        { key: 'township', title: '乡镇', value: ({ township }) => township },
        number('households', '脱贫户'),
        number('notBegun', '未开始'),
        number('open', '评估中'),
        number('exited', '已有序退出'),
        number('kept', '继续帮扶'),
      ]}
    />
  )
}

export function ExitReviews({ back }: { back: () => void }) {
  const may = useMay()
  const navigate = useNavigate()
  const { area } = useSignedIn()
  const [state, setState] = useAddress()
  const place = state.place ?? (area.code.length >= 6 ? area.code : undefined)
  const asked = useQuery({
    queryKey: ['exit-reviews', place],
    queryFn: () =>
      ok(
        api.GET('/api/v1/exit-reviews/progress', {
          params: { query: { by: 'village', ...(place === undefined ? {} : { division: place }) } },
        }),
      ),
  })
  return (
    <Page
      title="退出评估进度"
      hint="对原建档立卡脱贫户逐户评估：有序退出，或继续帮扶。标准逐条计算，由干部决定；省里标准未定的项目不算符合。"
      actions={
        <>
          <Button onClick={back}>帮扶措施</Button>
          <DivisionPicker value={state.place} onChange={(code) => setState({ place: code })} label="全部辖区" />
          {may('campaign.run') && place !== undefined ? <Begin place={place} /> : null}
        </>
      }
    >
      <Answered asked={asked} rows={6}>
        {({ items }) => {
          const sum = (key: 'households' | 'notBegun' | 'open' | 'exited' | 'kept') => items.reduce((total, one) => total + one[key], 0)
          return (
            <div className="stack">
              <Figures>
                <Figure label="脱贫户" value={sum('households')} />
                <Figure label="未开始" value={sum('notBegun')} tone={sum('notBegun') > 0 ? 'yellow' : 'green'} />
                <Figure label="评估中" value={sum('open')} />
                <Figure label="已有序退出" value={sum('exited')} />
                <Figure label="继续帮扶" value={sum('kept')} />
              </Figures>
              <Block title="各村进度">
                <Villages items={items} show={(division) => setState({ division, after: undefined })} />
              </Block>
            </div>
          )
        }}
      </Answered>
      <Block title="逐户评估">
        <OfficeTable<CaseLine>
          name="退出评估"
          path="/cases"
          columns={columns}
          filters={filters}
          fixed={{ kind: 'exit_review' }}
          defaultSort="due"
          rowKey={({ id }) => String(id)}
          open={({ id }) => void navigate({ to: '/cases/$id', params: { id: String(id) } })}
          empty="还没有发起评估。"
        />
      </Block>
    </Page>
  )
}
