/** What each command does; exit codes 0 done, 1 could not be done, 2 wrong usage. */

import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { failingExamples, loadComparisons } from '../comparison/index.ts'
import { openEngine } from '../engine/index.ts'
import { type PlainDay, Problem, parsePlainDay } from '../kernel/index.ts'
import {
  checkPolicy,
  diffPolicy,
  errorLine,
  explainParameter,
  loadPolicy,
  type Policy,
  PolicyErrors,
  resolveParameter,
} from '../policy/index.ts'
import { checkQualityExamples, checkRuleExamples, loadQualityPack } from '../screening/index.ts'
import { generateCounty, scoreRun, scoreTable } from './demo/index.ts'
import { writeResults } from './output.ts'
import { runCounty } from './pipeline.ts'
import { runProblems } from './problems.ts'
import { progressLine } from './progress.ts'
import { closeRunFolders, openRunFolders, publish, translateFileError } from './run-folder.ts'
import type { Summary } from './summary.ts'
import { summaryText } from './summary-text.ts'
import { readExemptions, writeDepartmentTemplate, writeExemptionTemplate } from './workbooks/index.ts'

const usage = `衔接：县级防止返贫动态监测和帮扶系统

用法:
  xianjie screen <文件夹> --region <县级区划代码> --as-of <比对日> --out <结果文件夹>
         [--policy <政策文件夹>] [--previous <上月文件夹>] [--exemptions <豁免清单.xlsx>] [--reviewed <关联待核.xlsx>]
         [--threads N] [--memory 4GB] [--json]
  xianjie template <数据表> --out <文件.xlsx>        发给部门填报的空表；数据表写 exemptions 得到豁免清单空表
  xianjie policy check | explain <参数> --at <区划代码> --on <日期> | diff <旧文件夹> <新文件夹>
  xianjie demo generate --out <文件夹> --households N --seed S [--region <县级区划代码>] [--as-of <比对日>] [--mess full|light|none] [--format mixed|csv] [--previous]
  xianjie demo score <结果文件夹> <truth.json>
`

class Usage extends Error {}

const shippedPolicy = resolve(import.meta.dirname, '../../policy')

type Options = NonNullable<ParseArgsConfig['options']>

function parse<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage(`参数不对：${(error as Error).message.split('\n')[0]}`)
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new Usage(`缺少 ${name}`)
  return value
}

function dayOf(value: string): PlainDay {
  const day = parsePlainDay(value)
  if (day === undefined) throw new Problem(runProblems.badDay, { day: value })
  return day
}

function wholeNumber(value: string, name: string, least: number): number {
  if (!/^\d+$/.test(value) || Number(value) < least) throw new Usage(`${name} 应为不小于 ${least} 的整数，现为“${value}”`)
  return Number(value)
}

function memoryOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const match = /^(\d+(?:\.\d+)?)\s*(GB|MB|G|M)$/i.exec(value)
  if (!match) throw new Usage(`--memory 应写成 4GB 或 800MB,现为“${value}”`)
  return value
}

/** Runs a command line and answers its exit code; no error leaves a stack trace. */
export async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'screen') return await screenCommand(rest)
    if (command === 'template') return await templateCommand(rest)
    if (command === 'policy') return await policyCommand(rest)
    if (command === 'demo') return await demoCommand(rest)
    if (command === 'start') return await startCommand()
    if (command === 'serve' || command === 'db') throw new Usage(`“${command}”属于联网版，本版本还没有`)
    if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
      process.stdout.write(usage)
      return command === undefined ? 2 : 0
    }
    throw new Usage(`没有“${command}”这个命令`)
  } catch (error) {
    return answer(error)
  }
}

function answer(error: unknown): number {
  if (error instanceof Usage) {
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
  if (error instanceof PolicyErrors) {
    process.stderr.write(`${new Problem(runProblems.badPolicy, { lines: error.errors.map(errorLine).join('\n') }).message}\n`)
    return 1
  }
  if (error instanceof Problem) {
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  const message = error instanceof Error ? (process.env.XIANJIE_DEBUG ? error.stack : error.message.split('\n')[0]) : String(error)
  process.stderr.write(`程序内部错误，没有写入任何结果：${message}\n请把这一行和所用命令发给维护人员。\n`)
  return 1
}

const screenOptions = {
  region: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  policy: { type: 'string' },
  previous: { type: 'string' },
  exemptions: { type: 'string' },
  reviewed: { type: 'string' },
  threads: { type: 'string' },
  memory: { type: 'string' },
  json: { type: 'boolean' },
} as const

async function screenCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, screenOptions)
  if (positionals.length > 1) throw new Usage(`只能给一个文件夹，多出：${positionals.slice(1).join(' ')}`)
  const folder = resolve(required(positionals[0], '<文件夹>'))
  const region = required(values.region, '--region')
  const asOf = required(values['as-of'], '--as-of')
  const out = resolve(required(values.out, '--out'))
  const threads = values.threads === undefined ? undefined : wholeNumber(values.threads, '--threads', 1)
  const memory = memoryOf(values.memory)
  if (!/^\d{6}$/.test(region)) throw new Problem(runProblems.badRegion, { region })
  const policy = loadPolicy(values.policy ?? shippedPolicy)
  const summary = await screenFolder({
    folder,
    region,
    asOf: dayOf(asOf),
    out,
    policy,
    ...(values.previous === undefined ? {} : { previous: resolve(values.previous) }),
    ...(values.exemptions === undefined ? {} : { exemptions: resolve(values.exemptions) }),
    ...(values.reviewed === undefined ? {} : { reviewed: resolve(values.reviewed) }),
    ...(threads === undefined ? {} : { threads }),
    ...(memory === undefined ? {} : { memory }),
  })
  process.stdout.write(values.json ? `${JSON.stringify(summary)}\n` : summaryText(summary, out, policy))
  return 0
}

