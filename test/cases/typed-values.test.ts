/** How much people write for one recognition, from the lead or the paper to the approved case with all its papers: at most 25 values. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, plainDay } from '../../src/kernel/index.ts'
import { type MovingCounty, movingCounty, type Worker } from './moving-county.test-support.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route
type Json = any

const root = resolve(import.meta.dirname, '../..')
const most = 25

/**
 * What a request carries that nobody enters or chooses: numbers and keys of the program, what the page works out, what names the thing a value is about.
 * Everything else that is not exactly what the page proposed counts, one by one; pressing a button is not a value, a photo and a signature are counted apart.
 */
const notEntered: Readonly<Record<string, readonly string[]>> = {
  'POST /cases': ['leadIds.*'],
  'POST /applications': [],
  'POST /applications/:id/accept': ['version'],
  'POST /cases/:id/acts/:action': ['version'],
  'POST /visits/forms': [
    'clientKey',
    'startedAt',
    'finishedAt',
    'typedValues',
    'guarantees.*.field',
    'answers.*.key',
    'answers.*.question',
    'changes.*.personId',
    'changes.*.field',
    'changes.*.before',
    'attachments.*',
  ],
  'POST /review/meetings': ['clientKey'],
  // Those who agree are what those against and abstaining leave.
  'PUT /review/meetings/:id': ['savedKey', 'version', 'representativesTotal', 'votes.*.agree'],
  'POST /review/meetings/:id/seal': ['version'],
  'POST /review/flags/:id/explain': [],
  'POST /review/notices': ['divisionCode', 'kind', 'caseIds.*'],
  'POST /review/notices/:id/post': ['version'],
  'POST /review/notices/:id/end': ['version'],
  'POST /cases/:id/file': [],
}

type Leaf = string | number | boolean

/** Every single value of a body with its place; nothing written is no value. */
function leavesOf(value: Json, place = ''): [string, Leaf][] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [[place, value as Leaf]]
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, place === '' ? key : `${place}.${key}`))
}

const isLike = (place: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.+')}$`).test(place)

interface Entry {
  by: string
  route: string
  place: string
}

let county: MovingCounty
let li: Worker
let wang: Worker
let wu: Worker
let zhao: Worker
let zhou: Worker
let entries: Entry[] = []
let pictures = 0

beforeAll(async () => {
  county = await movingCounty()
  li = county.worker('li')
  wang = county.worker('wang')
  wu = county.worker('wu')
  zhao = county.worker('zhao')
  zhou = county.worker('zhou')
}, 300_000)
afterAll(() => county?.close())

/** Sends what a page would send; what is not what the page proposed is noted as entered. */
async function send(who: Worker, route: string, path: string, proposed: Json, body: Json): Promise<Json> {
  note(who, route, proposed, body)
  const [method = ''] = route.split(' ')
  return who.ask(method, path, body)
}

function note(who: Worker, route: string, proposed: Json, body: Json): void {
  const passed = notEntered[route]
  if (passed === undefined) throw new Error(`${route} is not in the table`)
  const known = new Map(leavesOf(proposed))
  for (const [place, value] of leavesOf(body))
    if (known.get(place) !== value && !passed.some((pattern) => isLike(place, pattern))) entries.push({ by: who.username, route, place })
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
function picture(): Buffer {
  pictures += 1
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`picture ${pictures}`)])
}

/** The words the drawer of a move proposes itself. */
const usualOpinion = '同意。'

/** A move as its drawer sends it: what was found or proposed stands there, `written` is what the officer puts in its place. */
async function press(who: Worker, caseId: number, action: string, written: Json = {}): Promise<void> {
  const card = await who.ask('GET', `/cases/${caseId}`)
  const move = card.moves.find((one: Json) => one.action === action)
  const asked = move.records.filter(({ input }: Json) => input !== null)
  const proposed = Object.fromEntries(
    asked.flatMap(({ kind, proposed: value }: Json) => {
      if (value !== undefined) return [[kind, kind === 'visitor' ? { officerId: value } : value]]
      return kind === 'opinion' ? [[kind, usualOpinion]] : []
    }),
  )
  const version = card.version
  await send(
    who,
    'POST /cases/:id/acts/:action',
    `/cases/${caseId}/acts/${action}`,
    { record: proposed },
    { version, record: { ...proposed, ...written } },
  )
}

/** The phone's own form: what it sends of an untouched form is what it proposes. */
interface Phone {
  newDraft(visit: Json, form: Json, now: Date): Json
  bodyOf(draft: Json, form: Json, now: Date): Json
}

