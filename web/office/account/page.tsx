/** One's own account: the password, the second factor, and where one is logged in. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useRef } from 'react'
import { api, ok } from '../../api/client.ts'
import { useAct } from '../../parts/act.ts'
import { Answered } from '../../parts/notices.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { Mark, Moment } from '../../parts/words.tsx'
import { type Session, sessionKey, useSignedIn } from '../frame/session.ts'
import { programOf } from './program.ts'
import { SecondFactor } from './second-factor.tsx'

interface Passwords {
  current: string
  next: string
  again: string
}

function ChangePassword({ isFirst }: { isFirst: boolean }) {
  const [form] = Form.useForm<Passwords>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const wasFirst = useRef(isFirst)
  // Only once the frame knows: it would lead back here otherwise.
  useEffect(() => {
    if (wasFirst.current && !isFirst) void navigate({ to: '/' })
  }, [isFirst, navigate])
  const change = useAct(
    ({ current, next }: Passwords) => ok(api.POST('/api/v1/session/password', { body: { current, next } })),
    '密码已修改，其他地方的登录已下线',
    () => {
      form.resetFields()
      client.setQueryData<Session>(sessionKey, (session) => session && { ...session, mustChangePassword: false })
    },
  )
  return (
    <Block title="修改密码">
      {isFirst ? <Alert type="warning" showIcon title="这是初始密码，修改后才能使用系统。" style={{ marginBottom: 12 }} /> : null}
      <Form<Passwords>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => change.mutate(values)}
        style={{ maxWidth: 360 }}
      >
        <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label="新密码"
          extra="至少 10 位，大写字母、小写字母、数字、符号至少三种；或 20 位以上的一句话"
          rules={[{ required: true, message: '请填写新密码' }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再填一次新密码"
          dependencies={['next']}
          rules={[
            { required: true, message: '请再填一次' },
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                !value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次填写不一致')),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          修改密码
        </Button>
      </Form>
    </Block>
  )
}

function MySessions() {
  const asked = useQuery({ queryKey: ['my-sessions'], queryFn: () => ok(api.GET('/api/v1/sessions', { params: { query: {} } })) })
  const { officer } = useSignedIn()
  const revoke = useAct((id: number) => ok(api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } })), '已下线')
  return (
    <Block title="登录中的设备">
      <Answered asked={asked}>
        {({ items }) => (
          <ul className="lines">
            {items
              .filter(({ officerId }) => officerId === officer.id)
              .map(({ id, address, userAgent, lastSeenAt, isCurrent }) => (
                <li key={id}>
                  <span className="grow">
                    {programOf(userAgent)}（{address}）<br />
                    <span className="faint">
                      最近使用 <Moment at={lastSeenAt} />
                    </span>
                  </span>
                  {isCurrent ? (
                    <Mark tone="green">本机</Mark>
                  ) : (
                    <Button size="small" onClick={() => revoke.mutate(id)}>
                      下线
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Answered>
    </Block>
  )
}

export default function Account() {
  const session = useSignedIn()
  return (
    <Page title="个人账号" hint={`${session.office.name}，${session.roleLabel}`}>
      <div className="columns">
        <div className="span-6">
          <ChangePassword isFirst={session.mustChangePassword} />
        </div>
        {session.mustChangePassword ? null : (
          <div className="span-6">
            <SecondFactor isOn={session.hasSecondFactor} />
            <MySessions />
          </div>
        )}
      </div>
    </Page>
  )
}
