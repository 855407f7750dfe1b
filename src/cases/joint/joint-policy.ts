/** The part of `policy/` about the one statement: what can be filled in from where, and the two rule sets that read it. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, identifier, type Policy, readStrictFile } from '../../policy/index.ts'
import { registryPolicy, sheetItems } from '../../registry/index.ts'

const words = z.string().min(1)
const taken = { item: identifier, dataset: identifier, field: identifier }
const source = z.discriminatedUnion('how', [
  z.strictObject({ ...taken, how: z.literal('sum'), on: identifier }),
  z.strictObject({ ...taken, how: z.literal('latest') }),
  z.strictObject({
    ...taken,
    how: z.literal('monthly'),
    from: identifier,
    until: identifier,
    where: z.record(identifier, z.array(words).min(1)).optional(),
  }),
])
export type DepartmentSource = z.infer<typeof source>

const statementSchema = z.strictObject({
  label: words,
  basis: citations,
  department: z.array(source),
  register_groups: z.record(identifier, z.strictObject({ item: identifier, field: identifier })),
  register_items: z.record(identifier, identifier),
})
export type StatementSources = z.infer<typeof statementSchema>

const parameter = z.string().regex(/^[a-z_]+\/[a-z_]+$/)
const based = { basis: citations }
const conditionSchema = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('per_head'),
    of: z.enum(['income', 'reference']),
    compare: z.enum(['below', 'at_least']),
    parameter,
    times: parameter.optional(),
    ...based,
  }),
  z.strictObject({ is: z.literal('spending'), of: identifier, compare: z.literal('at_least'), parameter, ...based }),
  z.strictObject({ is: z.literal('share'), compare: z.literal('at_least'), parameter, ...based }),
  z.strictObject({
    is: z.literal('possessions'),
    /** `compared`: by the datasets there are; what is not is for civil affairs to look up. */
    limits: z.array(z.strictObject({ parameter, compared: z.boolean() })),
    ...based,
  }),
  z.strictObject({ is: z.literal('no_labour'), ...based }),
  z.strictObject({ is: z.literal('no_relief'), ...based }),
  z.strictObject({ is: z.literal('asked'), label: words, ...based }),
])
export type StatedCondition = z.infer<typeof conditionSchema>

const ruleSetSchema = z.strictObject({
  label: words,
  office: words,
  note: words,
  /** What is added to the net income and taken from it before it is compared. */
  reference: z.strictObject({ adds: z.array(identifier), deducts: z.array(identifier), basis: citations }),
  /** Spending that counts as rigid. */
  rigid: z.array(identifier).min(1),
  grades: z.record(words, z.strictObject({ label: words, conditions: z.array(conditionSchema).min(1) })),
})
export type RuleSet = z.infer<typeof ruleSetSchema>

export const ruleSetNames = ['anti_poverty', 'civil_affairs'] as const
export type RuleSetName = (typeof ruleSetNames)[number]

const ruleSetsSchema = z.strictObject({
  label: words,
  basis: citations,
  no_labour: z.array(words).min(1),
  rule_sets: z.record(z.enum(ruleSetNames), ruleSetSchema),
})

export interface JointPolicy {
  readonly sources: StatementSources
  readonly noLabour: readonly string[]
  readonly ruleSets: Readonly<Record<RuleSetName, RuleSet>>
}

const read = new WeakMap<Policy, JointPolicy>()

/** Read once per policy; throws with every mistake, names of items, fields and parameters that do not exist among them. */
export function jointPolicy(policy: Policy): JointPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const file = (name: string) => join(policy.folder, 'joint', `${name}.yaml`)
  const sources = readStrictFile(file('statement'), statementSchema)
  const { no_labour: noLabour, rule_sets: ruleSets } = readStrictFile(file('rule_sets'), ruleSetsSchema)
  const made: JointPolicy = { sources, noLabour, ruleSets }
  const strange = [...strangeSources(policy, sources), ...strangeRules(policy, made)]
  if (strange.length > 0) throw new Error(`policy/joint: ${strange.join(', ')}`)
  read.set(policy, made)
  return made
}

function strangeSources(policy: Policy, { department, register_groups: groups, register_items: own }: StatementSources): string[] {
  const { fields, income } = registryPolicy(policy)
  const items = new Set(sheetItems(income).map(({ item }) => item))
  const inDataset = (name: string, wanted: readonly string[]) =>
    wanted.filter((field) => policy.datasets.get(name)?.fields[field] === undefined).map((field) => `${name}.${field}`)
  return [
    ...[...department.map(({ item }) => item), ...Object.values(groups).map(({ item }) => item), ...Object.keys(own)].filter(
      (item) => !items.has(item),
    ),
    ...Object.keys(groups).filter((group) => !(group in income.groups)),
    ...[...Object.values(groups).map(({ field }) => field), ...Object.values(own)].filter(
      (name) => fields.get(name)?.about !== 'household',
    ),
    ...department.flatMap((one) => inDataset(one.dataset, fieldsOf(one))),
  ]
}

const fieldsOf = (one: DepartmentSource): string[] => [
  one.field,
  ...(one.how === 'sum' ? [one.on] : one.how === 'monthly' ? [one.from, one.until, ...Object.keys(one.where ?? {})] : []),
]

function strangeRules(policy: Policy, { noLabour, ruleSets }: JointPolicy): string[] {
  const { income } = registryPolicy(policy)
  const items = new Set(sheetItems(income).map(({ item }) => item))
  const conditions = Object.values(ruleSets).flatMap(({ grades }) => Object.values(grades).flatMap((grade) => grade.conditions))
  const parameters = conditions.flatMap((one) => [
    ...('parameter' in one ? [one.parameter] : []),
    ...('times' in one && one.times !== undefined ? [one.times] : []),
    ...('limits' in one ? one.limits.map((limit) => limit.parameter) : []),
  ])
  return [
    ...parameters.filter((key) => !policy.parameters.has(key)),
    ...Object.values(ruleSets)
      .flatMap(({ reference, rigid }) => [...reference.adds, ...reference.deducts, ...rigid])
      .filter((item) => !items.has(item)),
    ...conditions.flatMap((one) => (one.is === 'spending' && !(one.of in income.spending) ? [one.of] : [])),
    ...noLabour.filter((code) => policy.codeLists.get('labour_ability')?.codes[code] === undefined),
    ...Object.keys(ruleSets.civil_affairs.grades).filter((code) => policy.codeLists.get('relief_category')?.codes[code] === undefined),
  ]
}
