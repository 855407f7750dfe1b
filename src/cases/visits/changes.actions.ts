/** What a visit found otherwise than the register says: taken into the register, or shown side by side until somebody decides. */
import { type PlainDay, Problem } from '../../kernel/index.ts'
import type { Policy } from '../../policy/index.ts'
import {
  changeFields,
  householdById,
  masked,
  openHousehold,
  openIncomeSheet,
  registryPolicy,
  saveIncomeSheet,
  sheetItems,
} from '../../registry/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { verdictOf } from './form.rules.ts'
import { attempt, type ChangeRow, changesOf, formById, insertChanges, lockChange, type NewChange, settleChange } from './forms.queries.ts'
import { visitProblems } from './problems.ts'
import type { ChangeAnswer, FormBody, FormChange } from './visits.schema.ts'
import { visitsPolicy } from './visits-policy.ts'

/** The form as far as the register is concerned. */
export interface Found {
  formId: number
  divisionCode: string
  visitedOn: string
  body: FormBody
}

type Household = Awaited<ReturnType<typeof openHousehold>>
type Income = NonNullable<FormBody['income']>

const stateLabels = {
  taken: '已写入档案',
  same: '与档案一致',
  conflict: '与档案不一致，待选择',
  refused: '没有写入，待处理',
  to_register: '待登记变动',
  kept: '以档案为准',
} as const

/** Visits for a case: its clearing asks for every guarantee, and what was seen at the door is the answer. */
const forCases: readonly string[] = ['verification', 'follow_up', 'clearing_check']

/** Guarantees and changed fields as one list of field changes; what was found as registered is none. */
export function fieldChanges(policy: Policy, body: FormBody, seen: Household): FormChange[] {
  const isForCase = body.purposes.some((purpose) => forCases.includes(purpose))
  const guarantees = body.guarantees.flatMap(({ field, isProblem }) => {
    const after = isProblem ? '是' : '否'
    const now = seen.values[field] ?? ''
    // On a round nothing registered and no problem found is no news.
    return now === after || (now === '' && !isProblem && !isForCase) ? [] : [{ personId: null, field, before: now, after }]
  })
  const known = registryPolicy(policy).fields
  return [...guarantees, ...body.changes.filter(({ field, before, after }) => known.has(field) && before !== after)]
}

function valueNow(seen: Household, { personId, field }: { personId: number | null; field: string }): string {
  const values = personId === null ? seen.values : seen.members.find(({ id }) => id === personId)?.values
  return values?.[field] ?? ''
}

/** Takes into the register what nobody changed meanwhile, and keeps the rest as rows to be decided. */
export async function takeFindings(ctx: Context, found: Found): Promise<void> {
  const { body, formId, divisionCode } = found
  if (body.changes.length + body.guarantees.length + body.events.length === 0 && body.income === null) return
  const rows: NewChange[] = []
  const row = (one: Omit<NewChange, 'divisionCode' | 'formId' | 'householdId' | 'afterSealed'> & { after: string }) => {
    const { after, ...rest } = one
    rows.push({ ...rest, divisionCode, formId, householdId: body.householdId, afterSealed: ctx.vault.seal(after) })
  }
  const seen = await openHousehold(ctx, body.householdId, undefined)
  const judged = fieldChanges(ctx.policy, body, seen).map((change) => ({
    ...change,
    verdict: verdictOf(change.before, change.after, valueNow(seen, change)),
  }))
  const refusals = await takeFields(
    ctx,
    found,
    judged.filter(({ verdict }) => verdict === 'take'),
  )
  for (const one of judged) {
    const { verdict, ...change } = one
    const reason = refusals.get(one)
    const state = verdict !== 'take' ? verdict : reason === undefined ? 'taken' : 'refused'
    row({ kind: 'field', ...change, state, reason: reason ?? '' })
  }
  for (const { kind, personId, note } of body.events)
    row({ kind: 'member', personId, field: kind, before: '', after: note, state: 'to_register', reason: '' })
  if (body.income !== null) {
    const { state, reason } = await takeIncome(ctx, body.householdId, body.income)
    row({
      kind: 'income',
      personId: null,
      field: body.income.period,
      before: String(body.income.version),
      after: JSON.stringify(body.income),
      state,
      reason,
    })
  }
  await insertChanges(ctx, rows)
}

