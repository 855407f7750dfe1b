/** The way in: log-in once with a network, a phone password of one's own, and from then on that password alone. */
import { type FormEvent, useEffect, useState } from 'react'
import { api, ok } from '../api/client.ts'
import { ApiProblem, sentenceOf } from '../api/problem.ts'
import { accountOf, createStore, type PhoneStore, unlock, wipe } from './phone-store.ts'

type Officer = { id: number; name: string }

/** Asks the server who is signed in; undefined where nobody is. */
async function signedIn(): Promise<Officer | undefined> {
  try {
    const { officer, permissions } = await ok(api.GET('/api/v1/session'))
    if (!permissions.includes('case.visit')) throw new ApiProblem(403, 'field.not_visitor', `${officer.name}的角色没有入户走访的任务。`)
    return officer
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return undefined
    throw error
  }
}

/** Name and password of the office page; a time code where the account has one. */
export function LogIn({ done, hint }: { done: (officer: Officer) => void; hint?: string }) {
  const [typed, setTyped] = useState({ username: '', password: '', code: '' })
  const [needsCode, setNeedsCode] = useState(false)
  const [says, setSays] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setSays('')
    try {
      const { username, password, code } = typed
      const answer = await ok(api.POST('/api/v1/session', { body: { username, password, ...(code === '' ? {} : { code }) } }))
      if ('needsCode' in answer) setNeedsCode(true)
      else if (answer.mustChangePassword) setSays('这是初始密码，请先在电脑上登录办公端修改密码。')
      else {
        const officer = await signedIn()
        if (officer) done(officer)
      }
    } catch (error) {
      setSays(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const field = (name: keyof typeof typed, label: string, more: object) => (
    <label className="field">
      <span>{label}</span>
      <input value={typed[name]} onChange={({ target }) => setTyped({ ...typed, [name]: target.value })} required {...more} />
    </label>
  )
  return (
    <form className="card" onSubmit={(event) => void send(event)}>
      <h2>登录</h2>
      {hint ? <p className="faint">{hint}</p> : null}
      {field('username', '用户名', { autoComplete: 'username', autoCapitalize: 'off' })}
      {field('password', '密码', { type: 'password', autoComplete: 'current-password' })}
      {needsCode ? field('code', '动态验证码', { inputMode: 'numeric', autoComplete: 'one-time-code' }) : null}
      {says ? (
        <p className="says" role="alert">
          {says}
        </p>
      ) : null}
      <button type="submit" className="wide primary" disabled={isBusy}>
        {isBusy ? '正在登录' : '登录'}
      </button>
    </form>
  )
}

const shortest = 6

function NewPassword({ officer, enter }: { officer: Officer; enter: (store: PhoneStore) => void }) {
  const [typed, setTyped] = useState({ once: '', twice: '' })
  const [says, setSays] = useState('')
  const [isBusy, setBusy] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    if (typed.once.length < shortest) return setSays(`至少 ${shortest} 位`)
    if (/^(\d)\1+$/.test(typed.once) || '01234567890'.includes(typed.once)) return setSays('太容易猜到，请换一个')
    if (typed.once !== typed.twice) return setSays('两次输入的不一样')
    setBusy(true)
    enter(await createStore(officer, typed.once))
  }
  const field = (name: 'once' | 'twice', label: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        type="password"
        autoComplete="new-password"
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        required
      />
    </label>
  )
  return (
    <form className="card" onSubmit={(event) => void keep(event)}>
      <h2>设一个手机密码</h2>
      <p className="faint">{`${officer.name}，带到手机里的农户资料用它加密。没有网络时凭它打开；忘记了只能清除重来，未发送的表也会没有。`}</p>
      {field('once', `手机密码（至少 ${shortest} 位）`)}
      {field('twice', '再输一次')}
      {says ? (
        <p className="says" role="alert">
          {says}
        </p>
      ) : null}
      <button type="submit" className="wide primary" disabled={isBusy}>
        {isBusy ? '正在准备' : '开始使用'}
      </button>
    </form>
  )
}

function Unlock({ name, enter, forget }: { name: string; enter: (store: PhoneStore) => void; forget: () => void }) {
  const [typed, setTyped] = useState('')
  const [says, setSays] = useState('')
  const [isBusy, setBusy] = useState(false)
  const tryIt = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const result = await unlock(typed, Date.now())
    setBusy(false)
    if ('store' in result) return enter(result.store)
    setTyped('')
    setSays('waitSeconds' in result ? `试错太多，请 ${result.waitSeconds} 秒后再试` : '手机密码不对')
  }
  return (
    <form className="card" onSubmit={(event) => void tryIt(event)}>
      <h2>{name}</h2>
      <label className="field">
        <span>手机密码</span>
        <input type="password" autoComplete="current-password" value={typed} onChange={({ target }) => setTyped(target.value)} required />
      </label>
      {says ? (
        <p className="says" role="alert">
          {says}
        </p>
      ) : null}
      <button type="submit" className="wide primary" disabled={isBusy}>
        {isBusy ? '正在打开' : '打开'}
      </button>
      <button type="button" className="wide plain" onClick={forget}>
        忘记手机密码
      </button>
    </form>
  )
}

type Stage =
  | { name: 'looking' }
  | { name: 'unlock'; officerName: string }
  | { name: 'log-in'; says?: string }
  | { name: 'password'; officer: Officer }

export function WayIn({ enter }: { enter: (store: PhoneStore) => void }) {
  const [stage, setStage] = useState<Stage>({ name: 'looking' })
  useEffect(() => {
    const look = async (): Promise<Stage> => {
      const account = await accountOf()
      if (account !== undefined) return { name: 'unlock', officerName: account.officerName }
      try {
        const officer = await signedIn()
        return officer === undefined ? { name: 'log-in' } : { name: 'password', officer }
      } catch (error) {
        return { name: 'log-in', says: sentenceOf(error) }
      }
    }
    void look().then(setStage)
  }, [])
  const forget = () => {
    if (!window.confirm('清除后，手机里的名单和未发送的入户表都会没有，不能恢复。确定要清除吗？')) return
    void wipe().then(() => setStage({ name: 'log-in' }))
  }
  return (
    <main className="way-in">
      <img src="/field/icon-192.png" alt="" width="56" height="56" />
      <h1>入户走访</h1>
      {stage.name === 'looking' ? <p className="faint">正在打开</p> : null}
      {stage.name === 'unlock' ? <Unlock name={stage.officerName} enter={enter} forget={forget} /> : null}
      {stage.name === 'log-in' ? (
        <LogIn
          hint={stage.says ?? '第一次使用须有网络，用办公端的用户名和密码登录。'}
          done={(officer) => setStage({ name: 'password', officer })}
        />
      ) : null}
      {stage.name === 'password' ? <NewPassword officer={stage.officer} enter={enter} /> : null}
    </main>
  )
}
