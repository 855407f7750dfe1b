/** The shape of `policy/quality/`: fields that may be asked, rules over them, and the examples that prove each rule. */
import { z } from 'zod'

const identifier = z.string().regex(/^[a-z][a-z0-9_]*$/, '须为小写英文加下划线')
const familyId = z.string().regex(/^[a-z][a-z0-9-]*$/, '须为小写英文加连字符')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '须为日期 YYYY-MM-DD')
const parameterRef = z.string().regex(/^\$[a-z_]+\/[a-z0-9_]+$/, '数值须写成 $目录/参数,不写数字')
const nationalNumber = z.string().regex(/^(\d_\d\d_\d\d\d|1111_\d+|S71-\d\d)$/, '须为国家系统的规则编号')

export const populationNames = [
  'all',
  'lifted',
  'monitored',
  'monitored_open',
  'cleared',
  'lifted_or_monitored',
  'lifted_unmonitored',
  'others',
] as const
export type Population = (typeof populationNames)[number]
export const levels = ['person', 'household', 'village'] as const
export type Level = (typeof levels)[number]

const fieldSchema = z.strictObject({
  label: z.string(),
  kind: z.enum(['text', 'number', 'day', 'flag', 'code', 'codes']),
  unit: z.string().optional(),
  /** The column of the register it is. */
  column: identifier.optional(),
  /** The national system has it, the register of the contract does not carry it yet. */
  awaited: z.boolean().optional(),
  /** An empty cell says “none” instead of nothing. */
  blank_means: z.literal('none').optional(),
  /** Not to be written into a message. */
  private: z.boolean().optional(),
  /** Looks at other households. */
  across: z.boolean().optional(),
  /** The columns a derived field reads, and the department data it reads where handed in. */
  from: z.array(identifier).optional(),
  datasets: z.array(identifier).optional(),
  means: z.string().optional(),
  basis: z.string().optional(),
})
export type QualityField = z.infer<typeof fieldSchema>

export const fieldsSchema = z.strictObject({
  examples: z.strictObject({ on: day, at: z.string() }),
  populations: z.record(z.enum(populationNames), z.string()),
  person: z.record(identifier, fieldSchema),
  household: z.record(identifier, fieldSchema),
  village: z.record(identifier, fieldSchema),
})
export type QualityFields = z.infer<typeof fieldsSchema>

const comparisonSchema = z.strictObject({
  field: identifier,
  below: parameterRef.optional(),
  at_most: parameterRef.optional(),
  above: parameterRef.optional(),
  at_least: parameterRef.optional(),
  /** A code, true, false, or one of the words `empty`, `filled`, `unreadable`, `zero`. */
  is: z.union([z.string(), z.boolean()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  /** Of several values in one cell: one of these is among them. */
  has: z.array(z.string()).min(1).optional(),
  /** Of several values in one cell: there are some, and none but these. */
  only: z.array(z.string()).min(1).optional(),
})
export type Comparison = z.infer<typeof comparisonSchema>
export type QualityCondition = { all: QualityCondition[] } | { any: QualityCondition[] } | { not: QualityCondition } | Comparison
export const qualityConditionSchema: z.ZodType<QualityCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(qualityConditionSchema).min(1) }),
    z.strictObject({ any: z.array(qualityConditionSchema).min(1) }),
    z.strictObject({ not: qualityConditionSchema }),
    comparisonSchema,
  ]),
)

/** A cell of an example; `{ unreadable: … }` is one that could not be read. What is not named was not handed in. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ unreadable: z.string() })])
const cells = z.record(identifier, cell)
const exampleHousehold = z.strictObject({ household: cells.optional(), members: z.array(cells).optional() })
const exampleSchema = z.strictObject({
  expect: z.enum(['hit', 'clear', 'unknown']),
  on: day.optional(),
  at: z.string().optional(),
  /** The person the rule is asked about. */
  person: cells.optional(),
  household: cells.optional(),
  village: cells.optional(),
  /** The other members; for a rule about households all of them. */
  members: z.array(cells).optional(),
  other_households: z.array(exampleHousehold).optional(),
  /** Department data by dataset, rows of the household's first person; an empty list was handed in and says nothing. */
  datasets: z.record(identifier, z.array(cells)).optional(),
})
export type QualityExample = z.infer<typeof exampleSchema>
export type ExampleCells = z.infer<typeof cells>

const familySchema = z.strictObject({
  /** Which of the 125 national items; none for our own rules. */
  item: z.number().int().min(1).max(125).optional(),
  label: z.string(),
  about: z.enum(levels),
  /** One rule for each kind of household that has its own national number. */
  rules: z.array(z.strictObject({ of: z.enum(populationNames), numbers: z.array(nationalNumber).min(1).optional() })).min(1),
  /** What is wrong, with found values as {field}; and how to mend it. */
  wrong: z.string(),
  mend: z.string(),
  severity: z.enum(['high', 'medium', 'low']),
  /** The field whose value is reported as found. */
  shows: identifier,
  when: qualityConditionSchema,
  note: z.string().optional(),
  examples: z.array(exampleSchema).min(3),
})
export const familyFileSchema = z.record(familyId, familySchema)
export type QualityFamily = z.infer<typeof familySchema>

export const findingsSchema = z.strictObject({
  /** Findings of other rooms that become quality findings: by table, then by the finding's kind; `other` takes the rest. */
  register_finding: z.record(
    identifier,
    z.strictObject({ rule: familyId, label: z.string(), wrong: z.string(), mend: z.string(), severity: z.enum(['high', 'medium', 'low']) }),
  ),
  link_finding: z.record(
    identifier,
    z.strictObject({ rule: familyId, label: z.string(), wrong: z.string(), mend: z.string(), severity: z.enum(['high', 'medium', 'low']) }),
  ),
})
export type OutsideFindings = z.infer<typeof findingsSchema>

/** One rule as it appears in `quality.csv`. */
export interface QualityRule {
  /** The national number when there is exactly one, else our id. */
  readonly id: string
  readonly familyId: string
  readonly family: QualityFamily
  readonly of: Population
  readonly numbers: readonly string[]
}

/** Everything under `policy/quality/`, checked. */
export interface QualityPack {
  readonly fields: QualityFields
  /** The SQL of the derived fields. */
  readonly fieldsSql: string
  readonly families: ReadonlyMap<string, QualityFamily>
  readonly rules: readonly QualityRule[]
  readonly findings: OutsideFindings
}
