/** What the villages found untrue, to be confirmed by the township: read line by line, confirmed with one button. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import { useMay } from '../frame/session.ts'

type Found = Item<'/api/v1/untrue-cases'>

function Line({ one, isChosen, choose }: { one: Found; isChosen: boolean; choose: (isChosen: boolean) => void }) {
  const { id, headName, village, reason, foundBy, foundOn, visit, formId, dueOn, isOwn, channelLabel, risks } = one
  return (
    <li>
      <Checkbox
        aria-label={`${headName}家`}
        checked={isChosen}
        disabled={isOwn}
        title={isOwn ? '由您核实的，须由另一名同事确认' : ''}
        onChange={({ target }) => choose(target.checked)}
      />
      <span className="grow">
        <Link className="in-text" to="/cases/$id" params={{ id: String(id) }}>{`${headName}家`}</Link>
        <span className="faint">{`　${village}，${channelLabel}${risks.length > 0 ? `（${risks.join('、')}）` : ''}`}</span>
        <br />
        {reason}
        <br />
        <span className="faint">
          {`${foundOn} ${foundBy}核实`}
          {formId === null ? null : (
            <>
              {'，'}
              <Link className="in-text" to="/visits/$id" params={{ id: String(formId) }}>
                {visit === '' ? '入户表' : `入户表：${visit}`}
              </Link>
            </>
          )}
          {dueOn === null ? '' : `，${dueOn} 前复核`}
          {isOwn ? '，须由另一名同事确认' : ''}
        </span>
      </span>
    </li>
  )
}

export function UntrueCases() {
  const may = useMay()
  const [left, setLeft] = useState<readonly number[]>([])
  const asked = useQuery({ queryKey: ['untrue-cases'], queryFn: () => ok(api.GET('/api/v1/untrue-cases')), enabled: may('case.dispatch') })
  const items = asked.data?.items ?? []
  const chosen = items.filter(({ id, isOwn }) => !isOwn && !left.includes(id))
  const confirm = useAct(
    () => ok(api.POST('/api/v1/untrue-cases/confirm', { body: { items: chosen.map(({ id, version }) => ({ id, version })) } })),
    ({ confirmed }) => (confirmed === 0 ? undefined : `已确认 ${confirmed} 户`),
  )
  if (items.length === 0) return null
  const refused = confirm.data?.refused ?? []
  return (
    <Block
      title={`村里核实不属实，等待复核（${items.length} 户）`}
      extra={
        <Button type="primary" disabled={chosen.length === 0} loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {`确认不属实（${chosen.length} 户）`}
        </Button>
      }
    >
      <p className="faint">逐户看理由和入户表；有疑问的去掉勾选，进入事项“退回再核实”。</p>
      {refused.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="有的户没有办成"
          description={refused.map((one) => `${one.headName}家：${one.message}`).join('；')}
        />
      ) : null}
      <ul className="lines" aria-label="等待复核的不属实">
        {items.map((one) => (
          <Line
            key={one.id}
            one={one}
            isChosen={!one.isOwn && !left.includes(one.id)}
            choose={(isChosen) => setLeft(isChosen ? left.filter((id) => id !== one.id) : [...left, one.id])}
          />
        ))}
      </ul>
    </Block>
  )
}
