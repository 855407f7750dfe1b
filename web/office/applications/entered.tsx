/** After something was entered: the follow-up code, to be handed or read out at once. */
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'

export interface EnteredAnswer {
  id: number
  followUp: string
  dueOn: string
}

/** Shows the code and offers the slip. */
export function useEntered(close: () => void) {
  const { modal } = App.useApp()
  const navigate = useNavigate()
  return ({ id, followUp, dueOn }: EnteredAnswer) => {
    close()
    modal.success({
      title: '已登记',
      okText: '打印受理单',
      cancelText: '关闭',
      okCancel: true,
      content: (
        <>
          <p>查询码（请告诉提出的人）：</p>
          <p className="follow-up">{followUp}</p>
          <p className="faint">{`最迟 ${dueOn} 受理。`}</p>
        </>
      ),
      onOk: () => void window.open(`/applications/${id}/print`, '_blank'),
      onCancel: () => void navigate({ to: '/applications/$id' as '/', params: { id: String(id) } as never }),
    })
  }
}
