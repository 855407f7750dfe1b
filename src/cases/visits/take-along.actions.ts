/** What a phone takes along: the officer's own visits with all that is known, and nothing that the form does not need. */
import { addDays, addMonths } from '../../kernel/index.ts'
import { resolveParameter } from '../../policy/index.ts'
import { openHousehold, openIncomeSheet, registryPolicy, sheetItems } from '../../registry/index.ts'
import { leadsOfHousehold, ruleOf } from '../../screening/server/index.ts'
import type { Context } from '../../store/index.ts'
import { openCaseOf } from '../core.ts'
import { validUntil } from './authorisations.queries.ts'
import { lastVisits } from './forms.queries.ts'
import { mergedVisits, type Visit } from './merge.rules.ts'
import { type TaskRow, tasksToTake } from './tasks.queries.ts'
import type { PackageAnswer } from './visits.schema.ts'
import { type Purpose, purposeLabel, visitsPolicy } from './visits-policy.ts'

type Package = PackageAnswer
type TakenVisit = Package['visits'][number]
/** A phone holds a day's or a week's work, not a village. */
const mostVisits = 60
const mostRisks = 5

/** Every household in it is recorded as looked at. */
export async function takeAlong(ctx: Context): Promise<Package> {
  const { phone } = visitsPolicy(ctx.policy)
  const tasks = await tasksToTake(ctx, addDays(ctx.today, phone.take_days.value))
  const due = tasks.map((task) => ({ ...task, householdId: task.household_id, dueOn: task.due_on }))
  const visits = firstOf(mergedVisits(due, ctx.today)).slice(0, mostVisits)
  const ids = visits.map(({ householdId }) => householdId)
  const known = { last: await lastVisits(ctx, ids), authorised: await validUntil(ctx, ids) }
  const taken: TakenVisit[] = []
  for (const visit of visits) taken.push(await takenVisit(ctx, visit, known))
  return {
    day: ctx.today,
    takenAt: ctx.now.toISOString(),
    keepUntil: addDays(ctx.today, phone.keep_days.value),
    officer: { id: ctx.officer.id, name: ctx.officer.name },
    form: formDefinition(ctx),
    visits: taken,
  }
}

/** A household is visited once with what is due first; what comes a month later is the next visit. */
function firstOf<One extends { householdId: number }>(visits: readonly One[]): One[] {
  const seen = new Set<number>()
  return visits.filter(({ householdId }) => !seen.has(householdId) && seen.add(householdId))
}

