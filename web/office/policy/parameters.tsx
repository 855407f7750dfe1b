/** The numbers in force, from when, by whose decision, and what they were before. */
import { useQuery } from '@tanstack/react-query'
import { Input, Table } from 'antd'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { dash, Mark } from '../../parts/words.tsx'
import type { Asked } from './page.tsx'

type Parameter = Answer<'/api/v1/policy/parameters'>['items'][number]

export function valueInWords(value: Parameter['value'], unit: string): string {
  if (value === null) return '未录入'
  if (Array.isArray(value)) return value.join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return `${typeof value === 'number' ? value.toLocaleString('zh-CN') : value} ${unit}`.trim()
}

function History({ parameter }: { parameter: Parameter }) {
  return (
    <div className="stack">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col">自</th>
            <th scope="col">值</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {parameter.history.map((line) => (
            <tr key={line.region + line.since}>
              <td>{line.regionLabel}</td>
              <td className="number">{line.since}</td>
              <td>
                {line.value === null ? '不再另行规定' : valueInWords(line.value, line.unit)}{' '}
                {line.isInForce ? <Mark tone="green">现行</Mark> : null}
              </td>
              <td>
                {line.basis.join('；')}
                {line.note ? <span className="faint">{`（${line.note}）`}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {parameter.note ? <p className="faint">{parameter.note}</p> : null}
      <p className="faint">{`下级可否调整：${parameter.lowerLevelsMayLabel}。最近核对：${parameter.reviewedOn}。参数在政策文件中修改，改后须试算再启用。`}</p>
      {parameter.usedBy.length > 0 ? <p className="faint">{`用于规则：${parameter.usedBy.map(({ label }) => label).join('、')}`}</p> : null}
    </div>
  )
}

export function Parameters({ asked: query }: { asked: Asked }) {
  const asked = useQuery({
    queryKey: ['parameters', query],
    queryFn: () => ok(api.GET('/api/v1/policy/parameters', { params: { query } })),
  })
  const [find, setFind] = useState('')
  return (
    <div className="office-table">
      <Input
        allowClear
        placeholder="按名称查找"
        aria-label="按名称查找参数"
        value={find}
        onChange={({ target }) => setFind(target.value)}
        style={{ width: 240, marginBottom: 10 }}
      />
      <Answered asked={asked} rows={10}>
        {({ items }) => (
          <Table<Parameter>
            size="small"
            sticky
            pagination={false}
            rowKey="key"
            scroll={{ x: 860 }}
            dataSource={items.filter(({ label, key }) => label.includes(find.trim()) || key.includes(find.trim()))}
            expandable={{
              expandedRowRender: (parameter) => <History parameter={parameter} />,
              columnTitle: <span className="unseen">展开</span>,
            }}
            columns={[
              { title: '参数', width: 260, render: (_, { label }) => label },
              {
                title: '现行值',
                width: 160,
                render: (_, { value, unit }) => <strong className="number">{valueInWords(value, unit)}</strong>,
              },
              { title: '自', width: 110, render: (_, { since }) => since ?? dash },
              { title: '由谁规定', width: 110, render: (_, { region }) => region ?? dash },
              {
                title: '依据',
                render: (_, { basis, isProvisional }) => (
                  <>
                    {basis.filter((line) => line !== '待县确认').join('；')} {isProvisional ? <Mark tone="yellow">待县确认</Mark> : null}
                  </>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </div>
  )
}
