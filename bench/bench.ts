/**
 * `npm run bench`: how fast and in how much memory a county is screened, against a hand-written script on the same engine.
 * Options: --quick (20 000 households, 3 runs), --households N, --large (ten times the county as well), --json.
 */
import { readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { progressLine } from '../src/app/progress.ts'
import { engineMemory as engineMemoryOf } from '../src/app/screen-command.ts'
import { type County, cleanCounty } from './county.ts'
import { type Line, line, machine, median, spread, table } from './lines.ts'
import { type Hit, type Measured, measure } from './measured.ts'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, large: { type: 'boolean' }, json: { type: 'boolean' }, households: { type: 'string' } },
})
const isQuick = options.quick === true
const households = Number(options.households ?? (isQuick ? 20_000 : 160_000))
if (!Number.isInteger(households) || households < 2000) throw new Error('--households 应为不小于 2000 的整数')
const rounds = isQuick ? 3 : 5

/** What the command line leaves to the engine where nobody says how much. */
const engineMemory = engineMemoryOf(undefined)
const steps = ['read', 'link', 'facts', 'rules'] as const
const stepLabels: Record<string, string> = {
  read: '读取',
  link: '关联',
  facts: '事实',
  rules: '规则',
  total: '合计',
  quality: '质量',
  compare: '比对',
  write: '写出',
  workbooks: '工作簿',
}
const progress = progressLine(process.stderr)

interface Runs {
  ours: Measured[]
  baseline: Measured[]
}

const secondsOf = (runs: readonly Measured[], step: string) => runs.map(({ seconds }) => seconds[step] ?? Number.NaN)

async function measureOurs({ folder, region, asOf }: County, more: object = {}): Promise<Measured> {
  return measure('ours.ts', { folder, region, asOf, memory: engineMemory, ...more })
}

/** Ours and the script in turn, each run in a fresh process; the first of each also says what it found. */
async function inTurn(county: County): Promise<Runs> {
  const runs: Runs = { ours: [], baseline: [] }
  const { folder, asOf, line: monitoringLine } = county
  for (let round = 0; round < rounds; round += 1) {
    progress.say(`${households} 户,第 ${round + 1}/${rounds} 轮`)
    const hitsTo = (name: string) => (round === 0 ? { hitsTo: hitsFile(name) } : {})
    runs.baseline.push(await measure('baseline.ts', { folder, asOf, line: monitoringLine, ...hitsTo('baseline') }))
    runs.ours.push(await measureOurs(county, { ...hitsTo('ours'), ...(round === 0 ? { ruleRounds: 21 } : {}) }))
  }
  return runs
}

const hitsFile = (name: string) => join(tmpdir(), `xianjie-bench-${process.pid}-${name}.jsonl`)

function readHits(name: string): Map<string, Hit> {
  const rows = readFileSync(hitsFile(name), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row) as Hit)
  rmSync(hitsFile(name))
  return new Map(rows.map((hit) => [`${hit.household_number} ${hit.rule_id}`, hit]))
}

const isSame = (one: string, other: string) => one === other || Math.abs(Number(one) - Number(other)) < 0.011

/** Hits that only one side has, or that have another head or another deciding value. */
function differences(): string[] {
  const [ours, theirs] = [readHits('ours'), readHits('baseline')]
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((key) => {
    const [one, other] = [ours.get(key), theirs.get(key)]
    if (one !== undefined && other !== undefined && one.head_name === other.head_name && isSame(one.value, other.value)) return []
    return [`${key}:本系统 ${one ? `${one.head_name} ${one.value}` : '无'},手写脚本 ${other ? `${other.head_name} ${other.value}` : '无'}`]
  })
}

