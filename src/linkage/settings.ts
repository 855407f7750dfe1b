/** What policy/linkage says: the ordered levels, who is compared with whom, the score, and which characters count as one. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type PolicyError, PolicyErrors, readStrictFile } from '../policy/index.ts'

/** What a row's number is worth: sound, with an error in it, last digits lost to a spreadsheet, digits missing, digits hidden, none. */
export const numberKinds = ['valid', 'failing', 'truncated', 'lost', 'masked', 'none'] as const
/** How a row's value may stand to a person's, best first; `missing` on either side says nothing. */
export const relations = {
  name: ['same', 'variant', 'sound', 'shortened', 'lost_character', 'one_character', 'different', 'missing'],
  number: ['same', 'leading_15', 'one_wrong', 'two_swapped', 'close', 'fits_mask', 'leading_few', 'differs', 'missing'],
  born_on: ['same', 'near', 'differs', 'missing'],
  phone: ['same', 'differs', 'missing'],
  place: ['village', 'township', 'differs', 'missing'],
} as const
export const comparisonNames = ['name', 'number', 'born_on', 'phone', 'place'] as const
/** `links.csv` knows these and no others. */
export const levelNames = [
  'id',
  'id_repaired',
  'id_truncated',
  'id_typo',
  'name_born_village',
  'name_phone_village',
  'name_variant',
  'probable',
] as const

export type ComparisonName = (typeof comparisonNames)[number]
export type LevelName = (typeof levelNames)[number]
export type NumberKind = (typeof numberKinds)[number]
export type NameRelation = (typeof relations.name)[number]

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.array(z.enum(values)).min(1)
const share = z.number().min(0).max(1)
const rowKinds = oneOf(numberKinds)

const relationsWanted = {
  name: oneOf(relations.name).optional(),
  number: oneOf(relations.number).optional(),
  born_on: oneOf(relations.born_on).optional(),
  phone: oneOf(relations.phone).optional(),
  place: oneOf(relations.place).optional(),
}

const levelSchema = z.strictObject({
  level: z.enum(levelNames).exclude(['probable']),
  label: z.string(),
  row_number: rowKinds,
  person_number: oneOf(['valid', 'failing', 'truncated', 'none']).optional(),
  written: z.enum(['as_is', 'repaired']).optional(),
  when: z.strictObject(relationsWanted),
  tie_break: z.array(z.enum(comparisonNames)),
  score: share,
})

const blockColumns = ['number', 'leading_15', 'name', 'phone', 'born_on', 'village', 'township'] as const
const blockSchema = z.strictObject({
  label: z.string(),
  row_number: rowKinds,
  equal: z.tuple([z.enum(blockColumns)], z.enum(blockColumns)),
  and_any: oneOf(['township', 'born_on', 'phone', 'number_near']).optional(),
  closer: z.boolean().optional(),
})

const weightSchema = z
  .strictObject({
    label: z.string(),
    m: share,
    u: share.optional(),
    by_frequency: z.boolean().optional(),
    implied_by: z.partialRecord(z.enum(comparisonNames), z.array(z.string())).optional(),
  })
  .refine((weight) => (weight.u === undefined) === (weight.by_frequency === true), '须写 u 或 by_frequency: true，二者取一')

const scoringSchema = z.strictObject({
  /** Above one half, so that never two persons reach it. */
  accept: z.number().gt(0.5).max(1),
  review: share,
  accept_names: oneOf(relations.name),
  review_only: rowKinds,
  registered_share: share,
  learning: z.strictObject({
    rounds: z.int().min(0).max(1000),
    sample_rows: z.int().min(0),
    least_matches: z.number().min(0),
    from: z.array(z.strictObject({ given: z.strictObject(relationsWanted), learns: oneOf(comparisonNames) })),
  }),
  comparisons: z.strictObject({
    name: z.partialRecord(z.enum(relations.name), weightSchema),
    number: z.partialRecord(z.enum(relations.number), weightSchema),
    born_on: z.partialRecord(z.enum(relations.born_on), weightSchema),
    phone: z.partialRecord(z.enum(relations.phone), weightSchema),
    place: z.partialRecord(z.enum(relations.place), weightSchema),
  }),
})

const charactersSchema = z.strictObject({
  variants: z.array(z.string()),
  lost: z.string(),
  separators: z.string(),
})

