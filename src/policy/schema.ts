/** The shape of every kind of file under policy/, strict: what is not named here is an error. */
import { z } from 'zod'
import { parsePlainDay } from '../kernel/index.ts'

const day = z.string().refine((text) => parsePlainDay(text) !== undefined, '须为真实的日期 YYYY-MM-DD')
const identifier = z.string().regex(/^[a-z][a-z0-9_]*$/, '须为小写英文加下划线')
const ruleId = z.string().regex(/^[a-z][a-z0-9-]*$/, '须为小写英文加连字符')
const divisionCode = z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/, '须为加引号的 2、4、6、9 或 12 位区划代码')
/** `law-id`, `law-id#article`, or `project-default` for a number without a citable document. */
const citation = z.string().regex(/^(project-default|[a-z0-9][a-z0-9-]*(#\S+)?)$/, '须为 文件id#条款 或 project-default')
const citations = z.array(citation).min(1, '缺少依据')
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()], '须为文字、数字、true、false 或 null')
const parameterValue = z.union(
  [z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())],
  '须为文字、数字、true、false、null 或文字列表',
)

/** What `meets:` and `area:` say about the requirements; both optional everywhere. */
const tags = { area: z.array(z.string()).optional(), meets: z.array(z.string()).optional() }

export const lawSchema = z.strictObject({
  title: z.string(),
  issuer: z.string(),
  document_number: z.string().nullable(),
  issued_on: day.nullable(),
  in_force_from: day.nullable(),
  in_force_until: day.nullable().optional(),
  region: z.union([divisionCode, z.literal('national')]),
  link: z.string().nullable().optional(),
  note: z.string().optional(),
  articles: z.record(z.string(), z.string()),
})

/** A `null` value ends the one before it: the level above applies again. `unit` only where this value counts differently (工作日 for 天). */
const datedValue = z.strictObject({ value: parameterValue, basis: citations, unit: z.string().optional(), note: z.string().optional() })
const datedValues = z.record(day, datedValue)

export const parameterSchema = z.strictObject({
  label: z.string(),
  unit: z.string(),
  lower_levels_may: z.enum(['nothing', 'raise', 'lower', 'set']),
  reviewed_on: day,
  /** Where no value is in force a rule is unknown and this is said; without it a rule's parameter must resolve nationally on every day. */
  when_missing: z.string().optional(),
  note: z.string().optional(),
  ...tags,
  values: datedValues,
})
/** The same parameter in a region: only what differs. */
export const parameterOverlaySchema = z.strictObject({
  reviewed_on: day,
  values: datedValues,
})

export const codeListSchema = z.strictObject({
  label: z.string(),
  ...tags,
  /** Several values in one cell, parted by comma, 、 or ;. */
  multiple: z.boolean().optional(),
  codes: z.record(
    z.string(),
    z.strictObject({
      label: z.string(),
      spellings: z.array(z.string()).optional(),
      from: day.optional(),
      /** The last day on which the code may be used. */
      until: day.optional(),
      basis: citations.optional(),
    }),
  ),
})

export const glossarySchema = z.record(
  identifier,
  z.strictObject({
    /** Label by the day from which it is the official word. */
    label: z.record(day, z.string()),
    note: z.string().optional(),
    basis: citations.optional(),
  }),
)

export const fieldKindNames = [
  'id_number',
  'name',
  'text',
  'phone',
  'day',
  'money',
  'number',
  'whole_number',
  'code',
  'codes',
  'year',
  'division_code',
  'yes_no',
  'card_number',
] as const
const fieldSchema = z.strictObject({
  label: z.string(),
  kind: z.enum(fieldKindNames),
  /** Spellings of the header; the earlier one wins, an empty cell falls back to the next. */
  headers: z.array(z.string()).min(1),
  /** A sheet without this column is not this dataset (the * of the contract). */
  recognises: z.boolean().optional(),
  /** A fact or a comparison reads this cell: a row none of whose fact cells can be read is rejected. */
  fact: z.boolean().optional(),
  /** Empty is worth a warning. */
  required: z.boolean().optional(),
  /** Code list, for kinds `code` and `codes`. */
  codes: z.string().optional(),
  /** For `day`: what a month without a day means. */
  month_is: z.enum(['first', 'last']).optional(),
  /** For `money`: the unit where the header does not say (万元 in the header always wins). */
  unit: z.enum(['yuan', 'wan']).optional(),
  /** How many cells the same field may keep apart (`phone`: every phone column counts). */
  note: z.string().optional(),
})

export const datasetSchema = z.strictObject({
  label: z.string(),
  department: z.string(),
  about: z.enum(['person', 'household']),
  every: z.enum(['month', 'quarter', 'year', 'event']).optional(),
  ...tags,
  basis: citations.optional(),
  event_day: identifier.optional(),
  /** The file lists every person concerned: a living member without a row is not in it. */
  full_list: z.boolean().optional(),
  /** Which households the file covers; the others are unknown. */
  covers: z.enum(['all', 'low_income', 'lifted_or_monitored']).optional(),
  /** Beside the recognising columns the sheet must have one field of each of these groups. */
  recognised_by_one_of: z.array(z.array(identifier).min(2)).optional(),
  /** Headers but no rows: none, or not handed in. */
  empty_sheet_means: z.enum(['none', 'not_handed_in']).optional(),
  fields: z.record(identifier, fieldSchema),
})
export const datasetOverlaySchema = z.strictObject({
  full_list: z.boolean().optional(),
  covers: z.enum(['all', 'low_income', 'lifted_or_monitored']).optional(),
  basis: citations.optional(),
})

