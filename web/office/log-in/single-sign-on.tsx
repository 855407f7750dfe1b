/** Government single sign-on, where the office has it: the way there, and the way back. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Result, Spin } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { api, ok } from '../../api/client.ts'
import { sentenceOf } from '../../api/problem.ts'
import { useAddress } from '../../parts/address-state.ts'

const kept = 'xianjie-single-sign-on'

export function SingleSignOn({ failed }: { failed: (sentence: string) => void }) {
  const options = useQuery({ queryKey: ['sign-in-options'], queryFn: () => ok(api.GET('/api/v1/session/options')), retry: false })
  const label = options.data?.oidc?.label
  if (!label) return null
  const leave = async () => {
    try {
      const { url, browser } = await ok(api.GET('/api/v1/session/oidc'))
      sessionStorage.setItem(kept, browser)
      location.assign(url)
    } catch (error) {
      failed(sentenceOf(error))
    }
  }
  return (
    <Button block size="large" style={{ marginTop: 12 }} onClick={() => void leave()}>
      {label}
    </Button>
  )
}

/** Where the provider sends the browser back to. */
export default function Back() {
  const [{ code, state, error }] = useAddress()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<string | undefined>(error ? '统一身份认证没有完成，请重试或用密码登录。' : undefined)
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || !code || !state) return
    isDone.current = true
    const browser = sessionStorage.getItem(kept) ?? ''
    sessionStorage.removeItem(kept)
    ok(api.POST('/api/v1/session/oidc', { body: { code, state, browser } }))
      .then(() => {
        client.clear()
        return navigate({ to: '/', replace: true })
      })
      .catch((reason: unknown) => setTrouble(sentenceOf(reason)))
  }, [code, state, client, navigate])
  if (trouble) return <Result status="warning" title={trouble} extra={<Link to="/log-in">回登录页</Link>} />
  return <Spin fullscreen size="large" description="正在登录" />
}
