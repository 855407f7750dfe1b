/** The one income and spending statement of a household: the register's sheet, what can be filled in, and what the two rule sets make of it. */
import { divisionNames, type FileAnswer, tableWorkbook } from '../../access/index.ts'
import type { PlainDay } from '../../kernel/index.ts'
import { citationText, resolveParameter } from '../../policy/index.ts'
import {
  householdById,
  type IncomeLine,
  incomeTotals,
  openIncomeSheet,
  registryPolicy,
  type SheetItem,
  sheetItems,
} from '../../registry/index.ts'
import { departmentRows } from '../../screening/server/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { type JointPolicy, jointPolicy, ruleSetNames } from './joint-policy.ts'
import { gradesOf, type JudgedFacts, type JudgedGrade, rigidOf, type Standing } from './judging.rules.ts'
import { type DepartmentRow, type Proposal, proposalsFor } from './proposals.rules.ts'
import { earlierSheet, lastCompared, memberStates } from './statement.queries.ts'
import type { Judgement, Statement } from './statement.shapes.ts'

type Sheet = Awaited<ReturnType<typeof openIncomeSheet>>

export const verdictLabels = { met: '符合', not_met: '不符合', unknown: '情况不明' } as const

/** Recorded as a look at the household. */
export async function statementOf(ctx: Context, householdId: number, period: string): Promise<Statement> {
  const sheet = await openIncomeSheet(ctx, householdId, period)
  const household = await householdById(ctx, householdId)
  const divisionCode = household?.divisionCode ?? ctx.officer.area
  await recordActs(ctx, [
    {
      action: 'statement.seen',
      subjectKind: 'household',
      subjectId: householdId,
      divisionCode,
      details: { period, version: sheet.version },
    },
  ])
  const items = sheetItems(registryPolicy(ctx.policy).income)
  const proposals = await proposed(ctx, sheet, items)
  const isProvisional = sheet.version === 0
  const lines = isProvisional ? firstOf(proposals) : sheet.lines
  const { groups, ...totals } = isProvisional ? incomeTotals(registryPolicy(ctx.policy).income, lines, sheet.size) : sheet.totals
  const saved = new Map(sheet.lines.map((line) => [line.item, line]))
  return {
    householdId,
    householdNumber: household?.householdNumber ?? '',
    headName: household?.headName ?? '',
    township: household?.township ?? '',
    village: household?.village ?? '',
    divisionCode,
    period,
    from: sheet.from,
    until: sheet.until,
    version: sheet.version,
    savedBy: sheet.savedBy,
    savedAt: sheet.savedAt,
    size: sheet.size,
    lines: items.map(({ sign: _, ...one }) => ({
      ...one,
      basis: [...one.basis],
      amount: saved.get(one.item)?.amount ?? null,
      evidence: saved.get(one.item)?.evidence ?? '',
      remark: saved.get(one.item)?.note ?? '',
      proposals: proposals.filter(({ item }) => item === one.item).map(({ amount, from, evidence }) => ({ amount, from, evidence })),
    })),
    groups: Object.entries(groups).map(([group, amount]) => ({ group, label: groupLabel(items, group), amount })),
    ...totals,
    registeredPerHead: sheet.register.net_income_per_head ?? null,
    isProvisional,
    judgements: await judgementsOf(ctx, { householdId, divisionCode, day: ctx.today, size: sheet.size, lines, isSaved: !isProvisional }),
  }
}

const groupLabel = (items: readonly SheetItem[], group: string): string => items.find((one) => one.group === group)?.groupLabel ?? group

/** Before anything was saved the best known amount of each item is what is judged. */
function firstOf(proposals: readonly Proposal[]): IncomeLine[] {
  const first = proposals.filter(({ item, from }, at) => from !== 'earlier' && proposals.findIndex((one) => one.item === item) === at)
  return first.map(({ item, amount, evidence }) => ({ item, amount, evidence, note: '' }))
}

async function proposed(ctx: Context, sheet: Sheet, items: readonly SheetItem[]): Promise<Proposal[]> {
  const { sources } = jointPolicy(ctx.policy)
  return proposalsFor(sources, {
    period: { from: sheet.from, until: sheet.until },
    rows: ctx.officer.permissions.has('lead.read') ? await rowsOf(ctx, sheet.householdId) : [],
    register: sheet.register,
    earlier: await earlierSheet(ctx, sheet.householdId, sheet.period),
    groupOf: (item) => items.find((one) => one.item === item)?.group,
  })
}

/** Department rows by field; those that could not be read are left out. */
async function rowsOf(ctx: Context, householdId: number): Promise<DepartmentRow[]> {
  const answer = await departmentRows(ctx, householdId, {})
  if (!('items' in answer)) return []
  return answer.items
    .filter(({ isRejected }) => !isRejected)
    .map(({ dataset, datasetLabel, department, month, member, cells }) => {
      const definition = ctx.policy.datasets.get(dataset)
      const names = new Map(Object.entries(definition?.fields ?? {}).map(([name, { label }]) => [label, name]))
      const byField = Object.fromEntries(cells.flatMap(({ label, value }) => (names.has(label) ? [[names.get(label) ?? '', value]] : [])))
      return { dataset, label: datasetLabel, department: department ?? definition?.department ?? '', month, member, cells: byField }
    })
}

export interface ToJudge {
  householdId: number
  divisionCode: string
  /** The day on which the numbers hold. */
  day: PlainDay
  size: number
  lines: readonly IncomeLine[]
  isSaved: boolean
}

