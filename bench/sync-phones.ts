/** The phones of the drill: each takes its list along, fills its forms, and sends them when all are ready. */
import { createHash, randomBytes } from 'node:crypto'

export interface Work {
  address: string
  officers: number
  password: string
}

interface Spread {
  p50: number
  p95: number
}

export interface Measured {
  signInSeconds: number
  takeSeconds: number
  seconds: number
  forms: Spread
  photos: Spread
  cut: number
  busy: number
  failed: number
}

interface Visit {
  householdId: number
  tasks: { id: number }[]
  members: { personId: number }[]
  income: { period: string; version: number; size: number; lines: { item: string; amount: string; evidence: string }[] }
}

const photoBytes = 200 * 1024
const signatureBytes = 20 * 1024
const cutEvery = 10
const work = JSON.parse(process.argv[2] ?? '{}') as Work
const marks = { 'x-requested-with': 'xianjie' }

const key = () => randomBytes(16).toString('hex')
const picture = (bytes: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes)])

let asked = 0
let cut = 0
let failed = 0
let busy = 0
const took = { forms: [] as number[], photos: [] as number[] }

/** Sends until it is answered; every tenth time the connection is cut before the answer comes. */
async function send(
  path: string,
  cookie: string,
  idempotency: string,
  make: () => { body: string | FormData; headers: Record<string, string> },
): Promise<number> {
  const started = performance.now()
  for (let tries = 0; tries < 5; tries += 1) {
    asked += 1
    const { body, headers } = make()
    const cutting = asked % cutEvery === 0 && tries === 0 ? AbortSignal.timeout(15) : undefined
    try {
      const answer = await patiently(() =>
        fetch(`${work.address}/api/v1${path}`, {
          method: 'POST',
          headers: { ...marks, cookie, 'idempotency-key': idempotency, ...headers },
          body,
          ...(cutting === undefined ? {} : { signal: cutting }),
        }),
      )
      const said = await answer.text()
      if (answer.ok) return performance.now() - started
      if (answer.status < 500) throw new Error(`${answer.status} ${said}`)
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) {
        process.stderr.write(`${String(error)}\n`)
        failed += 1
        return performance.now() - started
      }
      cut += 1
    }
  }
  failed += 1
  return performance.now() - started
}

/** A busy server is asked again a little later, as a phone does. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask()
    if (answer.ok || tries === 10 || (answer.status !== 503 && answer.status !== 429)) return answer
    busy += 1
    await answer.arrayBuffer()
    await new Promise((done) => setTimeout(done, 250 * 2 ** Math.min(tries, 6) * (0.5 + Math.random())))
  }
}

async function signIn(n: number): Promise<string> {
  const body = JSON.stringify({ username: `phone${n + 1}`, password: work.password })
  const answer = await patiently(() =>
    fetch(`${work.address}/api/v1/session`, {
      method: 'POST',
      headers: { ...marks, 'content-type': 'application/json' },
      body,
    }),
  )
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function take(cookie: string): Promise<Visit[]> {
  const answer = await patiently(() => fetch(`${work.address}/api/v1/visits/package`, { headers: { cookie } }))
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { visits: Visit[] }).visits
}

function filled(visit: Visit) {
  const pictures = [
    { kind: 'photo', clientKey: key(), bytes: picture(photoBytes) },
    { kind: 'signature', clientKey: key(), bytes: picture(signatureBytes) },
  ]
  const at = new Date().toISOString()
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())
  const { period, version, size, lines } = visit.income
  const form = {
    clientKey: key(),
    householdId: visit.householdId,
    taskIds: visit.tasks.map(({ id }) => id),
    purposes: ['routine'],
    visitedOn: day,
    startedAt: at,
    finishedAt: at,
    place: null,
    outcome: 'met',
    metWith: visit.members[0]?.personId ?? null,
    changes: [{ personId: visit.members[0]?.personId ?? null, field: 'health_status', before: '', after: '长期慢性病' }],
    guarantees: ['housing_is_unsafe', 'has_dropout', 'has_uninsured', 'water_is_unsafe'].map((field) => ({ field, isProblem: false })),
    income: { period, version, size, lines },
    conclusions: { routine: 'no_risk' },
    attachments: pictures.map(({ kind, clientKey, bytes }) => ({
      kind,
      clientKey,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      takenAt: at,
      place: null,
    })),
  }
  return { form, pictures }
}

async function sendAll(cookie: string, forms: readonly ReturnType<typeof filled>[]): Promise<void> {
  for (const { form, pictures } of forms) {
    const body = JSON.stringify(form)
    took.forms.push(await send('/visits/forms', cookie, form.clientKey, () => ({ body, headers: { 'content-type': 'application/json' } })))
    for (const { clientKey, bytes } of pictures)
      took.photos.push(
        await send('/visits/attachments', cookie, clientKey, () => {
          const data = new FormData()
          data.append('clientKey', clientKey)
          data.append('formKey', form.clientKey)
          data.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg')
          return { body: data, headers: {} }
        }),
      )
  }
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

const since = (started: number) => (performance.now() - started) / 1000
const all = Array.from({ length: work.officers }, (_, n) => n)
const signing = performance.now()
const cookies = await Promise.all(all.map(signIn))
const signInSeconds = since(signing)
const taking = performance.now()
const lists = await Promise.all(cookies.map(take))
const takeSeconds = since(taking)
const ready = lists.map((visits) => visits.map(filled))
const sending = performance.now()
await Promise.all(cookies.map((cookie, n) => sendAll(cookie, ready[n] ?? [])))
const measured: Measured = {
  signInSeconds,
  takeSeconds,
  seconds: since(sending),
  forms: spread(took.forms),
  photos: spread(took.photos),
  cut,
  busy,
  failed,
}
process.send?.(measured)
