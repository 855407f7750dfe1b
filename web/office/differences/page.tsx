/** Where the national system's new export and the county's register disagree, with a proposal and its reason for each. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { type Answer, api, type Item, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count, dash, Mark } from '../../parts/words.tsx'

type Difference = Item<'/api/v1/register/differences'>
type Group = Answer<'/api/v1/register/differences'>['counts'][number]
type Decision = 'theirs' | 'ours' | 'proposed'

const kinds: Record<string, string> = {
  value: '内容不同',
  member_new: '全国系统多的成员',
  member_missing: '全国系统没有的成员',
  member_elsewhere: '在别的户的成员',
  household_missing: '全国系统没有的户',
}
const sides = { theirs: '以全国系统为准', ours: '以县里为准' } as const

const columns: OfficeColumn<Difference>[] = [
  {
    key: 'headName',
    title: '户',
    width: 130,
    sorts: upFirst('head'),
    phone: 'heading',
    show: ({ householdId, headName, householdNumber }) =>
      householdId ? (
        <Link to="/households/$id" params={{ id: String(householdId) }}>
          {headName || householdNumber}
        </Link>
      ) : (
        headName || householdNumber
      ),
  },
  { key: 'village', title: '村', width: 110, sorts: upFirst('place'), show: ({ village }) => village },
  { key: 'personName', title: '成员', width: 80, sorts: upFirst('person'), show: ({ personName }) => personName || dash },
  { key: 'label', title: '项目', width: 130, sorts: upFirst('about'), show: ({ kind, label }) => (kind === 'value' ? label : kinds[kind]) },
  { key: 'ours', title: '县里', width: 140, show: ({ ours }) => ours || '（空）' },
  { key: 'theirs', title: '全国系统', width: 140, show: ({ theirs }) => theirs || '（空）' },
  {
    key: 'proposal',
    title: '建议',
    width: 240,
    sorts: upFirst('proposal'),
    show: ({ proposal, reason }) => (
      <>
        <Mark tone="blue">{sides[proposal]}</Mark> <span className="faint">{reason}</span>
      </>
    ),
  },
]

function doneWords({ taken, kept, outdated }: { taken: number; kept: number; outdated: number }): string {
  return `已处理：${count(taken)} 处以全国系统为准，${count(kept)} 处以县里为准${outdated > 0 ? `，${count(outdated)} 处情况已变` : ''}`
}

function useDecide(after?: () => void) {
  return useAct(
    (body: {
      decision: Decision
      ids?: number[]
      all?: { field?: string; kind?: Difference['kind']; proposal?: 'theirs' | 'ours'; division?: string }
    }) => ok(api.POST('/api/v1/register/differences/decide', { body })),
    doneWords,
    after,
  )
}

/** Differences of one kind are decided together; the proposal says why. */
function Groups({ division }: { division: string | undefined }) {
  const asked = useQuery({
    queryKey: ['difference-counts', division],
    queryFn: () =>
      ok(api.GET('/api/v1/register/differences', { params: { query: { limit: 1, open: 'true', ...(division ? { division } : {}) } } })),
  })
  const decide = useDecide()
  const [, setState] = useAddress()
  const decideAll = ({ kind, field, proposal }: Group) =>
    decide.mutate({
      decision: 'proposed',
      all: { kind: kind as Difference['kind'], proposal, ...(field ? { field } : {}), ...(division ? { division } : {}) },
    })
  return (
    <Answered asked={asked}>
      {({ counts }) =>
        counts.length === 0 ? null : (
          <Block title="按项目成批处理">
            <ul className="lines">
              {counts.map((group) => (
                <li key={group.kind + group.field + group.proposal}>
                  <button
                    type="button"
                    className="link grow"
                    onClick={() => setState({ kind: group.kind, field: group.field || undefined, after: undefined })}
                  >
                    {group.kind === 'value' ? group.label : kinds[group.kind]}
                  </button>
                  <span className="faint">{`建议${sides[group.proposal]}`}</span>
                  <span className="number">{`${count(group.open)} 处`}</span>
                  <Popconfirm
                    title={`${count(group.open)} 处都按建议${sides[group.proposal]}？`}
                    description="处理后可在每一户的经过里撤销。"
                    okText="全部按建议"
                    cancelText="取消"
                    onConfirm={() => decideAll(group)}
                  >
                    <Button size="small" loading={decide.isPending}>
                      全部按建议
                    </Button>
                  </Popconfirm>
                </li>
              ))}
            </ul>
          </Block>
        )
      }
    </Answered>
  )
}

export default function Differences() {
  const [state] = useAddress()
  const { message } = App.useApp()
  const [chosen, setChosen] = useState<string[]>([])
  const decide = useDecide(() => setChosen([]))
  const filters: OfficeFilter[] = [
    { kind: 'division', key: 'division', label: '乡镇或村' },
    {
      kind: 'choice',
      key: 'kind',
      label: '差异类别',
      width: 170,
      choices: Object.entries(kinds).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'choice',
      key: 'open',
      label: '待处理',
      width: 110,
      choices: [
        { value: 'true', label: '待处理' },
        { value: 'false', label: '已处理' },
      ],
    },
  ]
  const isOpen = state.open !== 'false'
  const act = (decision: Decision) => decide.mutate({ decision, ids: chosen.map(Number) })
  const decidedColumn: OfficeColumn<Difference> = {
    key: 'decision',
    title: '处理',
    width: 170,
    show: ({ decision, decidedBy }) => (decision ? `${decision === 'outdated' ? '情况已变' : sides[decision]}　${decidedBy ?? ''}` : dash),
  }
  return (
    <Page
      title="全国系统比对"
      hint="每月把全国系统的新导出作为“农户家庭成员信息”报送并接收，不一致的地方列在这里；县里填报的内容不会被自动覆盖。"
      actions={
        <>
          <Button
            icon={<DownloadOutlined />}
            onClick={() =>
              void download('/api/v1/register/national-changes', '须在全国系统修改.xlsx').catch((error: unknown) =>
                message.error(sentenceOf(error)),
              )
            }
          >
            须在全国系统修改的清单
          </Button>
          <Link to="/files" search={{ handIn: '1' } as never}>
            <Button type="primary">导入新导出</Button>
          </Link>
        </>
      }
    >
      {state.household ? null : <Groups division={state.division} />}
      <OfficeTable<Difference>
        name="与全国系统的差异"
        path="/register/differences"
        columns={isOpen ? columns : [...columns, decidedColumn]}
        filters={filters}
        fixed={{ field: state.field, household: state.household }}
        rowKey={({ id }) => String(id)}
        empty={<Beginning needsRun={false}>{isOpen ? '没有待处理的差异。' : '还没有处理过差异。'}</Beginning>}
        {...(isOpen ? { selection: { keys: chosen, change: setChosen } } : {})}
        extra={
          chosen.length > 0 ? (
            <>
              <Button type="primary" loading={decide.isPending} onClick={() => act('proposed')}>{`${chosen.length} 处按建议`}</Button>
              <Button onClick={() => act('theirs')}>以全国系统为准</Button>
              <Button onClick={() => act('ours')}>以县里为准</Button>
            </>
          ) : null
        }
      />
    </Page>
  )
}
