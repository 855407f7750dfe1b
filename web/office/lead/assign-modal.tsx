/** Gives one or several leads to an officer who may handle them. */
import { useQuery } from '@tanstack/react-query'
import { Modal, Select } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { useDelayed } from '../../parts/delayed.ts'

interface AssignModalProps {
  leads: readonly { id: number; version: number }[]
  isOpen: boolean
  close: () => void
  done?: () => void
}

/** Officers of the area by a piece of their name, only those whose role handles leads. */
function useHandlers(find: string, isOpen: boolean) {
  const roles = useQuery({ queryKey: ['roles'], queryFn: () => ok(api.GET('/api/v1/roles')), staleTime: 600_000, enabled: isOpen })
  const officers = useQuery({
    queryKey: ['officers-by-name', find],
    queryFn: () => ok(api.GET('/api/v1/officers', { params: { query: { limit: 200, ...(find ? { find } : {}) } } })),
    enabled: isOpen,
  })
  const handling = new Set(
    (roles.data?.items ?? []).filter(({ permissions }) => permissions.some(({ id }) => id === 'lead.handle')).map(({ id }) => id),
  )
  return {
    isBusy: officers.isFetching,
    items: (officers.data?.items ?? []).filter(({ role, isDisabled }) => handling.has(role) && !isDisabled),
  }
}

export function AssignModal({ leads, isOpen, close, done }: AssignModalProps) {
  const [officerId, setOfficerId] = useState<number | undefined>()
  const [text, setText] = useState('')
  const handlers = useHandlers(useDelayed(text.trim(), 250), isOpen)
  const assign = useAct(
    async (to: number) => {
      for (const { id, version } of leads)
        await ok(api.POST('/api/v1/leads/{id}/assign', { params: { path: { id } }, body: { version, officerId: to } }))
    },
    leads.length > 1 ? `已分派 ${leads.length} 条` : '已分派',
    () => {
      close()
      done?.()
    },
  )
  return (
    <Modal
      title={leads.length > 1 ? `分派 ${leads.length} 条线索` : '分派线索'}
      open={isOpen}
      onCancel={close}
      okText="分派"
      cancelText="取消"
      okButtonProps={{ disabled: officerId === undefined }}
      confirmLoading={assign.isPending}
      onOk={() => officerId !== undefined && assign.mutate(officerId)}
    >
      <Select
        style={{ width: '100%' }}
        aria-label="处理人"
        placeholder="选择处理人，可输入姓名查找"
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={handlers.isBusy}
        value={officerId}
        onChange={setOfficerId}
        notFoundContent={handlers.isBusy ? '正在查找' : '没有找到能处理线索的人'}
        options={handlers.items.map(({ id, name, officeName, roleLabel }) => ({
          value: id,
          label: `${name}（${officeName}，${roleLabel}）`,
        }))}
      />
    </Modal>
  )
}
