/** kill -9 of the server, or of its database, during first load, acceptance, screening and single writes: nothing acknowledged is lost, nothing is doubled, jobs go on. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { asOf, region } from './county.ts'
import type { Verdict } from './drill.ts'
import { moments, onCopy, type Prepared, patiently, type Site, strike, told, type Victim } from './drill-server.ts'
import { acceptFile, type Desk, untilIdle } from './server-desk.ts'

export interface KillPlan {
  prepared: Prepared
  /** How many kills of each victim. */
  times: number
  say: (line: string) => void
}

const victims: readonly Victim[] = ['program', 'database']
const names: Readonly<Record<Victim, string>> = { program: '程序', database: '数据库' }
/** A job is given up when its program died five times under it; so many kills it must stand. */
const killsPerJob = 3

/** What came of one thing with some kills in it. */
interface Trial {
  /** Kills that fell while it was going on. */
  hits: number
  wrong: string[]
}

/** Does one thing with a few kills in it, until there were enough that fell into it. */
export async function drilled(
  { times, say }: KillPlan,
  label: string,
  once: (victim: Victim, kills: number) => Promise<Trial>,
): Promise<Verdict> {
  const lines: string[] = []
  const wrong: string[] = []
  for (const victim of victims) {
    let done = 0
    for (let round = 1; done < times && round <= 3 * times; round += 1) {
      say(`${label}，${names[victim]}，${done}/${times}`)
      const trial = await once(victim, Math.min(killsPerJob, times - done))
      done += trial.hits
      wrong.push(...trial.wrong.map((what) => `${names[victim]}，第 ${round} 轮：${what}`))
    }
    lines.push(`${names[victim]}被杀 ${done} 次`)
    if (done < times) wrong.push(`${names[victim]}：只有 ${done} 次赶在做完之前`)
  }
  return { isOk: wrong.length === 0, lines: [...lines, ...wrong] }
}

/** What differs, in words. */
export function unlike(found: object, wanted: object): string[] {
  const [is, should] = [found as Record<string, unknown>, wanted as Record<string, unknown>]
  return Object.keys(should)
    .filter((name) => String(is[name]) !== String(should[name]))
    .map((name) => `${name} 是 ${is[name]}，应为 ${should[name]}`)
}

interface JobSeen {
  state: string
  attempt: number
  error: string | null
}

const jobSeen = (site: Site, kind: string) =>
  patiently(() => told<JobSeen>(site, `SELECT state, attempt, error FROM jobs WHERE kind = '${kind}' ORDER BY id DESC LIMIT 1`))

/** Kills at random moments of a job of a usual length, each of them of the next attempt at it, then waits for its end. */
async function duringJob(site: Site, kind: string, victim: Victim, kills: number, part: () => number): Promise<Trial> {
  let hits = 0
  for (let last = 0; hits < kills; ) {
    const isUp = (job: JobSeen) => job.state === 'running' && (victim === 'database' || job.attempt > last)
    let job = await jobSeen(site, kind)
    for (; !isUp(job) && ['queued', 'running'].includes(job.state); job = await jobSeen(site, kind)) await pause(50)
    if (!isUp(job)) break
    last = job.attempt
    await pause(part() * 1000)
    if ((await jobSeen(site, kind)).state === 'running') hits += 1
    await strike(site, victim)
  }
  await patiently(() => untilIdle(site.bureau, kind))
  const { state, error } = await jobSeen(site, kind)
  return { hits, wrong: state === 'done' ? [] : [`任务 ${kind} 结束于 ${state}：${error}`] }
}

const heldSql = `SELECT (SELECT count(*) FROM households) AS households, (SELECT count(*) FROM persons) AS persons, (SELECT count(*) FROM person_states) AS states,
  (SELECT count(*) FROM register_act_households) AS touched, (SELECT count(*) FROM register_acts) AS acts,
  (SELECT count(*) FROM audit_entries WHERE action = 'register.loaded') AS lines, (SELECT count(*) FROM pg_indexes WHERE tablename = 'persons') AS indexes`

