/** The initial password, shown once. */
import { Alert, Modal, Typography } from 'antd'
import { Facts } from '../../parts/words.tsx'

export interface ShownPassword {
  name: string
  username: string | null
  password: string
}

export function InitialPassword({ shown, close }: { shown: ShownPassword | undefined; close: () => void }) {
  return (
    <Modal
      title="初始密码"
      open={shown !== undefined}
      onCancel={close}
      onOk={close}
      okText="已记下"
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
    >
      {shown ? (
        <div className="stack">
          <Alert type="warning" showIcon title="只显示这一次，请当面或用可靠的方式交给本人；首次登录须修改。" />
          <Facts
            lines={[
              ['姓名', shown.name],
              ['用户名', shown.username],
              [
                '初始密码',
                <Typography.Text key="password" copyable strong>
                  {shown.password}
                </Typography.Text>,
              ],
            ]}
          />
        </div>
      ) : null}
    </Modal>
  )
}
