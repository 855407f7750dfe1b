/** The next moves: one button each; a drawer shows what was found and asks only for the rest. */
import { Alert, Button, Drawer, Dropdown, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useNarrow } from '../../parts/narrow.ts'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'
import type { CaseCard } from './case.tsx'

type CaseMove = CaseCard['moves'][number]
type Needed = CaseMove['records'][number]
type Typed = Record<string, string | number | string[]>

/** What was found says so; what is missing says why. */
function Found({ records }: { records: readonly Needed[] }) {
  const found = records.filter(({ input }) => input === null)
  if (found.length === 0) return null
  return (
    <ul className="case-found">
      {found.map(({ kind, label, found: said, obstacle }) => (
        <li key={kind}>
          <Mark tone={said === null ? 'red' : 'green'}>{said === null ? '缺' : '已有'}</Mark>
          <span className="grow">
            {label}
            <div className="faint">{said ?? obstacle ?? '还没有，请先在相应的页签里办理。'}</div>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Field({ record, theCase }: { record: Needed; theCase: CaseCard }) {
  const { kind, label, input } = record
  const { visitors, risks, objectKinds } = theCase.options
  const rules = [{ required: true, message: `请填写${label}` }]
  if (input === 'text')
    return (
      <Form.Item name={kind} label={label} rules={[{ required: true, whitespace: true, min: 2, message: `请填写${label}（至少 2 个字）` }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    )
  if (input === 'clearing_mode')
    return (
      <Form.Item name={kind} label={label} rules={rules}>
        <Radio.Group
          options={[
            { value: 'assisted', label: '帮扶消除' },
            { value: 'natural', label: '自然消除' },
          ]}
        />
      </Form.Item>
    )
  const options =
    input === 'officer'
      ? visitors.map(({ id, name, isOfVillage }) => ({ value: id, label: isOfVillage ? name : `${name}（乡镇）` }))
      : (input === 'risks' ? risks : objectKinds).map((value) => ({ value, label: value }))
  return (
    <Form.Item name={kind} label={input === 'risks' ? `${label}（最主要的在前，至多 5 项）` : label} rules={rules}>
      <Select
        placeholder={`请选择${label}`}
        showSearch={{ optionFilterProp: 'label' }}
        options={options as { value: string | number; label: string }[]}
        {...(input === 'risks' ? { mode: 'multiple' as const, maxCount: 5 } : {})}
      />
    </Form.Item>
  )
}

/** As the API wants what was typed. */
const recordOf = (typed: Typed) =>
  Object.fromEntries(Object.entries(typed).map(([kind, value]) => [kind, kind === 'visitor' ? { officerId: value } : value]))

const usualWords: Readonly<Record<string, string>> = { opinion: '同意。' }

function MoveDrawer({ theCase, move, close }: { theCase: CaseCard; move: CaseMove | undefined; close: () => void }) {
  const isNarrow = useNarrow()
  const [form] = Form.useForm<Typed>()
  const act = useAct(
    (typed: Typed) =>
      ok(
        api.POST('/api/v1/cases/{id}/acts/{action}', {
          params: { path: { id: theCase.id, action: (move?.action ?? 'dispatch') as 'dispatch' } },
          body: { version: theCase.version, record: recordOf(typed) as never },
        }),
      ),
    ({ stateLabel }) => `已办理，现在是“${stateLabel}”`,
    close,
  )
  if (move === undefined) return null
  const typed = move.records.filter(({ input }) => input !== null)
  const missing = move.records.filter(({ input, found }) => input === null && found === null)
  const initial = Object.fromEntries(
    typed.flatMap(({ kind, proposed }) =>
      proposed === undefined ? (usualWords[kind] ? [[kind, usualWords[kind]]] : []) : [[kind, proposed]],
    ),
  )
  return (
    <Drawer
      title={move.label}
      open
      onClose={close}
      {...(isNarrow ? { placement: 'bottom' as const, size: '85%' } : { size: 460 })}
      footer={
        <div className="row">
          <Button type="primary" disabled={missing.length > 0} loading={act.isPending} onClick={() => form.submit()}>
            {`办理，转到“${move.toLabel}”`}
          </Button>
          <Button onClick={close}>取消</Button>
        </div>
      }
    >
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`还缺 ${missing.map(({ label }) => label).join('、')}，补齐后才能办理。`}
        />
      ) : null}
      <Found records={move.records} />
      <Form form={form} layout="vertical" preserve={false} initialValues={initial} onFinish={(values) => act.mutate(values)}>
        {typed.map((record) => (
          <Field key={record.kind} record={record} theCase={theCase} />
        ))}
      </Form>
      {move.records.length === 0 || typed.length === 0 ? <p className="faint">不用填写，核对后直接办理。</p> : null}
    </Drawer>
  )
}

/** Why a button cannot be pressed. */
function whyNot({ isPermitted, needs, earliest, closedSince }: CaseMove): string | undefined {
  if (!isPermitted) return `由有“${needs.join('”或“')}”权限的同事办理`
  if (closedSince) return `已过期限（${closedSince}）`
  return earliest ? `${earliest.day} 起可以办理` : undefined
}

function MoveButton({ move, open }: { move: CaseMove; open: () => void }) {
  const why = whyNot(move)
  return (
    <Button {...(move.way === 'forward' ? { type: 'primary' as const } : {})} disabled={why !== undefined} title={why ?? ''} onClick={open}>
      {move.label}
    </Button>
  )
}

export function NextMoves({ theCase }: { theCase: CaseCard }) {
  const [action, setAction] = useState<string>()
  const move = theCase.moves.find((one) => one.action === action)
  const mine = theCase.moves.filter(({ isPermitted }) => isPermitted)
  // What the village found untrue is to be confirmed: there it is not one of the other endings.
  const isFirst = ({ way, action: one }: CaseMove) => way === 'forward' || way === 'back' || one === 'confirm_untrue'
  const first = mine.filter(isFirst)
  const rest = mine.filter((one) => !isFirst(one))
  const waiting = mine.find(({ way, earliest }) => way === 'forward' && earliest !== null)
  const others = theCase.moves.filter(({ way }) => !theCase.isOpen || way === 'forward')
  if (theCase.moves.length === 0) return null
  return (
    <Block title="下一步">
      {mine.length === 0 ? (
        <p className="faint">
          {theCase.isOpen ? `现由${theCase.heldByLabel}级办理` : '已办结，还可以'}
          {`：${others.map(({ label, needs, closedSince }) => `${label}（${closedSince ? `${closedSince} 已过期限` : needs.join('、')}）`).join('；')}`}
        </p>
      ) : (
        <div className="case-moves">
          {first.map((one) => (
            <MoveButton key={one.action} move={one} open={() => setAction(one.action)} />
          ))}
          {rest.length > 0 ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: rest.map((one) => ({ key: one.action, label: one.label, disabled: whyNot(one) !== undefined })),
                onClick: ({ key }) => setAction(key),
              }}
            >
              <Button>其他情形</Button>
            </Dropdown>
          ) : null}
          {waiting?.earliest ? (
            <span className="faint">{`${waiting.earliest.what}，${waiting.earliest.day} 起可以“${waiting.label}”`}</span>
          ) : null}
        </div>
      )}
      <MoveDrawer key={action ?? ''} theCase={theCase} move={move} close={() => setAction(undefined)} />
    </Block>
  )
}