async function visit(caseId: number): Promise<void> {
  const phone = (await import(join(root, 'web/field/draft.ts'))) as Phone
  const { householdId } = await li.ask('GET', `/cases/${caseId}`)
  const { visits, form } = await li.ask('GET', '/visits/package')
  const taken = visits.find((one: Json) => one.householdId === householdId)
  const draft = phone.newDraft(taken, form, county.now())
  const proposed = phone.bodyOf(draft, form, county.now())
  const [photo, signature] = [picture(), picture()]
  const attached = [photo, signature].map((content, at) => ({
    clientKey: sha256(content).slice(0, 32),
    kind: at === 0 ? 'photo' : 'signature',
    sha256: sha256(content),
    takenAt: county.now().toISOString(),
    place: null,
    caption: '',
  }))
  const [wages, ...rest] = draft.lines
  const finished = {
    ...draft,
    // One thing has changed with the head, the wages are lower than in the register, a benefit is new.
    changes: { [`${draft.metWith}.work_months`]: '4', '0.compliant_self_paid': '23000' },
    guarantees: Object.fromEntries(form.guarantees.map(({ field }: Json) => [field, { isProblem: false, note: '' }])),
    lines: [
      ...(wages === undefined ? [] : [{ ...wages, amount: '5200', evidence: '银行流水或惠农卡明细' }]),
      ...rest,
      { item: 'd2', amount: '2400', evidence: '补贴发放表' },
    ],
    answers: Object.fromEntries(taken.questions.map(({ key }: Json) => [key, { answer: 'yes', words: '' }])),
    conclusions: { verification: 'at_risk' },
    note: '户主患病，自付费用大，务工收入减少。',
    attachments: attached,
  }
  const body = phone.bodyOf(finished, form, county.now())
  await send(li, 'POST /visits/forms', '/visits/forms', proposed, body)
  for (const [at, content] of [photo, signature].entries())
    await li.send('/visits/attachments', content, { formKey: body.clientKey, clientKey: attached[at]?.clientKey ?? '' })
}

/** The village has met before: its people are on the roster; all are ticked, two are not there, one votes against. */
async function judge(caseId: number): Promise<void> {
  const { divisionCode } = await li.ask('GET', `/cases/${caseId}`)
  const clientKey = sha256(picture()).slice(0, 32)
  const { id } = await send(li, 'POST /review/meetings', '/review/meetings', { divisionCode }, { divisionCode, clientKey })
  const page = await li.ask('GET', `/review/meetings/${id}`)
  const everybody = page.attendance.map((one: Json) => ({ ...one, isPresent: true }))
  const voters = everybody.filter(({ kind }: Json) => page.policy.kinds[kind].votes).length
  const { heldOn, place, chair, recorder, representativesTotal } = page
  const votes = (agree: number, disagree: number) => [{ caseId, agree, disagree, abstain: 0, note: '' }]
  const proposed = { heldOn, place, chair, recorder, representativesTotal, attendance: everybody, discussion: '', votes: votes(voters, 0) }
  const body = {
    ...proposed,
    savedKey: clientKey,
    version: page.version,
    attendance: everybody.map((one: Json, at: number) => ({ ...one, isPresent: at > 1 })),
    discussion: '该户情况属实，建议纳入。',
    votes: votes(voters - 3, 1),
  }
  const { version } = await send(li, 'PUT /review/meetings/:id', `/review/meetings/${id}`, proposed, body)
  await li.send(`/review/meetings/${id}/pages`, picture(), { kind: 'scan' })
  await send(li, 'POST /review/meetings/:id/seal', `/review/meetings/${id}/seal`, {}, { version })
  await until(caseId, 'on_notice')
}

async function until(caseId: number, state: string): Promise<void> {
  for (let tried = 0; tried < 100; tried += 1) {
    if ((await zhao.ask('GET', `/cases/${caseId}`)).state === state) return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`case ${caseId} does not come to ${state}`)
}

/** Made from what waits, with the office and phone of the township's last sheet, and hung. */
async function post(caseId: number, kind: string): Promise<number> {
  const { items } = await li.ask('GET', '/review/notices/waiting')
  const waiting = items.find((one: Json) => one.kind === kind && one.cases.some((other: Json) => other.caseId === caseId))
  const { divisionCode, objectionOffice, objectionPhone, village } = waiting
  const body = { divisionCode, kind, caseIds: [caseId], objectionOffice, objectionPhone }
  const { id } = await send(li, 'POST /review/notices', '/review/notices', { objectionOffice, objectionPhone }, body)
  const { version } = await li.ask('GET', `/review/notices/${id}`)
  const fields = { version: String(version), postedOn: county.today(), place: `${village}村务公开栏` }
  note(li, 'POST /review/notices/:id/post', { postedOn: fields.postedOn, place: fields.place }, fields)
  await li.send(`/review/notices/${id}/post`, picture(), fields)
  return id
}

async function takeDown(caseId: number, noticeId: number): Promise<void> {
  const { firstUntil } = await li.ask('GET', `/review/notices/${noticeId}`)
  await county.moveTo(addDays(plainDay(firstUntil), 1))
  const { version } = await li.ask('GET', `/review/notices/${noticeId}`)
  note(li, 'POST /review/notices/:id/end', {}, { version: String(version) })
  await li.send(`/review/notices/${noticeId}/end`, picture(), { version: String(version) })
  await until(caseId, 'township_review')
}