function speedLines({ ours, baseline }: Runs, county: County): Line[] {
  const [mine, theirs] = [secondsOf(ours, 'total'), secondsOf(baseline, 'total')]
  const ratio = median(mine) / median(theirs)
  const [mineCpu, theirsCpu] = [median(ours.map(({ cpu }) => cpu)), median(baseline.map(({ cpu }) => cpu))]
  const size = `${county.households} 户、${county.persons} 人、部门数据 ${county.departmentRows} 行`
  const evaluations = ours[0]?.evaluations ?? Number.NaN
  return [
    line(`读取+关联+事实+规则,CSV ${size}`, {
      ours: median(mine),
      reference: median(theirs),
      unit: '秒',
      ratio,
      target: '≤ 1.5',
      isMet: ratio <= 1.5,
      note: `本系统 ${spread(mine)},手写脚本 ${spread(theirs)}`,
    }),
    ...steps.map((step) =>
      line(`  其中${stepLabels[step]}`, { ours: median(secondsOf(ours, step)), unit: '秒', note: spread(secondsOf(ours, step)) }),
    ),
    line('  同上,处理器时间', { ours: mineCpu, reference: theirsCpu, unit: '秒', ratio: mineCpu / theirsCpu }),
    line('  同上,内存峰值', {
      ours: median(ours.map(({ peakMb }) => peakMb)),
      reference: median(baseline.map(({ peakMb }) => peakMb)),
      unit: 'MB',
    }),
    line(`规则求值(${county.households} 户 × 16 条)`, {
      ours: evaluations,
      unit: '次/秒',
      target: '≥ 10,000,000',
      isMet: evaluations >= 1e7,
    }),
  ]
}

function growthLines(what: string, large: Record<string, number>, small: Record<string, number>): Line[] {
  return Object.keys(stepLabels).flatMap((step) => {
    const [mine, reference] = [large[step], small[step]]
    if (mine === undefined || reference === undefined) return []
    const ratio = mine / reference
    return [line(`${what},${stepLabels[step]}`, { ours: mine, reference, unit: '秒', ratio, target: '≤ 11', isMet: ratio <= 11 })]
  })
}

const medians = (runs: readonly Measured[]) => Object.fromEntries(['total', ...steps].map((step) => [step, median(secondsOf(runs, step))]))

/** The whole command on the county and on a tenth of it: memory, and how each step grows. */
async function wholeRuns(county: County, tenth: County, runs: Runs): Promise<{ lines: Line[]; whole: Measured }> {
  progress.say('整条命令,默认设置')
  const whole = await measure('screened.ts', { folder: county.folder, region: county.region, asOf: county.asOf })
  const bounded = await boundedLine(county)
  const small: Measured[] = []
  for (let round = 0; round < 3; round += 1) {
    progress.say(`${tenth.households} 户,第 ${round + 1}/3 轮`)
    small.push(await measureOurs(tenth))
  }
  const wholeSmall = await measure('screened.ts', { folder: tenth.folder, region: tenth.region, asOf: tenth.asOf })
  const beside = ({ seconds: { quality, compare, write, workbooks } }: Measured) =>
    ({ quality, compare, write, workbooks }) as Record<string, number>
  const what = `增长 ${tenth.households} → ${county.households} 户`
  const lines = [
    line(`整条命令(含质量、比对、工作簿),${county.households} 户,内存峰值`, {
      ours: whole.peakMb,
      unit: 'MB',
      target: '≤ 1,500',
      isMet: whole.peakMb <= 1500,
      note: `用时 ${whole.seconds.total?.toFixed(1)} 秒`,
    }),
    bounded,
    ...growthLines(what, { ...medians(runs.ours), ...beside(whole) }, { ...medians(small), ...beside(wholeSmall) }),
  ]
  return { lines, whole }
}

async function boundedLine({ folder, region, asOf, households }: County): Promise<Line> {
  progress.say('整条命令,--memory 1GB')
  const what = `整条命令 --memory 1GB,${households} 户,内存峰值`
  try {
    const bounded = await measure('screened.ts', { folder, region, asOf, memory: '1GB' })
    return line(what, {
      ours: bounded.peakMb,
      unit: 'MB',
      target: '跑完',
      isMet: true,
      note: `用时 ${bounded.seconds.total?.toFixed(1)} 秒`,
    })
  } catch (error) {
    return line(what, { unit: 'MB', target: '跑完', isMet: false, note: reasonOf(error) })
  }
}

