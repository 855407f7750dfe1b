/** The notice board: what waits for a sheet, what hangs and for how many days still. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { DaysLeft, kindLabels, noticeTone } from './notice-words.tsx'

type Waiting = Item<'/api/v1/review/notices/waiting'>
type Row = Item<'/api/v1/review/notices'>

function Make({ waiting, close }: { waiting: Waiting; close: () => void }) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(waiting.cases.map(({ caseId }) => caseId))
  const [form] = Form.useForm<{ objectionOffice: string; objectionPhone: string }>()
  const make = useAct(
    (words: { objectionOffice: string; objectionPhone: string }) =>
      ok(
        api.POST('/api/v1/review/notices', { body: { divisionCode: waiting.divisionCode, kind: waiting.kind, caseIds: chosen, ...words } }),
      ),
    '已制作，请打印张贴',
    ({ id }) => void navigate({ to: '/review/notices/$id', params: { id: String(id) } }),
  )
  return (
    <Modal
      title={waiting.title}
      open
      okText={`制作（${chosen.length} 户）`}
      cancelText="取消"
      confirmLoading={make.isPending}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onCancel={close}
      onOk={() => form.submit()}
    >
      <p>{`${waiting.township} ${waiting.village}`}</p>
      <Checkbox.Group
        value={chosen}
        onChange={setChosen}
        options={waiting.cases.map(({ caseId, headName, householdNumber }) => ({
          value: caseId,
          label: `${headName}（${householdNumber}）`,
        }))}
      />
      <Form form={form} layout="vertical" initialValues={waiting} onFinish={make.mutate} style={{ marginTop: 12 }}>
        <Form.Item name="objectionOffice" label="受理异议的单位" rules={[{ required: true, message: '请填写受理异议的单位' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="objectionPhone"
          label="受理异议的办公电话"
          rules={[{ required: true, pattern: /^[0-9 ()-]{5,30}$/, message: '请填写办公电话' }]}
        >
          <Input maxLength={30} autoFocus={waiting.objectionPhone === ''} />
        </Form.Item>
      </Form>
      <p className="faint">公示上只写村组、户主、人口、类别、可以公开的原因和评议日期，不写证件号码、电话、账号和健康状况。</p>
    </Modal>
  )
}

function ToMake() {
  const may = useMay()
  const [made, setMade] = useState<Waiting | undefined>()
  const asked = useQuery({ queryKey: ['review-notices-waiting'], queryFn: () => ok(api.GET('/api/v1/review/notices/waiting')) })
  return (
    <>
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>没有等待公示、公告的农户。评议通过或审批完成后，这里会出现。</Nothing>
          ) : (
            <ul className="lines" aria-label="等待公示公告的村">
              {items.map((waiting) => (
                <li key={`${waiting.divisionCode} ${waiting.kind}`}>
                  <span className="grow">
                    <strong>{`${waiting.township} ${waiting.village}`}</strong>
                    {`　${kindLabels[waiting.kind]} ${waiting.cases.length} 户`}
                    <span className="faint">{`　${waiting.cases
                      .slice(0, 5)
                      .map(({ headName }) => headName)
                      .join('、')}${waiting.cases.length > 5 ? '等' : ''}`}</span>
                  </span>
                  {may('case.visit') ? (
                    <Button type="primary" onClick={() => setMade(waiting)}>
                      制作
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {made ? <Make waiting={made} close={() => setMade(undefined)} /> : null}
    </>
  )
}

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    isMany: true,
    choices: [
      { value: 'prepared', label: '待张贴' },
      { value: 'posted', label: '公示中' },
      { value: 'ended', label: '已期满' },
      { value: 'withdrawn', label: '已作废' },
    ],
  },
  {
    kind: 'choice',
    key: 'kind',
    label: '种类',
    isMany: true,
    choices: Object.entries(kindLabels).map(([value, label]) => ({ value, label })),
  },
]

const columns: OfficeColumn<Row>[] = [
  { key: 'place', title: '乡镇、村', width: 180, phone: 'heading', show: ({ township, village }) => `${township} ${village}` },
  { key: 'kind', title: '种类', width: 110, show: ({ kind }) => kindLabels[kind] },
  {
    key: 'households',
    title: '户数',
    width: 130,
    show: ({ households, held }) => (
      <>
        {households}
        {held > 0 ? <Mark tone="yellow">{`${held} 户有异议`}</Mark> : null}
      </>
    ),
  },
  { key: 'postedOn', title: '张贴', width: 110, show: ({ postedOn }) => postedOn ?? '' },
  { key: 'untilOn', title: '至', width: 110, show: ({ untilOn }) => untilOn ?? '' },
  { key: 'daysLeft', title: '剩余', width: 130, show: (row) => <DaysLeft notice={row} /> },
  { key: 'state', title: '状态', width: 100, show: ({ state, stateLabel }) => <Mark tone={noticeTone[state]}>{stateLabel}</Mark> },
]

export function Notices() {
  const navigate = useNavigate()
  return (
    <>
      <Block title="等待制作">
        <ToMake />
      </Block>
      <Block title="公示栏">
        <OfficeTable<Row>
          name="公示公告"
          path="/review/notices"
          columns={columns}
          filters={filters}
          rowKey={({ id }) => String(id)}
          open={({ id }) => void navigate({ to: '/review/notices/$id', params: { id: String(id) } })}
          empty="还没有公示。"
          canExport={false}
        />
      </Block>
    </>
  )
}
