/** The papers' part of `policy/`: what each form is called, what it consists of, who signs. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, type Policy, readStrictFile } from '../../policy/index.ts'

export const formNames = [
  'application',
  'authorisation',
  'visit',
  'minutes',
  'notice',
  'township_opinion',
  'county_approval',
  'announcement',
  'measure_plan',
  'clearing',
] as const
export type FormName = (typeof formNames)[number]

export const blockNames = [
  'application',
  'household',
  'members',
  'risks',
  'authorisation',
  'visit',
  'guarantees',
  'income',
  'comparison',
  'minutes',
  'votes',
  'notice',
  'township_opinion',
  'county_opinion',
  'announcement',
  'measures',
  'clearing',
  'clearing_opinions',
] as const
export type BlockName = (typeof blockNames)[number]

/** What must have happened for a form to be filled in. */
export const needs = [
  'case',
  'authorisation',
  'visit',
  'meeting',
  'notice',
  'endorsed',
  'admitted',
  'announcement',
  'measures',
  'clearing',
] as const
export type Need = (typeof needs)[number]

const formSchema = z.strictObject({
  title: z.string(),
  file: z.string().regex(/^\d\d$/),
  needs: z.enum(needs),
  intro: z.string(),
  blocks: z.array(z.enum(blockNames)),
  signatures: z.array(z.string()),
})
const schema = z.strictObject({ label: z.string(), basis: citations, forms: z.record(z.enum(formNames), formSchema) })

export type FormPolicy = z.infer<typeof formSchema>
export type PapersPolicy = z.infer<typeof schema>

const read = new WeakMap<Policy, PapersPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake. */
export function papersPolicy(policy: Policy): PapersPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const made = readStrictFile(join(policy.folder, 'papers', 'forms.yaml'), schema)
  read.set(policy, made)
  return made
}
