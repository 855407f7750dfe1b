/** The way of a row, from a folder to results: read → link → facts → rules → leads; quality and comparison beside it. */
import { realpath } from 'node:fs/promises'
import {
  type ChangeCount,
  type ComparisonCount,
  type ComparisonPack,
  compareMonths,
  compareSources,
  loadComparisons,
} from '../comparison/index.ts'
import { type Engine, openEngine } from '../engine/index.ts'
import { type IntakeReport, identityIssues, type RegisterReport, readFolder, replaceDeadHeads, uniteRegister } from '../intake/index.ts'
import { addMonths, type PlainDay, Problem } from '../kernel/index.ts'
import { type LinkageReport, type LinkageSettings, linkRows, loadLinkageSettings, type ReviewDecision } from '../linkage/index.ts'
import { type Policy, resolveParameter } from '../policy/index.ts'
import {
  type CounterEvidencePack,
  collectLeads,
  type Exemption,
  evaluateQuality,
  findCounterEvidence,
  findSources,
  type HandedInSheet,
  type HouseholdLine,
  type Lead,
  leadId,
  loadCounterEvidence,
  loadQualityPack,
  type QualityCount,
  type QualityPack,
  rankHouseholds,
  type ScreeningReport,
  ScreeningRun,
  screen,
} from '../screening/index.ts'
import { runProblems } from './problems.ts'
import { isInResultFolder } from './run-folder.ts'
import { isOurWorkbook, readReviewDecisions } from './workbooks/index.ts'

export interface RunOptions {
  folder: string
  previous?: string
  region: string
  asOf: PlainDay
  policy: Policy
  /** How one sheet is read, where officers said that of it alone. */
  policyOf?: (file: string, sheet: string) => Policy | undefined
  workFolder: string
  threads?: number
  memory?: string
  exemptions?: readonly Exemption[]
  /** The filled link-review workbook. */
  reviewed?: string
  signal?: AbortSignal
  onProgress?: (line: string) => void
  /** Skip what the sixteen rules do not need. */
  rulesOnly?: boolean
}

/** What other folders of the policy say: each read once, when it is first asked for. */
export interface PolicyPacks {
  linkage(): LinkageSettings
  counterEvidence(): CounterEvidencePack
  quality(): QualityPack
  comparisons(): ComparisonPack
}

/** Everything a run found out, with the engine that still holds its tables. */
export interface Run {
  options: RunOptions
  packs: PolicyPacks
  engine: Engine
  screening: ScreeningRun
  intake: IntakeReport
  register: RegisterReport
  linkage: LinkageReport
  report: ScreeningReport
  leads: Lead[]
  households: HouseholdLine[]
  quality: QualityCount[]
  comparisons: ComparisonCount[]
  changes: ChangeCount[] | undefined
  datasets: string[]
  seconds: { read: number; link: number; facts: number; rules: number; quality: number; compare: number }
}

interface Linked {
  intake: IntakeReport
  register: RegisterReport
  linkage: LinkageReport
  datasets: string[]
  seconds: { read: number; link: number }
}

const registerDataset = 'household_register'

function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined
  return () => {
    known ??= { value: read() }
    return known.value
  }
}

function packsOf(policy: Policy): PolicyPacks {
  return {
    linkage: once(() => loadLinkageSettings(policy.folder)),
    counterEvidence: once(() => loadCounterEvidence(policy.folder)),
    quality: once(() => loadQualityPack(policy.folder)),
    comparisons: once(() => loadComparisons(policy)),
  }
}

/** Runs the whole way. The caller writes the results and closes the engine. */
export async function runCounty(options: RunOptions): Promise<Run> {
  const engine = await openEngine({
    folder: options.workFolder,
    ...(options.threads ? { threads: options.threads } : {}),
    ...(options.memory ? { memory: options.memory } : {}),
  })
  const stop = () => engine.interrupt()
  options.signal?.addEventListener('abort', stop)
  try {
    return await runOn(engine, options)
  } catch (error) {
    engine.close()
    throw error
  } finally {
    options.signal?.removeEventListener('abort', stop)
  }
}