/** What the asset files say is explained, flag by flag. */
async function explain(caseId: number): Promise<void> {
  await county.untilIdle('case.compare')
  const { comparison } = await li.ask('GET', `/cases/${caseId}/review`)
  for (const { id, explainedAs } of comparison?.flags ?? [])
    if (explainedAs === null)
      await send(
        li,
        'POST /review/flags/:id/explain',
        `/review/flags/${id}/explain`,
        {},
        { explainedAs: 'old', explanation: '车龄已满十五年' },
      )
}

/** From the case that has begun to the one approved, with its result on the board and every paper in its file. */
async function recognise(caseId: number): Promise<string[]> {
  if ((await wang.ask('GET', `/cases/${caseId}`)).state === 'suspected') await press(wang, caseId, 'dispatch')
  await visit(caseId)
  await press(li, caseId, 'report')
  await judge(caseId)
  const noticeId = await post(caseId, 'recognition')
  await explain(caseId)
  await takeDown(caseId, noticeId)
  await press(wu, caseId, 'endorse', { opinion: '程序完整，未发现大额资产，同意上报。' })
  await press(zhou, caseId, 'admit')
  await post(caseId, 'recognition_result')
  return papersOf(caseId)
}

/** The names of the papers in the household's file. */
async function papersOf(caseId: number): Promise<string[]> {
  const { items } = await li.ask('GET', `/cases/${caseId}/papers`)
  const open = items.filter(({ missing }: Json) => missing !== null).map(({ form }: Json) => form)
  expect(open).toEqual(['measure_plan', 'clearing'])
  const body = { isFull: false }
  note(li, 'POST /cases/:id/file', body, body)
  const zip = unzipSync(new Uint8Array((await li.take(`/cases/${caseId}/file`, body)) ?? []))
  return Object.keys(zip)
}

/** How many values, by route; the list itself stands in the message of a failure. */
const counted = () => Object.fromEntries([...Map.groupBy(entries, ({ route }) => route)].map(([route, some]) => [route, some.length]))
const told = () => entries.map(({ by, route, place }) => `${by} ${route} ${place}`).join('\n')

async function freshLead(): Promise<Json> {
  const { area } = await li.ask('GET', '/session')
  const { items } = await wang.ask('GET', `/leads?state=open&division=${area.code}&limit=200&sort=rank`)
  return items.find(({ householdId, alreadyMonitored }: Json) => householdId !== null && !alreadyMonitored)
}

test('the page proposes the opinion that this count leaves out', () => {
  expect(readFileSync(join(root, 'web/office/cases/moves.tsx'), 'utf8')).toContain(`opinion: '${usualOpinion}'`)
})

test('from a lead to the approved case with all its papers people enter at most 25 values', { timeout: 240_000 }, async () => {
  const lead = await freshLead()
  entries = []
  const { items } = await send(wang, 'POST /cases', '/cases', {}, { leadIds: [lead.id] })
  const papers = await recognise(items[0].caseId)
  expect(papers.filter((name) => name.endsWith('.docx')).length).toBe(8)
  expect(counted(), told()).toEqual({
    'POST /visits/forms': 16,
    'PUT /review/meetings/:id': 4,
    'POST /review/flags/:id/explain': 2,
    'POST /cases/:id/acts/:action': 1,
  })
  expect(entries.length, told()).toBeLessThanOrEqual(most)
})

test('from a paper the household brought it is at most 25 values too, those on the paper among them', { timeout: 240_000 }, async () => {
  const { items } = await li.ask('GET', '/register/households?limit=100')
  const { items: busy } = await li.ask('GET', '/cases?limit=200')
  const taken = new Set(busy.map(({ householdId }: Json) => householdId))
  const household = items.find(({ id, isMonitored }: Json) => !taken.has(id) && !isMonitored)
  const { members } = await li.ask('GET', `/register/households/${household.id}`)
  const head = members.find(({ isHead }: Json) => isHead)
  const { id_number: idNumber } = (
    await li.ask('POST', `/register/persons/${head.id}/unmask`, { fields: ['id_number'], reason: '核对纸质申请' })
  ).values
  entries = []
  const paper = { name: head.name, idNumber, phone: '13900001234', difficulty: '因病', words: '老人住院，自付费用多。' }
  const { id } = await send(li, 'POST /applications', '/applications', {}, paper)
  const one = await wang.ask('GET', `/applications/${id}`)
  const [candidate] = one.candidates
  const chosen = { householdId: candidate.householdId, also: [], note: '' }
  const { caseId } = await send(wang, 'POST /applications/:id/accept', `/applications/${id}/accept`, chosen, {
    ...chosen,
    version: one.version,
  })
  await recognise(caseId)
  expect(counted(), told()).toEqual({
    'POST /applications': 5,
    'POST /visits/forms': 13,
    'PUT /review/meetings/:id': 4,
    'POST /cases/:id/acts/:action': 1,
  })
  expect(entries.length, told()).toBeLessThanOrEqual(most)
})