/** The first load, accepted and then killed in the middle. */
export async function loadKills(plan: KillPlan): Promise<Verdict> {
  const { prepared } = plan
  const chance = moments('load')
  const accepted = async (site: Site) => acceptFile(site.bureau, await site.bureau.handIn(prepared.register, asOf.slice(0, 7)))
  let seconds = 0
  const whole = await onCopy(prepared, 'empty', async (site) => {
    await accepted(site)
    const start = performance.now()
    await untilIdle(site.bureau, 'register.load')
    seconds = (performance.now() - start) / 1000
    return told<object>(site, heldSql)
  })
  return drilled(plan, '首次导入', (victim, kills) =>
    onCopy(prepared, 'empty', async (site) => {
      await accepted(site)
      const { hits, wrong } = await duringJob(site, 'register.load', victim, kills, () => chance() * seconds)
      return { hits, wrong: [...wrong, ...unlike(await told<object>(site, heldSql), whole)] }
    }),
  )
}

const foundSql = `SELECT (SELECT count(*) FROM leads) AS leads, (SELECT count(*) FROM lead_events WHERE kind = 'found') AS found, (SELECT count(*) FROM lead_events) AS events,
  (SELECT count(*) FROM quality_findings) AS findings, (SELECT count(*) FROM screening_runs WHERE is_done) AS runs,
  (SELECT count(*) FROM audit_entries WHERE action = 'screening.finished') AS lines`

/** The first screening of a county. */
export async function screeningKills(plan: KillPlan): Promise<Verdict> {
  const { prepared } = plan
  const chance = moments('screening')
  const asked = (site: Site) => site.bureau.need('POST', '/screening/runs', { divisionCode: region, asOf })
  let seconds = 0
  const whole = await onCopy(prepared, 'filled', async (site) => {
    const start = performance.now()
    await asked(site)
    await untilIdle(site.bureau, 'screening.run')
    seconds = (performance.now() - start) / 1000
    return told<object>(site, foundSql)
  })
  return drilled(plan, '筛查', (victim, kills) =>
    onCopy(prepared, 'filled', async (site) => {
      await asked(site)
      const { hits, wrong } = await duringJob(site, 'screening.run', victim, kills, () => chance() * seconds)
      const left = await leftAlone(site.temporary)
      return { hits, wrong: [...wrong, ...left, ...unlike(await told<object>(site, foundSql), whole)] }
    }),
  )
}

/** Private folders of dead programs must go; the sweep may take a moment. */
async function leftAlone(temporary: string): Promise<string[]> {
  const left = () => readdirSync(temporary).filter((name) => name.startsWith('.xianjie-work-'))
  for (let tried = 0; left().length > 0 && tried < 100; tried += 1) await pause(100)
  return left().map((name) => `临时文件夹 ${name} 没有清理`)
}

interface Listed {
  id: number
  name: string
  state: string
  version: number
}

/** Files handed in one after another, and accepted, while somebody pulls the plug. */
export async function acceptKills(plan: KillPlan): Promise<Verdict> {
  const { prepared } = plan
  const chance = moments('accept')
  const lines = readFileSync(prepared.listed, 'utf8').trimEnd().split('\n')
  let made = 0
  return drilled(plan, '文件接收', (victim, kills) =>
    onCopy(prepared, 'filled', async (site) => {
      const wrong: string[] = []
      for (let n = 0; n < kills; n += 1) {
        made += 1
        const path = join(site.temporary, `名单${made}.csv`)
        writeFileSync(path, [lines[0], ...lines.slice(1 + made, 6 + made), ''].join('\n'))
        wrong.push(...(await oneFile(site, path, victim, chance() * 2)))
      }
      return { hits: kills, wrong }
    }),
  )
}

/** Hands in and accepts with a kill somewhere between; what was acknowledged must stand, and the rest can be done again. */
async function oneFile(site: Site, path: string, victim: Victim, after: number): Promise<string[]> {
  const acknowledged: { id?: number; isAccepted?: boolean } = {}
  const going = (async () => {
    acknowledged.id = await site.bureau.handIn(path, asOf.slice(0, 7))
    await acceptFile(site.bureau, acknowledged.id)
    acknowledged.isAccepted = true
  })().catch(() => undefined)
  await pause(after * 1000)
  await strike(site, victim)
  await going
  const known = async () =>
    (await patiently(() => site.bureau.need<{ items: Listed[] }>('GET', '/files?limit=200'))).items.filter(
      ({ name }) => name === basename(path),
    )
  const wrong: string[] = []
  let [file] = await known()
  if (acknowledged.id !== undefined && file?.id !== acknowledged.id) wrong.push(`${basename(path)} 已回答收到，却没有了`)
  const id = file?.id ?? (await patiently(() => site.bureau.handIn(path, asOf.slice(0, 7))))
  await patiently(() => untilIdle(site.bureau, 'file.read'))
  ;[file] = await known()
  if (acknowledged.isAccepted === true && file?.state !== 'accepted') wrong.push(`${basename(path)} 已回答接收，却是 ${file?.state}`)
  if (file?.state === 'read') await patiently(() => acceptFile(site.bureau, id))
  const all = await known()
  if (all.length !== 1 || all[0]?.state !== 'accepted')
    wrong.push(`${basename(path)} 有 ${all.length} 份，${all.map(({ state }) => state).join('、')}`)
  const { status } = await site.bureau.ask('GET', `/files/${id}/original`)
  if (status !== 200) wrong.push(`${basename(path)} 的原件打不开（${status}）`)
  const held = await told<object>(
    site,
    `SELECT count(*) AS lines FROM audit_entries WHERE action = 'file.accepted' AND subject_id = '${id}'`,
  )
  return [...wrong, ...unlike(held, { lines: 1 })]
}

