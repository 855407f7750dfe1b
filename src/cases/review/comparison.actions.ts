/** The comparison with the asset datasets as a job, and what officers say about what it flags. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openEngine } from '../../engine/index.ts'
import { readFolder } from '../../intake/index.ts'
import { type AcceptedFile, acceptedFiles, type PlacedChoice, policyBySheet, readingPlace } from '../../intake/server/index.ts'
import { addDays, type PlainDay, Problem } from '../../kernel/index.ts'
import { type Policy, resolveParameter } from '../../policy/index.ts'
import { type Context, type Officer, openKeptFile, type RunningJob, recordActs, storeProblems, systemOfficer } from '../../store/index.ts'
import { caseById, stateLabel } from '../core.ts'
import {
  comparedSince,
  explainRow,
  failComparison,
  finishComparison,
  flagById,
  reuseComparison,
  type WaitingComparison,
  waitingComparisons,
} from './comparison.queries.ts'
import { assetKinds, type Compared, comparedRows, type Member, reliefDataset } from './comparison.sql.ts'
import { askComparison } from './effects.ts'
import { reviewProblems } from './problems.ts'
import { reviewPolicy } from './review-policy.ts'

const comparable = ['verifying', 'village_review', 'on_notice', 'objection', 'township_review', 'county_approval']

/** Compares anew, after a department has handed in a newer file or a first try failed. */
export async function compareAgain(ctx: Context, caseId: number): Promise<{ caseId: number }> {
  const theCase = await caseById(ctx, caseId)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  if (!comparable.includes(theCase.state)) throw new Problem(reviewProblems.notComparable, { state: stateLabel(theCase) })
  await askComparison(ctx, theCase)
  const { division_code: divisionCode } = theCase
  await recordActs(ctx, [{ action: 'comparison.asked', subjectKind: 'case', subjectId: caseId, divisionCode }])
  return { caseId }
}

export interface Explained {
  explainedAs: string
  explanation: string
}

/** One flag, one explanation, once; it stays beside the flag for whoever reviews. */
export async function explainFlag(ctx: Context, id: number, { explainedAs, explanation }: Explained): Promise<{ id: number }> {
  const flag = await flagById(ctx, id)
  if (flag.explained_as !== null) throw new Problem(reviewProblems.explained, { by: flag.explained_by ?? '' })
  if (!(explainedAs in reviewPolicy(ctx.policy).comparison.explanations))
    throw new Problem(reviewProblems.wrongReason, { found: explainedAs })
  await explainRow(ctx, id, explainedAs, explanation)
  const { division_code: divisionCode } = flag
  await recordActs(ctx, [
    { action: 'flag.explained', subjectKind: 'asset_flag', subjectId: id, divisionCode, details: { as: explainedAs } },
  ])
  return { id }
}

