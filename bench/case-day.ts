/** A village's day of case work that must survive kills: cases begun, visits sent by the phone with their pictures, reports, notes, one meeting and its notice; every request is asked again with the same key until it is answered. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { shippedPolicy } from '../src/app/command-line.ts'
import { judge } from '../src/app/server/demo/meeting.ts'
import type { Seat } from '../src/app/server/demo/seat.ts'
import { sendVisit } from '../src/app/server/demo/visits.ts'
import { rebuildCase } from '../src/cases/rebuild.actions.ts'
import { loadPolicy } from '../src/policy/index.ts'
import { openStore, openVault, systemOfficer } from '../src/store/index.ts'

export interface CaseDay {
  address: string
  password: string
  households: number
}

const marks = { 'x-requested-with': 'xianjie' }
const patience = 120_000
const writers = 3

/** What came of it: the village's households whose cases were answered as begun, visited, reported, noted and judged. */
export async function caseDay({ address, password, households }: CaseDay): Promise<number[]> {
  const [wang, li] = [await seatAt(address, 'wang', password), await seatAt(address, 'li', password)]
  const { officer, area } = await li.get<{ officer: { id: number }; area: { code: string } }>('/session')
  const { items: busy } = await li.get<{ items: { householdId: number }[] }>('/cases?limit=200')
  const { items } = await li.get<{ items: { id: number }[] }>('/register/households?limit=200')
  const free = items.filter(({ id }) => !busy.some(({ householdId }) => householdId === id)).slice(0, households)
  const { day } = await li.get<{ day: string }>('/visits/package')
  const one = async (householdId: number) => {
    const body = { householdId, risks: ['因病'], note: '入户时发现', visitorId: officer.id }
    const begun = await wang.post<{ items: { caseId: number }[] }>('/cases', body)
    const id = begun.items[0]?.caseId ?? 0
    await sendVisit(li, { householdId, on: day, conclusion: 'at_risk', risks: ['因病'], wages: 9800, note: '情况属实。' })
    await li.post(`/cases/${id}/acts/report`, { version: await versionOf(li, id), record: {} })
    await wang.post(`/cases/${id}/notes`, { version: await versionOf(wang, id), text: `第 ${householdId} 户` })
  }
  const queue = free.map(({ id }) => id)
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) await one(id)
    }),
  )
  await judge(li, area.code, day, `${process.pid} ${address}`)
  return free.map(({ id }) => id)
}

const versionOf = async (seat: Seat, id: number) => (await seat.get<{ version: number }>(`/cases/${id}`)).version

let asked = 0

/** Signed in once; no answer, a dead database and a busy server are asked again, anything else is a fault. */
async function seatAt(address: string, username: string, password: string): Promise<Seat> {
  const json = { 'content-type': 'application/json' }
  const login = { method: 'POST', body: JSON.stringify({ username, password }) }
  let opened = await tried(address, '/session', login, json)
  for (; opened === undefined || opened.status >= 500; opened = await tried(address, '/session', login, json)) await pause(200)
  if (!opened.ok) throw new Error(`${username}: ${await opened.text()}`)
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ask = async <T>(method: string, path: string, make: () => RequestInit): Promise<T> => {
    asked += 1
    const key = createHash('sha256').update(`${process.pid} ${username} ${asked}`).digest('hex').slice(0, 40)
    for (const until = Date.now() + patience; ; await pause(200)) {
      const answer = await tried(address, path, { method, ...make() }, { cookie, 'idempotency-key': key })
      if (answer?.ok) return (await answer.json()) as T
      if (answer !== undefined && answer.status < 500 && answer.status !== 429)
        throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
      if (Date.now() > until) throw new Error(`${method} ${path}: nobody answers`)
    }
  }
  const written = (body: object) => () => ({ body: JSON.stringify(body), headers: json })
  const send = <T>(path: string, name: string, content: Buffer, fields: Record<string, string>) =>
    ask<T>('POST', path, () => {
      const form = new FormData()
      for (const [field, value] of Object.entries(fields)) form.set(field, value)
      form.set('file', new Blob([new Uint8Array(content)]), name)
      return { body: form }
    })
  return {
    get: (path) => ask('GET', path, () => ({})),
    post: (path, body) => ask('POST', path, written(body)),
    put: (path, body) => ask('PUT', path, written(body)),
    handIn: (path, fields) => send('/files', 'file', readFileSync(path), fields),
    send,
  }
}