const writers = 4

/** Four officers who add people and write remarks without a pause. */
export async function writeKills(plan: KillPlan): Promise<Verdict> {
  const chance = moments('write')
  return drilled(plan, '单项登记', (victim, kills) =>
    onCopy(plan.prepared, 'filled', async (site) => {
      const { items } = await site.bureau.need<{ items: { id: number }[] }>('GET', '/register/households?limit=50')
      const day: Day = { acknowledged: new Set(), tried: new Set(), isOver: false }
      const working = Array.from({ length: writers }, (_, n) => writeOn(site.bureau, items.slice(n * 10, n * 10 + 10), n, day))
      for (let n = 0; n < kills; n += 1) {
        await pause(300 + chance() * 1500)
        await strike(site, victim)
      }
      await pause(500)
      day.isOver = true
      await Promise.all(working)
      return { hits: kills, wrong: await writtenOnce(site, day) }
    }),
  )
}

interface Day {
  acknowledged: Set<string>
  tried: Set<string>
  isOver: boolean
}

/** Adds one newborn after another, each with a key of its own, and asks again with the same key when no answer came. */
async function writeOn(desk: Desk, households: readonly { id: number }[], writer: number, day: Day): Promise<void> {
  for (let n = 0; !day.isOver; n += 1) {
    const id = households[n % households.length]?.id
    const name = `新生儿${String.fromCodePoint(0x4e00 + writer)}${n}号`
    const { version } = await patiently(() => desk.need<{ version: number }>('GET', `/register/households/${id}`))
    const person = { name, values: { sex: '男', born_on: '2026-10-01' } }
    const body = { kind: 'birth', on: '2026-10-01', version, relation: '之孙子', person }
    day.tried.add(name)
    await patiently(async () => {
      const said = await desk.ask('POST', `/register/households/${id}/events`, body, { 'idempotency-key': `${writer}-${n}` })
      if (said.status >= 400) throw new Error(JSON.stringify(said.json))
      day.acknowledged.add(name)
    })
  }
}

/** Everybody who was acknowledged is there, once, with one state and one line of the audit trail; who was not, at most once. */
async function writtenOnce(site: Site, { acknowledged, tried }: Day): Promise<string[]> {
  const { names: there = [] } = await told<{ names: string[] | null }>(
    site,
    `SELECT array_agg(name) AS names FROM persons WHERE name LIKE '新生儿%'`,
  ).then(({ names }) => ({ names: names ?? [] }))
  const counts = new Map<string, number>()
  for (const name of there) counts.set(name, (counts.get(name) ?? 0) + 1)
  const lost = [...acknowledged].filter((name) => !counts.has(name))
  const doubled = [...counts].filter(([, count]) => count > 1)
  const unknown = there.filter((name) => !tried.has(name))
  const beside = await told<object>(
    site,
    `SELECT (SELECT count(*) FROM register_acts WHERE kind = 'birth') AS acts, (SELECT count(*) FROM audit_entries WHERE action = 'register.changed') AS lines,
      (SELECT count(*) FROM person_states s JOIN persons p ON p.id = s.person_id WHERE p.name LIKE '新生儿%') AS states`,
  )
  return [
    ...(acknowledged.size === 0 ? ['没有一项登记得到回答'] : []),
    ...(lost.length > 0 ? [`丢失 ${lost.join('、')}`] : []),
    ...(doubled.length > 0 ? [`重复 ${doubled.map(([name, count]) => `${name}×${count}`).join('、')}`] : []),
    ...(unknown.length > 0 ? [`来历不明 ${unknown.join('、')}`] : []),
    ...unlike(beside, { acts: there.length, lines: there.length, states: there.length }),
  ]
}