async function runOn(engine: Engine, options: RunOptions): Promise<Run> {
  const say = (line: string) => options.onProgress?.(line)
  const packs = packsOf(options.policy)
  const previous = options.previous === undefined ? undefined : await readPrevious(engine, options, options.previous, packs)
  const linked = await readAndLink(engine, options, packs, say)
  const clock = performance.now()
  const screening = screeningRun(options, linked.intake, options.asOf)
  say('计算事实、套用规则')
  const report = await screen(engine, screening.options)
  options.signal?.throwIfAborted()
  await findCounterEvidence(engine, screening, packs.counterEvidence())
  await findSources(engine, screening)
  const leads = await collectLeads(engine, screening)
  const households = rankHouseholds(leads, previous?.leadIds)
  const rulesDone = performance.now()
  const beside = options.rulesOnly
    ? { quality: [], comparisons: [], qualityDone: rulesDone }
    : await besideTheWay(engine, options, linked, packs)
  const months = previous && { current: linked.datasets, previous: previous.datasets }
  const changes = months && (await compareWithPrevious(engine, options, months, packs.comparisons()))
  const facts = report.seconds.facts
  return {
    options,
    packs,
    engine,
    screening,
    ...linked,
    report,
    leads,
    households,
    quality: beside.quality,
    comparisons: beside.comparisons,
    changes,
    seconds: {
      ...linked.seconds,
      facts,
      rules: (rulesDone - clock) / 1000 - facts,
      quality: (beside.qualityDone - rulesDone) / 1000,
      compare: (performance.now() - beside.qualityDone) / 1000,
    },
  }
}

function screeningRun(options: RunOptions, intake: IntakeReport, asOf: PlainDay): ScreeningRun {
  const sheets: HandedInSheet[] = intake.sheets.map(({ dataset, sheetNo, rowsIn, absent }) => ({ dataset, sheetNo, rowsIn, absent }))
  return new ScreeningRun({ policy: options.policy, region: options.region, asOf, sheets })
}

async function readAndLink(engine: Engine, options: RunOptions, packs: PolicyPacks, say: (line: string) => void): Promise<Linked> {
  const started = performance.now()
  const { folder } = options
  const input = await realpath(folder).catch(() => folder)
  const intake = await readFolder(engine, {
    folder,
    workFolder: options.workFolder,
    policy: options.policy,
    ...(options.policyOf ? { policyOf: options.policyOf } : {}),
    asOf: options.asOf,
    isOurs: async (path) => isInResultFolder(path, input) || (/\.xlsx$/i.test(path) && (await isOurWorkbook(path))),
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: ({ file, fileNo, files, rows }) => say(`读取 ${fileNo}/${files} ${file}(累计 ${rows} 行)`),
  })
  const register = await uniteRegister(engine, intake, options)
  const read = performance.now()
  options.signal?.throwIfAborted()
  const datasets = [...new Set(intake.sheets.map(({ dataset }) => dataset))].filter((dataset) => dataset !== registerDataset).sort()
  say(`关联 ${register.persons} 人、${register.households} 户与 ${datasets.length} 类部门数据`)
  const decisions = options.reviewed === undefined ? [] : await decisionsOf(options.reviewed)
  const linkage = await linkRows(engine, packs.linkage(), { datasets, decisions, onProgress: say })
  options.signal?.throwIfAborted()
  await replaceDeadHeads(engine, options.asOf, { deaths: datasets.includes('deaths'), accidents: datasets.includes('accidents') })
  return { intake, register, linkage, datasets, seconds: { read: (read - started) / 1000, link: (performance.now() - read) / 1000 } }
}

function withoutReview({ reviewed: _, ...options }: RunOptions): RunOptions {
  return options
}

