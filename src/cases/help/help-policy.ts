/** The part of `policy/` about help: the catalogue of measures, what each risk needs, and when a risk counts as cleared. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, identifier, type Policy, type PolicyError, PolicyErrors, readStrictFile } from '../../policy/index.ts'

export const characters = ['development', 'training', 'guarantee', 'safety_net', 'other'] as const
export type Character = (typeof characters)[number]

const measureSchema = z.strictObject({
  label: z.string(),
  group: z.string(),
  character: z.enum(characters),
  needs_labour: z.boolean(),
  for: z.array(z.string()).min(1),
  proof: z.string(),
  lasts: z.string().optional(),
})
const catalogueSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  note: z.string().optional(),
  measures: z.record(identifier, measureSchema),
})
const needsSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  note: z.string().optional(),
  risks: z.record(
    z.string(),
    z.strictObject({ groups: z.array(z.string()).min(1), clearing: z.array(z.string()).optional(), rules: z.array(z.string()) }),
  ),
  labour: z.strictObject({
    development_groups: z.array(z.string()).min(1),
    rules: z.array(z.string()),
    able: z.array(z.string()).min(1),
    weak: z.array(z.string()).min(1),
  }),
})

/** Every condition the program knows how to compute; the file says which hold, and on what basis. */
export const conditionNames = [
  'labour',
  'income',
  'rigid_spending',
  'schooling',
  'housing',
  'insurance',
  'water',
  'recorded_risks',
  'no_new_risk',
  'watched',
  'helped',
] as const
export type ConditionName = (typeof conditionNames)[number]

const clearingSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  conditions: z.partialRecord(
    z.enum(conditionNames),
    z.strictObject({
      label: z.string(),
      must: z.boolean(),
      waived_when_natural: z.boolean().optional(),
      basis: citations,
      note: z.string().optional(),
    }),
  ),
  snapshot: z.record(identifier, z.string()),
})

export type Measure = z.infer<typeof measureSchema>
export type Needs = z.infer<typeof needsSchema>
export type ClearingPolicy = z.infer<typeof clearingSchema>
export interface HelpPolicy {
  readonly measures: Readonly<Record<string, Measure>>
  readonly needs: Needs
  readonly clearing: ClearingPolicy
}

const read = new WeakMap<Policy, HelpPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake, a risk, measure group or labour ability outside the code lists among them. */
export function helpPolicy(policy: Policy): HelpPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const file = (name: string) => join(policy.folder, 'help', `${name}.yaml`)
  const { measures } = readStrictFile(file('measures'), catalogueSchema)
  const made = { measures, needs: readStrictFile(file('needs'), needsSchema), clearing: readStrictFile(file('clearing'), clearingSchema) }
  const errors = strangers(policy, made)
  if (errors.length > 0) throw new PolicyErrors(errors)
  read.set(policy, made)
  return made
}

function strangers(policy: Policy, { measures, needs }: HelpPolicy): PolicyError[] {
  const missing = (file: string, list: string, codes: readonly string[]) =>
    codes
      .filter((code) => policy.codeLists.get(list)?.codes[code] === undefined)
      .map((code) => ({ file: `help/${file}.yaml`, line: 1, column: 1, message: `“${code}”不在代码表 ${list} 中` }))
  const ofMeasures = Object.values(measures)
  const ofRisks = Object.values(needs.risks)
  return [
    ...missing('measures', 'measure_group', [...new Set(ofMeasures.map(({ group }) => group))]),
    ...missing('measures', 'risk', [...new Set(ofMeasures.flatMap((one) => one.for))]),
    ...missing('needs', 'risk', Object.keys(needs.risks)),
    ...missing('needs', 'measure_group', [
      ...needs.labour.development_groups,
      ...ofRisks.flatMap(({ groups, clearing = [] }) => [...groups, ...clearing]),
    ]),
    ...missing('needs', 'labour_ability', [...needs.labour.able, ...needs.labour.weak]),
  ]
}