async function tried(address: string, path: string, init: RequestInit, headers: Record<string, string>): Promise<Response | undefined> {
  try {
    const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers: { ...marks, ...headers, ...init.headers } })
    // Read here: a server that dies while it answers has not answered.
    return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers })
  } catch {
    return undefined
  }
}

/** What the database must hold of those households, each thing once, and one more sheet on the board. */
export const caseDayHeld = (households: number, hungBefore = 0) => ({
  cases: households,
  begun: households,
  dispatched: households,
  reported: households,
  noted: households,
  agreed: households,
  holes: 0,
  forms: households,
  pictures: 2 * households,
  sheets: households,
  authorisations: households,
  received: households,
  sealed: 1,
  votes: households,
  scans: 1,
  hung: hungBefore + 1,
})

/** One line that says what it holds. */
export function caseDaySql(households: readonly number[]): string {
  const of = `household_id IN (${households.join(', ') || '0'})`
  const cases = `SELECT id FROM cases WHERE ${of}`
  const moved = (action: string) => `(SELECT count(*) FROM case_events WHERE action = '${action}' AND case_id IN (${cases}))`
  const meetings = `SELECT meeting_id FROM meeting_votes WHERE case_id IN (${cases})`
  return `SELECT (SELECT count(*) FROM cases WHERE ${of}) AS cases,
    (SELECT count(*) FROM audit_entries WHERE action = 'case.opened' AND subject_id IN (SELECT id::text FROM cases WHERE ${of})) AS begun,
    ${moved('dispatch')} AS dispatched, ${moved('report')} AS reported, ${moved('agree')} AS agreed,
    (SELECT count(*) FROM case_events WHERE kind = 'noted' AND case_id IN (${cases})) AS noted,
    (SELECT count(*) FROM cases c WHERE ${of} AND c.version <> (SELECT count(*) FROM case_events e WHERE e.case_id = c.id)) AS holes,
    (SELECT count(*) FROM visit_forms WHERE ${of}) AS forms,
    (SELECT count(*) FROM case_attachments WHERE about = 'visit' AND ${of}) AS pictures,
    (SELECT count(*) FROM income_sheets WHERE ${of}) AS sheets, (SELECT count(*) FROM authorisations WHERE ${of}) AS authorisations,
    (SELECT count(*) FROM audit_entries WHERE action = 'visit.received' AND subject_id IN (SELECT household_id::text FROM cases WHERE ${of})) AS received,
    (SELECT count(*) FROM audit_entries WHERE action = 'meeting.sealed' AND subject_id IN (SELECT meeting_id::text FROM (${meetings}) m)) AS sealed,
    (SELECT count(*) FROM meeting_votes WHERE case_id IN (${cases})) AS votes,
    (SELECT count(*) FROM case_attachments WHERE about = 'meeting' AND kind = 'scan' AND about_id IN (SELECT meeting_id::text FROM (${meetings}) m)) AS scans,
    (SELECT count(*) FROM review_notices WHERE posted_on IS NOT NULL) AS hung`
}

/** Cases whose rows are not what their events say. */
export async function casesAstray(data: string, url: string): Promise<number[]> {
  const policy = loadPolicy(shippedPolicy)
  const vault = openVault({ keyFile: join(data, 'keys.json'), cipher: 'aes' })
  const store = await openStore({ url, policy: () => policy, vault, filesFolder: join(data, 'files') })
  try {
    const asker = { officer: systemOfficer, requestId: 'drill' }
    const ids = await store.transaction(asker, (ctx) => ctx.db.selectFrom('cases').select('id').orderBy('id').execute())
    const astray: number[] = []
    for (const { id } of ids) if (await store.transaction(asker, (ctx) => rebuildCase(ctx, Number(id)))) astray.push(Number(id))
    return astray
  } finally {
    await store.close()
  }
}