/** What clerks decided; the workbook names persons by masked numbers, which the linkage room finds within the household. */
async function decisionsOf(path: string): Promise<ReviewDecision[]> {
  const { decisions, problems } = await readReviewDecisions(path, (_, key) => key)
  if (problems.length > 0)
    throw new Problem(runProblems.badReturned, {
      lines: problems
        .map((problem) => `${problem.file} ${problem.sheet} 第 ${problem.row} 行 ${problem.column}：${problem.message}`)
        .join('\n'),
    })
  return decisions.map((decision) => ({ ...decision, person_id_number: decision.person_id_number ?? '' }))
}

/** Data quality, identity issues and disagreeing sources: what the leads do not need. */
async function besideTheWay(engine: Engine, options: RunOptions, linked: Linked, packs: PolicyPacks) {
  options.onProgress?.('检查数据质量、比对来源')
  const resolve = (parameter: string) =>
    (resolveParameter(options.policy, parameter.replace('$', ''), options.region, options.asOf)?.value ?? null) as number | string | null
  await identityIssues(engine, linked.intake, options.asOf)
  await engine.run(linkNoteSql(linked.datasets))
  const quality = await evaluateQuality(engine, packs.quality(), {
    asOf: options.asOf,
    resolve,
    exemptions: options.exemptions ?? [],
    datasets: new Set(linked.datasets),
  })
  options.signal?.throwIfAborted()
  const qualityDone = performance.now()
  const comparisons = await compareSources(engine, packs.comparisons(), {
    asOf: options.asOf,
    datasets: linked.datasets,
    resolve: (parameter) => resolve(parameter) ?? undefined,
  })
  return { quality, comparisons, qualityDone }
}

/** Notes of the linkage with the row they stand on, as the quality list reads them. */
function linkNoteSql(datasets: readonly string[]): string {
  const rows = datasets.map(
    (
      dataset,
    ) => `SELECT n.kind, p.household, n.person, 'name' AS field, n.found || '(登记为 ' || n.expected || ')' AS found, b.sheet_no, b.row_no
    FROM link_note n JOIN person p USING (person) JOIN rows_${dataset} b ON b.r = n.r WHERE n.dataset = '${dataset}'`,
  )
  return rows.length === 0
    ? 'SELECT 1'
    : `CREATE OR REPLACE TEMP TABLE note_row AS ${rows.join(' UNION ALL ')}; CREATE OR REPLACE TABLE link_finding AS SELECT * FROM note_row; DROP TABLE note_row`
}

/** Last month's folder in a schema of its own, screened as of a month ago, so that what is new can be told. */
async function readPrevious(engine: Engine, options: RunOptions, folder: string, packs: PolicyPacks) {
  const say = (line: string) => options.onProgress?.(`上月：${line}`)
  const asOf = addMonths(options.asOf, -1)
  await engine.run('CREATE SCHEMA previous; USE previous')
  const linked = await readAndLink(engine, withoutReview({ ...options, asOf, folder }), packs, say)
  const screening = screeningRun(options, linked.intake, asOf)
  await screen(engine, screening.options)
  const rows = await engine.rows<{ household_number: string; rule_id: string }>(
    'SELECT household_number, rule_id FROM lead JOIN household USING (household)',
  )
  await engine.run('USE main')
  return { datasets: linked.datasets, leadIds: new Set(rows.map((row) => leadId(row.household_number, row.rule_id))) }
}

async function compareWithPrevious(
  engine: Engine,
  options: RunOptions,
  datasets: { current: string[]; previous: string[] },
  pack: ComparisonPack,
): Promise<ChangeCount[]> {
  options.onProgress?.('与上月比较')
  return compareMonths(engine, {
    current: 'main',
    previous: 'previous',
    datasets,
    definitions: pack.definitions,
    keys: pack.months,
    asOf: options.asOf,
  })
}
