/** What is on its way: sent, waiting, refused with its reason, and what is to be chosen between the officer's value and the county's. */
import { useState } from 'react'
import { api, ok } from '../api/client.ts'
import { sentenceOf } from '../api/problem.ts'
import { go } from './app.tsx'
import { exported, saveExport } from './export-file.ts'
import { useSync } from './home.tsx'
import { type Known, type PhoneStore, wipe } from './phone-store.ts'
import { freshKey } from './sealing.ts'
import { openFindings } from './sync.ts'
import type { Finding, Outgoing } from './types.ts'
import { LogIn } from './way-in.tsx'

/** Side by side: mine and the county's now. */
function Conflict({ form, finding, store }: { form: Outgoing; finding: Finding; store: PhoneStore }) {
  const [says, setSays] = useState('')
  const decide = async (choice: 'mine' | 'county') => {
    try {
      const { id, version } = finding
      const settled = await ok(api.POST('/api/v1/visits/changes/{id}/decide', { params: { path: { id } }, body: { version, choice } }))
      const now = store.known().outgoing.find(({ body }) => body.clientKey === form.body.clientKey) ?? form
      if (now.answer)
        await store.saveForm({
          ...now,
          answer: { ...now.answer, changes: now.answer.changes.map((one) => (one.id === id ? settled : one)) },
        })
    } catch (error) {
      setSays(sentenceOf(error))
    }
  }
  const isEvent = finding.state === 'to_register'
  return (
    <div className="conflict">
      <strong>{[finding.personName, finding.label].filter(Boolean).join(' ')}</strong>
      {finding.reason ? <p className="says">{finding.reason}</p> : null}
      {isEvent ? <p>{`${finding.mine || '（没有说明）'}。请在办公端“登记变动”里办理。`}</p> : null}
      {isEvent ? null : (
        <div className="sides">
          <div>
            <span className="faint">我核实的</span>
            <p>{finding.mine || '（空）'}</p>
            <button type="button" className="small" onClick={() => void decide('mine')}>
              用我核实的
            </button>
          </div>
          <div>
            <span className="faint">县里现在的</span>
            <p>{finding.county || '（空）'}</p>
            <button type="button" className="small" onClick={() => void decide('county')}>
              以县里的为准
            </button>
          </div>
        </div>
      )}
      {says ? (
        <p className="says" role="alert">
          {says}
        </p>
      ) : null}
    </div>
  )
}

const stateWords = (form: Outgoing): [string, string] => {
  if (form.state === 'refused') return ['没有收下', 'red']
  if (form.state === 'waiting') return ['待发送', 'pale']
  return form.missing.length > 0 ? [`照片还差 ${form.missing.length} 张`, 'pale'] : ['已收到', 'green']
}

function Form({ form, store, known }: { form: Outgoing; store: PhoneStore; known: Known }) {
  const [label, tone] = stateWords(form)
  const open = form.answer?.changes.filter(({ state }) => state === 'conflict' || state === 'refused' || state === 'to_register') ?? []
  const isBusy = known.drafts.some(({ visit }) => visit.householdId === form.body.householdId)
  const reopen = () => void store.reopen(form).then(() => go({ name: 'visit', householdId: form.body.householdId }))
  const correct = async () => {
    const reason = window.prompt('更正的原因')?.trim() ?? ''
    if (reason.length < 2 || form.answer === null) return
    const attachments = []
    for (const one of form.draft.attachments) {
      const bytes = await store.photo(one.clientKey)
      if (bytes === undefined) continue
      const clientKey = freshKey()
      await store.savePhoto(clientKey, bytes)
      attachments.push({ ...one, clientKey })
    }
    const corrects = { formKey: form.body.corrects?.formKey ?? form.body.clientKey, version: form.answer.version, reason }
    await store.saveDraft({ ...form.draft, clientKey: freshKey(), corrects, attachments, step: 0 })
    go({ name: 'visit', householdId: form.body.householdId })
  }
  return (
    <li className="card">
      <div className="row spread">
        <strong>{form.headName}</strong>
        <span className={`mark ${tone}`}>{label}</span>
      </div>
      <p className="faint">{`${form.finishedAt.slice(0, 10)} 填写${form.body.corrects ? '（更正）' : ''}`}</p>
      {form.reason || form.photoReason ? (
        <p className="says" role="alert">
          {form.reason || form.photoReason}
        </p>
      ) : null}
      {form.answer?.notes.map((note) => (
        <p className="notice pale" key={note}>
          {note}
        </p>
      ))}
      {open.map((finding) => (
        <Conflict key={finding.id} form={form} finding={finding} store={store} />
      ))}
      {isBusy ? null : form.state === 'refused' ? (
        <button type="button" className="small" onClick={reopen}>
          打开修改
        </button>
      ) : form.state === 'sent' ? (
        <button type="button" className="link" onClick={() => void correct()}>
          更正
        </button>
      ) : null}
    </li>
  )
}

