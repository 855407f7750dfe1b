/** Sends what the phone holds, one by one: what is refused waits with its reason, what follows goes on. */
import { api, ok } from '../api/client.ts'
import { ApiProblem, problemFrom, sentenceOf } from '../api/problem.ts'
import { dayOf } from './draft.ts'
import type { PhoneStore } from './phone-store.ts'
import type { FormBody, Outgoing, Received } from './types.ts'

export interface Synced {
  sent: number
  refused: number
  /** Why it stopped; empty = everything was tried. */
  stopped: '' | 'offline' | 'signed-out' | 'other-officer'
  text: string
}

const isLost = (error: unknown) => error instanceof ApiProblem && (error.status === 0 || error.status >= 500)
const isSignedOut = (error: unknown) => error instanceof ApiProblem && error.status === 401

const busyTries = 6

/** When a whole county sends in the evening the server is busy for moments: asked again, each time a little later, not all at once. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work()
    } catch (error) {
      const isBusy = error instanceof ApiProblem && (error.status === 503 || error.status === 429)
      if (!isBusy || tries === busyTries) throw error
      await new Promise((done) => setTimeout(done, 500 * 2 ** tries * (0.5 + Math.random())))
    }
}

/** One write with the key of what is sent: however often it is sent, it is done once. */
async function post<T>(path: string, key: string, body: BodyInit, type?: string): Promise<T> {
  const headers = { 'X-Requested-With': 'xianjie', 'Idempotency-Key': key, ...(type === undefined ? {} : { 'Content-Type': type }) }
  const response = await fetch(path, { method: 'POST', headers, body, credentials: 'same-origin' }).catch(() => {
    throw new ApiProblem(0, 'web.offline', '连不上服务器')
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemFrom(response.status, answer)
  return answer as T
}

export const sendForm = (body: FormBody): Promise<Received> =>
  post('/api/v1/visits/forms', body.clientKey, JSON.stringify(body), 'application/json')

export function sendPhoto(formKey: string, clientKey: string, bytes: ArrayBuffer): Promise<{ id: number; missing: string[] }> {
  const form = new FormData()
  form.append('clientKey', clientKey)
  form.append('formKey', formKey)
  form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg')
  return post('/api/v1/visits/attachments', clientKey, form)
}

/** Forms first, each with its photos; then today's list anew. */
export async function synchronise(store: PhoneStore, now: () => Date): Promise<Synced> {
  const stop = (stopped: Synced['stopped'], text: string): Synced => ({ sent, refused, stopped, text })
  let sent = 0
  let refused = 0
  try {
    const { officer } = await ok(api.GET('/api/v1/session'))
    if (officer.id !== store.officer.id)
      return stop(
        'other-officer',
        `现在登录的是${officer.name}，手机里的表是${store.officer.name}的。请由${store.officer.name}登录后再发送。`,
      )
    for (const form of [...store.known().outgoing]) {
      const after = await sendOne(store, form)
      if (after.state === 'refused') refused += 1
      else if (form.state !== 'sent' || form.missing.length > after.missing.length) sent += 1
    }
    const taken = await patiently(() => ok(api.GET('/api/v1/visits/package')))
    await store.takePackage(taken)
    const today = dayOf(now())
    await store.dropForms(
      (form) => form.state === 'sent' && form.missing.length === 0 && openFindings(form) === 0 && dayOf(new Date(form.finishedAt)) < today,
    )
    return stop('', refused > 0 ? `有 ${refused} 份没有收下，原因写在下面` : sent > 0 ? `已发送 ${sent} 份，名单已更新` : '名单已更新')
  } catch (error) {
    if (isSignedOut(error)) return stop('signed-out', '登录已过期，请重新登录后再发送。手机里的内容都在。')
    if (error instanceof ApiProblem && error.status >= 500) return stop('offline', '服务器正忙，内容都保存在手机里，请过几分钟再发送。')
    if (isLost(error)) return stop('offline', '没有网络，内容都保存在手机里，有网时再发送。')
    return stop('offline', sentenceOf(error))
  }
}

export const openFindings = (form: Outgoing): number =>
  form.answer?.changes.filter(({ state }) => state === 'conflict' || state === 'refused' || state === 'to_register').length ?? 0

/** Throws when the network or the session is gone; a refusal is kept with the form. */
async function sendOne(store: PhoneStore, form: Outgoing): Promise<Outgoing> {
  let now = form
  const keep = async (change: Partial<Outgoing>) => {
    now = { ...now, ...change }
    await store.saveForm(now)
  }
  if (form.state !== 'sent') {
    try {
      const answer = await patiently(() => sendForm(form.body))
      await keep({ state: 'sent', reason: '', answer, missing: answer.missing })
    } catch (error) {
      if (isLost(error) || isSignedOut(error)) throw error
      await keep({ state: 'refused', reason: sentenceOf(error) })
      return now
    }
  }
  for (const clientKey of [...now.missing]) {
    const bytes = await store.photo(clientKey)
    if (bytes === undefined) continue
    try {
      const { missing } = await patiently(() => sendPhoto(form.body.clientKey, clientKey, bytes))
      await keep({ missing, photoReason: '' })
    } catch (error) {
      if (isLost(error) || isSignedOut(error)) throw error
      await keep({ photoReason: sentenceOf(error) })
    }
  }
  return now
}