export type Level = z.infer<typeof levelSchema>
export type Block = z.infer<typeof blockSchema>
export type Weight = z.infer<typeof weightSchema>
export type Wanted = Level['when']
export type Scoring = z.infer<typeof scoringSchema>
export interface Characters {
  /** Every other way of writing a character, and the one that stands for it in comparisons. */
  readonly canonical: ReadonlyMap<string, string>
  /** Signs that stand where a character was lost. */
  readonly lost: string
  /** Signs between the parts of a minority name. */
  readonly separators: string
}
export interface LinkageSettings {
  readonly levels: readonly Level[]
  readonly blocks: readonly Block[]
  readonly scoring: Scoring
  readonly characters: Characters
}

const files = ['blocks.yaml', 'characters.yaml', 'levels.yaml', 'scoring.yaml']

/** Reads `linkage/` of the policy folder; throws one PolicyErrors with every mistake of every file. */
export function loadLinkageSettings(policyFolder: string): LinkageSettings {
  const folder = join(policyFolder, 'linkage')
  const errors: PolicyError[] = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !files.includes(name))
    .map((file) => ({ file: `linkage/${file}`, line: 1, column: 1, message: '此处不认识的文件' }))
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    try {
      return readStrictFile(join(folder, file), schema)
    } catch (error) {
      if (!(error instanceof PolicyErrors)) throw error
      errors.push(...error.errors.map((found) => ({ ...found, file: `linkage/${file}` })))
      return undefined
    }
  }
  const levels = read('levels.yaml', z.strictObject({ levels: z.array(levelSchema).min(1) }))
  const blocks = read('blocks.yaml', z.strictObject({ blocks: z.array(blockSchema).min(1) }))
  const scoring = read('scoring.yaml', scoringSchema)
  const characters = read('characters.yaml', charactersSchema)
  if (scoring !== undefined && scoring.accept < scoring.review) {
    errors.push({ file: 'linkage/scoring.yaml', line: 1, column: 1, message: 'accept 不得小于 review' })
  }
  if (levels !== undefined) errors.push(...orderMistakes(levels.levels), ...overrulingLevels(levels.levels))
  if (blocks !== undefined) errors.push(...overrulingBlocks(blocks.blocks))
  const canonical = canonicalCharacters(characters?.variants ?? [], errors)
  if (errors.length > 0 || !levels || !blocks || !scoring || !characters) throw new PolicyErrors(errors)
  return {
    levels: levels.levels,
    blocks: blocks.blocks,
    scoring,
    characters: { canonical, lost: characters.lost, separators: characters.separators },
  }
}

/** The order of the levels is the contract's; a file may repeat a level but not turn the order round. */
function orderMistakes(levels: readonly Level[]): PolicyError[] {
  const ranks = levels.map((level) => levelNames.indexOf(level.level))
  return ranks.flatMap((rank, at) =>
    at > 0 && rank < (ranks[at - 1] ?? 0)
      ? [{ file: 'linkage/levels.yaml', line: 1, column: 1, message: `“${levels[at]?.label}”须排在更低一级之前` }]
      : [],
  )
}

const refused = (file: string, label: string, message: string): PolicyError => ({
  file: `linkage/${file}`,
  line: 1,
  column: 1,
  message: `“${label}”${message}`,
})

/** A sound number that nobody in the register has is a stranger's; only a person without a sound number may still be meant. */
function overrulingLevels(levels: readonly Level[]): PolicyError[] {
  return levels
    .filter(({ row_number, person_number, when }) => {
      const isByNumber = when.number?.every((relation) => relation === 'same') ?? false
      return row_number.includes('valid') && !isByNumber && (person_number ?? ['valid']).includes('valid')
    })
    .map(({ label }) => refused('levels.yaml', label, '不得用姓名推翻有效号码：须写 number: [same]，或写明 person_number 且不含 valid'))
}

function overrulingBlocks(blocks: readonly Block[]): PolicyError[] {
  return blocks
    .filter(({ row_number, equal }) => {
      const columns: readonly string[] = equal
      const isNamesake = columns.includes('name') && columns.includes('born_on')
      return row_number.includes('valid') && !columns.includes('number') && !isNamesake
    })
    .map(({ label }) => refused('blocks.yaml', label, '拿有效号码去比的，须号码相同，或姓名和出生日期都相同'))
}

function canonicalCharacters(lines: readonly string[], errors: PolicyError[]): Map<string, string> {
  const canonical = new Map<string, string>()
  const seen = new Set<string>()
  for (const group of lines.flatMap((line) => line.split(/\s+/)).filter((part) => part !== '')) {
    const [first = '', ...others] = [...group]
    for (const character of [first, ...others]) {
      if (seen.has(character)) {
        errors.push({ file: 'linkage/characters.yaml', line: 1, column: 1, message: `“${character}”出现在两组异体字中` })
      }
      seen.add(character)
    }
    for (const other of others) canonical.set(other, first)
  }
  return canonical
}