/** The file as the last way out. */
function Export({ store }: { store: PhoneStore }) {
  const [password, setPassword] = useState('')
  const save = (isOpen: boolean) => {
    if (isOpen && !window.confirm('没有加密的文件，谁拿到都能看到农户的情况。只在没有别的办法时使用，用后请立即删除。确定吗？')) return
    void exported(store, new Date()).then((file) => saveExport(file, isOpen ? '' : password))
  }
  return (
    <details className="card">
      <summary>发送不了时，导出成文件</summary>
      <p className="faint">把文件拷到办公电脑，在“走访”页面导入。请记住文件密码。</p>
      <label className="field">
        <span>文件密码（至少 6 位）</span>
        <input type="password" autoComplete="new-password" value={password} onChange={({ target }) => setPassword(target.value)} />
      </label>
      <button type="button" className="wide" disabled={password.length < 6} onClick={() => save(false)}>
        导出加密文件
      </button>
      <button type="button" className="wide plain" onClick={() => save(true)}>
        导出不加密的文件
      </button>
    </details>
  )
}

export function Outbox({ store, known, leave }: { store: PhoneStore; known: Known; leave: () => void }) {
  const { sync, isBusy, says, stopped } = useSync(store)
  const [isSigningIn, setSigningIn] = useState(false)
  const unsent = known.outgoing.filter(({ state, missing }) => state !== 'sent' || missing.length > 0)
  const signOut = async () => {
    const left = unsent.length + known.drafts.length
    const question =
      left > 0
        ? `手机里还有 ${left} 份没有发送或没有填完，退出后会没有。请先发送或导出。仍要退出并清除吗？`
        : '退出后，手机里的名单会清除。确定吗？'
    if (!window.confirm(question)) return
    await ok(api.DELETE('/api/v1/session')).catch(() => undefined)
    await wipe()
    leave()
  }
  const groups: [string, Outgoing[]][] = [
    ['没有收下或待选择', known.outgoing.filter((form) => form.state === 'refused' || openFindings(form) > 0)],
    [
      '待发送',
      known.outgoing.filter(
        (form) => form.state !== 'refused' && openFindings(form) === 0 && (form.state === 'waiting' || form.missing.length > 0),
      ),
    ],
    ['已收到', known.outgoing.filter((form) => form.state === 'sent' && form.missing.length === 0 && openFindings(form) === 0)],
  ]
  return (
    <div className="screen">
      <header className="bar">
        <button type="button" className="back" onClick={() => go({ name: 'list' })} aria-label="回名单">
          ‹
        </button>
        <h1>发送</h1>
      </header>
      <main className="content">
        {says ? (
          <p className="notice" role="status">
            {says}
          </p>
        ) : null}
        {stopped === 'signed-out' && !isSigningIn ? (
          <button type="button" className="wide" onClick={() => setSigningIn(true)}>
            重新登录
          </button>
        ) : null}
        {isSigningIn ? (
          <LogIn
            done={() => {
              setSigningIn(false)
              sync()
            }}
          />
        ) : null}
        {known.outgoing.length === 0 ? <p className="empty">还没有填完的表。</p> : null}
        {groups
          .filter(([, forms]) => forms.length > 0)
          .map(([label, forms]) => (
            <section key={label}>
              <h2>{`${label}（${forms.length}）`}</h2>
              <ul className="entries">
                {forms.map((form) => (
                  <Form key={form.body.clientKey} form={form} store={store} known={known} />
                ))}
              </ul>
            </section>
          ))}
        {unsent.length > 0 ? <Export store={store} /> : null}
        <button type="button" className="link drop" onClick={() => void signOut()}>
          退出登录并清除手机里的资料
        </button>
      </main>
      <nav className="foot">
        <button type="button" className="wide primary" onClick={sync} disabled={isBusy}>
          {isBusy ? '正在发送' : unsent.length > 0 ? `发送 ${unsent.length} 份` : '更新名单'}
        </button>
      </nav>
    </div>
  )
}
