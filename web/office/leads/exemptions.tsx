/** Leads and findings that look wrong and are true: why, on what proof, until when. */
import { Button } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { type OfficeColumn, type OfficeFilter, upFirst } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Row = Item<'/api/v1/exemptions'>

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  {
    kind: 'choice',
    key: 'about',
    label: '类别',
    choices: [
      { value: 'lead', label: '线索' },
      { value: 'quality', label: '数据质量' },
    ],
  },
  {
    kind: 'choice',
    key: 'inForce',
    label: '有效',
    choices: [
      { value: 'true', label: '现行有效' },
      { value: 'false', label: '已到期或撤销' },
    ],
  },
  { kind: 'text', key: 'household', label: '户编号', width: 130 },
]

const columns: OfficeColumn<Row>[] = [
  {
    key: 'headName',
    title: '户主',
    width: 80,
    phone: 'heading',
    sorts: upFirst('head'),
    show: ({ headName, personName }) => personName || headName,
  },
  { key: 'place', title: '乡镇、村', width: 150, sorts: upFirst('place'), show: ({ township, village }) => `${township} ${village}` },
  { key: 'about', title: '类别', width: 80, show: ({ about }) => (about === 'lead' ? '线索' : '数据质量') },
  { key: 'ruleLabel', title: '规则', width: 150, sorts: upFirst('rule'), show: ({ ruleLabel }) => ruleLabel },
  { key: 'reason', title: '理由', width: 200, show: ({ reason }) => reason },
  { key: 'evidence', title: '佐证', width: 160, show: ({ evidence }) => evidence },
  { key: 'approverName', title: '批准人', width: 90, sorts: upFirst('approver'), show: ({ approverName }) => approverName },
  { key: 'untilOn', title: '有效期', width: 190, sorts: upFirst('until'), show: ({ fromOn, untilOn }) => `${fromOn} 至 ${untilOn}` },
  {
    key: 'isInForce',
    title: '状态',
    width: 110,
    show: ({ isInForce, revokedOn }) =>
      isInForce ? <Mark tone="green">有效</Mark> : <Mark>{revokedOn ? `${revokedOn} 撤销` : '已到期'}</Mark>,
  },
]

export function Exemptions() {
  const may = useMay()
  const [revoked, setRevoked] = useState<Row | undefined>()
  const close = () => setRevoked(undefined)
  const revoke = useAct(
    (reason: string) =>
      ok(
        api.POST('/api/v1/exemptions/{id}/revoke', { params: { path: { id: revoked!.id } }, body: { version: revoked!.version, reason } }),
      ),
    '已撤销豁免',
    close,
  )
  const act: OfficeColumn<Row> = {
    key: 'act',
    title: '操作',
    width: 70,
    show: (row) =>
      row.isInForce ? (
        <Button type="link" size="small" onClick={() => setRevoked(row)}>
          撤销
        </Button>
      ) : null,
  }
  return (
    <>
      <OfficeTable<Row>
        name="豁免清单"
        path="/exemptions"
        columns={may('exemption.grant') ? [...columns, act] : columns}
        filters={filters}
        rowKey={({ id }) => String(id)}
        empty="没有豁免。在线索或数据质量问题的页面上可以申请批准豁免。"
      />
      <ReasonModal
        title="撤销豁免"
        label="撤销理由"
        okText="撤销豁免"
        isOpen={revoked !== undefined}
        isBusy={revoke.isPending}
        close={close}
        act={revoke.mutate}
      >
        <p className="faint">撤销后，这条规则下次筛查时会重新提示该户。</p>
      </ReasonModal>
    </>
  )
}
