/** Log-in: name and password, then the code of the second factor where the account has one. */
import { LockOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAddress } from '../../parts/address-state.ts'
import './log-in.css'
import { SingleSignOn } from './single-sign-on.tsx'

interface Credentials {
  username: string
  password: string
  code?: string
}

/** Only addresses of this system; anything else could lead an officer elsewhere. */
function placeAfter(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/log-in') ? next : '/'
}

export function LogIn() {
  const [state] = useAddress()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [asksCode, setAsksCode] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | undefined>()
  useEffect(() => {
    document.title = '登录 · 衔接'
  }, [])
  const signIn = async ({ username, password, code }: Credentials) => {
    setBusy(true)
    setTrouble(undefined)
    try {
      const answer = await ok(
        api.POST('/api/v1/session', { body: { username: username.trim(), password, ...(code ? { code: code.trim() } : {}) } }),
      )
      if ('needsCode' in answer) return setAsksCode(true)
      client.clear()
      await navigate({ href: answer.mustChangePassword ? '/account' : placeAfter(state.next), replace: true })
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="log-in">
      <div className="log-in-box">
        <h1>
          <img src="/icon.svg" alt="" />
          衔接
        </h1>
        <p className="faint">防止返贫动态监测和帮扶系统</p>
        <Form<Credentials> layout="vertical" requiredMark={false} size="large" onFinish={(values) => void signIn(values)}>
          {trouble ? <Alert type="error" showIcon title={trouble} style={{ marginBottom: 16 }} role="alert" /> : null}
          <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
            <Input prefix={<UserOutlined />} autoComplete="username" autoFocus placeholder="手机号或工号" />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
            <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
          </Form.Item>
          {asksCode ? (
            <Form.Item
              name="code"
              label="动态验证码"
              extra="打开手机上的验证码应用，填写 6 位数字"
              rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: '验证码为 6 位数字' }]}
            >
              <Input prefix={<SafetyOutlined />} autoComplete="one-time-code" inputMode="numeric" maxLength={8} autoFocus />
            </Form.Item>
          ) : null}
          <Button type="primary" htmlType="submit" block loading={isBusy}>
            登录
          </Button>
        </Form>
        <SingleSignOn failed={setTrouble} />
        <p className="faint log-in-help">忘记密码请联系本单位的系统管理员重置。</p>
      </div>
    </main>
  )
}
