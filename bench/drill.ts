/**
 * `npm run drill`: what happens to whole runs when things go wrong, longer than a test may take.
 * Options: --only kill,stop,disk,rerun,workbook,soak,server-load,server-accept,server-screening,server-write,server-cases,sync ·
 * --households N (of the county drilled with, 1000 unless said) · --times N (kills of the server, and as many of its database, in each of its drills; 50 unless said).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { progressLine } from '../src/app/progress.ts'
import { caseKills } from './drill-cases.ts'
import { diskDrill } from './drill-disk.ts'
import { killDrill, stopDrill } from './drill-interrupted.ts'
import { rerunDrill, soakDrill, workbookDrill } from './drill-repeated.ts'
import { prepareServers } from './drill-server.ts'
import { acceptKills, type KillPlan, loadKills, screeningKills, writeKills } from './drill-server-kinds.ts'
import { syncDrill } from './drill-sync.ts'
import { makeTrial, type Trial } from './trial.ts'

/** What a drill found: one line each, and whether all of it was as it must be. */
export interface Verdict {
  isOk: boolean
  lines: string[]
}

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, households: { type: 'string', default: '1000' }, times: { type: 'string', default: '50' } },
})
const households = Number(options.households)

const folder = mkdtempSync(join(tmpdir(), 'xianjie-drill-'))
const place = (name: string) => {
  mkdirSync(join(folder, name))
  return join(folder, name)
}

/** What the drills of the server start from is prepared when the first of them begins. */
let prepared: Promise<KillPlan['prepared']> | undefined
const onServer = (kills: (plan: KillPlan) => Promise<Verdict>) => async (_: Trial, say: (line: string) => void) => {
  say('准备服务器')
  prepared ??= makeTrial(place('server-county'), households, 'none').then(({ input }) => prepareServers(place('server'), input, households))
  return kills({ prepared: await prepared, times: Number(options.times), say })
}

const drills = {
  kill: killDrill,
  stop: stopDrill,
  disk: diskDrill,
  rerun: rerunDrill,
  workbook: workbookDrill,
  soak: soakDrill,
  'server-load': onServer(loadKills),
  'server-accept': onServer(acceptKills),
  'server-screening': onServer(screeningKills),
  'server-write': onServer(writeKills),
  'server-cases': onServer(caseKills),
  sync: () => syncDrill(),
}
const labels: Record<string, string> = {
  kill: '运行中 kill -9',
  stop: 'Ctrl-C',
  disk: '磁盘写满',
  rerun: '重复运行',
  workbook: '一百万行的工作簿',
  soak: '连续运行十次',
  'server-load': '服务器首次导入中 kill -9',
  'server-accept': '服务器接收文件中 kill -9',
  'server-screening': '服务器筛查中 kill -9',
  'server-write': '服务器单项登记中 kill -9',
  'server-cases': '服务器办理帮扶事项中 kill -9',
  sync: '五十名驻村干部同时发送',
}
const wanted = options.only?.split(',') ?? Object.keys(drills)
const unknown = wanted.filter((name) => !(name in drills))
if (unknown.length > 0) throw new Error(`没有这项演练:${unknown.join('、')}`)

const progress = progressLine(process.stderr)
let failed = 0
try {
  progress.say('生成虚构县')
  const trial = await makeTrial(place('shared'), households)
  for (const [name, drill] of Object.entries(drills)) {
    if (!wanted.includes(name)) continue
    const started = performance.now()
    const { isOk, lines } = await drill(trial, (line) => progress.say(`${labels[name]}：${line}`))
    progress.end()
    if (!isOk) failed += 1
    process.stdout.write(
      `${isOk ? '通过' : '不通过'}  ${labels[name]}(${((performance.now() - started) / 1000).toFixed(0)} 秒)\n${lines.map((line) => `  ${line}\n`).join('')}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
