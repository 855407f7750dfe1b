/** `xianjie screen` and `xianjie template`: from a folder to results, and the blank forms departments fill. */
import { resolve } from 'node:path'
import { type PlainDay, Problem } from '../kernel/index.ts'
import { loadPolicy, type Policy } from '../policy/index.ts'
import { loadQualityPack } from '../screening/index.ts'
import { dayOf, overlayOf, parse, required, shippedPolicy, Usage, wholeNumber } from './command-line.ts'
import { writeResults } from './output.ts'
import { runCounty } from './pipeline.ts'
import { runProblems } from './problems.ts'
import { progressLine } from './progress.ts'
import { closeRunFolders, openRunFolders, publish, translateFileError } from './run-folder.ts'
import type { Summary } from './summary.ts'
import { summaryText } from './summary-text.ts'
import { readExemptions, writeDepartmentTemplate, writeExemptionTemplate } from './workbooks/index.ts'

function memoryOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const match = /^(\d+(?:\.\d+)?)\s*(GB|MB|G|M)$/i.exec(value)
  if (!match) throw new Usage(`--memory 应写成 4GB 或 800MB,现为“${value}”`)
  return value
}

const screenOptions = {
  region: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  policy: { type: 'string' },
  overlay: { type: 'string' },
  previous: { type: 'string' },
  exemptions: { type: 'string' },
  reviewed: { type: 'string' },
  threads: { type: 'string' },
  memory: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Screens a folder and writes its results. */
export async function screenCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, screenOptions)
  if (positionals.length > 1) throw new Usage(`只能给一个文件夹，多出：${positionals.slice(1).join(' ')}`)
  const folder = resolve(required(positionals[0], '<文件夹>'))
  const region = required(values.region, '--region')
  const asOf = required(values['as-of'], '--as-of')
  const out = resolve(required(values.out, '--out'))
  const threads = values.threads === undefined ? undefined : wholeNumber(values.threads, '--threads', 1)
  const memory = memoryOf(values.memory)
  if (!/^\d{6}$/.test(region)) throw new Problem(runProblems.badRegion, { region })
  const policy = loadPolicy(values.policy ?? shippedPolicy, overlayOf(values.overlay))
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

/** Memory given to the engine: four tenths are kept back for the program itself, whose share grows with the county. */
export function engineMemory(memory: string | undefined): string {
  const match = /^([\d.]+)\s*(G|M)/i.exec(memory ?? '1.2GB')
  const megabytes = Number(match?.[1] ?? 1.2) * (match?.[2]?.toUpperCase() === 'M' ? 1 : 1000)
  return `${Math.max(200, Math.round(megabytes * 0.6))}MB`
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

/** Writes the blank form of a dataset, or of the exemption list. */
export async function templateCommand(args: string[]): Promise<number> {
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