/** The two rule sets' answers about a statement; nothing is decided by them. */
export async function judgementsOf(ctx: Context, one: ToJudge): Promise<Judgement[]> {
  const policy = jointPolicy(ctx.policy)
  const facts = await factsOf(ctx, policy, one)
  const places = await divisionNames(ctx, levelsOf(one.divisionCode))
  return ruleSetNames.map((name) => {
    const ruleSet = policy.ruleSets[name]
    const { label, office, note } = ruleSet
    const grades = gradesOf(ruleSet, facts).map((grade) => inWords(ctx, grade, places))
    return { ruleSet: name, label, office, note, rigid: rigidOf(ruleSet, facts), grades }
  })
}

const levelsOf = (division: string): string[] => [2, 4, 6, 9, 12].map((length) => division.slice(0, length))

/** Documents and places by the names officials know. */
function inWords({ policy }: Context, grade: JudgedGrade, places: ReadonlyMap<string, string>): Judgement['grades'][number] {
  const cited = (basis: readonly string[]) => basis.map((one) => citationText(policy, one))
  const place = (region: string | null) => (region === null ? null : region === 'national' ? '全国' : (places.get(region) ?? region))
  return {
    ...grade,
    verdictLabel: verdictLabels[grade.verdict],
    conditions: grade.conditions.map(({ numbers, basis, ...condition }) => ({
      ...condition,
      basis: cited(basis),
      numbers: numbers.map((number) => ({ ...number, region: place(number.region), basis: cited(number.basis) })),
    })),
  }
}

async function factsOf(
  ctx: Context,
  { noLabour }: JointPolicy,
  { householdId, divisionCode, day, size, lines, isSaved }: ToJudge,
): Promise<JudgedFacts> {
  const { income } = registryPolicy(ctx.policy)
  const items = sheetItems(income)
  const members = await memberStates(ctx, householdId)
  const compared = await lastCompared(ctx, householdId)
  const labours = members.map(({ labour }) => labour)
  const hasAble = labours.some((one) => one !== null && !noLabour.includes(one))
  const relief = members.flatMap(({ dibao, tekun }) => [dibao, tekun])
  return {
    size,
    netIncome: incomeTotals(income, lines, size).netIncome,
    hasIncome: isSaved || lines.some(({ item }) => item in income.items),
    amounts: new Map(lines.map(({ item, amount }) => [item, amount])),
    labels: new Map(items.map(({ item, label }) => [item, label])),
    standing: (key) => standingOf(ctx, key, divisionCode, day),
    labour: hasAble ? 'some' : labours.length === 0 || labours.includes(null) ? 'unknown' : 'none',
    relief: relief.every((one) => one === null)
      ? null
      : [...new Set(relief.filter((one): one is string => one !== null && one !== '未享受'))],
    compared: compared && {
      on: compared.on,
      flags: compared.flags.map(({ label, value, explanation }) => ({ label, value, explanation })),
    },
  }
}

function standingOf({ policy }: Context, key: string, division: string, day: PlainDay): Standing {
  const definition = policy.parameters.get(key)
  const found = resolveParameter(policy, key, division, day)
  const value = typeof found?.value === 'number' ? found.value : null
  return {
    key,
    label: definition?.label ?? key,
    value,
    unit: found?.unit ?? definition?.unit ?? '',
    since: found?.since ?? null,
    region: found?.region ?? null,
    basis: found?.basis ?? [],
    missing: definition?.when_missing ?? `${definition?.label ?? key}没有录入`,
  }
}

/** The statement as a workbook in the order of the form, totals and both rule sets below. */
export async function statementWorkbook(ctx: Context, householdId: number, period: string): Promise<FileAnswer> {
  const one = await statementOf(ctx, householdId, period)
  const rows = rowsOfForm(one)
  return tableWorkbook<FormRow>(ctx, {
    name: `${one.headName}户收支表 ${period}`,
    divisionCode: one.divisionCode,
    subject: { kind: 'household', id: householdId },
    columns: [
      ['类别', (row) => row.kind],
      ['项目', (row) => row.label],
      ['金额（元）', (row) => row.amount],
      ['依据', (row) => row.evidence],
      ['备注', (row) => row.remark],
    ],
    rows: async (most) => rows.slice(0, most),
  })
}

interface FormRow {
  kind: string
  label: string
  amount: string | null
  evidence: string
  remark: string
}

function rowsOfForm(one: Statement): FormRow[] {
  const row = (kind: string, label: string, amount: string | null = null, evidence = '', remark = ''): FormRow => ({
    kind,
    label,
    amount,
    evidence,
    remark,
  })
  const whose = `户编号 ${one.householdNumber}，${one.township}${one.village}，核算人口 ${one.size} 人`
  return [
    row('核算期', `${one.from} 至 ${one.until}`, null, '', whose),
    ...one.lines.map(({ groupLabel, label, amount, evidence, remark }) => row(groupLabel, label, amount, evidence, remark)),
    ...one.groups.map(({ label, amount }) => row('合计', label, amount)),
    row('合计', '家庭纯收入', one.netIncome, '', one.isProvisional ? '还没有保存，按带出的数试算' : ''),
    row('合计', '人均纯收入', one.netIncomePerHead),
    row('合计', '家庭支出', one.spending),
    ...one.judgements.flatMap(({ label: kind, grades }) =>
      grades.flatMap((grade) => [
        row(kind, grade.label, null, '', grade.verdictLabel),
        ...grade.conditions.map(({ label, detail, isMet }) => row(kind, `　${label}`, null, detail, conditionWord(isMet))),
      ]),
    ),
  ]
}

const conditionWord = (isMet: boolean | null): string =>
  isMet === null ? verdictLabels.unknown : isMet ? verdictLabels.met : verdictLabels.not_met
