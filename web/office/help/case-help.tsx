/** The help of one case: what is owed, what is suggested and why, and every measure with what was delivered. */
import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { type Answer, api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered, Nothing } from '../../parts/notices.tsx'
import { Block } from '../../parts/page.tsx'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { Mark, money } from '../../parts/words.tsx'
import type { CaseCard } from '../cases/case.tsx'
import { useMay } from '../frame/session.ts'
import { useCatalogue } from './catalogue.ts'

type HelpAnswer = Answer<'/api/v1/cases/{id}/help'>
type Measure = HelpAnswer['measures'][number]

export const amountText = (amount: number | null | undefined) => (amount === null || amount === undefined ? undefined : amount.toFixed(2))

function Duties({ help }: { help: HelpAnswer }) {
  return (
    <ul className="lines">
      {help.duties.map(({ id, label, isMet, detail, rules }) => (
        <li key={id}>
          <Mark tone={isMet ? 'green' : 'red'}>{isMet ? '已落实' : '待落实'}</Mark>
          <span className="grow">
            {label}
            <br />
            <span className="faint">
              {detail}
              {rules.length > 0 ? `（核查规则 ${rules.join('、')}）` : ''}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Suggestions({ help, canPlan }: { help: HelpAnswer; canPlan: boolean }) {
  const plan = useAct(
    (measure: string) => ok(api.POST('/api/v1/cases/{id}/measures', { params: { path: { id: help.caseId } }, body: { measure } })),
    '已列入计划',
  )
  if (help.suggestions.length === 0) return <Nothing>没有更多建议。</Nothing>
  return (
    <ul className="lines">
      {help.suggestions.map(({ measure, label, group, characterLabel, reasons, proof }) => (
        <li key={measure}>
          <span className="grow">
            <strong>{label}</strong>（{group}，{characterLabel}）
            <br />
            <span className="faint">
              {reasons.join('；')}。落实凭据：{proof}
            </span>
          </span>
          {canPlan ? (
            <Button size="small" loading={plan.isPending && plan.variables === measure} onClick={() => plan.mutate(measure)}>
              列入计划
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface DeliverValues {
  onDay: Dayjs
  proof: string
  amount?: number | null
  note?: string
}

function Deliver({ measure, close }: { measure: Measure | undefined; close: () => void }) {
  const [form] = Form.useForm<DeliverValues>()
  const { data } = useCatalogue()
  const proof = data?.items.find((one) => one.measure === measure?.measure)?.proof
  const deliver = useAct(
    ({ onDay, proof: shown, amount, note }: DeliverValues) =>
      ok(
        api.POST('/api/v1/measures/{id}/deliveries', {
          params: { path: { id: measure!.id } },
          body: {
            version: measure!.version,
            onDay: onDay.format('YYYY-MM-DD'),
            proof: shown,
            note: note ?? '',
            ...(amountText(amount) === undefined ? {} : { amount: amountText(amount)! }),
          },
        }),
      ),
    '已登记落实',
    close,
  )
  return (
    <Modal
      title={`登记落实：${measure?.label ?? ''}`}
      open={measure !== undefined}
      okText="登记"
      cancelText="取消"
      confirmLoading={deliver.isPending}
      onCancel={close}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ onDay: dayjs(), proof }}
        onFinish={(values) => deliver.mutate(values)}
      >
        <Form.Item name="onDay" label="落实日期" rules={[{ required: true, message: '请选择日期' }]}>
          <DatePicker style={{ width: '100%' }} allowClear={false} maxDate={dayjs()} />
        </Form.Item>
        <Form.Item name="proof" label="凭据" rules={[{ required: true, whitespace: true, message: '请填写凭据' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="amount" label="金额（元，没有可不填）">
          <InputNumber min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label="说明（可不填）">
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

const stateTones = { planned: 'yellow', running: 'blue', ended: 'green', cancelled: undefined } as const

function Measures({ help, canPlan }: { help: HelpAnswer; canPlan: boolean }) {
  const [delivering, setDelivering] = useState<Measure>()
  const [ending, setEnding] = useState<{ measure: Measure; isCancelled: boolean }>()
  const end = useAct(
    (reason: string) =>
      ok(
        api.POST('/api/v1/measures/{id}/end', {
          params: { path: { id: ending!.measure.id } },
          body: { version: ending!.measure.version, isCancelled: ending!.isCancelled, reason },
        }),
      ),
    () => (ending?.isCancelled ? '已取消' : '已结束'),
    () => setEnding(undefined),
  )
  if (help.measures.length === 0) return <Nothing>还没有列入措施，可从建议里选。</Nothing>
  return (
    <>
      <ul className="lines">
        {help.measures.map((measure) => (
          <li key={measure.id}>
            <Mark tone={measure.isLate ? 'red' : stateTones[measure.state]}>{measure.isLate ? '逾期未落实' : measure.stateLabel}</Mark>
            <span className="grow">
              <strong>{measure.label}</strong>（{measure.group}，{measure.characterLabel}，{measure.timingLabel}）
              <br />
              <span className="faint">
                {`责任人 ${measure.responsibleName}，应于 ${measure.dueOn} 前落实`}
                {measure.runsUntil ? `，到期 ${measure.runsUntil}` : ''}
                {measure.noCaseReason ? `；没有事项：${measure.noCaseReason}` : ''}
              </span>
              {measure.events
                .filter(({ kind }) => kind !== 'planned')
                .map((event) => (
                  <span key={`${event.kind}${event.onDay}${event.text}`} className="faint" style={{ display: 'block' }}>
                    {event.onDay} {event.kindLabel} {event.amount === null ? null : <>{money(event.amount)} 元</>} {event.text}（{event.by}
                    ）
                  </span>
                ))}
            </span>
            {canPlan && (measure.state === 'planned' || measure.state === 'running') ? (
              <span className="marks">
                <Button size="small" type="primary" onClick={() => setDelivering(measure)}>
                  登记落实
                </Button>
                <Button size="small" onClick={() => setEnding({ measure, isCancelled: measure.state === 'planned' })}>
                  {measure.state === 'planned' ? '取消' : '结束'}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Deliver measure={delivering} close={() => setDelivering(undefined)} />
      <ReasonModal
        title={ending?.isCancelled ? '取消措施' : '结束措施'}
        label="原因"
        okText="确定"
        isOpen={ending !== undefined}
        isBusy={end.isPending}
        usual={ending?.isCancelled ? ['农户不愿参加', '已改用其他措施'] : ['协议期满', '学段结束', '已按计划完成']}
        close={() => setEnding(undefined)}
        act={(reason) => end.mutate(reason)}
      />
    </>
  )
}

function AddOther({ caseId }: { caseId: number }) {
  const { data } = useCatalogue()
  const plan = useAct(
    (measure: string) => ok(api.POST('/api/v1/cases/{id}/measures', { params: { path: { id: caseId } }, body: { measure } })),
    '已列入计划',
  )
  return (
    <Select
      value={null}
      placeholder="从目录里列入其他措施"
      aria-label="从目录里列入其他措施"
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: 240 }}
      loading={plan.isPending}
      onChange={(measure: string | null) => measure !== null && plan.mutate(measure)}
      options={(data?.items ?? []).map(({ measure, label, group }) => ({ value: measure, label: `${label}（${group}）` }))}
    />
  )
}

function Agree({ help }: { help: HelpAnswer }) {
  const [isOpen, setOpen] = useState(false)
  const agree = useAct(
    (explored: string | undefined) =>
      ok(
        api.POST('/api/v1/cases/{id}/plan/agree', {
          params: { path: { id: help.caseId } },
          body: { version: help.plan!.version, ...(explored === undefined ? {} : { explored }) },
        }),
      ),
    '帮扶计划已确认',
    () => setOpen(false),
  )
  const isWeak = help.labour === 'weak' && help.plan?.explored === ''
  return (
    <>
      <Button type="primary" loading={agree.isPending} onClick={() => (isWeak ? setOpen(true) : agree.mutate(undefined))}>
        确认计划
      </Button>
      <ReasonModal
        title="确认计划"
        label="探索落实开发式帮扶的情况"
        okText="确认"
        isOpen={isOpen}
        isBusy={agree.isPending}
        close={() => setOpen(false)}
        act={(explored) => agree.mutate(explored)}
      />
    </>
  )
}

export default function CaseHelp({ theCase: { id: caseId } }: { theCase: CaseCard }) {
  const may = useMay()
  const canPlan = may('help.plan')
  const asked = useQuery({
    queryKey: ['case-help', caseId],
    queryFn: () => ok(api.GET('/api/v1/cases/{id}/help', { params: { path: { id: caseId } } })),
  })
  return (
    <Answered asked={asked} rows={8}>
      {(help) => (
        <div className="stack">
          <Block
            title={`应落实的帮扶（${help.labourLabel}）`}
            extra={
              help.plan === null ? (
                <span className="faint">认定以后开始计算期限</span>
              ) : help.plan.agreedOn ? (
                <Mark tone="green">{`${help.plan.agreedOn} 已确认（${help.plan.agreedBy}）`}</Mark>
              ) : (
                <span className="marks">
                  <span className="faint">{`应于 ${help.plan.dueOn} 前确认`}</span>
                  {canPlan ? <Agree help={help} /> : null}
                </span>
              )
            }
          >
            <Duties help={help} />
          </Block>
          <Block title="措施" extra={canPlan ? <AddOther caseId={caseId} /> : null}>
            <Measures help={help} canPlan={canPlan} />
          </Block>
          <Block title="建议（由干部决定）">
            <Suggestions help={help} canPlan={canPlan} />
          </Block>
        </div>
      )}
    </Answered>
  )
}
