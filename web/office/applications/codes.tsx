/** The printed codes: which villages have one, how they are used, and printing them. */
import { PrinterOutlined, QrcodeOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, type Item, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useAddress, writeAddress } from '../../parts/address-state.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import type { OfficeColumn, OfficeFilter } from '../../parts/table/definition.ts'
import { OfficeTable } from '../../parts/table/office-table.tsx'
import { count, Mark } from '../../parts/words.tsx'
import { useMay, useSignedIn } from '../frame/session.ts'
import { RenewHouseholdCode } from './household-code.tsx'
import { publicAddress, rememberPublicAddress } from './public-address.ts'

type Row = Item<'/api/v1/codes/villages'>

const filters: OfficeFilter[] = [
  { kind: 'division', key: 'division', label: '乡镇或村' },
  { kind: 'day', key: 'from', label: '从' },
  { kind: 'day', key: 'until', label: '到' },
]

const number = (
  key: 'households' | 'householdCodes' | 'scans' | 'reads' | 'progress' | 'pageApplications' | 'applications' | 'accepted',
  title: string,
): OfficeColumn<Row> => ({
  key,
  title,
  width: 84,
  align: 'right',
  show: (row) => count(row[key]),
})

const columns: OfficeColumn<Row>[] = [
  { key: 'village', title: '村', width: 110, phone: 'heading', show: ({ village }) => village },
  { key: 'township', title: '乡镇', width: 100, show: ({ township }) => township },
  {
    key: 'issuedOn',
    title: '村码',
    width: 110,
    show: ({ issuedOn }) => (issuedOn === null ? <Mark tone="yellow">未发放</Mark> : issuedOn),
  },
  number('households', '农户'),
  number('householdCodes', '户码'),
  number('scans', '扫码'),
  number('reads', '看政策'),
  number('progress', '查进度'),
  number('pageApplications', '扫码申请'),
  number('applications', '全部申请'),
  number('accepted', '已受理'),
]

interface Printing {
  kind: 'village' | 'household'
  division: string
  household?: string
}

/** Where phones reach the page, before anything is printed that nobody can call back. */
function PrintModal({ printing, close }: { printing: Printing; close: () => void }) {
  const { publicUrl } = useSignedIn()
  const [base, setBase] = useState(publicUrl ?? publicAddress())
  const isRight = /^https?:\/\/[A-Za-z0-9.:[\]-]+(\/[\w/-]*)?$/.test(base)
  const print = () => {
    rememberPublicAddress(base)
    window.open(`/codes/print${writeAddress({ ...printing, base })}`, '_blank')
    close()
  }
  return (
    <Modal
      title={printing.kind === 'village' ? '打印村码海报' : '打印户码'}
      open
      okText="打开打印页"
      cancelText="取消"
      okButtonProps={{ disabled: !isRight }}
      onOk={print}
      onCancel={close}
    >
      <p>群众手机能打开的网址（由系统管理员提供，印出后不能改）：</p>
      <Input
        aria-label="公众网址"
        value={base}
        disabled={publicUrl !== null}
        onChange={({ target }) => setBase(target.value.trim())}
        status={isRight ? '' : 'error'}
      />
      {/^http:/.test(base) ? <p className="faint">建议使用 https 开头的网址，微信打开时不会提示风险。</p> : null}
    </Modal>
  )
}

function Leaflets() {
  const [{ division, from, until }] = useAddress()
  const asked = useQuery({
    queryKey: ['leaflet-use', division, from, until],
    queryFn: () => ok(api.GET('/api/v1/codes/leaflets', { params: { query: { division, from, until } as never } })),
  })
  if (!asked.data) return null
  return <p className="faint">{`明白纸阅读：${asked.data.items.map(({ title, reads }) => `${title} ${count(reads)} 次`).join('，')}`}</p>
}

