/** Screening: start a run, watch it, and see what each run found against the one before. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Form, InputNumber, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Page } from '../../parts/page.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count, dash, Mark, Moment } from '../../parts/words.tsx'
import { useSignedIn } from '../frame/session.ts'
import { runTones } from './tones.ts'

type Run = Item<'/api/v1/screening/runs'>

const columns: OfficeColumn<Run>[] = [
  { key: 'asOf', title: '比对日', width: 104, phone: 'heading', sorts: downFirst('day'), show: ({ asOf }) => asOf },
  { key: 'state', title: '状态', width: 92, show: ({ state, stateLabel }) => <Mark tone={runTones[state]}>{stateLabel}</Mark> },
  {
    key: 'leads',
    title: '线索',
    width: 80,
    align: 'right',
    sorts: downFirst('leads'),
    show: ({ counts }) => (counts ? count(counts.leads) : dash),
  },
  {
    key: 'newLeads',
    title: '新增',
    width: 80,
    align: 'right',
    sorts: downFirst('new'),
    show: ({ counts }) => (counts ? count(counts.newLeads) : dash),
  },
  { key: 'goneLeads', title: '消失', width: 80, align: 'right', show: ({ counts }) => (counts ? count(counts.goneLeads) : dash) },
  { key: 'households', title: '涉及户', width: 80, align: 'right', show: ({ counts }) => (counts ? count(counts.households) : dash) },
  {
    key: 'red',
    title: '红色户',
    width: 90,
    align: 'right',
    sorts: downFirst('red'),
    show: ({ counts }) => (counts ? count(counts.red) : dash),
  },
  {
    key: 'files',
    title: '用到的表',
    width: 90,
    align: 'right',
    phone: 'none',
    show: ({ files, state }) => (state === 'done' ? files.length : dash),
  },
  {
    key: 'progress',
    title: '进展',
    width: 200,
    show: ({ state, progress, failure }) => (state === 'failed' ? failure : state === 'done' ? '' : progress),
  },
  { key: 'askedByName', title: '发起人', width: 90, sorts: upFirst('asker'), show: ({ askedByName }) => askedByName },
  { key: 'askedAt', title: '发起时间', width: 140, sorts: downFirst('newest'), show: ({ askedAt }) => <Moment at={askedAt} /> },
]

const filters: OfficeFilter[] = [
  {
    kind: 'choice',
    key: 'state',
    label: '状态',
    choices: [
      { value: 'queued', label: '排队中' },
      { value: 'running', label: '进行中' },
      { value: 'done', label: '已完成' },
      { value: 'failed', label: '没有完成' },
      { value: 'cancelled', label: '已取消' },
    ],
  },
  { kind: 'day', key: 'from', label: '比对日从' },
  { kind: 'day', key: 'until', label: '比对日到' },
]

/** A county officer screens the county; above it one chooses. */
function Start({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { area } = useSignedIn()
  const navigate = useNavigate()
  const [county, setCounty] = useState<string | undefined>(area.code.length === 6 ? area.code : undefined)
  const [form] = Form.useForm<{ asOf: Dayjs; months: number }>()
  const start = useAct(
    ({ asOf, months }: { asOf: Dayjs; months: number }) =>
      ok(api.POST('/api/v1/screening/runs', { body: { divisionCode: county!, asOf: asOf.format('YYYY-MM-DD'), months } })),
    '已开始筛查',
    ({ id }) => {
      close()
      void navigate({ to: '/screening/$id', params: { id: String(id) } })
    },
  )
  return (
    <Modal
      title="发起筛查"
      open={isOpen}
      onCancel={close}
      okText="开始筛查"
      cancelText="取消"
      okButtonProps={{ disabled: county === undefined }}
      confirmLoading={start.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" initialValues={{ asOf: dayjs(), months: 12 }} onFinish={(values) => start.mutate(values)}>
        {area.code.length < 6 ? (
          <Form.Item label="县" htmlFor="run-county">
            <DivisionPicker id="run-county" value={county} onChange={setCounty} label="选择县" deepest={6} style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
        <Form.Item name="asOf" label="比对日" extra="按这一天的政策标准和数据判断，通常是今天或月底。">
          <DatePicker allowClear={false} disabledDate={(day) => day.isAfter(dayjs())} />
        </Form.Item>
        <Form.Item name="months" label="读取最近几个月的部门数据">
          <InputNumber min={1} max={36} suffix="个月" />
        </Form.Item>
        <Alert type="info" showIcon title="只用已接收的文件。同一天重复筛查，结果不会重复；已办结和豁免的线索保持不变。" />
      </Form>
    </Modal>
  )
}

export default function Screening() {
  const navigate = useNavigate()
  const { area } = useSignedIn()
  const [isStarting, setStarting] = useState(false)
  return (
    <Page
      title="筛查任务"
      hint={
        <>
          把农户档案和已接收的部门数据按规则比对，产生线索。哪些数据还没报，见<Link to="/files">报送日历</Link>。
        </>
      }
      actions={
        <Button type="primary" onClick={() => setStarting(true)}>
          发起筛查
        </Button>
      }
    >
      <OfficeTable<Run>
        name="筛查记录"
        path="/screening/runs"
        columns={columns}
        filters={area.code.length < 6 ? [{ kind: 'division', key: 'division', label: '县' }, ...filters] : filters}
        defaultSort="newest"
        rowKey={({ id }) => String(id)}
        open={({ id }) => void navigate({ to: '/screening/$id', params: { id: String(id) } })}
        empty="还没有筛查过。接收部门数据后，点右上角“发起筛查”。"
        refresh={5000}
      />
      <Start isOpen={isStarting} close={() => setStarting(false)} />
    </Page>
  )
}
