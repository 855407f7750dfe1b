/** The roster: results for one or many households at once, or filled in in a spreadsheet and handed back. */
import { Button, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { UploadBox } from '../../parts/upload-box.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { useRisks } from '../help/catalogue.ts'

type Row = Item<'/api/v1/campaigns/{id}/roster'>
type State = Row['state']

const tones = { todo: 'red', no_risk: 'green', risk_found: 'yellow', unreachable: 'red', gone: undefined } as const
const results: { value: State; label: string }[] = [
  { value: 'no_risk', label: '未发现风险' },
  { value: 'risk_found', label: '发现风险' },
  { value: 'unreachable', label: '未见到人' },
  { value: 'gone', label: '已不在本地' },
]

const columns: OfficeColumn<Row>[] = [
  { key: 'headName', title: '户主', width: 90, phone: 'heading', show: ({ headName }) => headName },
  { key: 'place', title: '乡镇、村、组', width: 200, show: ({ township, village, group }) => `${township} ${village} ${group}` },
  { key: 'number', title: '户编号', width: 150, show: ({ householdNumber }) => householdNumber },
  { key: 'members', title: '人口', width: 60, align: 'right', phone: 'none', show: ({ members }) => members },
  { key: 'officer', title: '负责人', width: 90, show: ({ officerName }) => officerName || '—' },
  { key: 'state', title: '结果', width: 110, show: ({ state, stateLabel }) => <Mark tone={tones[state]}>{stateLabel}</Mark> },
  {
    key: 'checkedOn',
    title: '走访日期',
    width: 110,
    show: ({ checkedOn, checkedBy }) => (checkedOn ? `${checkedOn} ${checkedBy ?? ''}` : '—'),
  },
  { key: 'risks', title: '风险与说明', width: 200, show: ({ risks, note }) => [...risks, note].filter(Boolean).join('；') || '—' },
]

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇、村' },
  { kind: 'choice', key: 'state', label: '结果', isMany: true, choices: [{ value: 'todo', label: '未排查' }, ...results] },
  { kind: 'choice', key: 'mine', label: '负责人', choices: [{ value: 'true', label: '只看我负责的' }] },
]

interface MarkValues {
  state: State
  risks?: string[]
  note?: string
}

function MarkModal({
  id,
  rows,
  close,
  done,
}: {
  id: number
  rows: { id: number; version: number }[]
  close: () => void
  done: () => void
}) {
  const [form] = Form.useForm<MarkValues>()
  const state = Form.useWatch('state', form)
  const risks = useRisks()
  const mark = useAct(
    (values: MarkValues) =>
      ok(
        api.POST('/api/v1/campaigns/{id}/marks', {
          params: { path: { id } },
          body: { ...values, rows, risks: values.risks ?? [], note: values.note ?? '' },
        }),
      ),
    ({ marked, cases, refused }) =>
      `已登记 ${marked} 户${cases > 0 ? `，新增帮扶事项 ${cases} 件` : ''}${refused.length > 0 ? `；${refused.length} 户未登记：${refused[0]?.message}` : ''}`,
    done,
  )
  return (
    <Modal
      title={`登记 ${rows.length} 户的排查结果`}
      open={rows.length > 0}
      okText="登记"
      cancelText="取消"
      confirmLoading={mark.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" preserve={false} initialValues={{ state: 'no_risk' }} onFinish={(values) => mark.mutate(values)}>
        <Form.Item name="state" label="结果">
          <Radio.Group options={results} />
        </Form.Item>
        {state === 'risk_found' ? (
          <Form.Item name="risks" label="风险类型" rules={[{ required: true, message: '请选择风险类型' }]}>
            <Select mode="multiple" maxCount={5} options={risks} placeholder="可选多项，重的在前" />
          </Form.Item>
        ) : null}
        {state === 'no_risk' ? null : (
          <Form.Item name="note" label="情况说明" rules={[{ required: state !== 'risk_found', whitespace: true, message: '请写明情况' }]}>
            <Input.TextArea rows={2} maxLength={300} showCount />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

interface TakenBack {
  marked: number
  unchanged: number
  cases: number
  refused: { row: number; message: string }[]
}

function HandBack({ id }: { id: number }) {
  const [isOpen, setOpen] = useState(false)
  const [answer, setAnswer] = useState<TakenBack>()
  const again = useAct(async () => undefined)
  return (
    <>
      <Button onClick={() => setOpen(true)}>传回填好的花名册</Button>
      <Modal title="传回填好的花名册" open={isOpen} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <div className="stack">
          <UploadBox<TakenBack>
            address={`/api/v1/campaigns/${id}/roster-workbook`}
            words="点这里选择，或把花名册拖到这里"
            hint="先点“导出”下载花名册，填写走访日期、排查结果、风险类型、情况说明四列。"
            done={(taken) => {
              setAnswer(taken)
              again.mutate(undefined)
            }}
          />
          {answer ? (
            <p>
              登记 {answer.marked} 户，新增帮扶事项 {answer.cases} 件，未填或未变 {answer.unchanged} 户
              {answer.refused.length > 0 ? `，${answer.refused.length} 行未登记：` : '。'}
            </p>
          ) : null}
          {answer && answer.refused.length > 0 ? (
            <ul className="lines">
              {answer.refused.slice(0, 50).map(({ row, message }) => (
                <li key={row}>
                  第 {row} 行：{message}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </Modal>
    </>
  )
}

export function Roster({ id, isClosed }: { id: number; isClosed: boolean }) {
  const may = useMay()
  const [chosen, setChosen] = useState<string[]>([])
  const [isMarking, setMarking] = useState(false)
  const canMark = may('case.visit') && !isClosed
  const rows = chosen.map((key) => ({ id: Number(key.split(':')[0]), version: Number(key.split(':')[1]) }))
  return (
    <>
      <OfficeTable<Row>
        name="排查花名册"
        path={`/campaigns/${id}/roster`}
        columns={columns}
        filters={filters}
        rowKey={({ id: row, version }) => `${row}:${version}`}
        empty="没有符合条件的户。"
        canExport={canMark ? 'always' : true}
        {...(canMark
          ? {
              selection: { keys: chosen, change: setChosen },
              // A phone's cards have no boxes to tick: one household is opened and marked.
              open: ({ id: row, version }: Row) => {
                setChosen([`${row}:${version}`])
                setMarking(true)
              },
            }
          : {})}
        extra={
          canMark ? (
            <>
              <Button type="primary" disabled={chosen.length === 0} onClick={() => setMarking(true)}>
                {chosen.length === 0 ? '勾选后登记结果' : `登记选中的 ${chosen.length} 户`}
              </Button>
              <HandBack id={id} />
            </>
          ) : null
        }
      />
      <MarkModal
        id={id}
        rows={isMarking ? rows : []}
        close={() => setMarking(false)}
        done={() => {
          setMarking(false)
          setChosen([])
        }}
      />
    </>
  )
}