interface ScreenFolder {
  folder: string
  region: string
  asOf: PlainDay
  out: string
  policy: Policy
  previous?: string
  exemptions?: string
  reviewed?: string
  threads?: number
  memory?: string
}

/** Memory given to the engine: what the program itself needs is kept back. */
export function engineMemory(memory: string | undefined): string {
  const match = /^([\d.]+)\s*(G|M)/i.exec(memory ?? '1.2GB')
  const megabytes = Number(match?.[1] ?? 1.2) * (match?.[2]?.toUpperCase() === 'M' ? 1 : 1000)
  return `${Math.max(200, Math.round(megabytes - Math.min(450, megabytes * 0.4)))}MB`
}

async function screenFolder(options: ScreenFolder): Promise<Summary> {
  const started = performance.now()
  if (options.out === options.folder) throw new Problem(runProblems.outIsInput, { folder: options.out })
  const stopper = new AbortController()
  const stop = () => stopper.abort(new Problem(runProblems.stopped, {}))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const folders = await openRunFolders(options.out)
  const progress = progressLine(process.stderr)
  try {
    const exemptions = options.exemptions === undefined ? undefined : await exemptionsOf(options.exemptions)
    const run = await runCounty({
      folder: options.folder,
      region: options.region,
      asOf: options.asOf,
      policy: options.policy,
      workFolder: folders.work,
      signal: stopper.signal,
      onProgress: progress.say,
      memory: engineMemory(options.memory),
      ...(options.previous === undefined ? {} : { previous: options.previous }),
      ...(options.threads === undefined ? {} : { threads: options.threads }),
      ...(exemptions === undefined ? {} : { exemptions }),
      ...(options.reviewed === undefined ? {} : { reviewed: options.reviewed }),
    })
    try {
      const summary = await writeResults(run, folders.staging, started)
      stopper.signal.throwIfAborted()
      await publish(folders)
      return summary
    } finally {
      run.engine.close()
    }
  } catch (error) {
    if (stopper.signal.aborted) throw new Problem(runProblems.stopped, {})
    throw translateFileError(error, folders.out, options.memory ?? '1.2GB')
  } finally {
    progress.end()
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await closeRunFolders(folders)
  }
}

async function exemptionsOf(path: string) {
  const { exemptions, problems } = await readExemptions(path)
  if (problems.length > 0)
    throw new Problem(runProblems.badReturned, {
      lines: problems
        .map((problem) => `${problem.file} ${problem.sheet} 第 ${problem.row} 行 ${problem.column}：${problem.message}`)
        .join('\n'),
    })
  return exemptions.map((exemption) => ({ ...exemption, personIdNumber: exemption.personIdNumber ?? '' }))
}

async function templateCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { out: { type: 'string' }, policy: { type: 'string' }, day: { type: 'string' } } as const)
  const name = required(positionals[0], '<数据表>')
  const out = resolve(required(values.out, '--out'))
  const policy = loadPolicy(values.policy ?? shippedPolicy)
  const day = values.day ?? new Date().toISOString().slice(0, 10)
  if (name === 'exemptions') {
    const pack = loadQualityPack(policy.folder)
    await writeExemptionTemplate(out, { regionName: '', day, rules: pack.rules.map((rule) => ({ id: rule.id, label: rule.family.label })) })
  } else {
    const dataset = policy.datasets.get(name)
    if (!dataset) throw new Problem(runProblems.noSuchDataset, { name, known: [...policy.datasets.keys()].join('、') })
    await writeDepartmentTemplate(out, dataset, Object.fromEntries(policy.codeLists), { day })
  }
  process.stdout.write(`已生成 ${out}\n`)
  return 0
}

async function policyCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { at: { type: 'string' }, on: { type: 'string' }, policy: { type: 'string' } } as const)
  const [verb, ...rest] = positionals
  const folder = values.policy ?? shippedPolicy
  if (verb === 'check') return policyCheck(folder)
  if (verb === 'explain') {
    const lines = explainParameter(
      loadPolicy(folder),
      required(rest[0], '<参数>'),
      required(values.at, '--at'),
      dayOf(required(values.on, '--on')),
    )
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  }
  if (verb === 'diff') {
    const lines = diffPolicy(loadPolicy(required(rest[0], '<旧文件夹>')), loadPolicy(required(rest[1], '<新文件夹>')))
    process.stdout.write(`${lines.length === 0 ? '没有差别' : lines.join('\n')}\n`)
    return 0
  }
  throw new Usage('policy 之后应为 check、explain 或 diff')
}

