/** Trying a rule or a number on the months there are, before it is switched on. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress } from '../../parts/address-state.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { DivisionPicker } from '../../parts/division-picker.tsx'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Mark, Moment } from '../../parts/words.tsx'
import { useSignedIn } from '../frame/session.ts'
import { valueInWords } from '../policy/value.ts'
import { runTones } from '../screening/tones.ts'
import { TrialResult } from './result.tsx'

interface TrialValues {
  ruleId?: string
  key?: string
  value?: number
  months: number
}

function Ask({ started }: { started: (id: number) => void }) {
  const { area } = useSignedIn()
  const { message } = App.useApp()
  const [state] = useAddress()
  const [county, setCounty] = useState<string | undefined>(area.code.length >= 6 ? area.code.slice(0, 6) : undefined)
  const [form] = Form.useForm<TrialValues>()
  const rules = useQuery({ queryKey: ['rules', {}], queryFn: () => ok(api.GET('/api/v1/policy/rules', { params: { query: {} } })) })
  const parameters = useQuery({
    queryKey: ['parameters', {}],
    queryFn: () => ok(api.GET('/api/v1/policy/parameters', { params: { query: {} } })),
  })
  const ruleId = Form.useWatch('ruleId', form)
  const key = Form.useWatch('key', form)
  const ofRule = rules.data?.items.find((rule) => rule.ruleId === ruleId)?.parameters.map((one) => one.key)
  const choices = (parameters.data?.items ?? []).filter(
    (one) => typeof one.value === 'number' && one.usedBy.length > 0 && (ofRule === undefined || ofRule.includes(one.key)),
  )
  const chosen = parameters.data?.items.find((one) => one.key === key)
  const start = useAct(
    ({ ruleId: rule, key: parameter, value, months }: TrialValues) =>
      ok(
        api.POST('/api/v1/trials', {
          body: {
            divisionCode: county!,
            months,
            parameters: parameter && value !== undefined && value !== null ? [{ key: parameter, value }] : [],
            ...(rule ? { ruleId: rule } : {}),
          },
        }),
      ),
    '已开始试算',
    ({ id }) => started(id),
  )
  const submit = (values: TrialValues) => {
    if (!values.ruleId && !values.key) return void message.warning('请选择要试的规则，或要换的参数')
    start.mutate(values)
  }
  return (
    <Block title="试什么">
      <Form form={form} layout="vertical" initialValues={{ months: 12, ruleId: state.rule, key: state.key }} onFinish={submit}>
        <div className="form-grid">
          {area.code.length < 6 ? (
            <Form.Item label="县" htmlFor="trial-county">
              <DivisionPicker id="trial-county" value={county} onChange={setCounty} label="选择县" deepest={6} style={{ width: '100%' }} />
            </Form.Item>
          ) : null}
          <Form.Item name="ruleId" label="规则">
            <Select
              allowClear
              placeholder="全部规则"
              showSearch={{ optionFilterProp: 'label' }}
              options={(rules.data?.items ?? []).map((rule) => ({
                value: rule.ruleId,
                label: `${rule.label}${rule.isInForce ? '' : '（未启用）'}`,
              }))}
            />
          </Form.Item>
          <Form.Item name="key" label="要换的参数" extra={chosen ? `现行：${valueInWords(chosen.value, chosen.unit)}` : undefined}>
            <Select
              allowClear
              placeholder="不换，只试规则"
              showSearch={{ optionFilterProp: 'label' }}
              options={choices.map((one) => ({ value: one.key, label: one.label }))}
            />
          </Form.Item>
          {key ? (
            <Form.Item name="value" label="换成" rules={[{ required: true, message: '请填写新的值' }]}>
              <InputNumber style={{ width: '100%' }} min={0} suffix={chosen?.unit} />
            </Form.Item>
          ) : null}
          <Form.Item name="months" label="看最近几个月">
            <InputNumber min={1} max={24} suffix="个月" />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={start.isPending} disabled={county === undefined}>
          开始试算
        </Button>
        <span className="faint">　试算不产生线索，也不改变现行政策。</span>
      </Form>
    </Block>
  )
}

function Past({ current, show }: { current: string | undefined; show: (id: number) => void }) {
  const asked = useQuery({ queryKey: ['trials'], queryFn: () => ok(api.GET('/api/v1/trials', { params: { query: { limit: 10 } } })) })
  return (
    <Block title="最近的试算">
      <Answered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>
              <Beginning needsRun={false}>还没有试算过。选好要换的规则或参数，点“开始试算”。</Beginning>
            </Nothing>
          ) : (
            <ul className="lines">
              {items.map((trial) => (
                <li key={trial.id}>
                  <Mark tone={runTones[trial.state]}>{trial.stateLabel}</Mark>
                  <button type="button" className="link grow" onClick={() => show(trial.id)} aria-current={String(trial.id) === current}>
                    {[
                      trial.ruleLabel,
                      ...trial.parameters.map(({ label, now, tried, unit }) => `${label} ${now ?? '未录入'} → ${tried} ${unit}`),
                    ]
                      .filter(Boolean)
                      .join('；')}
                  </button>
                  <span className="faint">
                    {trial.askedByName} <Moment at={trial.askedAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Block>
  )
}

export default function Trial() {
  const [state, setState] = useAddress()
  const show = (id: number) => setState({ trial: String(id), month: undefined, side: undefined, sort: undefined, find: undefined })
  return (
    <Page title="规则试算" hint="换一个标准，或启用一条规则以前，先看最近各月线索会多多少、少多少，是哪些户。">
      <Ask started={show} />
      {state.trial ? <TrialResult id={Number(state.trial)} /> : null}
      <Past current={state.trial} show={show} />
    </Page>
  )
}
