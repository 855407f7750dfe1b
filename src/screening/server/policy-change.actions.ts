/** Setting a parameter for one's own region: one officer proposes, a second approves, and the next run reads it. */
import type { z } from 'zod'
import { type FileAnswer, kindsOf, orderFor, pageOf, permissions, tableWorkbook } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { citationText, loadPolicy, type Policy, PolicyErrors, resolveParameter } from '../../policy/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { divisionOf, readCursor } from './filters.rules.ts'
import {
  approvedChanges,
  type ChangeRow,
  type ChangeState,
  changeById,
  changeOrders,
  changeRows,
  decideChange,
  insertChange,
  setValueOf,
} from './policy-change.queries.ts'
import { citationOf, lawIdOf, overlayOf, type ParameterValue, type SetValue, sameValue, wrongKindOfValue } from './policy-change.rules.ts'
import type { changePage, changeQuery, changeShape, newChange } from './policy-change-shapes.ts'
import { screeningProblems } from './problems.ts'
import { regionWord } from './words.rules.ts'

type Change = z.infer<typeof changeShape>

export const changeStateLabels = { proposed: '待批准', approved: '已批准', refused: '不同意', withdrawn: '已撤回' } as const

export async function changeList(ctx: Context, query: z.infer<typeof changeQuery>): Promise<z.infer<typeof changePage> | FileAnswer> {
  const filters = { division: divisionOf(ctx.officer, query.division), parameter: query.parameter, state: query.state }
  const order = orderFor(changeOrders, query.sort)
  if (query.format === 'xlsx') {
    const rows = async (most: number) => (await changeRows(ctx, filters, order, undefined, most)).map((row) => changeAnswer(ctx, row))
    return tableWorkbook(ctx, { name: '本地参数调整', divisionCode: filters.division, columns, rows })
  }
  const rows = await changeRows(ctx, filters, order, readCursor(query.after, kindsOf(order)), query.limit + 1)
  return pageOf(
    rows,
    query.limit,
    (row) => changeAnswer(ctx, row),
    ({ place }) => place,
  )
}

/** Checked as strictly as a file of the policy folder, so that what is approved can be read. */
export async function proposeChange(ctx: Context, body: z.infer<typeof newChange>): Promise<Change> {
  const region = ctx.officer.area
  if (region === '') throw new Problem(screeningProblems.noOwnRegion, {})
  const { parameter, from: fromOn, value, reason, basis } = body
  const definition = ctx.policy.parameters.get(parameter)
  if (definition === undefined) throw new Problem(screeningProblems.noSuchParameter, { key: parameter })
  const { article, ...document } = basis
  const wrong = wrongKindOfValue(definition, value)
  if (wrong !== undefined) throw new Problem(screeningProblems.changeRefused, { label: definition.label, reasons: [wrong] })
  const change = { region, parameter, fromOn, value, reason, document, article }
  const own = ctx.policy.regions.get(region)?.parameters.get(parameter)?.values[fromOn]
  if (own !== undefined && sameValue(own.value, value) && own.basis.includes(citationOf(change)))
    throw new Problem(screeningProblems.nothingChanges, { label: definition.label, from: fromOn })
  await refuseUnfit(ctx, { ...change, approvedOn: ctx.today })
  const before = resolveParameter(ctx.policy, parameter, region, fromOn)?.value ?? null
  const id = await insertChange(ctx, { ...change, before })
  await record(ctx, 'policy.proposed', id, change)
  return foundChange(ctx, id)
}

/** By another person than the one who proposed it; holds for every run from now on. */
export async function approveChange(ctx: Context, id: number, note: string): Promise<Change> {
  const row = await openChange(ctx, id)
  refuseOwn(ctx, row)
  await refuseUnfit(ctx, { ...setValueOf(row), approvedOn: ctx.today })
  await decide(ctx, row, 'approved', note)
  ctx.afterCommit((store) => store.policyChanged())
  return foundChange(ctx, id)
}

export async function refuseChange(ctx: Context, id: number, note: string): Promise<Change> {
  const row = await openChange(ctx, id)
  refuseOwn(ctx, row)
  await decide(ctx, row, 'refused', note)
  return foundChange(ctx, id)
}

/** By the one who proposed it. */
export async function withdrawChange(ctx: Context, id: number, note: string): Promise<Change> {
  const row = await openChange(ctx, id)
  if (row.proposed_by !== ctx.officer.id) throw new Problem(screeningProblems.notYourChange, { name: row.proposed_by_name })
  await decide(ctx, row, 'withdrawn', note)
  return foundChange(ctx, id)
}

/** The approved values of the officer's region and those above it, as a file the command line reads too. */
export async function overlayFile(ctx: Context): Promise<FileAnswer> {
  const overlay = overlayOf(await approvedChanges(ctx)) ?? { text: 'regions: {}\n' }
  return { kind: 'file', name: `本地参数-${ctx.today}.yaml`, type: 'application/yaml; charset=utf-8', content: Buffer.from(overlay.text) }
}

