/** The members; numbers are masked and seen whole only for a reason. */
import { Button, Drawer, Table } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { MaskedValue } from '../../parts/masked-value.tsx'
import { useNarrow } from '../../parts/narrow.ts'
import { Block } from '../../parts/page.tsx'
import { dash, Facts, Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { EditPerson } from './edit.tsx'
import { blocksOf, type Field, inWords, useFields } from './fields.ts'
import type { HouseholdFile } from './page.tsx'

export type Member = HouseholdFile['members'][number]

function Masked({ member, field, label }: { member: Member; field: string; label: string }) {
  const may = useMay()
  const unmask = async (reason: string) => {
    const { values } = await ok(
      api.POST('/api/v1/register/persons/{id}/unmask', { params: { path: { id: member.id } }, body: { fields: [field], reason } }),
    )
    return values[field] ?? null
  }
  return (
    <MaskedValue value={member.values[field] ?? null} label={`${member.name}的${label}`} {...(may('person.unmask') ? { unmask } : {})} />
  )
}

function Value({ member, field }: { member: Member; field: Field }) {
  if (field.isMasked) return <Masked member={member} field={field.name} label={field.label} />
  return <>{inWords(field, member.values[field.name]) ?? dash}</>
}

function Person({
  file,
  member,
  close,
  canChange,
}: {
  file: HouseholdFile
  member: Member | undefined
  close: () => void
  canChange: boolean
}) {
  const fields = useFields('person')
  return (
    <Drawer
      title={member?.name}
      open={member !== undefined}
      onClose={close}
      size={560}
      extra={member && canChange ? <EditPerson file={file} member={member} /> : null}
      destroyOnHidden
    >
      {member
        ? blocksOf(fields).map(([block, inBlock]) => {
            const shown = inBlock.filter(({ name }) => member.values[name])
            return shown.length === 0 ? null : (
              <Block key={block} title={block}>
                <Facts lines={shown.map((field) => [field.label, <Value key={field.name} member={member} field={field} />] as const)} />
              </Block>
            )
          })
        : null}
    </Drawer>
  )
}

/** What stands in the table; the rest is in the drawer. */
const tableFields = ['sex', 'id_number', 'phone', 'health_status', 'labour_ability', 'schooling']

function Name({ member, open }: { member: Member; open: () => void }) {
  return (
    <Button type="link" size="small" style={{ padding: 0 }} onClick={open}>
      {member.name}
    </Button>
  )
}

export function Members({ file, canChange }: { file: HouseholdFile; canChange: boolean }) {
  const fields = useFields('person')
  const isNarrow = useNarrow()
  const [openId, setOpenId] = useState<number | undefined>()
  const shown = tableFields.map((name) => fields.find((field) => field.name === name)).filter((field) => field !== undefined)
  const age = (member: Member) => (member.age === null ? dash : `${member.age} 岁`)
  return (
    <div className="office-table">
      {isNarrow ? (
        <ul className="cards" aria-label="成员">
          {file.members.map((member) => (
            <li key={member.id} className="card">
              <div className="card-head">
                <Name member={member} open={() => setOpenId(member.id)} />
                <span>
                  {member.relation}，{age(member)}
                </span>
              </div>
              <dl>
                {shown.map((field) => (
                  <div key={field.name}>
                    <dt>{field.label}</dt>
                    <dd>
                      <Value member={member} field={field} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      ) : (
        <Table<Member>
          aria-label="成员"
          size="small"
          pagination={false}
          rowKey="id"
          scroll={{ x: 900 }}
          dataSource={file.members}
          columns={[
            { title: '姓名', width: 90, render: (_, member) => <Name member={member} open={() => setOpenId(member.id)} /> },
            {
              title: '与户主关系',
              width: 100,
              render: (_, { relation, isHead }) => (isHead ? <Mark tone="blue">户主</Mark> : relation || dash),
            },
            { title: '年龄', width: 70, render: (_, member) => age(member) },
            ...shown.map((field) => ({
              key: field.name,
              title: field.label,
              width: field.isMasked ? 210 : 100,
              render: (_: unknown, member: Member) => <Value member={member} field={field} />,
            })),
          ]}
        />
      )}
      <Person file={file} member={file.members.find(({ id }) => id === openId)} close={() => setOpenId(undefined)} canChange={canChange} />
    </div>
  )
}
