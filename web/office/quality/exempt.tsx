/** A finding that looks wrong and is right, exempted until a day. */
import { Modal } from 'antd'
import { ExemptionForm, useExemption } from '../../parts/exemption-form.tsx'
import type { Finding } from './findings.tsx'

export function ExemptFinding({ finding, close }: { finding: Finding | undefined; close: () => void }) {
  const { form, grant } = useExemption('quality', finding?.id ?? 0, close)
  return (
    <Modal
      title="批准豁免"
      open={finding !== undefined}
      onCancel={close}
      okText="批准"
      cancelText="取消"
      confirmLoading={grant.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      <p>{finding?.message}</p>
      <ExemptionForm form={form} grant={grant.mutate} />
    </Modal>
  )
}
