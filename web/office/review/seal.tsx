/** Sealing a meeting: what is still missing, then once and for all. */
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { faultsOf, type Meeting } from '../../../src/cases/review/meeting.rules.ts'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import type { KeptMeeting } from './kept.ts'

/** Saves first: what is sealed is what stands on the page. */
export function Seal({ kept, meeting }: { kept: KeptMeeting; meeting: Meeting }) {
  const [isOpen, setOpen] = useState(false)
  const { id, policy, shares, pages } = kept.meeting
  const today = new Date().toLocaleDateString('sv-SE')
  const faults = faultsOf(policy, meeting, shares, today)
  if (!pages.some(({ kind }) => kind === 'scan')) faults.push('没有上传签字后的会议记录（拍照或扫描）')
  const seal = useAct(
    async () => {
      const version = await kept.save()
      if (version === undefined) throw new Error('会议还没有保存到服务器，请在有网络时封存。')
      return ok(api.POST('/api/v1/review/meetings/{id}/seal', { params: { path: { id } }, body: { version } }))
    },
    '会议记录已封存，各户已按结果办理',
    () => void kept.forget().then(() => setOpen(false)),
  )
  return (
    <Block title="封存">
      <div className="stack">
        {faults.length > 0 ? (
          <Alert
            type="info"
            title="还差这些才能封存"
            description={
              <ul className="plain-list">
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            }
          />
        ) : null}
        <div>
          <Button type="primary" disabled={faults.length > 0} onClick={() => setOpen(true)}>
            封存会议记录
          </Button>
        </div>
      </div>
      <Modal
        title="封存会议记录"
        open={isOpen}
        okText="封存"
        cancelText="取消"
        confirmLoading={seal.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => seal.mutate(undefined as never)}
      >
        <p>封存后会议记录、票数和签字页都不能再改。通过的各户转入公示，未通过的办结或继续帮扶。</p>
      </Modal>
    </Block>
  )
}
