/** The second factor: switched on with a code from the phone, switched off with the password. */
import { Alert, Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Block } from '../../parts/page.tsx'
import { Mark } from '../../parts/words.tsx'

function PasswordForm({
  label,
  isBusy,
  isDanger,
  act,
}: {
  label: string
  isBusy: boolean
  isDanger?: boolean
  act: (password: string) => void
}) {
  return (
    <Form layout="inline" onFinish={({ password }: { password: string }) => act(password)}>
      <Form.Item name="password" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password placeholder="密码" aria-label="密码" autoComplete="current-password" />
      </Form.Item>
      <Button htmlType="submit" danger={isDanger ?? false} loading={isBusy}>
        {label}
      </Button>
    </Form>
  )
}

export function SecondFactor({ isOn }: { isOn: boolean }) {
  const [secret, setSecret] = useState<{ secret: string; uri: string } | undefined>()
  const enrol = useAct((password: string) => ok(api.POST('/api/v1/session/totp', { body: { password } })), undefined, setSecret)
  const confirm = useAct(
    (code: string) => ok(api.POST('/api/v1/session/totp/confirm', { body: { code } })),
    '动态验证码已启用',
    () => setSecret(undefined),
  )
  const disable = useAct((password: string) => ok(api.POST('/api/v1/session/totp/disable', { body: { password } })), '动态验证码已停用')
  return (
    <Block title="动态验证码" extra={isOn ? <Mark tone="green">已启用</Mark> : <Mark>未启用</Mark>}>
      {isOn ? (
        <PasswordForm label="停用" isDanger isBusy={disable.isPending} act={disable.mutate} />
      ) : secret ? (
        <div className="stack">
          <Alert type="info" showIcon title="用手机上的验证码应用扫描，再填写显示的 6 位数字。" />
          <QRCode value={secret.uri} size={168} />
          <p className="faint">{`不能扫描时手工填写密钥：${secret.secret}`}</p>
          <Form layout="inline" onFinish={({ code }: { code: string }) => confirm.mutate(code)}>
            <Form.Item name="code" rules={[{ required: true, pattern: /^\d{6}$/, message: '6 位数字' }]}>
              <Input placeholder="6 位数字" aria-label="动态验证码" inputMode="numeric" maxLength={6} autoComplete="one-time-code" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={confirm.isPending}>
              启用
            </Button>
          </Form>
        </div>
      ) : (
        <div className="stack">
          <p className="faint">启用后，登录除密码外还要填手机上的验证码，密码泄露也不会被他人登录。</p>
          <PasswordForm label="开始启用" isBusy={enrol.isPending} act={enrol.mutate} />
        </div>
      )}
    </Block>
  )
}
