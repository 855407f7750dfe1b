/** What officers call states, outcomes and events. */
import { citationText, type LoadedRule, type Policy, resolveParameter } from '../../policy/index.ts'
import { comparisonsIn, type Evidence, thresholdOf } from '../index.ts'
import { type GoneReason, goneReasons } from './found.ts'

export const runStateLabels = { queued: '排队中', running: '进行中', done: '已完成', failed: '没有完成', cancelled: '已取消' } as const
export const leadStateLabels = { open: '待处理', handled: '核实中', closed: '已办结' } as const
export const outcomeLabels = { true: '属实', not_true: '不属实', unverified: '撤回或终止，未核实', gone: '自动办结' } as const
export const findingStateLabels = { open: '待改正', mended: '已改正', exempt: '已豁免' } as const
export const urgencyLabels = { red: '红', yellow: '黄', green: '绿' } as const
export const severityLabels = { high: '高', medium: '中', low: '低' } as const

export const eventLabels: Readonly<Record<string, string>> = {
  found: '筛查命中',
  changed: '证据有变化',
  gone: '不再命中',
  returned: '再次命中',
  exempted: '列入豁免',
  exemption_ended: '豁免结束',
  assigned: '分派',
  handed_back: '退回',
  noted: '备注',
  closed: '办结',
  reopened: '重新打开',
}

const operatorSigns = { at_least: '≥', above: '>', below: '<', at_most: '≤' } as const

/** A rule by its id, national or of any region; none when it has been taken out of the policy. */
export function ruleOf(policy: Policy, id: string): LoadedRule | undefined {
  return policy.rules.get(id) ?? [...policy.regions.values()].flatMap((region) => region.rules.get(id) ?? [])[0]
}

export const ruleLabel = (policy: Policy, id: string): string => ruleOf(policy, id)?.label ?? id

/** One value of a lead against its threshold. */
export interface EvidenceInWords {
  fact: string
  label: string
  value: string | number | boolean | null
  unit: string
  comparison: string
  threshold: number | null
  parameter: string | null
  parameterLabel: string | null
  parameterSince: string | null
  parameterRegion: string | null
  basis: string[]
  isProvisional: boolean
}

/** Evidence with labels, the sign of the comparison and the citations, as of the day it was found. */
export function evidenceInWords(policy: Policy, rule: LoadedRule | undefined, item: Evidence, county: string, on: string): EvidenceInWords {
  const fact = policy.facts.get(item.fact)
  const bases = item.basis === null ? [] : item.basis.split(';')
  const parameter = item.parameter === null ? undefined : policy.parameters.get(item.parameter)
  const resolved = item.parameter === null || parameter === undefined ? undefined : resolveParameter(policy, item.parameter, county, on)
  return {
    fact: item.fact,
    label: fact?.label ?? item.fact,
    value: item.value === true ? '是' : item.value === false ? '否' : item.value,
    unit: typeof item.value === 'number' ? (fact?.unit ?? '') : '',
    comparison: operatorSign(rule, item),
    threshold: item.threshold,
    parameter: item.parameter,
    parameterLabel: parameter?.label ?? null,
    parameterSince: resolved?.since ?? null,
    parameterRegion: resolved === undefined ? null : regionWord(resolved.region),
    basis: bases.map((basis) => citationText(policy, basis)),
    isProvisional: item.parameter !== null && bases.includes('project-default'),
  }
}

function operatorSign(rule: LoadedRule | undefined, item: Evidence): string {
  if (rule === undefined) return ''
  const threshold = comparisonsIn(rule.when)
    .map((comparison) => ({ fact: comparison.fact, threshold: thresholdOf(comparison) }))
    .find((one) => one.fact === item.fact && (one.threshold?.parameter.slice(1) ?? null) === item.parameter)?.threshold
  return threshold === undefined ? '' : operatorSigns[threshold.operator]
}

export const regionWord = (region: string): string => (region === 'national' ? '全国' : region)

/** The value against its standard in one sentence. */
export function sentenceOf(items: readonly EvidenceInWords[]): string {
  return items
    .map(({ label, value, unit, threshold, comparison }) => {
      const said = `${label} ${value ?? '不明'}${unit}`
      return threshold === null ? said : `${said} ${comparison} ${threshold}${unit}`
    })
    .join('；')
}

/** What happened to a lead, in words. */
export function eventText(kind: string, details: Readonly<Record<string, unknown>>): string {
  const text = (name: string) => (typeof details[name] === 'string' ? (details[name] as string) : '')
  if (kind === 'gone') return goneReasons[text('reason') as GoneReason] ?? ''
  if (kind === 'changed') return details.reopened === true ? '证据有变化，回到待处理' : '证据有变化'
  if (kind === 'returned') return '再次命中，回到待处理'
  if (kind === 'assigned') return `分派给${text('officer')}`
  if (kind === 'handed_back') return `由${text('officer')}退回：${text('reason')}`
  if (kind === 'closed') return `${outcomeLabels[text('outcome') as keyof typeof outcomeLabels] ?? ''}：${text('reason')}`
  if (kind === 'exempted' && text('until') !== '') return `${text('reason')}，有效期至 ${text('until')}`
  return text('text') || text('reason')
}