/** Reads what counts of the county's asset files once for all households of a village that wait; nothing of them stays on disk. */
export async function compareVillage(job: RunningJob): Promise<{ households: number; flags: number }> {
  const { village } = job.input as { village: string }
  const county: Officer = { ...systemOfficer, area: village.slice(0, 6) }
  const waiting = await job.transaction((ctx) => waitingComparisons(ctx, village), county)
  if (waiting.length === 0) return { households: 0, flags: 0 }
  const folder = await mkdtemp(join(tmpdir(), '.xianjie-work-'))
  try {
    const prepared = await job.transaction((ctx) => prepare(ctx, waiting, village, folder), county)
    const compared = await readAll(prepared, folder)
    const flags = await job.transaction((ctx) => keep(ctx, waiting, compared, prepared.since), county)
    return { households: waiting.length, flags }
  } catch (error) {
    const failure = error instanceof Problem ? error.message : '比对没有完成，请重新比对；仍不行时告诉系统管理员。'
    await job.transaction(async (ctx) => {
      for (const one of waiting) await failComparison(ctx, one.id, failure)
    }, county)
    if (error instanceof Problem) return { households: 0, flags: 0 }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Prepared {
  files: readonly AcceptedFile[]
  members: readonly Member[]
  policy: Policy
  /** What officers said about the headers of single sheets. */
  choices: readonly PlacedChoice[]
  county: string
  today: PlainDay
  since: PlainDay
}

const monthsOfFiles = 12

/** Opens for the moment the accepted files that hold an asset dataset or the relief list, and the numbers looked for. */
async function prepare(ctx: Context, waiting: readonly WaitingComparison[], village: string, folder: string): Promise<Prepared> {
  const county = village.slice(0, 6)
  const wanted = new Set([...assetKinds(ctx.policy).map(({ dataset }) => dataset), reliefDataset])
  const accepted = await acceptedFiles(ctx, { area: county, asOf: ctx.today, months: monthsOfFiles })
  const files = accepted
    .map((file) => ({ ...file, sheets: file.sheets.filter(({ dataset }) => wanted.has(dataset)) }))
    .filter(({ sheets }) => sheets.length > 0)
  for (const file of files) {
    const path = join(folder, 'input', readingPlace(file))
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await openKeptFile(ctx, file.keptFileId, path)
  }
  const members = waiting.flatMap(({ householdId, members: own }) =>
    own.flatMap(({ personId, name, idNumber }) =>
      idNumber === null ? [] : [{ householdId, personId, name, idNumber: ctx.vault.open(idNumber) }],
    ),
  )
  const choices = files.flatMap((file) =>
    file.sheets
      .filter(({ columns }) => Object.keys(columns).length > 0)
      .map(({ name, dataset, columns }) => ({ file: readingPlace(file), sheet: name, dataset, columns })),
  )
  const days = Number(resolveParameter(ctx.policy, 'review/comparison_reuse_days', village, ctx.today)?.value ?? 0)
  return { files, members, policy: ctx.policy, choices, county, today: ctx.today, since: addDays(ctx.today, -days) }
}

async function readAll({ files, members, policy, choices, county, today }: Prepared, folder: string): Promise<Compared> {
  if (files.length === 0) return { datasets: [], flags: new Map(), relieved: new Map() }
  const engine = await openEngine({ folder, threads: 1, memory: '400MB' })
  try {
    const workFolder = join(folder, 'work')
    await mkdir(workFolder, { mode: 0o700 })
    const policyOf = policyBySheet(policy, choices)
    await readFolder(engine, { folder: join(folder, 'input'), workFolder, policy, policyOf, asOf: today })
    return await comparedRows(engine, policy, { members, files, county, asOf: today })
  } finally {
    engine.close()
  }
}

async function keep(ctx: Context, waiting: readonly WaitingComparison[], compared: Compared, since: PlainDay): Promise<number> {
  let count = 0
  for (const one of waiting) {
    const why = await knownAlready(ctx, one, compared, since)
    const flags = compared.flags.get(one.householdId) ?? []
    if (why !== undefined) await reuseComparison(ctx, one.id, why)
    else await finishComparison(ctx, one, { datasets: compared.datasets, flags })
    count += why === undefined ? flags.length : 0
  }
  return count
}

/** Compared before within the days allowed, by us or by civil affairs when they granted relief. */
async function knownAlready(
  ctx: Context,
  { householdId }: WaitingComparison,
  { relieved }: Compared,
  since: PlainDay,
): Promise<string | undefined> {
  const relief = relieved.get(householdId)
  if (relief !== undefined && relief.startedOn >= since)
    return `${relief.name}自 ${relief.startedOn} 起享受${relief.category}，民政部门已核对家庭经济状况（${relief.file} 第 ${relief.row} 行）`
  const before = await comparedSince(ctx, householdId, since)
  return before && `${before.on} 已比对${before.flags === 0 ? '，没有提示' : `，${before.flags} 条提示均已说明`}`
}
