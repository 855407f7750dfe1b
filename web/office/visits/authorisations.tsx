/** Authorisations: who signed, for what, until when; taken back when the household wants so. */
import { Button } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { Mark } from '../../parts/words.tsx'
import { useMay } from '../frame/session.ts'

type Row = Item<'/api/v1/visits/authorisations'>

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '地区', width: 180 },
  { kind: 'choice', key: 'valid', label: '是否有效', width: 110, choices: [{ value: 'true', label: '只看有效' }] },
]

export function Authorisations() {
  const may = useMay()
  const [revoking, setRevoking] = useState<Row>()
  const send = useAct(
    (reason: string) => {
      if (revoking === undefined) throw new Error('nothing chosen')
      const { id, version } = revoking
      return ok(api.POST('/api/v1/visits/authorisations/{id}/revoke', { params: { path: { id } }, body: { version, reason } }))
    },
    '已登记撤回，从今天起不再据此查询',
    () => setRevoking(undefined),
  )
  const columns: OfficeColumn<Row>[] = [
    { key: 'place', title: '乡镇、村', width: 150, show: ({ township, village }) => `${township} ${village}` },
    { key: 'headName', title: '户主', width: 80, phone: 'heading', show: ({ headName }) => headName },
    { key: 'signers', title: '授权人', width: 150, show: ({ signers }) => signers.join('、') },
    { key: 'scope', title: '范围', width: 260, show: ({ scope }) => scope.join('、') },
    { key: 'days', title: '期限', width: 180, show: ({ signedOn, untilOn }) => `${signedOn} 至 ${untilOn}` },
    {
      key: 'state',
      title: '状态',
      width: 130,
      show: ({ isValid, revokedOn, revokedReason }) =>
        isValid ? (
          <Mark tone="green">有效</Mark>
        ) : revokedOn ? (
          <span title={revokedReason ?? ''}>{`${revokedOn} 撤回`}</span>
        ) : (
          <Mark>已到期</Mark>
        ),
    },
    ...(may('case.visit')
      ? [
          {
            key: 'act',
            title: '',
            width: 80,
            show: (row: Row) =>
              row.isValid ? (
                <Button size="small" onClick={() => setRevoking(row)}>
                  撤回
                </Button>
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <>
      <OfficeTable<Row>
        name="承诺授权"
        path="/visits/authorisations"
        columns={columns}
        filters={filters}
        rowKey={({ id }) => String(id)}
        canExport={false}
        empty="还没有承诺授权。走访时由农户在手机上签名。"
      />
      <ReasonModal
        title={`登记撤回：${revoking?.headName ?? ''}家的承诺授权`}
        label="撤回的情况"
        okText="登记撤回"
        usual={['农户书面撤回', '农户到村委会当面撤回']}
        isOpen={revoking !== undefined}
        close={() => setRevoking(undefined)}
        act={(reason) => send.mutate(reason)}
        isBusy={send.isPending}
      />
    </>
  )
}
