/** What departments' files say about possessions of households under way: explained one by one, never a refusal by itself. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { type Answer, api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Row = Item<'/api/v1/review/comparisons'>
export type CaseReview = Answer<'/api/v1/cases/{id}/review'>
type Comparison = NonNullable<CaseReview['comparison']>
type Flag = Comparison['flags'][number]

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'open',
    label: '显示',
    choices: [
      { value: 'true', label: '待处理' },
      { value: 'false', label: '全部' },
    ],
  },
]

const columns: OfficeColumn<Row>[] = [
  {
    key: 'headName',
    title: '农户',
    width: 200,
    phone: 'heading',
    show: ({ headName, township, village }) => (
      <>
        {headName}
        <span className="faint">{` ${township} ${village}`}</span>
      </>
    ),
  },
  { key: 'caseState', title: '事项状态', width: 110, show: ({ caseState }) => caseState },
  { key: 'askedOn', title: '比对日期', width: 110, show: ({ askedOn }) => askedOn },
  {
    key: 'said',
    title: '比对情况',
    width: 320,
    show: ({ said, unexplained }) => (unexplained > 0 ? <Mark tone="yellow">{said}</Mark> : said),
  },
]

export function Comparisons() {
  const navigate = useNavigate()
  return (
    <OfficeTable<Row>
      name="资产比对"
      path="/review/comparisons"
      columns={columns}
      filters={filters}
      rowKey={({ id }) => String(id)}
      open={({ caseId }) => void navigate({ to: '/cases/$id', params: { id: String(caseId) }, search: { tab: 'review' } as never })}
      empty="没有待说明的资产提示。"
      canExport={false}
    />
  )
}

function Explain({ flag, explanations }: { flag: Flag; explanations: CaseReview['explanations'] }) {
  const explain = useAct(
    (body: { explainedAs: string; explanation: string }) =>
      ok(api.POST('/api/v1/review/flags/{id}/explain', { params: { path: { id: flag.id } }, body })),
    '已说明',
  )
  return (
    <Form layout="inline" onFinish={explain.mutate} className="explain">
      <Form.Item name="explainedAs" rules={[{ required: true, message: '请选择' }]}>
        <Select
          aria-label={`${flag.personName}的${flag.label}：属于哪种情况`}
          placeholder="属于哪种情况"
          options={explanations}
          style={{ width: 230 }}
        />
      </Form.Item>
      <Form.Item name="explanation" rules={[{ required: true, whitespace: true, min: 2, message: '请写明情况' }]}>
        <Input
          aria-label={`${flag.personName}的${flag.label}：说明`}
          placeholder="说明：来源、用途、现状"
          maxLength={1000}
          style={{ width: 260 }}
        />
      </Form.Item>
      <Button htmlType="submit" loading={explain.isPending}>
        说明
      </Button>
    </Form>
  )
}

export function ComparisonBlock({ caseId, review }: { caseId: number; review: CaseReview }) {
  const may = useMay()
  const [isWide, setWide] = useState(false)
  const again = useAct(
    () => ok(api.POST('/api/v1/cases/{id}/comparison', { params: { path: { id: caseId } } })),
    '已开始比对，稍后刷新查看',
  )
  const { comparison, explanations } = review
  return (
    <Block
      title="与资产数据比对"
      extra={
        may('case.visit') && comparison?.state !== 'waiting' ? (
          <Button size="small" loading={again.isPending} onClick={() => again.mutate(undefined as never)}>
            {comparison ? '重新比对' : '比对'}
          </Button>
        ) : null
      }
    >
      {comparison === null ? (
        <p className="faint">核实提交后自动比对车辆、房产、企业、财政供养等部门数据。</p>
      ) : (
        <div className="stack">
          <p>
            {`${comparison.askedOn}：${comparison.said}。`}
            <span className="faint">有提示不等于不符合条件，逐条说明后综合判断；只按证件号码比对共同生活的成员。</span>
          </p>
          <ul className="lines" aria-label="资产提示">
            {comparison.flags.map((flag) => (
              <li key={flag.id}>
                <div className="grow">
                  <strong>{`${flag.personName}：${flag.label}${flag.value ? ` ${flag.value}` : ''}`}</strong>
                  <div className="faint">{`${flag.file}${flag.sheet ? ` [${flag.sheet}]` : ''} 第 ${flag.row} 行`}</div>
                  {flag.explainedAs ? (
                    <div>{`${flag.explainedLabel}：${flag.explanation}（${flag.explainedBy}）`}</div>
                  ) : may('case.visit') ? (
                    <Explain flag={flag} explanations={explanations} />
                  ) : null}
                </div>
                <Mark tone={flag.explainedAs ? 'green' : 'yellow'}>{flag.explainedAs ? '已说明' : '待说明'}</Mark>
              </li>
            ))}
          </ul>
          {comparison.datasets.length > 0 ? (
            <details open={isWide} onToggle={({ currentTarget }) => setWide(currentTarget.open)}>
              <summary>{`比对了 ${comparison.members} 人、${comparison.datasets.length} 类数据`}</summary>
              <Facts
                lines={comparison.datasets.map(
                  ({ label, files, rows }) => [label, files.length === 0 ? '部门没有报送' : `${files.join('、')}，${rows} 行`] as const,
                )}
              />
            </details>
          ) : null}
        </div>
      )}
    </Block>
  )
}

/** Meetings, notices, objections and possessions of one case, for its page. */
export function useCaseReview(caseId: number) {
  return useQuery({
    queryKey: ['case-review', caseId],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}/review', { params: { path: { id: caseId } } })),
    refetchInterval: ({ state }) => (state.data?.comparison?.state === 'waiting' ? 3000 : false),
  })
}
