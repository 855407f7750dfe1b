/** The part of `policy/` about leaving assistance: which criteria there are, on what basis, and from when. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, daySchema, type Policy, readStrictFile } from '../../../policy/index.ts'

/** Every criterion the program knows how to compute. */
export const criterionNames = ['income', 'guarantees', 'no_open_risk', 'labour', 'own_income', 'not_on_relief'] as const
export type CriterionName = (typeof criterionNames)[number]

const criteriaSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  note: z.string().optional(),
  from: daySchema,
  groups: z.strictObject({ economy: z.string(), ability: z.string() }),
  criteria: z.partialRecord(
    z.enum(criterionNames),
    z.strictObject({ label: z.string(), group: z.enum(['economy', 'ability']), parameter: z.string().optional(), basis: citations }),
  ),
})
export type CriteriaPolicy = z.infer<typeof criteriaSchema>

const read = new WeakMap<Policy, CriteriaPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake. */
export function criteriaPolicy(policy: Policy): CriteriaPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const made = readStrictFile(join(policy.folder, 'exit_review', 'criteria.yaml'), criteriaSchema)
  read.set(policy, made)
  return made
}