/** All at once; where the register refuses, one by one, so that one wrong value does not hold up the others. Answers why which were refused. */
async function takeFields(
  ctx: Context,
  { body, formId, visitedOn }: Found,
  changes: readonly (FormChange & { verdict: string })[],
): Promise<Map<object, string>> {
  const refused = new Map<object, string>()
  const write = (some: readonly FormChange[]) => attempt(ctx, () => writeFields(ctx, body.householdId, some, visitedOn as PlainDay, formId))
  if (changes.length === 0 || 'done' in (await write(changes))) return refused
  for (const change of changes) {
    const result = await write([change])
    if ('refused' in result) refused.set(change, result.refused.message)
  }
  return refused
}

/** One act of the register, from the day of the visit on. */
async function writeFields(ctx: Context, householdId: number, changes: readonly FormChange[], on: PlainDay, formId: number): Promise<void> {
  const household = await householdById(ctx, householdId)
  const persons = new Map<number, Record<string, string>>()
  const values: Record<string, string> = {}
  for (const { personId, field, after } of changes) {
    if (personId === null) values[field] = after
    else persons.set(personId, { ...persons.get(personId), [field]: after })
  }
  await changeFields(ctx, householdId, {
    version: household?.version ?? 0,
    on,
    reason: `入户走访（入户表 ${formId}）`,
    household: values,
    persons: [...persons].map(([personId, one]) => ({ personId, values: one })),
  })
}

/** Lines as they are compared: order and notes do not matter. */
const linesOf = (lines: readonly { item: string; amount: string; evidence: string }[]) =>
  JSON.stringify(lines.map(({ item, amount, evidence }) => [item, Number(amount), evidence]).sort())

async function takeIncome(
  ctx: Context,
  householdId: number,
  income: Income,
): Promise<{ state: 'taken' | 'same' | 'conflict' | 'refused'; reason: string }> {
  const sheet = await openIncomeSheet(ctx, householdId, income.period)
  if (sheet.version > 0 && linesOf(sheet.lines) === linesOf(income.lines) && sheet.size === income.size)
    return { state: 'same', reason: '' }
  if (sheet.version !== income.version) return { state: 'conflict', reason: '' }
  const result = await attempt(ctx, () => saveIncomeSheet(ctx, householdId, income.period, income))
  return 'refused' in result ? { state: 'refused', reason: result.refused.message } : { state: 'taken', reason: '' }
}

/** What a form found, each with what became of it; what is open with the register's value beside it. */
export async function changeAnswers(ctx: Context, formId: number, householdId: number): Promise<ChangeAnswer[]> {
  const rows = await changesOf(ctx, formId)
  const isOpen = rows.some(({ state }) => state === 'conflict' || state === 'refused')
  const seen = isOpen ? await openHousehold(ctx, householdId, undefined) : undefined
  const answers: ChangeAnswer[] = []
  for (const row of rows) answers.push(await changeAnswer(ctx, row, seen))
  return answers
}

async function changeAnswer(ctx: Context, row: ChangeRow, seen: Household | undefined): Promise<ChangeAnswer> {
  const after = ctx.vault.open(row.after_sealed)
  const kind = row.kind as ChangeAnswer['kind']
  const state = row.state as ChangeAnswer['state']
  const isOpen = state === 'conflict' || state === 'refused'
  const said = await inWords(ctx, row, after, isOpen ? seen : undefined)
  return {
    id: row.id,
    formId: row.form_id,
    kind,
    personId: row.person_id,
    personName: row.person_name,
    field: row.field,
    ...said,
    before: kind === 'income' ? '' : row.before,
    state,
    stateLabel: stateLabels[state],
    reason: row.reason,
    decidedBy: row.decided_by,
    version: row.version,
  }
}

