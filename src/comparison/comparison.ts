/** The shape of a comparison file: two sources that must agree about the same person or household. */
import { z } from 'zod'
import { citations, daySchema, identifier, parameterRef, scalar, tags } from '../policy/index.ts'
import type { Definitions } from './columns.rules.ts'

/** `as_of`, a field of the same row, or (between the sources) `one.field` and `other.field`. */
const reference = z.string().regex(/^(as_of|((one|other)\.)?[a-z][a-z0-9_]*)$/, '须为 as_of、字段名,或 one.字段、other.字段')
const fieldReference = z.string().regex(/^((one|other)\.)?[a-z][a-z0-9_]*$/, '须为字段名,或 one.字段、other.字段')

const operators = {
  /** A code by any of its names in the code list, or true or false. */
  is: z.union([z.string(), z.boolean()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  /** For `codes`: this one is among them. */
  includes: z.string().optional(),
  starts_with: z.array(z.string()).min(1).optional(),
  /** The cell is there and holds nothing; an unreadable cell or a missing column is unknown. */
  empty: z.boolean().optional(),
  positive: z.literal(true).optional(),
  below: parameterRef.optional(),
  at_most: parameterRef.optional(),
  above: parameterRef.optional(),
  at_least: parameterRef.optional(),
  after: reference.optional(),
  in_later_month_than: reference.optional(),
  /** Later than the last day of the month that follows. */
  after_month_following: reference.optional(),
  in_later_year_than: reference.optional(),
  in_month_of: reference.optional(),
  in_year_of: reference.optional(),
}
const operatorNames = Object.keys(operators) as (keyof typeof operators)[]

const fieldTest = z
  .strictObject({
    field: fieldReference,
    /** An end day that is empty reads as the day of the comparison. */
    open_ended: z.literal(true).optional(),
    ...operators,
  })
  .refine((test) => operatorNames.filter((name) => test[name] !== undefined).length === 1, '每个条件恰好写一种比较')
const covering = z.strictObject({
  /** The period from one field to the other is still running on the day of the comparison. */
  running_from: fieldReference,
  until: fieldReference,
})
export type FieldTest = z.infer<typeof fieldTest>
export type Covering = z.infer<typeof covering>
export type RowCondition = { all: RowCondition[] } | { any: RowCondition[] } | { not: RowCondition } | Covering | FieldTest
export const rowCondition: z.ZodType<RowCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(rowCondition).min(1) }),
    z.strictObject({ any: z.array(rowCondition).min(1) }),
    z.strictObject({ not: rowCondition }),
    covering,
    fieldTest,
  ]),
)

const side = z.strictObject({
  /** A dataset, or `person` or `household` of the united register. */
  from: identifier,
  /** Only the rows of each person or household with the newest event day. */
  keep: z.literal('latest').optional(),
  where: z.array(rowCondition).optional(),
})
export type Side = z.infer<typeof side>

const exampleRow = z.record(identifier, z.union([scalar, z.array(z.string())]))
const example = z.strictObject({
  name: z.string(),
  on: daySchema,
  one: z.array(exampleRow),
  other: z.array(exampleRow),
  unless: z.array(exampleRow).optional(),
  expect: z.enum(['differs', 'agrees', 'unknown']),
  message: z.string().optional(),
})
export type Example = z.infer<typeof example>

export const comparisonSchema = z
  .strictObject({
    label: z.string(),
    ...tags,
    basis: citations,
    about: z.enum(['person', 'household']),
    /** Whose rows count: by default only people who live on the day of the comparison. */
    people: z.enum(['living', 'everyone']).optional(),
    /** The narrower of the two, since it is read first. */
    one: side,
    other: side,
    /** `both_hold`: a row on each side, and the two cannot both be right; `other_missing`: a row on side one and none on the other. */
    differs: z.enum(['both_hold', 'other_missing']),
    /** What must also hold between the two rows. */
    together: z.array(rowCondition).optional(),
    /** A row here explains the difference. */
    unless: side.optional(),
    message: z.string(),
    trust: z.strictObject({ source: z.enum(['one', 'other', 'neither']), why: z.string() }),
    action: z.string(),
    examples: z.array(example).min(3),
  })
  .refine((comparison) => comparison.differs === 'both_hold' || comparison.together === undefined, {
    message: 'other_missing 时另一来源没有记录可比,不能写 together',
    path: ['together'],
  })

export interface Comparison extends z.infer<typeof comparisonSchema> {
  readonly id: string
  /** The reviewed predicate over `one.` and `other.` from the `.sql` of the same name; it joins `together`. */
  readonly sql?: string
}

/** Dataset → fields that say which row of last month a row of this month is; the other fields are what may change. */
export const monthKeysSchema = z.record(identifier, z.strictObject({ key: z.array(identifier), why: z.string() }))
export type MonthKeys = z.infer<typeof monthKeysSchema>

export interface ComparisonPack {
  readonly comparisons: readonly Comparison[]
  readonly months: MonthKeys
  /** What the tables carry: datasets and code lists of the policy the pack was read with. */
  readonly definitions: Definitions
}