/** Issuing and printing for the place that is looked at. */
function IssueButtons({ division, print }: { division: string; print: (printing: Printing) => void }) {
  const isVillage = division.length === 12
  const issue = useAct(
    () => ok(api.POST('/api/v1/codes/villages', { body: { divisionCode: division } })),
    ({ made }) => (made === 0 ? '各村都已有村码' : `已为 ${made} 个村发放村码`),
  )
  const issueHouseholds = useAct(
    () => ok(api.POST('/api/v1/codes/households', { body: { divisionCode: division } })),
    ({ made }) => (made === 0 ? '各户都已有户码' : `已为 ${made} 户发放户码`),
    () => print({ kind: 'household', division }),
  )
  return (
    <>
      <Button icon={<QrcodeOutlined />} loading={issue.isPending} onClick={() => issue.mutate(undefined)}>
        发放村码
      </Button>
      <Button icon={<PrinterOutlined />} onClick={() => print({ kind: 'village', division })}>
        打印海报
      </Button>
      <Button
        disabled={!isVillage}
        title={isVillage ? '' : '请先在左边选择一个村'}
        loading={issueHouseholds.isPending}
        onClick={() => issueHouseholds.mutate(undefined)}
      >
        发放并打印户码
      </Button>
    </>
  )
}

/** A new code for one village; the old one stops working at once. */
function Renew({ row, close }: { row: Row | undefined; close: () => void }) {
  const renew = useAct(
    (reason: string) => ok(api.POST('/api/v1/codes/villages', { body: { divisionCode: row!.divisionCode, isAnew: true, reason } })),
    '已重发，旧码停用，请重新打印张贴',
    close,
  )
  return (
    <ReasonModal
      title={`重发${row?.village ?? ''}的村码`}
      label="重发原因"
      okText="重发"
      isDanger
      isOpen={row !== undefined}
      isBusy={renew.isPending}
      usual={['海报丢失或损坏', '怀疑被人冒用', '网址变更']}
      close={close}
      act={renew.mutate}
    >
      <p>旧码立即停用，已经张贴的海报都要换。已提交的申请和查询码不受影响。</p>
    </ReasonModal>
  )
}

export function Codes() {
  const may = useMay()
  const { area } = useSignedIn()
  const [state] = useAddress()
  const [printing, setPrinting] = useState<Printing | undefined>()
  const [renewed, setRenewed] = useState<Row | undefined>()
  const [isRenewing, setRenewing] = useState(false)
  const canIssue = may('application.receive')
  const act: OfficeColumn<Row> = {
    key: 'act',
    title: '操作',
    width: 150,
    show: (row) =>
      row.issuedOn === null ? null : (
        <>
          <Button type="link" size="small" onClick={() => setPrinting({ kind: 'village', division: row.divisionCode })}>
            海报
          </Button>
          <Button type="link" size="small" onClick={() => setRenewed(row)}>
            重发
          </Button>
        </>
      ),
  }
  return (
    <>
      <OfficeTable<Row>
        name="一码通使用情况"
        path="/codes/villages"
        columns={canIssue ? [...columns, act] : columns}
        filters={filters}
        rowKey={({ divisionCode }) => divisionCode}
        empty="还没有登记村。请先在“用户与机构”中登记区划。"
        extra={
          canIssue ? (
            <>
              <IssueButtons division={state.division ?? area.code} print={setPrinting} />
              <Button onClick={() => setRenewing(true)}>重发户码</Button>
            </>
          ) : null
        }
      />
      <Leaflets />
      {printing ? <PrintModal printing={printing} close={() => setPrinting(undefined)} /> : null}
      <Renew row={renewed} close={() => setRenewed(undefined)} />
      <RenewHouseholdCode
        isOpen={isRenewing}
        close={() => setRenewing(false)}
        print={({ divisionCode, householdId }) =>
          setPrinting({ kind: 'household', division: divisionCode, household: String(householdId) })
        }
      />
    </>
  )
}
