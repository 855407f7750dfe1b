/** Households that a rule could not judge, by what was missing, and how to fill the gap. */
import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { api, ok } from '../../api/client.ts'
import { useAddress } from '../../parts/address-state.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { count } from '../../parts/words.tsx'

export function Unknowns() {
  const [state, setState] = useAddress()
  const division = state.division
  const asked = useQuery({
    queryKey: ['unknowns', division],
    queryFn: () => ok(api.GET('/api/v1/screening/unknowns', { params: { query: division ? { division } : {} } })),
  })
  return (
    <Block
      title="因缺少数据不能判定的户"
      extra={<DivisionPicker value={division} onChange={(code) => setState({ division: code })} label="乡镇或村" />}
    >
      <Answered asked={asked}>
        {({ items }) => (
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 720 }}
            rowKey={({ ruleId, missing }) => `${ruleId} ${missing.join()}`}
            dataSource={items}
            locale={{ emptyText: <Nothing>最近一次筛查中，每条规则都能判定。</Nothing> }}
            columns={[
              { title: '规则', width: 180, render: (_, { ruleLabel }) => ruleLabel },
              { title: '缺少的数据', width: 220, render: (_, { missing }) => missing.join('、') },
              {
                title: '户数',
                width: 90,
                align: 'right',
                sorter: (one, other) => one.households - other.households,
                render: (_, { households }) => count(households),
              },
              { title: '怎么补', render: (_, { remedy }) => remedy },
            ]}
          />
        )}
      </Answered>
    </Block>
  )
}
