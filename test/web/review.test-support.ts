/** Brings households of the demo county to the village meeting over HTTP, as officers and a phone would. */
import type { FormBody } from '../../src/cases/visits/visits.schema.ts'
import { formFor, key, photo, promise, type Visit } from '../visits/visits.test-support.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route
type Json = any

/** A signed-in officer who speaks HTTP. */
export interface Speaker {
  ask(method: string, path: string, body?: object | FormData): Promise<Json>
}

export async function speaker(address: string, username: string, password: string): Promise<Speaker> {
  const marks = { 'x-requested-with': 'xianjie' }
  const send = async (method: string, path: string, body: object | FormData | undefined, cookie: string) => {
    const isForm = body instanceof FormData
    const headers = { ...marks, cookie, ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) }
    const payload = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }
    const answer = await fetch(`${address}/api/v1${path}`, { method, headers, ...payload })
    const json: Json = await answer.json().catch(() => ({}))
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(json)}`)
    return { json, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie }
  }
  const { cookie } = await send('POST', '/session', { username, password }, '')
  return { ask: async (method, path, body) => (await send(method, path, body, cookie)).json }
}

/** The day it is in China, as the server's answers say. */
let day = ''

function visited(visit: Visit, n: number, asked: { scope: { code: string }[]; untilOn: string }): FormBody {
  const on = day
  return formFor(visit, n, {
    visitedOn: on,
    startedAt: `${on}T00:10:00+08:00`,
    finishedAt: `${on}T00:20:00+08:00`,
    risks: ['因病', '因学'],
    authorisation: {
      clientKey: key(n + 0x900000),
      signers: visit.members.map(({ personId }) => personId),
      scope: asked.scope.map(({ code }) => code),
      untilOn: asked.untilOn,
    },
    attachments: [
      { ...promise(n, 'photo'), takenAt: `${on}T00:15:00+08:00` },
      { ...promise(n + 0x1000, 'signature'), takenAt: `${on}T00:15:00+08:00` },
    ],
  })
}

/** So many households of the village officer's village, verified and waiting for the meeting; answers their cases. */
export async function awaitingMeeting(township: Speaker, village: Speaker, count: number): Promise<{ id: number; headName: string }[]> {
  const { officer } = await village.ask('GET', '/session')
  const { items: busy } = await village.ask('GET', '/cases?limit=200')
  const taken = new Set(busy.map(({ householdId }: Json) => householdId))
  const { items: all } = await village.ask('GET', '/register/households?limit=50')
  const items = all.filter(({ id }: Json) => !taken.has(id)).slice(0, count)
  const made: { id: number; headName: string }[] = []
  for (const household of items) {
    const begun = await township.ask('POST', '/cases', {
      householdId: household.id,
      risks: ['因病'],
      note: '入户时发现',
      visitorId: officer.id,
    })
    made.push({ id: begun.items[0].caseId, headName: household.headName })
  }
  const packed = await village.ask('GET', '/visits/package')
  day = packed.day
  for (const [at, { id }] of made.entries()) {
    const visit = packed.visits.find((one: Visit) => one.householdId === items[at].id) as Visit
    const n = 0x100000 + at
    const form = visited(visit, n, packed.form.authorisation)
    await village.ask('POST', '/visits/forms', form)
    for (const [which, promised] of form.attachments.entries()) {
      const picture = new FormData()
      picture.append('formKey', form.clientKey)
      picture.append('clientKey', promised.clientKey)
      picture.append('file', new Blob([new Uint8Array(photo(n + which * 0x1000))]), 'a.jpg')
      await village.ask('POST', '/visits/attachments', picture)
    }
    const seen = await village.ask('GET', `/cases/${id}`)
    await village.ask('POST', `/cases/${id}/acts/report`, { version: seen.version, record: {} })
  }
  return made
}
