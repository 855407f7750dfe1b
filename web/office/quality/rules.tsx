/** What counts as wrong, why, and how it is mended. */
import { Link } from '@tanstack/react-router'
import { type WholeColumn, WholeTable } from '../../parts/table/whole-table.tsx'
import { Severity, severityLabels } from '../../parts/words.tsx'
import { type QualityRule, useQualityRules } from './quality-rules.ts'

const rank = { high: 0, medium: 1, low: 2 } as const

const columns: WholeColumn<QualityRule>[] = [
  { key: 'label', title: '规则', width: 200, phone: 'heading', value: ({ label }) => label },
  { key: 'number', title: '国家规则', width: 96, value: ({ nationalNumbers }) => nationalNumbers.join('、').replaceAll('_', '-') },
  {
    key: 'severity',
    title: '程度',
    width: 76,
    value: ({ severity }) => `${rank[severity] + 1} ${severityLabels[severity]}`,
    show: ({ severity }) => <Severity level={severity} />,
  },
  { key: 'wrong', title: '什么算错', width: 240, value: ({ wrong }) => wrong },
  { key: 'mend', title: '怎么改', width: 240, value: ({ mend }) => mend },
  {
    key: 'open',
    title: '待改正',
    width: 90,
    align: 'right',
    value: ({ open, waitsFor }) => (waitsFor.length > 0 ? '待数据' : open),
    show: ({ open, ruleId, waitsFor }) =>
      waitsFor.length > 0 ? (
        <span className="faint" title={`等待报送：${waitsFor.join('、')}`}>
          待数据
        </span>
      ) : (
        <Link to="/quality" search={{ tab: 'list', rule: ruleId, state: 'open' } as never}>
          {open}
        </Link>
      ),
  },
]

const choices = [
  {
    key: 'about',
    label: '结果',
    choices: [
      { value: 'open', label: '有待改正的', holds: ({ open }: QualityRule) => open > 0 },
      { value: 'none', label: '没有问题', holds: ({ open, waitsFor }: QualityRule) => open === 0 && waitsFor.length === 0 },
      { value: 'waits', label: '待数据', holds: ({ waitsFor }: QualityRule) => waitsFor.length > 0 },
    ],
  },
]

export function QualityRules() {
  const rules = useQualityRules()
  return (
    <WholeTable<QualityRule>
      name="数据质量规则"
      rows={rules}
      columns={columns}
      rowKey={({ ruleId }) => ruleId}
      find="规则、问题、改法"
      choices={choices}
      empty="没有数据质量规则。"
    />
  )
}
