/** Who belongs to the case; it follows the register, and somebody who does not live with the household can be taken out. */
import { Button, Table } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useNarrow } from '../../parts/narrow.ts'
import { Block } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { dash, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import type { CaseCard } from './case.tsx'

type Member = CaseCard['members'][number]

const about = (one: Member) => [one.relation, one.age === null ? '' : `${one.age} 岁`, one.health, one.labour].filter(Boolean).join('，')

function Change({ member, leave, join }: { member: Member; leave: () => void; join: () => void }) {
  return member.leftOn === null ? (
    <Button size="small" onClick={leave}>
      移出
    </Button>
  ) : (
    <Button size="small" onClick={join}>
      恢复
    </Button>
  )
}

function Left({ member }: { member: Member }) {
  if (member.leftOn === null) return dash
  return <Mark>{`${member.leftOn} 起不计：${member.leftReason ?? ''}`}</Mark>
}

export function CaseMembers({ theCase }: { theCase: CaseCard }) {
  const may = useMay()
  const isNarrow = useNarrow()
  const [leaving, setLeaving] = useState<Member>()
  const canChange = may('case.visit') && theCase.isOpen
  const params = { path: { id: theCase.id } }
  const { version } = theCase
  const leave = useAct(
    (reason: string) =>
      ok(api.POST('/api/v1/cases/{id}/members/leave', { params, body: { version, personId: leaving?.personId ?? 0, reason } })),
    '已移出',
    () => setLeaving(undefined),
  )
  const join = useAct(
    ({ personId }: Member) => ok(api.POST('/api/v1/cases/{id}/members/join', { params, body: { version, personId } })),
    '已恢复为成员',
  )
  const follow = useAct(() => ok(api.POST('/api/v1/cases/{id}/members/follow', { params, body: { version } })), '已按农户档案更新')
  const change = (member: Member) =>
    canChange ? <Change member={member} leave={() => setLeaving(member)} join={() => join.mutate(member)} /> : null
  const present = theCase.members.filter(({ leftOn }) => leftOn === null).length
  return (
    <Block
      title={`成员（${present} 人）`}
      extra={
        canChange ? (
          <Button size="small" loading={follow.isPending} onClick={() => follow.mutate(undefined)}>
            按农户档案更新
          </Button>
        ) : null
      }
    >
      {isNarrow ? (
        <ul className="lines">
          {theCase.members.map((member) => (
            <li key={member.personId}>
              <span className="grow">
                {member.name}
                <div className="faint">{about(member)}</div>
                {member.leftOn ? <Left member={member} /> : null}
              </span>
              {change(member)}
            </li>
          ))}
        </ul>
      ) : (
        <Table<Member>
          size="small"
          pagination={false}
          rowKey="personId"
          dataSource={theCase.members}
          columns={[
            { title: '姓名', dataIndex: 'name', width: 90 },
            { title: '关系', dataIndex: 'relation', width: 80 },
            { title: '年龄', dataIndex: 'age', width: 60, render: (age: number | null) => age ?? dash },
            { title: '健康', dataIndex: 'health', render: (text: string) => text || dash },
            { title: '劳动能力', dataIndex: 'labour', render: (text: string) => text || dash },
            { title: '增减', key: 'left', render: (_, member) => <Left member={member} /> },
            ...(canChange ? [{ title: '操作', key: 'act', width: 70, render: (_: unknown, member: Member) => change(member) }] : []),
          ]}
        />
      )}
      <ReasonModal
        title={`移出成员${leaving?.name ?? ''}`}
        label="理由"
        okText="移出"
        usual={['长期不共同生活', '已另立户', '户籍在册但已婚出']}
        isOpen={leaving !== undefined}
        isBusy={leave.isPending}
        close={() => setLeaving(undefined)}
        act={leave.mutate}
      />
    </Block>
  )
}