/** The columns by which a row names its person; `household_fields` count in datasets about a household only. */
export const identitySchema = z.strictObject({
  label: z.string(),
  fields: z.record(identifier, fieldSchema),
  household_fields: z.record(identifier, fieldSchema),
})

const noLiteral = '数值须写成 $目录/参数,不写数字'
const parameterRef = z.string(noLiteral).regex(/^\$[a-z_]+\/[a-z0-9_]+$/, noLiteral)
const factRef = z.string().regex(/^(person|household|village)\.[a-z0-9_]+$/, '须为 person.、household. 或 village. 开头的事实')
const comparisonShape = {
  fact: factRef,
  below: parameterRef.optional(),
  at_most: parameterRef.optional(),
  above: parameterRef.optional(),
  at_least: parameterRef.optional(),
  /** The parameter is multiplied by this one first (“twice its limit”). */
  times: parameterRef.optional(),
  /** A code, true, false, or `present`: at least one (person, row). */
  is: z.union([z.string(), z.boolean()]).optional(),
  in: z.union([z.array(z.string()), parameterRef]).optional(),
}
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | {
      fact: string
      below?: string | undefined
      at_most?: string | undefined
      above?: string | undefined
      at_least?: string | undefined
      times?: string | undefined
      is?: string | boolean | undefined
      in?: string[] | string | undefined
    }
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject(comparisonShape),
  ]),
)

export const ruleSchema = z.strictObject({
  label: z.string(),
  about: z.literal('household'),
  ...tags,
  risk: z.string(),
  /** `until` is the last day in force. */
  in_force: z.strictObject({ from: day, until: day.optional() }),
  basis: citations,
  /** The rule in one plain sentence for the officer at the door. */
  plain: z.string(),
  /** Questions to ask at the visit. */
  ask: z.array(z.string()).min(1),
  when: conditionSchema,
  /** First line whose condition holds. The last has none. */
  severity: z.array(z.strictObject({ is: z.enum(['high', 'medium', 'low']), when: conditionSchema.optional() })).min(1),
  examples: z
    .array(
      z.strictObject({
        name: z.string(),
        on: day,
        at: divisionCode,
        given: z.record(factRef, z.union([scalar, z.strictObject({ at_least: z.number(), at_most: z.number().optional() })])),
        expect: z.enum(['hit', 'clear', 'unknown']),
        severity: z.enum(['high', 'medium', 'low']).optional(),
      }),
    )
    .min(3),
})

/** How a region ends a national rule: a file of the same name that says from which day the rule no longer applies there. */
export const ruleEndSchema = z.strictObject({ ended_from: day, basis: citations, note: z.string().optional() })

/**
 * What may be known about a household. Either a roll-up of one dataset, said here, or a query in the `.sql` of the same name
 * (`derived: true`). A `number` or `money` fact is an interval: lo what is certain, hi what is possible, hi null without bound.
 */
export const factSchema = z.strictObject({
  label: z.string(),
  kind: z.enum(['money', 'number', 'boolean', 'code']),
  unit: z.string(),
  /** Code list, for kind `code`. */
  codes: z.string().optional(),
  ...tags,
  basis: citations.optional(),
  /** The datasets this fact reads; one not handed in makes it unknown. */
  needs: z.array(identifier),
  /** Read where handed in, done without otherwise. */
  uses: z.array(identifier).optional(),
  derived: z.boolean().optional(),
  /** Columns (`dataset.field`) of which a derived fact needs at least one file to have them; a roll-up names its own. */
  reads: z.array(z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/)).optional(),
  roll_up: z
    .strictObject({
      dataset: identifier,
      /** Sum of a field, number of persons with such a row, or number of rows. */
      sum: identifier.optional(),
      count: z.enum(['persons', 'rows']).optional(),
      /** A sheet without the summed column adds nothing, where another fact can decide in its place; else its rows are unknown. */
      absent: z.enum(['unknown', 'ignored']).optional(),
      /** Only rows whose event day lies in (D − window, D]. */
      within: parameterRef.optional(),
      /** Only rows whose cells are these codes. */
      where: z
        .array(
          z.strictObject({
            field: identifier,
            in: z.array(z.string()).optional(),
            at_most: parameterRef.optional(),
            above: parameterRef.optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  note: z.string().optional(),
})
export const factFileSchema = z.record(factRef, factSchema)

export type Law = z.infer<typeof lawSchema>
export type Parameter = z.infer<typeof parameterSchema>
export type ParameterOverlay = z.infer<typeof parameterOverlaySchema>
export type DatedValue = z.infer<typeof datedValue>
export type Glossary = z.infer<typeof glossarySchema>
export type Identity = z.infer<typeof identitySchema>
export type CodeList = z.infer<typeof codeListSchema>
export type Field = z.infer<typeof fieldSchema>
export type FieldKindName = (typeof fieldKindNames)[number]
export type Dataset = z.infer<typeof datasetSchema>
export type DatasetOverlay = z.infer<typeof datasetOverlaySchema>
export type Fact = z.infer<typeof factSchema>
export type Rule = z.infer<typeof ruleSchema>
export type RuleEnd = z.infer<typeof ruleEndSchema>
export { citations, day as daySchema, divisionCode, identifier, parameterRef, ruleId, scalar, tags }