async function policyCheck(folder: string): Promise<number> {
  const checked = checkPolicy(folder)
  process.stdout.write(`${checked.lines.join('\n')}\n`)
  if (!checked.ok || !checked.policy) return 1
  const { policy } = checked
  const work = await mkdtemp(join(tmpdir(), '.xianjie-work-'))
  const engine = await openEngine({ folder: work })
  try {
    const rules = (await checkRuleExamples(engine, policy)).map(
      (failure) => `规则 ${failure.rule} 的例子“${failure.example}”应为 ${failure.expected}，得到 ${failure.found}`,
    )
    const quality = (
      await checkQualityExamples(
        engine,
        loadQualityPack(folder),
        (parameter, at, on) =>
          (resolveParameter(policy, parameter.replace('$', ''), at, dayOf(on))?.value ?? null) as number | string | null,
      )
    ).map((failure) => `质量规则的例子不符：${JSON.stringify(failure)}`)
    const comparisons = await comparisonFailures(policy)
    const failures = [...rules, ...quality, ...comparisons]
    process.stdout.write(failures.length === 0 ? '全部规则的例子都符合\n' : `${failures.join('\n')}\n`)
    return failures.length === 0 ? 0 : 1
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}

/** The examples beside every pair of sources; they overwrite tables and so have an engine of their own. */
async function comparisonFailures(policy: Policy): Promise<string[]> {
  const work = await mkdtemp(join(tmpdir(), '.xianjie-work-'))
  const engine = await openEngine({ folder: work })
  try {
    const resolve = (parameter: string, on: string) =>
      (resolveParameter(policy, parameter.replace('$', ''), 'national', dayOf(on))?.value ?? undefined) as string | number | undefined
    return (await failingExamples(engine, loadComparisons(policy), resolve)).map(
      (failure) => `来源比对的例子不符：${JSON.stringify(failure)}`,
    )
  } finally {
    engine.close()
    await rm(work, { recursive: true, force: true })
  }
}

const demoOptions = {
  out: { type: 'string' },
  households: { type: 'string' },
  seed: { type: 'string' },
  region: { type: 'string' },
  'as-of': { type: 'string' },
  mess: { type: 'string' },
  format: { type: 'string' },
  previous: { type: 'boolean' },
} as const

async function demoCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, demoOptions)
  if (positionals[0] === 'score') return scoreCommand(positionals.slice(1))
  if (positionals[0] !== 'generate') throw new Usage('demo 之后应为 generate 或 score')
  const oneOf = <T extends string>(value: string, known: readonly T[], name: string): T => {
    if (!(known as readonly string[]).includes(value)) throw new Usage(`${name} 应为 ${known.join('、')} 之一`)
    return value as T
  }
  const progress = progressLine(process.stderr)
  const summary = await generateCounty({
    out: resolve(required(values.out, '--out')),
    households: wholeNumber(values.households ?? '3000', '--households', 1),
    seed: wholeNumber(values.seed ?? '1', '--seed', 0),
    ...(values.region === undefined ? {} : { region: values.region }),
    ...(values['as-of'] === undefined ? {} : { asOf: dayOf(values['as-of']) }),
    ...(values.mess === undefined ? {} : { mess: oneOf(values.mess, ['full', 'light', 'none'], '--mess') }),
    ...(values.format === undefined ? {} : { format: oneOf(values.format, ['mixed', 'csv'], '--format') }),
    ...(values.previous ? { previous: true } : {}),
    onProgress: (done, of) => progress.say(`生成虚构县 ${done}/${of} 户`),
  })
  progress.end()
  process.stdout.write(
    `已生成虚构县：${summary.households} 户、${summary.persons} 人、部门数据 ${summary.departmentRows} 行，在 ${summary.inputFolder}；真相在 ${summary.truthFile}\n`,
  )
  return 0
}

function scoreCommand(args: string[]): number {
  process.stdout.write(`${scoreTable(scoreRun(resolve(required(args[0], '<结果文件夹>')), resolve(required(args[1], '<truth.json>'))))}\n`)
  return 0
}

/** `npm start`: an invented county of 3 000 households, screened before one's eyes. */
async function startCommand(): Promise<number> {
  const data = resolve(process.env.XIANJIE_DATA ?? 'data')
  const county = join(data, 'demo')
  const out = join(data, 'demo-results')
  const asOf = '2026-10-31' as PlainDay
  const region = '522399'
  if (!existsSync(join(county, 'truth.json'))) {
    await rm(county, { recursive: true, force: true })
    await demoCommand([
      'generate',
      '--out',
      county,
      '--households',
      '3000',
      '--seed',
      '1',
      '--region',
      region,
      '--as-of',
      asOf,
      '--previous',
    ])
  }
  const policy = loadPolicy(shippedPolicy)
  const summary = await screenFolder({ folder: join(county, 'input'), region, asOf, out, policy, previous: join(county, 'previous') })
  process.stdout.write(summaryText(summary, out, policy))
  return 0
}