/** What went wrong, in one line. */
function reasonOf(error: unknown): string {
  const { message } = error as Error
  return (/^.*Error[^\n]*/m.exec(message)?.[0] ?? message.trim().split('\n').at(-1) ?? '').slice(0, 120)
}

async function largeLines(whole: Measured): Promise<Line[]> {
  const what = `整条命令 --memory 4GB,${households * 10} 户,内存峰值`
  const target = '≤ 4,000'
  if (!options.large) return [line(what, { unit: 'MB', target, note: '未运行,需要 --large' })]
  const { folder, region, asOf } = await cleanCounty(households * 10, progress.say)
  progress.say(`整条命令,${households * 10} 户`)
  try {
    const large = await measure('screened.ts', { folder, region, asOf, memory: '4GB' })
    const memory = line(what, {
      ours: large.peakMb,
      unit: 'MB',
      target,
      isMet: large.peakMb <= 4000,
      note: `用时 ${large.seconds.total?.toFixed(1)} 秒`,
    })
    return [memory, ...growthLines(`增长 ${households} → ${households * 10} 户`, large.seconds, whole.seconds)]
  } catch (error) {
    return [line(what, { unit: 'MB', target, isMet: false, note: reasonOf(error) })]
  }
}

/** The benches of single rooms. */
async function roomLines(): Promise<Line[]> {
  const lines: Line[] = []
  progress.say('按证件号码关联')
  if (isQuick) lines.push(line('关联:60 万人 × 150 万行,按证件号码', { target: '≤ 1.5', note: '--quick 不运行' }))
  else {
    const { run } = await import('./linkage.bench.ts')
    const found = await run()
    lines.push(
      ...found.map(({ what, ours, reference, ratio, unit }, i) =>
        line(what, {
          ours,
          reference,
          ratio,
          unit: unit === 's' ? '秒' : unit,
          ...(i === 0 ? { target: '≤ 1.5', isMet: ratio <= 1.5 } : {}),
        }),
      ),
    )
  }
  progress.say('读取大工作簿')
  try {
    const { run } = await import('./xlsx.bench.ts')
    const found = await run(isQuick ? 20_000 : 300_000)
    lines.push(
      ...found.map(({ what, ours, reference, ratio, memoryMb = 0 }) =>
        line(what, {
          ours,
          reference,
          ratio,
          unit: '行/秒',
          target: '≥ 0.5,< 1,000 MB',
          isMet: ratio >= 0.5 && memoryMb < 1000,
          note: `内存峰值 ${memoryMb} MB`,
        }),
      ),
    )
  } catch (error) {
    lines.push(line('xlsx 300000 × 60', { target: '≥ 0.5,< 1,000 MB', note: `没有跑成:${reasonOf(error)}` }))
  }
  return lines
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
const loadBefore = load()
const county = await cleanCounty(households, progress.say)
const tenth = await cleanCounty(Math.round(households / 10), progress.say)
const runs = await inTurn(county)
const different = differences()
const { lines: wholeLines, whole } = await wholeRuns(county, tenth, runs)
const lines = [...speedLines(runs, county), ...wholeLines, ...(await largeLines(whole)), ...(await roomLines())]
progress.end()

const { cores, processor, memoryGb, node, duckdb } = machine()
const verdict =
  different.length === 0
    ? `与手写脚本的命中、户主和决定值逐条相同(${runs.ours[0]?.leads} 条)`
    : `与手写脚本有 ${different.length} 处不同:\n${different.slice(0, 20).join('\n')}`
if (options.json)
  process.stdout.write(
    `${JSON.stringify({ machine: machine(), load: { before: loadBefore, after: load() }, rounds, lines, different: different.slice(0, 100) }, null, 2)}\n`,
  )
else
  process.stdout.write(
    `机器:${cores} 核(${processor}),内存 ${memoryGb} GB,Node ${node},DuckDB ${duckdb};机器负荷 开始 ${loadBefore},结束 ${load()};每项 ${rounds} 轮取中位数\n\n${table(lines)}\n\n${verdict}\n`,
  )
process.exitCode = different.length === 0 ? 0 : 1
