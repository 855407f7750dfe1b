/** The one income and spending statement of a household: what is known is filled in with its source, two rule sets read it. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { Facts, Mark, Moment, money } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { Judgements, Verdicts } from './judgements.tsx'
import { HouseholdReferrals, Refer } from './refer.tsx'

export type StatementSheet = Answer<'/api/v1/register/households/{id}/statement/{period}'>
type Line = StatementSheet['lines'][number]
type Typed = Record<string, { amount?: string; evidence?: string } | undefined>

/** The twelve months before this one, and the years an officer is asked for. */
function periods(): { value: string; label: string }[] {
  const year = dayjs().year()
  const month = dayjs().format('YYYY-MM')
  const years = Array.from({ length: 5 }, (_, back) => ({ value: String(year - back), label: `${year - back} 年度` }))
  return [{ value: month, label: `近 12 个月（至 ${dayjs().subtract(1, 'month').format('YYYY-MM')}）` }, ...years]
}

export function Totals({ sheet }: { sheet: StatementSheet }) {
  return (
    <Facts
      lines={[
        ...sheet.groups.map(({ label, amount }) => [label, money(amount)] as const),
        ['家庭纯收入', <strong key="net">{money(sheet.netIncome)}</strong>],
        [`人均纯收入（${sheet.size} 人）`, <strong key="head">{money(sheet.netIncomePerHead)}</strong>],
        ['家庭支出', money(sheet.spending)],
        sheet.registeredPerHead ? ['档案里的人均纯收入', money(sheet.registeredPerHead)] : undefined,
        Number(sheet.notCounted) > 0 ? ['不计入收入', money(sheet.notCounted)] : undefined,
      ]}
    />
  )
}

/** What stands there already is not offered again. */
function Suggestions({ line, there, take }: { line: Line; there: string | undefined; take: (one: Line['proposals'][number]) => void }) {
  const others = line.proposals.filter(({ amount }) => Number(amount) !== Number(there ?? Number.NaN))
  if (others.length === 0) return null
  return (
    <div className="marks">
      {others.map((one) => (
        <button
          type="button"
          key={`${one.from} ${one.evidence}`}
          className="mark blue pick"
          title={one.evidence}
          onClick={() => take(one)}
        >{`可填 ${one.amount}（${one.evidence.length > 24 ? `${one.evidence.slice(0, 24)}…` : one.evidence}）`}</button>
      ))}
    </div>
  )
}

