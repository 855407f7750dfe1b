/**
 * Village officers who come back from a day without a network and send everything at once.
 * Every tenth request is cut before its answer and sent again, as on a bad network; in the end every form and photo must be there once.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setUpOffices } from '../src/access/index.ts'
import { type Running, serve } from '../src/app/server/serve.ts'
import type { Settings } from '../src/app/server/settings.ts'
import { askVisit } from '../src/cases/core.ts'
import { checkDigit } from '../src/kernel/index.ts'
import { loadRegister } from '../src/registry/index.ts'
import { systemOfficer } from '../src/store/index.ts'
import type { Verdict } from './drill.ts'
import type { Measured, Work } from './sync-phones.ts'

const [officers, households, port] = [50, 8, 8497]
const county = '522399'
const password = 'Yanlian-Mima-2026'
const mostSeconds = 120

const villageOf = (n: number) => `${county}${String(1 + Math.floor(n / 10)).padStart(3, '0')}${String(1 + (n % 10)).padStart(3, '0')}`
const asker = { officer: { ...systemOfficer, area: county }, requestId: 'drill' }

async function settle({ store, access }: Running): Promise<void> {
  const villages = Array.from({ length: officers }, (_, n) => villageOf(n))
  const townships = [...new Set(villages.map((code) => code.slice(0, 9)))]
  await store.transaction({ ...asker, officer: systemOfficer }, (ctx) =>
    setUpOffices(ctx, access.roles, {
      divisions: [county, ...townships, ...villages].map((code) => ({ code, name: `演练${code.slice(6) || '县'}` })),
      offices: villages.map((divisionCode) => ({ divisionCode, name: `演练村${divisionCode.slice(6)}`, kind: 'government' as const })),
      officers: villages.map((divisionCode, n) => ({
        name: `演练${n + 1}`,
        username: `phone${n + 1}`,
        role: 'village_cadre',
        office: { divisionCode, name: `演练村${divisionCode.slice(6)}` },
        password,
      })),
    }),
  )
  const rows = villages.flatMap((village, v) =>
    Array.from({ length: households }, (_, h) => ({
      village,
      number: `${county}${String(v * 100 + h).padStart(8, '0')}`,
      at: v * 100 + h,
    })),
  )
  await store.transaction(asker, (ctx) =>
    loadRegister(ctx, {
      county,
      key: 'drill',
      on: '2026-01-01',
      fields: new Set(['wage_income', 'name', 'id_number', 'relation_to_head']),
      households: once(
        rows.map(({ village, number }) => ({
          householdNumber: number,
          divisionCode: village,
          township: '演练乡',
          village: '演练村',
          valuesJson: JSON.stringify({ household_kind: '一般农户', wage_income: '20000.00' }),
        })),
      ),
      persons: once(
        rows.map(({ number, at }) => ({
          householdNumber: number,
          isHead: true,
          name: '演练户',
          idNumber: idNumber(at),
          phone: null,
          otherPhone: null,
          valuesJson: JSON.stringify({ relation_to_head: '户主', born_on: '1980-01-01', person_number: `${number}1` }),
        })),
      ),
    }),
  )
  await store.transaction(asker, async (ctx) => {
    const found = await ctx.db.selectFrom('households').select('id').execute()
    for (const { id } of found)
      await askVisit(ctx, {
        householdId: id,
        caseId: null,
        purpose: 'routine',
        dueOn: ctx.today,
        questions: [],
        officerId: null,
        source: `drill:${id}`,
      })
  })
}

function idNumber(at: number): string {
  const first = `${county}${1950 + Math.floor(at / 900)}0101${String(at % 900).padStart(3, '0')}`
  return first + checkDigit(first)
}

async function* once<T>(rows: T[]): AsyncIterable<T[]> {
  yield rows
}

/** Phones in a process of their own, so that they do not share the server's thread. */
function phones(work: Work): Promise<Measured> {
  return new Promise((done, fail) => {
    const child = fork(join(import.meta.dirname, 'sync-phones.ts'), [JSON.stringify(work)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    child.once('message', (measured) => done(measured as Measured))
    child.once('error', fail)
    child.once('exit', (code) => code === 0 || fail(new Error(`the phones ended with ${code}`)))
  })
}

const settingsIn = (folder: string): Settings => ({
  data: join(folder, 'data'),
  host: '127.0.0.1',
  port,
  databaseUrl: process.env.DATABASE_URL,
  keyFile: join(folder, 'keys.json'),
  cipher: 'aes',
  digest: 'sha256',
  demoHouseholds: 0,
  demoMonths: 0,
  region: undefined,
  tls: undefined,
  oidc: undefined,
  baseUrl: undefined,
  openMetrics: false,
  logLevel: 'warn',
  logTo: 'file',
})

/** What stood in the database afterwards, against what was sent. */
export async function syncDrill(): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-drill-sync-'))
  let running: Running | undefined
  try {
    running = await serve(settingsIn(folder))
    await settle(running)
    const measured = await phones({ address: running.address, officers, password })
    await pause(200)
    const { rows } = await running.store.asOwner((client) =>
      client.query<
        Record<string, string>
      >(`SELECT (SELECT count(*) FROM visit_forms) AS forms, (SELECT count(DISTINCT household_id) FROM visit_forms) AS households,
      (SELECT count(*) FROM case_attachments) AS attachments, (SELECT count(*) FROM visit_tasks WHERE state = 'open') AS open, (SELECT count(*) FROM income_sheets) AS sheets`),
    )
    const wanted = officers * households
    const found = Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]))
    const isWhole =
      found.forms === wanted &&
      found.households === wanted &&
      found.attachments === wanted * 2 &&
      found.open === 0 &&
      found.sheets === wanted
    const isOk = isWhole && measured.failed === 0 && measured.seconds <= mostSeconds
    return {
      isOk,
      lines: [
        `${officers} 人同时发送，每人 ${households} 户，每户一份表、一张照片、一个签名`,
        `登录 ${measured.signInSeconds.toFixed(1)} 秒，取名单 ${measured.takeSeconds.toFixed(1)} 秒`,
        `发送共 ${measured.seconds.toFixed(1)} 秒（上限 ${mostSeconds}）；入户表 p50 ${measured.forms.p50} p95 ${measured.forms.p95} 毫秒，照片 p50 ${measured.photos.p50} p95 ${measured.photos.p95} 毫秒`,
        `中途断开又重发 ${measured.cut} 次，遇忙再试 ${measured.busy} 次，没有送到 ${measured.failed} 份；收到表 ${found.forms}/${wanted}，附件 ${found.attachments}/${wanted * 2}，收入表 ${found.sheets}/${wanted}，未了任务 ${found.open}`,
      ],
    }
  } finally {
    await running?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