async function openChange(ctx: Context, id: number): Promise<ChangeRow> {
  const row = await changeById(ctx, id)
  if (row === undefined || !row.division_code.startsWith(ctx.officer.area))
    throw new Problem(storeProblems.notFound, { what: '这项参数调整' })
  if (row.state !== 'proposed') throw new Problem(screeningProblems.changeDecided, decidedWords(row))
  return row
}

const decidedWords = (row: ChangeRow) => ({ state: changeStateLabels[row.state as ChangeState], name: row.decided_by_name ?? '' })

function refuseOwn({ officer }: Context, row: ChangeRow): void {
  if (row.proposed_by === officer.id) throw new Problem(screeningProblems.ownChange, { permission: permissions['policy.approve'] })
}

/** Two people decide at once: the second is told. */
async function decide(ctx: Context, row: ChangeRow, state: Exclude<ChangeState, 'proposed'>, note: string): Promise<void> {
  if (!(await decideChange(ctx, row.id, state, note))) throw new Problem(storeProblems.stale, { changed: [] })
  await record(ctx, `policy.${state}`, row.id, setValueOf(row))
}

/** The folder with all approved changes and this one must still be without a mistake. */
async function refuseUnfit(ctx: Context, change: SetValue): Promise<void> {
  try {
    loadPolicy(ctx.policy.folder, overlayOf([...(await approvedChanges(ctx)), change]))
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    const label = ctx.policy.parameters.get(change.parameter)?.label ?? change.parameter
    throw new Problem(screeningProblems.changeRefused, { label, reasons: [...new Set(error.errors.map(({ message }) => message))] })
  }
}

async function record(ctx: Context, action: string, id: number, { region, parameter, fromOn, value }: Omit<SetValue, 'approvedOn'>) {
  const details = { parameter, from: fromOn, value: value as string | number | null }
  await recordActs(ctx, [{ action, subjectKind: 'parameter_change', subjectId: id, divisionCode: region, details }])
}

async function foundChange(ctx: Context, id: number): Promise<Change> {
  return changeAnswer(ctx, (await changeById(ctx, id)) as ChangeRow)
}

function changeAnswer(ctx: Context, row: ChangeRow): Change {
  const { officer, policy } = ctx
  const change = setValueOf(row)
  const definition = policy.parameters.get(row.parameter)
  const isOpen = row.state === 'proposed' && row.division_code.startsWith(officer.area)
  const isOwn = row.proposed_by === officer.id
  return {
    id: row.id,
    region: row.division_code,
    regionLabel: regionWord(row.division_code),
    parameter: row.parameter,
    label: definition?.label ?? row.parameter,
    unit: definition?.unit ?? '',
    from: row.from_on,
    value: shown(change.value),
    valueBefore: shown(row.value_before as unknown as ParameterValue),
    ...basisOf(policy, change),
    reason: row.reason,
    state: row.state as ChangeState,
    stateLabel: changeStateLabels[row.state as ChangeState],
    proposedBy: row.proposed_by_name,
    proposedAt: row.proposed_at.toISOString(),
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionNote: row.decision_note,
    isApplied: row.state === 'approved' && isApplied(policy, change),
    mayDecide: isOpen && !isOwn && officer.permissions.has('policy.approve'),
    mayWithdraw: isOpen && isOwn && officer.permissions.has('policy.change'),
  }
}

const shown = (value: ParameterValue) => (Array.isArray(value) ? [...value] : (value as string | number | boolean | null))

/** Whether the policy in force takes its value of that day from this change. */
export function isApplied(policy: Policy, change: SetValue): boolean {
  const stated = policy.regions.get(change.region)?.parameters.get(change.parameter)?.values[change.fromOn]
  return stated !== undefined && sameValue(stated.value, change.value) && stated.note === change.reason
}

function basisOf(policy: Policy, change: SetValue): { basis: string; articleText: string } {
  const { document, article } = change
  if ('lawId' in document) {
    const law = policy.laws.get(lawIdOf(change))
    return {
      basis: law === undefined ? citationOf(change) : citationText(policy, citationOf(change)),
      articleText: law?.articles[article] ?? '',
    }
  }
  const name = document.documentNumber === '' ? `《${document.title}》` : document.documentNumber
  return { basis: `${name} ${article}`.trim(), articleText: document.text }
}

const inWords = (value: Change['value']): string =>
  value === null ? '恢复上级取值' : Array.isArray(value) ? value.join('、') : String(value)

const columns = [
  ['地区', (one: Change) => one.regionLabel],
  ['参数', (one: Change) => one.label],
  ['单位', (one: Change) => one.unit],
  ['自', (one: Change) => one.from],
  ['取值', (one: Change) => inWords(one.value)],
  ['原取值', (one: Change) => (one.valueBefore === null ? '未录入' : inWords(one.valueBefore))],
  ['依据', (one: Change) => one.basis],
  ['理由', (one: Change) => one.reason],
  ['状态', (one: Change) => one.stateLabel],
  ['提出人', (one: Change) => one.proposedBy],
  ['提出时间', (one: Change) => one.proposedAt],
  ['批准人', (one: Change) => one.decidedBy],
  ['批准时间', (one: Change) => one.decidedAt],
  ['意见', (one: Change) => one.decisionNote],
] as const
