/** The income sheet of one accounting period: every national item with its proof, the totals computed. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { Scrolling } from '../../parts/scrolling.tsx'
import { Facts, Mark, Moment, money } from '../../parts/words.tsx'
import type { HouseholdFile } from './page.tsx'

type Sheet = Answer<'/api/v1/register/households/{id}/income/{period}'>
type Typed = Record<string, { amount?: string; evidence?: string } | undefined>

/** The years an officer is asked for: this one and the four before. */
function periods(): { value: string; label: string }[] {
  const year = dayjs().year()
  return Array.from({ length: 5 }, (_, back) => ({ value: String(year - back), label: `${year - back} 年度` }))
}

function Totals({ sheet }: { sheet: Sheet }) {
  const labels = new Map(sheet.items.map(({ group, groupLabel }) => [group, groupLabel]))
  return (
    <Facts
      lines={[
        ...Object.entries(sheet.totals.groups).map(([group, amount]) => [labels.get(group) ?? group, money(amount)] as const),
        ['家庭纯收入', <strong key="net">{money(sheet.totals.netIncome)}</strong>],
        [`人均纯收入（${sheet.size} 人）`, <strong key="head">{money(sheet.totals.netIncomePerHead)}</strong>],
        Number(sheet.totals.notCounted) > 0 ? ['不计入收入', money(sheet.totals.notCounted)] : undefined,
        sheet.register.net_income_per_head ? ['档案里的人均纯收入', money(sheet.register.net_income_per_head)] : undefined,
      ]}
    />
  )
}

function Lines({ sheet, canChange }: { sheet: Sheet; canChange: boolean }) {
  return (
    <Scrolling label="收入项目">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" style={{ width: 170 }}>
              金额（元）
            </th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {sheet.items.map((item) => (
            <tr key={item.item}>
              <td>
                {item.label} {item.counts ? <span className="faint">{item.groupLabel}</span> : <Mark>不计入收入</Mark>}
                {item.note ? <div className="faint">{item.note}</div> : null}
              </td>
              <td>
                <Form.Item
                  name={[item.item, 'amount']}
                  noStyle
                  rules={[{ pattern: /^\d{1,9}(\.\d{1,2})?$/, message: '填写金额，如 1234.50' }]}
                >
                  <Input inputMode="decimal" disabled={!canChange} aria-label={`${item.label}的金额`} />
                </Form.Item>
              </td>
              <td>
                <Form.Item name={[item.item, 'evidence']} noStyle>
                  <Input
                    maxLength={300}
                    disabled={!canChange}
                    aria-label={`${item.label}的依据`}
                    placeholder="例如：工资流水、惠农卡明细"
                  />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function SheetForm({ sheet, canChange }: { sheet: Sheet; canChange: boolean }) {
  const [form] = Form.useForm<Typed>()
  const [size, setSize] = useState(sheet.size)
  const save = useAct(
    (typed: Typed) =>
      ok(
        api.PUT('/api/v1/register/households/{id}/income/{period}', {
          params: { path: { id: sheet.householdId, period: sheet.period } },
          body: {
            version: sheet.version,
            size,
            lines: Object.entries(typed).flatMap(([item, line]) =>
              line?.amount ? [{ item, amount: line.amount, evidence: line.evidence ?? '', note: '' }] : [],
            ),
          },
        }),
      ),
    '收入表已保存',
  )
  const filled = Object.fromEntries(sheet.lines.map(({ item, amount, evidence }) => [item, { amount, evidence }]))
  return (
    <Form<Typed> form={form} initialValues={filled} onFinish={(typed) => save.mutate(typed)}>
      <Totals sheet={sheet} />
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
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存并计算
          </Button>
        ) : null}
        {sheet.savedAt ? (
          <span className="faint">
            {`${sheet.savedBy ?? ''} 保存于 `}
            <Moment at={sheet.savedAt} />
          </span>
        ) : null}
      </div>
      <Lines sheet={sheet} canChange={canChange} />
    </Form>
  )
}

export function Income({ file, canChange }: { file: HouseholdFile; canChange: boolean }) {
  const [period, setPeriod] = useState(String(dayjs().year()))
  const asked = useQuery({
    queryKey: ['income', file.id, period],
    queryFn: () => ok(api.GET('/api/v1/register/households/{id}/income/{period}', { params: { path: { id: file.id, period } } })),
  })
  return (
    <Block title="收入核算" extra={<Select aria-label="核算期" value={period} onChange={setPeriod} options={periods()} />}>
      <Answered asked={asked} rows={8}>
        {(sheet) => (
          <>
            {sheet.version === 0 ? (
              <Alert
                type="info"
                showIcon
                style={{ marginBottom: 12 }}
                title={`这个核算期（${sheet.from} 至 ${sheet.until}）还没有填报。`}
              />
            ) : null}
            <SheetForm key={`${sheet.period} ${sheet.version}`} sheet={sheet} canChange={canChange} />
          </>
        )}
      </Answered>
    </Block>
  )
}
