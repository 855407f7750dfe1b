/** What policy says where and when, for people: values with their history, rules in plain words, instruments, quality rules. */
import type { z } from 'zod'
import {
  citationText,
  type LoadedRule,
  type Parameter,
  type Policy,
  regionsUpwards,
  resolveParameter,
  rulesIn,
} from '../../policy/index.ts'
import type { Context } from '../../store/index.ts'
import { comparisonsIn, thresholdOf } from '../index.ts'
import { needsOf } from '../quality/index.ts'
import { divisionOf } from './filters.rules.ts'
import { qualityPackOf, qualityTexts } from './packs.ts'
import { isApplied } from './policy-change.actions.ts'
import { changeOrders, changeRows, setValueOf } from './policy-change.queries.ts'
import type { lawAnswer, parameterAnswer, policyQuery, qualityRulesAnswer, rulesAnswer } from './policy-shapes.ts'
import { openByRule } from './quality.queries.ts'
import { latestRuns } from './run.queries.ts'
import { regionWord } from './words.rules.ts'

type Query = z.infer<typeof policyQuery>

const mayLabels = { nothing: '下级不得调整', raise: '下级只可提高', lower: '下级只可降低', set: '下级可自行确定' } as const

const regionOf = (ctx: Context, query: Query): string => divisionOf(ctx.officer, query.division) || 'national'

/** Every parameter: the value in force, and all values of the region and those above it, with who set the local ones. */
export async function parameters(ctx: Context, query: Query): Promise<z.infer<typeof parameterAnswer>> {
  const region = regionOf(ctx, query)
  const on = query.on ?? ctx.today
  const changes = await changesAt(ctx, region === 'national' ? '' : region)
  const rules = rulesIn(ctx.policy, region, on)
  const items = [...ctx.policy.parameters].map(([key, parameter]) => {
    const resolved = resolveParameter(ctx.policy, key, region, on)
    return {
      key,
      label: parameter.label,
      unit: resolved?.unit ?? parameter.unit,
      value: shown(resolved?.value ?? null),
      since: resolved?.since ?? null,
      region: resolved === undefined ? null : regionWord(resolved.region),
      basis: (resolved?.basis ?? []).map((basis) => citationText(ctx.policy, basis)),
      isProvisional: resolved?.isProjectDefault ?? false,
      lowerLevelsMay: parameter.lower_levels_may,
      lowerLevelsMayLabel: mayLabels[parameter.lower_levels_may],
      whenMissing: parameter.when_missing ?? null,
      note: parameter.note ?? null,
      reviewedOn: parameter.reviewed_on,
      usedBy: rules.filter((rule) => parametersOf(rule).includes(key)).map(({ id, label }) => ({ ruleId: id, label })),
      history: historyOf(ctx.policy, key, parameter, region, resolved).map((dated) => ({
        ...dated,
        change: changes.approved.get(`${dated.region} ${key} ${dated.since}`) ?? null,
      })),
      waiting: changes.waiting.get(key) ?? 0,
    }
  })
  return { items }
}

/** Local changes by region, parameter and day; where one day was set twice, the later approval. */
async function changesAt(ctx: Context, region: string) {
  const rows = await changeRows(ctx, { division: region }, changeOrders.newest, undefined, mostChanges)
  const approved = new Map(
    rows
      .filter((row) => row.state === 'approved' && isApplied(ctx.policy, setValueOf(row)))
      .sort((one, other) => Number(one.decided_at) - Number(other.decided_at) || one.id - other.id)
      .map((row) => [
        `${row.division_code} ${row.parameter} ${row.from_on}`,
        {
          id: row.id,
          proposedBy: row.proposed_by_name,
          proposedAt: row.proposed_at.toISOString(),
          approvedBy: row.decided_by_name ?? '',
          approvedAt: row.decided_at?.toISOString() ?? '',
        },
      ]),
  )
  const waiting = new Map<string, number>()
  for (const { parameter, state } of rows) if (state === 'proposed') waiting.set(parameter, (waiting.get(parameter) ?? 0) + 1)
  return { approved, waiting }
}

/** A region sets a few dozen values in a year. */
const mostChanges = 5000

type Value = string | number | boolean | readonly string[] | null
const shown = (value: Value) => (Array.isArray(value) ? [...value] : (value as string | number | boolean | null))

