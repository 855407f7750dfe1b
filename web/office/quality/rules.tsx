/** What counts as wrong, why, and how it is mended. */
import { Link } from '@tanstack/react-router'
import { Table } from 'antd'
import { Severity } from '../../parts/words.tsx'
import { useQualityRules } from './quality-rules.ts'

export function QualityRules() {
  const rules = useQualityRules()
  return (
    <div className="office-table">
      <Table
        size="small"
        pagination={false}
        sticky
        scroll={{ x: 900 }}
        rowKey="ruleId"
        dataSource={rules}
        columns={[
          {
            title: '规则',
            width: 200,
            render: (_, { label, nationalNumbers }) => (
              <>
                {label}
                {nationalNumbers.length > 0 ? <span className="faint">{`（国家规则 ${nationalNumbers.join('、')}）`}</span> : null}
              </>
            ),
          },
          { title: '程度', width: 64, render: (_, { severity }) => <Severity level={severity} /> },
          { title: '什么算错', width: 240, render: (_, { wrong }) => wrong },
          { title: '怎么改', width: 240, render: (_, { mend }) => mend },
          {
            title: '待改正',
            width: 90,
            align: 'right',
            sorter: (one, other) => one.open - other.open,
            render: (_, { open, ruleId, waitsFor }) =>
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
        ]}
      />
    </div>
  )
}