function Lines({
  sheet,
  canChange,
  take,
}: {
  sheet: StatementSheet
  canChange: boolean
  take: (line: Line, amount: string, evidence: string) => void
}) {
  const filled = filledIn(sheet)
  return (
    <Scrolling label="收支项目">
      <table className="plain-table statement-lines">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" style={{ width: 140 }}>
              金额（元）
            </th>
            <th scope="col" style={{ minWidth: 220 }}>
              依据
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.item}>
              <td>
                {line.label} {line.kind === 'income' ? <span className="faint">{line.groupLabel}</span> : <Mark>{line.groupLabel}</Mark>}
                {line.note ? <div className="faint">{line.note}</div> : null}
              </td>
              <td>
                <Form.Item
                  name={[line.item, 'amount']}
                  noStyle
                  rules={[{ pattern: /^\d{1,9}(\.\d{1,2})?$/, message: '填写金额，如 1234.50' }]}
                >
                  <Input inputMode="decimal" disabled={!canChange} aria-label={`${line.label}的金额`} />
                </Form.Item>
              </td>
              <td>
                <Form.Item name={[line.item, 'evidence']} noStyle>
                  <Input maxLength={300} disabled={!canChange} aria-label={`${line.label}的依据`} placeholder="例如：工资流水、发票" />
                </Form.Item>
                {canChange ? (
                  <Suggestions
                    line={line}
                    there={filled[line.item]?.amount}
                    take={({ amount, evidence }) => take(line, amount, evidence)}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

/** Before the first saving the best known amounts stand there already; an earlier period's are only offered. */
function filledIn(sheet: StatementSheet): Typed {
  return Object.fromEntries(
    sheet.lines.flatMap(({ item, amount, evidence, proposals }) => {
      if (amount !== null) return [[item, { amount, evidence }]]
      const first = sheet.version === 0 ? proposals.find(({ from }) => from !== 'earlier') : undefined
      return first ? [[item, { amount: first.amount, evidence: first.evidence }]] : []
    }),
  )
}

function SheetForm({ sheet, canChange }: { sheet: StatementSheet; canChange: boolean }) {
  const [form] = Form.useForm<Typed>()
  const [size, setSize] = useState(sheet.size)
  const remarks = new Map(sheet.lines.map(({ item, remark }) => [item, remark]))
  const save = useAct(
    (typed: Typed) =>
      ok(
        api.PUT('/api/v1/register/households/{id}/income/{period}', {
          params: { path: { id: sheet.householdId, period: sheet.period } },
          body: {
            version: sheet.version,
            size,
            lines: Object.entries(typed).flatMap(([item, line]) =>
              line?.amount ? [{ item, amount: line.amount, evidence: line.evidence ?? '', note: remarks.get(item) ?? '' }] : [],
            ),
          },
        }),
      ),
    '收支表已保存',
  )
  const noOtherSpending = () => {
    for (const { item, kind } of sheet.lines)
      if (kind === 'spending' && !form.getFieldValue([item, 'amount'])) form.setFieldValue([item, 'amount'], '0')
  }
  return (
    <Form<Typed> form={form} initialValues={filledIn(sheet)} onFinish={(typed) => save.mutate(typed)}>
      <Totals sheet={sheet} />
      <Verdicts sheet={sheet} />
      <div className="row" style={{ margin: '12px 0' }}>
        <label htmlFor="income-size">核算人口</label>
        <InputNumber
          id="income-size"
          min={1}
          max={50}
          value={size}
          disabled={!canChange}
          onChange={(people) => setSize(people ?? sheet.size)}
          suffix="人"
          style={{ width: 110 }}
        />
        {canChange ? (
          <>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              保存并计算
            </Button>
            <Button onClick={noOtherSpending} title="核实过没有发生的支出填 0，与没有问过区分开">
              没填的支出填 0
            </Button>
          </>
        ) : null}
        {sheet.savedAt ? (
          <span className="faint">
            {`${sheet.savedBy ?? ''} 保存于 `}
            <Moment at={sheet.savedAt} />
          </span>
        ) : null}
      </div>
      <Lines sheet={sheet} canChange={canChange} take={({ item }, amount, evidence) => form.setFieldValue([item], { amount, evidence })} />
    </Form>
  )
}

function TakeOut({ sheet }: { sheet: StatementSheet }) {
  const { message } = App.useApp()
  const may = useMay()
  const { householdId: id, period, headName } = sheet
  const take = () =>
    download(`/api/v1/register/households/${id}/statement/${period}?format=xlsx`, `${headName}户收支表.xlsx`).catch(
      (error: unknown) => void message.error(sentenceOf(error)),
    )
  return (
    <>
      <Link to={'/households/$id/statement/$period/print' as '/'} params={{ id: String(id), period } as never} target="_blank">
        <Button icon={<PrinterOutlined />}>打印</Button>
      </Link>
      {may('export.table') ? (
        <Button icon={<DownloadOutlined />} onClick={() => void take()}>
          导出
        </Button>
      ) : null}
    </>
  )
}

export function Statement({ householdId, canChange }: { householdId: number; canChange: boolean }) {
  const may = useMay()
  const [period, setPeriod] = useState(dayjs().format('YYYY-MM'))
  const asked = useQuery({
    queryKey: ['statement', householdId, period],
    queryFn: () =>
      ok(api.GET('/api/v1/register/households/{id}/statement/{period}', { params: { path: { id: householdId, period }, query: {} } })),
  })
  return (
    // A wide table scrolls by itself, and widens nothing.
    <div className="stack" style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Block
        title="收入支出"
        extra={
          <span className="row">
            <Select aria-label="核算期" value={period} onChange={setPeriod} options={periods()} popupMatchSelectWidth={false} />
            {asked.data ? <TakeOut sheet={asked.data} /> : null}
          </span>
        }
      >
        <Answered asked={asked} rows={8}>
          {(sheet) => (
            <>
              {sheet.version === 0 ? (
                <Alert
                  type="info"
                  showIcon
                  style={{ marginBottom: 12 }}
                  title={`这个核算期（${sheet.from} 至 ${sheet.until}）还没有填报。下面按部门数据和档案带出，请核对后保存。`}
                />
              ) : null}
              <SheetForm key={`${sheet.period} ${sheet.version}`} sheet={sheet} canChange={canChange} />
            </>
          )}
        </Answered>
      </Block>
      {asked.data ? <Judgements sheet={asked.data} extra={may('joint.refer') ? <Refer sheet={asked.data} /> : null} /> : null}
      {may('joint.refer') ? <HouseholdReferrals householdId={householdId} /> : null}
    </div>
  )
}
