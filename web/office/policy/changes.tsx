/** Values set for one's own area: proposed by one officer, decided by another. */
import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark, Moment } from '../../parts/words.tsx'
import { valueInWords } from './value.ts'

type Change = Item<'/api/v1/policy/changes'>

const tones = { proposed: 'yellow', approved: 'green', refused: 'red', withdrawn: undefined } as const

const columns: OfficeColumn<Change>[] = [
  { key: 'label', title: '参数', width: 190, phone: 'heading', sorts: upFirst('parameter'), show: ({ label }) => label },
  { key: 'regionLabel', title: '地区', width: 90, sorts: upFirst('region'), show: ({ regionLabel }) => regionLabel },
  {
    key: 'value',
    title: '取值',
    width: 190,
    show: ({ value, valueBefore, unit }) => (
      <>
        <span className="faint">{`${valueInWords(valueBefore, unit)} → `}</span>
        <strong>{value === null ? '按上级' : valueInWords(value, unit)}</strong>
      </>
    ),
  },
  { key: 'from', title: '自', width: 100, sorts: downFirst('from'), show: ({ from }) => from },
  {
    key: 'basis',
    title: '依据、理由',
    width: 260,
    show: ({ basis, reason }) => (
      <>
        {basis}
        <div className="faint">{reason}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 100,
    show: ({ state, stateLabel, decisionNote }) => (
      <>
        <Mark tone={tones[state]}>{stateLabel}</Mark>
        {decisionNote ? <div className="faint">{decisionNote}</div> : null}
      </>
    ),
  },
  {
    key: 'proposedBy',
    title: '提出',
    width: 140,
    sorts: downFirst('newest'),
    show: ({ proposedBy, proposedAt }) => (
      <>
        {proposedBy} <Moment at={proposedAt} />
      </>
    ),
  },
  {
    key: 'decidedBy',
    title: '决定',
    width: 140,
    show: ({ decidedBy, decidedAt }) =>
      decidedBy ? (
        <>
          {decidedBy} <Moment at={decidedAt} />
        </>
      ) : (
        dash
      ),
  },
]

const stateFilter: OfficeFilter[] = [
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'proposed', label: '待批准' },
      { value: 'approved', label: '已批准' },
      { value: 'refused', label: '不同意' },
      { value: 'withdrawn', label: '已撤回' },
    ],
  },
  { kind: 'division', key: 'division', label: '本辖区' },
]

function useFilters(): OfficeFilter[] {
  const asked = useQuery({
    queryKey: ['parameters', {}],
    queryFn: () => ok(api.GET('/api/v1/policy/parameters', { params: { query: {} } })),
    staleTime: 60_000,
  })
  const choices = (asked.data?.items ?? []).map(({ key, label }) => ({ value: key, label }))
  return [...stateFilter, { kind: 'choice', key: 'parameter', label: '参数', width: 200, choices }]
}

type Decision = 'refuse' | 'withdraw'

/** Deciding and taking back, one row at a time. */
function useDeciding() {
  const [chosen, setChosen] = useState<{ change: Change; how: Decision } | undefined>()
  const close = () => setChosen(undefined)
  const approve = useAct(
    (id: number) => ok(api.POST('/api/v1/policy/changes/{id}/approve', { params: { path: { id } }, body: { note: '' } })),
    '已批准，此后的筛查按新值',
  )
  const refuse = useAct(
    (note: string) => ok(api.POST('/api/v1/policy/changes/{id}/refuse', { params: { path: { id: chosen!.change.id } }, body: { note } })),
    '已答复不同意',
    close,
  )
  const withdraw = useAct(
    (note: string) => ok(api.POST('/api/v1/policy/changes/{id}/withdraw', { params: { path: { id: chosen!.change.id } }, body: { note } })),
    '已撤回',
    close,
  )
  return { chosen, setChosen, close, approve, refuse, withdraw }
}

function useActs({ setChosen, approve }: Pick<ReturnType<typeof useDeciding>, 'setChosen' | 'approve'>): OfficeColumn<Change> {
  return {
    key: 'act',
    title: '操作',
    width: 130,
    show: (change) => (
      <span className="row" style={{ gap: 0 }}>
        {change.mayDecide ? (
          <>
            <Popconfirm
              title={`批准“${change.label}”自 ${change.from} 起为${change.value === null ? '上级的取值' : valueInWords(change.value, change.unit)}？`}
              okText="批准"
              cancelText="取消"
              onConfirm={() => approve.mutate(change.id)}
            >
              <Button type="link" size="small">
                批准
              </Button>
            </Popconfirm>
            <Button type="link" size="small" onClick={() => setChosen({ change, how: 'refuse' })}>
              不同意
            </Button>
          </>
        ) : null}
        {change.mayWithdraw ? (
          <Button type="link" size="small" onClick={() => setChosen({ change, how: 'withdraw' })}>
            撤回
          </Button>
        ) : null}
      </span>
    ),
  }
}

export function Changes() {
  const { message } = App.useApp()
  const { chosen, setChosen, close, approve, refuse, withdraw } = useDeciding()
  const filters = useFilters()
  const acts = useActs({ setChosen, approve })
  const save = () => void download('/api/v1/policy/overlay', '本地参数.yaml').catch((error: unknown) => message.error(sentenceOf(error)))
  return (
    <>
      <OfficeTable<Change>
        name="本地参数调整"
        path="/policy/changes"
        columns={[...columns, acts]}
        filters={filters}
        rowKey={({ id }) => String(id)}
        empty="没有调整过。在“参数”里展开一项，可以提出调整。"
        extra={
          <Button icon={<DownloadOutlined />} onClick={save} title="命令行筛查用的本地参数文件">
            参数文件
          </Button>
        }
      />
      <ReasonModal
        title={`不同意调整“${chosen?.change.label ?? ''}”`}
        label="不同意的理由"
        okText="不同意"
        isOpen={chosen?.how === 'refuse'}
        isBusy={refuse.isPending}
        close={close}
        act={refuse.mutate}
      />
      <ReasonModal
        title={`撤回对“${chosen?.change.label ?? ''}”的调整`}
        label="撤回原因"
        okText="撤回"
        isOpen={chosen?.how === 'withdraw'}
        isBusy={withdraw.isPending}
        usual={['填错了', '暂不调整']}
        close={close}
        act={withdraw.mutate}
      />
    </>
  )
}
