/** The list of findings with how to mend each; those in plain fields are mended on the spot. */
import { Link } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Beginning } from '../../parts/beginning.tsx'
import { downFirst, type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { dash, Mark, Severity } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'
import { ExemptFinding } from './exempt.tsx'
import { useQualityRules } from './quality-rules.ts'

export type Finding = Item<'/api/v1/quality/findings'>

const tones = { open: 'yellow', mended: 'green', exempt: undefined } as const

const columns: OfficeColumn<Finding>[] = [
  { key: 'severity', title: '程度', width: 70, sorts: downFirst('severity'), show: ({ severity }) => <Severity level={severity} /> },
  {
    key: 'headName',
    title: '户主、成员',
    width: 120,
    phone: 'heading',
    sorts: upFirst('head'),
    show: ({ headName, personName, householdId }) => {
      const text = personName && personName !== headName ? `${personName}（${headName}家）` : headName || dash
      return householdId ? (
        <Link to="/households/$id" params={{ id: String(householdId) }}>
          {text}
        </Link>
      ) : (
        text
      )
    },
  },
  { key: 'place', title: '乡镇、村', width: 140, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  { key: 'message', title: '问题', width: 230, sorts: upFirst('rule'), show: ({ message }) => message },
  {
    key: 'found',
    title: '现在的内容',
    width: 140,
    show: ({ fieldLabel, found }) => (found.startsWith(fieldLabel) ? found : `${fieldLabel}：${found || '（空）'}`),
  },
  { key: 'mend', title: '怎么改', width: 220, show: ({ mend }) => mend },
  {
    key: 'state',
    title: '状态',
    width: 96,
    sorts: upFirst('state'),
    show: ({ state, stateLabel, mendedOn, mendedBy }) => (
      <>
        <Mark tone={tones[state]}>{stateLabel}</Mark>
        {mendedOn ? <div className="faint">{`${mendedBy ?? ''} ${mendedOn}`}</div> : null}
      </>
    ),
  },
]

function Mend({ finding, close }: { finding: Finding | undefined; close: () => void }) {
  const [form] = Form.useForm<{ value: string; reason?: string }>()
  const mend = useAct(
    ({ value, reason }: { value: string; reason?: string }) =>
      ok(
        api.POST('/api/v1/quality/findings/{id}/mend', {
          params: { path: { id: finding!.id } },
          body: { version: finding!.version, value, ...(reason ? { reason } : {}) },
        }),
      ),
    '已改正',
    close,
  )
  return (
    <Modal
      title={`改正：${finding?.fieldLabel ?? ''}`}
      open={finding !== undefined}
      onCancel={close}
      okText="改正"
      cancelText="取消"
      confirmLoading={mend.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {finding ? (
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ value: finding.found.includes('*') ? '' : finding.found }}
          onFinish={(values) => mend.mutate(values)}
        >
          <p>{finding.message}</p>
          <p className="faint">{finding.mend}</p>
          <Form.Item
            name="value"
            label={`${finding.personName || finding.headName}的${finding.fieldLabel}（现为“${finding.found || '空'}”）`}
            rules={[{ required: true, message: '请填写正确的内容' }]}
          >
            <Input maxLength={200} autoFocus />
          </Form.Item>
          <Form.Item name="reason" label="依据（可不填）">
            <Input maxLength={200} placeholder="例如：核对户口簿" />
          </Form.Item>
        </Form>
      ) : null}
    </Modal>
  )
}

export function Findings() {
  const may = useMay()
  const rules = useQualityRules()
  const [mended, setMended] = useState<Finding | undefined>()
  const [exempted, setExempted] = useState<Finding | undefined>()
  const filters: OfficeFilter[] = [
    { kind: 'division', key: 'division', label: '乡镇或村' },
    { kind: 'choice', key: 'rule', label: '规则', width: 200, choices: rules.map(({ ruleId, label }) => ({ value: ruleId, label })) },
    {
      kind: 'choice',
      key: 'severity',
      label: '程度',
      isMany: true,
      width: 120,
      choices: [
        { value: 'high', label: '高' },
        { value: 'medium', label: '中' },
        { value: 'low', label: '低' },
      ],
    },
    {
      kind: 'choice',
      key: 'state',
      label: '状态',
      width: 110,
      choices: [
        { value: 'open', label: '待改正' },
        { value: 'mended', label: '已改正' },
        { value: 'exempt', label: '已豁免' },
      ],
    },
    { kind: 'text', key: 'household', label: '户编号', width: 130 },
  ]
  const act: OfficeColumn<Finding> = {
    key: 'act',
    title: '操作',
    width: 104,
    show: (row) =>
      row.state === 'open' ? (
        <span className="row" style={{ gap: 0 }}>
          {may('quality.mend') && row.canMend ? (
            <Button type="link" size="small" onClick={() => setMended(row)}>
              改正
            </Button>
          ) : null}
          {may('exemption.grant') ? (
            <Button type="link" size="small" onClick={() => setExempted(row)}>
              豁免
            </Button>
          ) : null}
        </span>
      ) : null,
  }
  return (
    <>
      <OfficeTable<Finding>
        name="数据质量问题"
        path="/quality/findings"
        columns={[...columns, act]}
        filters={filters}
        rowKey={({ id }) => String(id)}
        empty={<Beginning>没有数据质量问题。每次筛查都会重新检查。</Beginning>}
      />
      <Mend finding={mended} close={() => setMended(undefined)} />
      <ExemptFinding finding={exempted} close={() => setExempted(undefined)} />
    </>
  )
}