async function takenVisit(
  ctx: Context,
  visit: Visit<TaskRow & { householdId: number; dueOn: TaskRow['due_on'] }>,
  known: { last: Map<number, { on: string; by: string }>; authorised: Map<number, string> },
): Promise<TakenVisit> {
  const file = await openHousehold(ctx, visit.householdId, undefined)
  // Those for which somebody is sent come before those of an earlier time.
  const theCase = await openCaseOf(ctx, visit.householdId)
  const registered = [1, 2, 3, 4, 5].flatMap((n) => file.values[`risk_factor_${n}`] ?? [])
  const { member_fields, household_fields, guarantees } = visitsPolicy(ctx.policy)
  const some = (values: Readonly<Record<string, string>>, names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
  const line = resolveParameter(ctx.policy, 'income/monitoring_line', file.divisionCode, ctx.today)?.value
  return {
    householdId: file.id,
    householdNumber: file.householdNumber,
    headName: file.headName,
    township: file.township,
    village: file.village,
    groupName: file.groupName,
    memberCount: file.members.length,
    householdKind: file.householdKind,
    monitoredKind: file.monitoredKind,
    risks: [...new Set([...(theCase?.risks ?? []), ...registered])].slice(0, mostRisks),
    dueOn: visit.dueOn,
    tasks: visit.tasks.map(({ id, purpose, dueOn, case_id }) => ({
      id,
      purpose: purpose as Purpose,
      label: purposeLabel(ctx.policy, purpose),
      dueOn,
      caseId: case_id,
    })),
    questions: await questionsOf(ctx, visit.tasks, file),
    values: some(file.values, [...household_fields, ...guarantees.map(({ field }) => field)]),
    members: file.members.map(({ id, name, isHead, relation, age, values }) => ({
      personId: id,
      name,
      isHead,
      relation,
      age,
      values: some(values, member_fields),
    })),
    income: await incomeOf(ctx, file.id),
    line: typeof line === 'number' ? line : null,
    lastVisit: known.last.get(file.id) ?? null,
    authorisedUntil: known.authorised.get(file.id) ?? null,
  }
}

/** Of the leads that are still open, by the rules' own words, and what the tasks bring. */
async function questionsOf(
  ctx: Context,
  tasks: readonly TaskRow[],
  { divisionCode, householdNumber }: { divisionCode: string; householdNumber: string },
): Promise<TakenVisit['questions']> {
  const leads = (await leadsOfHousehold(ctx, divisionCode.slice(0, 6), householdNumber)).filter(({ state }) => state !== 'closed')
  const asked = [
    ...leads.flatMap((lead) => {
      const rule = ruleOf(ctx.policy, lead.rule_id)
      return (rule?.ask ?? []).map((text, n) => ({ key: `${lead.rule_id}#${n + 1}`, text, about: rule?.label ?? lead.rule_id }))
    }),
    ...tasks.flatMap((task) =>
      (task.questions as unknown as string[]).map((text, n) => ({
        key: `task-${task.id}#${n + 1}`,
        text,
        about: purposeLabel(ctx.policy, task.purpose),
      })),
    ),
  ]
  return asked.filter(({ text }, at) => asked.findIndex((other) => other.text === text) === at)
}

/** The sheet of the twelve months before this month; where there is none, this year's; else what the register says, to be looked through. */
async function incomeOf(ctx: Context, householdId: number): Promise<TakenVisit['income']> {
  const sheet = await openIncomeSheet(ctx, householdId, ctx.today.slice(0, 7))
  const { period, from, until, version, size, register } = sheet
  const head = { period, from, until, version, size }
  const linesOf = (lines: typeof sheet.lines) => lines.map(({ item, amount, evidence }) => ({ item, amount, evidence }))
  if (version > 0) return { ...head, source: `${sheet.savedBy ?? ''}已填报`, lines: linesOf(sheet.lines) }
  const before = await openIncomeSheet(ctx, householdId, ctx.today.slice(0, 4))
  if (before.version > 0) return { ...head, size: before.size, source: `${ctx.today.slice(0, 4)} 年度收入表`, lines: linesOf(before.lines) }
  const lines = Object.entries(visitsPolicy(ctx.policy).income_from_register).flatMap(([item, field]) => {
    const amount = register[field]
    return amount === undefined || Number(amount) <= 0 ? [] : [{ item, amount, evidence: '档案登记' }]
  })
  return { ...head, source: lines.length > 0 ? '档案登记' : '', lines }
}

function formDefinition(ctx: Context): Package['form'] {
  const form = visitsPolicy(ctx.policy)
  const { income } = registryPolicy(ctx.policy)
  const labels = (record: Readonly<Record<string, string>>) => Object.entries(record).map(([code, label]) => ({ code, label }))
  return {
    purposes: Object.fromEntries(
      Object.entries(form.purposes).map(([purpose, { label, conclusions }]) => [
        purpose,
        {
          label,
          conclusions: Object.entries(conclusions).map(([code, one]) => ({ code, label: one.label, proposedWhen: one.proposed_when })),
        },
      ]),
    ),
    notMet: form.not_met,
    refused: form.refused,
    guarantees: form.guarantees.map(({ field, label, safe, unsafe }) => ({ field, label, safe, unsafe })),
    memberFields: form.member_fields.map((name) => fieldOf(ctx, name)),
    householdFields: form.household_fields.map((name) => fieldOf(ctx, name)),
    memberEvents: Object.entries(form.member_events).map(([kind, { label, about }]) => ({ kind, label, about })),
    incomeItems: sheetItems(income).map(({ item, label, group, groupLabel, sign, note }) => ({
      item,
      label,
      group,
      groupLabel,
      sign,
      note,
    })),
    incomeEvidence: form.income_evidence,
    authorisation: {
      scope: labels(form.authorisation.scope),
      untilOn: addMonths(ctx.today, form.authorisation.months),
      wording: form.authorisation.wording,
    },
    risks: Object.entries(ctx.policy.codeLists.get('risk')?.codes ?? {}).map(([code, { label }]) => ({ code, label })),
    photosAtLeast: form.photos.at_least.value,
  }
}

function fieldOf(ctx: Context, name: string): Package['form']['memberFields'][number] {
  const field = registryPolicy(ctx.policy).fields.get(name)
  return {
    name,
    label: field?.label ?? name,
    kind: field?.kind ?? 'text',
    isMasked: field?.isSealed ?? false,
    codes: Object.entries(ctx.policy.codeLists.get(field?.codes ?? '')?.codes ?? {}).map(([code, { label }]) => ({ code, label })),
  }
}