/** Label, the officer's value and the register's, as they are shown. */
async function inWords(
  ctx: Context,
  row: ChangeRow,
  after: string,
  seen: Household | undefined,
): Promise<Pick<ChangeAnswer, 'label' | 'mine' | 'county'>> {
  if (row.kind === 'member')
    return { label: visitsPolicy(ctx.policy).member_events[row.field]?.label ?? row.field, mine: after, county: null }
  if (row.kind === 'income') {
    const mine = JSON.parse(after) as Income
    const sheet = seen === undefined ? undefined : await openIncomeSheet(ctx, row.household_id, row.field)
    return { label: `收入表（${row.field}）`, mine: incomeWords(ctx, mine), county: sheet === undefined ? null : incomeWords(ctx, sheet) }
  }
  const field = registryPolicy(ctx.policy).fields.get(row.field)
  const shown = field?.isSealed ? masked(field.kind, after) : after
  return {
    label: field?.label ?? row.field,
    mine: shown,
    county: seen === undefined ? null : valueNow(seen, { personId: row.person_id, field: row.field }),
  }
}

function incomeWords(ctx: Context, { size, lines }: Pick<Income, 'size'> & { lines: readonly { item: string; amount: string }[] }): string {
  const labels = new Map(sheetItems(registryPolicy(ctx.policy).income).map(({ item, label }) => [item, label]))
  const said = lines.filter(({ amount }) => Number(amount) > 0).map(({ item, amount }) => `${labels.get(item) ?? item} ${amount} 元`)
  return `${size} 人；${said.join('、') || '没有收入'}`
}

/** Settles one open finding: the officer's value goes into the register now, or the register's stays. */
export async function decideChange(ctx: Context, id: number, asked: { version: number; choice: 'mine' | 'county' }): Promise<ChangeAnswer> {
  const change = await lockChange(ctx, id)
  const form = change === undefined ? undefined : await formById(ctx, change.form_id)
  if (change === undefined || form === undefined) throw new Problem(storeProblems.notFound, { what: '这一处走访结果' })
  if (change.version !== asked.version)
    throw new Problem(storeProblems.stale, { changed: change.decided_by === null ? [] : [`${change.decided_by}已处理`] })
  if (change.decided_by !== null) throw new Problem(visitProblems.decided, { by: change.decided_by })
  if (!['conflict', 'refused', 'to_register'].includes(change.state)) throw new Problem(visitProblems.notDecidable, {})
  if (asked.choice === 'mine') await carryOut(ctx, change, form.visited_on)
  await settleChange(ctx, change, asked.choice === 'mine' ? 'taken' : 'kept')
  const details = { form: change.form_id, field: change.field, choice: asked.choice }
  await recordActs(ctx, [
    {
      action: 'visit.change_decided',
      subjectKind: 'household',
      subjectId: change.household_id,
      divisionCode: change.division_code,
      details,
    },
  ])
  const [answer] = (await changeAnswers(ctx, change.form_id, change.household_id)).filter((one) => one.id === id)
  return answer as ChangeAnswer
}

async function carryOut(ctx: Context, change: ChangeRow, visitedOn: string): Promise<void> {
  const after = ctx.vault.open(change.after_sealed)
  if (change.kind === 'member') return
  if (change.kind === 'income') {
    const income = JSON.parse(after) as Income
    const sheet = await openIncomeSheet(ctx, change.household_id, income.period)
    await saveIncomeSheet(ctx, change.household_id, income.period, { ...income, version: sheet.version })
    return
  }
  const one = { personId: change.person_id, field: change.field, before: change.before, after }
  await writeFields(ctx, change.household_id, [one], visitedOn as PlainDay, change.form_id)
}
