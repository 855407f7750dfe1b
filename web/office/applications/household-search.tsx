/** Finding the household in the register, where neither number nor name led to it. */
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'

export interface Found {
  householdId: number
  divisionCode: string
  title: string
}

export function HouseholdSearch({ words, choose }: { words: string; choose: (found: Found) => void }) {
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['household-search', q],
    queryFn: () => ok(api.GET('/api/v1/register/households', { params: { query: { q, limit: 10 } as never } })),
    enabled: q.length > 1,
  })
  return (
    <div className="search-household">
      <Input.Search
        aria-label="查找农户"
        placeholder="查找农户：姓名、拼音、证件号码、电话或户编号"
        onSearch={(text) => setQ(text.trim())}
        loading={found.isFetching}
        enterButton="查找"
      />
      {found.data?.items.length === 0 ? <p className="faint">农户档案里没有找到，请换个写法，或先在农户档案中登记。</p> : null}
      <ul>
        {found.data?.items.map((one) => (
          <li className="candidate" key={one.id}>
            <div className="grow">
              <strong>{`${one.headName}家`}</strong>
              <span className="faint">{` ${one.township} ${one.village} ${one.groupName} 户编号 ${one.householdNumber}`}</span>
            </div>
            <Button
              onClick={() =>
                choose({ householdId: one.id, divisionCode: one.divisionCode, title: `${one.village} ${one.groupName} ${one.headName}家` })
              }
            >
              {words}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
