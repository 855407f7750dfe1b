/** What a household's help must hold, and what is suggested: pure, each line with the reason an officer can read. */
import type { Character, HelpPolicy, Measure } from './help-policy.ts'

export type Labour = 'able' | 'weak' | 'none' | 'unknown'
export const labourLabels: Readonly<Record<Labour, string>> = {
  able: '有劳动能力',
  weak: '只有弱劳动力或半劳动力',
  none: '整户无劳动能力',
  unknown: '劳动能力不明',
}

/** Of a household from its members' labour ability; `null` is a member of whom nothing is recorded. */
export function labourOf({ needs }: HelpPolicy, abilities: readonly (string | null)[]): Labour {
  if (abilities.some((one) => one !== null && needs.labour.able.includes(one))) return 'able'
  if (abilities.some((one) => one !== null && needs.labour.weak.includes(one))) return 'weak'
  return abilities.length === 0 || abilities.includes(null) ? 'unknown' : 'none'
}

/** A measure as it counts: cancelled ones do not, ended ones do. */
export interface HeldMeasure {
  measure: string
  group: string
  character: Character
  isDelivered: boolean
}

export interface Duty {
  id: string
  label: string
  isMet: boolean
  detail: string
  rules: readonly string[]
}

export interface Minimum {
  development: number
  safetyNet: number
}

/** What is owed to the household: by its labour, and by each of its risks. */
export function dutiesOf(
  policy: HelpPolicy,
  labour: Labour,
  risks: readonly string[],
  held: readonly HeldMeasure[],
  explored: string,
  minimum: Minimum,
): Duty[] {
  return [...labourDuties(policy, labour, held, explored, minimum), ...risks.flatMap((risk) => riskDuty(policy, risk, held))]
}

function labourDuties(policy: HelpPolicy, labour: Labour, held: readonly HeldMeasure[], explored: string, minimum: Minimum): Duty[] {
  const { rules } = policy.needs.labour
  const development = held.filter(({ character }) => character === 'development').length
  const safety = held.filter(({ character }) => character === 'safety_net').length
  const label = `开发式帮扶措施至少 ${minimum.development} 项`
  const has = `现有 ${development} 项`
  if (labour === 'able')
    return [
      {
        id: 'development',
        label,
        isMet: development >= minimum.development,
        detail: `${labourLabels.able}，${has}；只有技能培训不算`,
        rules,
      },
    ]
  if (labour === 'weak')
    return [
      {
        id: 'explored',
        label: '探索落实开发式帮扶措施，并记录结果',
        isMet: development >= minimum.development || explored !== '',
        detail: `${labourLabels.weak}，${has}${explored === '' ? '，还没有记录探索情况' : ''}`,
        rules,
      },
    ]
  if (labour === 'none')
    return [
      {
        id: 'safety_net',
        label: `兜底保障措施至少 ${minimum.safetyNet} 项`,
        isMet: safety >= minimum.safetyNet,
        detail: `${labourLabels.none}，现有 ${safety} 项`,
        rules: ['5_11_033'],
      },
    ]
  return [
    {
      id: 'labour',
      label: '核实成员劳动技能',
      isMet: false,
      detail: '有成员的劳动技能没有登记，无法判断应落实开发式还是兜底措施',
      rules: [],
    },
  ]
}

function riskDuty({ needs }: HelpPolicy, risk: string, held: readonly HeldMeasure[]): Duty[] {
  const need = needs.risks[risk]
  if (need === undefined) return []
  const found = held.filter(({ group }) => need.groups.includes(group))
  return [
    {
      id: `risk:${risk}`,
      label: `${risk}：${need.groups.join('、')}至少一项`,
      isMet: found.length > 0,
      detail: found.length === 0 ? '还没有对应的措施' : `已有${[...new Set(found.map(({ group }) => group))].join('、')}`,
      rules: need.rules,
    },
  ]
}

/** How often a measure was given to cleared households like this one. */
export interface Precedent {
  measure: string
  households: number
  ofHouseholds: number
}

export interface Suggestion {
  measure: string
  definition: Measure
  reasons: string[]
  weight: number
}

const fewestPrecedents = 5

/** Measures that fit and are not held yet, the best founded first; never more than an officer reads. */
export function suggestionsFor(
  policy: HelpPolicy,
  labour: Labour,
  risks: readonly string[],
  held: readonly HeldMeasure[],
  duties: readonly Duty[],
  precedents: readonly Precedent[],
  most = 8,
): Suggestion[] {
  const there = new Set(held.map(({ measure }) => measure))
  return Object.entries(policy.measures)
    .filter(([measure, { needs_labour }]) => !there.has(measure) && !(needs_labour && labour === 'none'))
    .map(([measure, definition]) => suggestion(policy, measure, definition, { labour, risks, duties, precedents }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.measure < b.measure ? -1 : 1))
    .slice(0, most)
}

function suggestion(
  policy: HelpPolicy,
  measure: string,
  definition: Measure,
  {
    labour,
    risks,
    duties,
    precedents,
  }: { labour: Labour; risks: readonly string[]; duties: readonly Duty[]; precedents: readonly Precedent[] },
): Suggestion {
  const reasons: string[] = []
  let weight = 0
  for (const duty of duties)
    if (!duty.isMet && answers(policy, duty, definition)) {
      reasons.push(`补上“${duty.label}”`)
      weight += 3
    }
  const fitting = risks.filter((risk) => definition.for.includes(risk))
  if (fitting.length > 0) {
    reasons.push(`适用于${fitting.join('、')}`)
    weight += fitting.length
  }
  const before = precedents.find((one) => one.measure === measure)
  if (before !== undefined && weight > 0 && before.ofHouseholds >= fewestPrecedents) {
    reasons.push(`风险和劳动力相近、已消除风险的 ${before.ofHouseholds} 户中有 ${before.households} 户落实过`)
    weight += before.households / before.ofHouseholds
  }
  if (weight > 0 && labour === 'able' && definition.character === 'development') weight += 0.5
  return { measure, definition, reasons, weight }
}

function answers(policy: HelpPolicy, { id }: Duty, { character, group }: Measure): boolean {
  if (id === 'development' || id === 'explored') return character === 'development'
  if (id === 'safety_net') return character === 'safety_net'
  return id.startsWith('risk:') && policy.needs.risks[id.slice(5)]?.groups.includes(group) === true
}
