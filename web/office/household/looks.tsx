/** Who looked at a member, when and why: the answer a person is entitled to. */
import { useQuery } from '@tanstack/react-query'
import { Select, Table } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Moment } from '../../parts/words.tsx'
import type { HouseholdFile } from './page.tsx'

export function Looks({ file }: { file: HouseholdFile }) {
  const [personId, setPersonId] = useState(file.headPersonId ?? file.members[0]?.id)
  const asked = useQuery({
    queryKey: ['looks', personId],
    queryFn: () => ok(api.GET('/api/v1/register/persons/{id}/looks', { params: { path: { id: personId! }, query: {} } })),
    enabled: personId !== undefined,
  })
  return (
    <Block
      extra={
        <Select
          aria-label="成员"
          value={personId}
          onChange={setPersonId}
          options={file.members.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: 140 }}
        />
      }
      title="谁看过、改过此人的信息"
    >
      <Answered asked={asked}>
        {({ items }) => (
          <Table
            size="small"
            pagination={false}
            rowKey={({ at, action }) => at + action}
            dataSource={items}
            columns={[
              { title: '时间', width: 150, render: (_, { at }) => <Moment at={at} /> },
              { title: '谁', width: 110, render: (_, { officerName }) => officerName },
              { title: '做了什么', width: 150, render: (_, { label }) => label },
              { title: '原因', render: (_, { reason }) => reason },
            ]}
          />
        )}
      </Answered>
    </Block>
  )
}
