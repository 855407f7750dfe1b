/** A new code for one household: the old one stops working, the new one is printed at once. */
import { Modal } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { ReasonModal } from '../../parts/reason-modal.tsx'
import { type Found, HouseholdSearch } from './household-search.tsx'

export function RenewHouseholdCode({ isOpen, close, print }: { isOpen: boolean; close: () => void; print: (found: Found) => void }) {
  const [found, setFound] = useState<Found | undefined>()
  const done = () => {
    setFound(undefined)
    close()
  }
  const renew = useAct(
    (reason: string) =>
      ok(
        api.POST('/api/v1/codes/households', {
          body: { divisionCode: found!.divisionCode, householdIds: [found!.householdId], isAnew: true, reason },
        }),
      ),
    '已重发，旧码停用，请打印新码交给农户',
    () => {
      print(found!)
      done()
    },
  )
  return (
    <>
      <Modal title="重发一户的户码" open={isOpen && found === undefined} footer={null} onCancel={done} destroyOnHidden>
        <HouseholdSearch words="给这一户重发" choose={setFound} />
      </Modal>
      <ReasonModal
        title={`重发${found?.title ?? ''}的户码`}
        label="重发原因"
        okText="重发并打印"
        isDanger
        isOpen={found !== undefined}
        isBusy={renew.isPending}
        usual={['户码丢失或损坏', '怀疑被人冒用', '户主变更']}
        close={done}
        act={renew.mutate}
      >
        <p>旧码立即停用。已提交的申请和查询码不受影响。</p>
      </ReasonModal>
    </>
  )
}