function historyOf(
  policy: Policy,
  key: string,
  parameter: Parameter,
  region: string,
  resolved: { region: string; since: string } | undefined,
) {
  const levels = [...regionsUpwards(region), 'national']
  return levels.flatMap((level) => {
    const values = level === 'national' ? parameter.values : (policy.regions.get(level)?.parameters.get(key)?.values ?? {})
    return Object.entries(values)
      .sort(([one], [other]) => (one < other ? 1 : -1))
      .map(([since, dated]) => ({
        region: level,
        regionLabel: regionWord(level),
        since,
        value: shown(dated.value),
        unit: dated.unit ?? parameter.unit,
        basis: dated.basis.map((basis) => citationText(policy, basis)),
        note: dated.note ?? null,
        isInForce: resolved?.region === level && resolved.since === since,
      }))
  })
}

const parametersOf = (rule: LoadedRule): string[] => [
  ...new Set(comparisonsIn(rule.when).flatMap((comparison) => thresholdOf(comparison)?.parameter.slice(1) ?? [])),
]

/** National rules and those of the region, in force or not, with what the latest run made of them. */
export async function rules(ctx: Context, query: Query): Promise<z.infer<typeof rulesAnswer>> {
  const { policy } = ctx
  const region = regionOf(ctx, query)
  const on = query.on ?? ctx.today
  const runs = region === 'national' ? [] : await latestRuns(ctx, region)
  const counts = runs.flatMap((run) => run.rules as unknown as { rule_id: string; hit: number; clear: number; unknown: number }[])
  const inForce = new Set(rulesIn(policy, region, on).map(({ id }) => id))
  const known = [
    ...policy.rules.values(),
    ...regionsUpwards(region).flatMap((level) => [...(policy.regions.get(level)?.rules.values() ?? [])]),
  ]
  const items = known.map((rule) => {
    const own = counts.filter(({ rule_id }) => rule_id === rule.id)
    const sum = (name: 'hit' | 'clear' | 'unknown') => (own.length === 0 ? null : own.reduce((total, one) => total + one[name], 0))
    return {
      ruleId: rule.id,
      label: rule.label,
      risk: rule.risk,
      region: regionWord(rule.region),
      plain: rule.plain,
      questions: [...rule.ask],
      from: rule.in_force.from,
      until: rule.in_force.until ?? null,
      isInForce: inForce.has(rule.id),
      parameters: parametersOf(rule).map((key) => parameterInWords(policy, key, region, on)),
      basis: rule.basis.map((basis) => citationText(policy, basis)),
      hit: sum('hit'),
      clear: sum('clear'),
      unknown: sum('unknown'),
    }
  })
  const days = runs.map(({ as_of }) => as_of).sort()
  return { asOf: days.at(-1) ?? null, items }
}

function parameterInWords(policy: Policy, key: string, region: string, on: string) {
  const resolved = resolveParameter(policy, key, region, on)
  const label = policy.parameters.get(key)?.label ?? key
  return { key, label, value: resolved === undefined ? '未录入' : `${resolved.value}${resolved.unit}` }
}

export function laws({ policy }: Context): z.infer<typeof lawAnswer> {
  const items = [...policy.laws].map(([id, law]) => ({
    id,
    title: law.title,
    issuer: law.issuer,
    documentNumber: law.document_number,
    issuedOn: law.issued_on,
    inForceFrom: law.in_force_from,
    inForceUntil: law.in_force_until ?? null,
    region: regionWord(law.region),
    link: law.link ?? null,
    note: law.note ?? null,
    articles: Object.entries(law.articles).map(([article, text]) => ({ article, text })),
  }))
  return { items }
}

const levelLabels = { person: '人', household: '户', village: '村' } as const

export async function qualityRules(ctx: Context): Promise<z.infer<typeof qualityRulesAnswer>> {
  const pack = qualityPackOf(ctx.policy)
  const texts = qualityTexts(ctx.policy)
  const open = await openByRule(ctx)
  const items = pack.rules.map(({ id, family, numbers }) => {
    const { columns, waitsFor } = needsOf(pack.fields, family)
    return {
      ruleId: id,
      label: texts.get(id)?.label ?? family.label,
      nationalNumbers: [...numbers],
      about: levelLabels[family.about],
      severity: family.severity,
      wrong: family.wrong.replace(/\{[a-z0-9_]+\}/g, '…'),
      mend: family.mend,
      columns,
      waitsFor,
      open: open.get(id) ?? 0,
    }
  })
  return { items }
}
