/** The part of `policy/` about visits: what is asked at the door, what may be concluded, what a phone may keep and for how long. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, identifier, type Policy, readStrictFile } from '../../policy/index.ts'
import { registryPolicy } from '../../registry/index.ts'

const cited = z.strictObject({ value: z.number().int().min(1), basis: citations })
const text = z.string().min(1)

const formSchema = z.strictObject({
  label: text,
  basis: citations,
  phone: z.strictObject({ take_days: cited, keep_days: cited }),
  purposes: z.record(
    identifier,
    z.strictObject({
      label: text,
      conclusions: z.record(identifier, z.strictObject({ label: text, proposed_when: z.enum(['risk', 'none', 'never']) })),
    }),
  ),
  not_met: z.array(text).min(1),
  refused: z.array(text).min(1),
  guarantees: z.array(z.strictObject({ field: identifier, label: text, safe: text, unsafe: text, basis: citations })),
  member_fields: z.array(identifier),
  household_fields: z.array(identifier),
  member_events: z.record(identifier, z.strictObject({ label: text, about: z.enum(['member', 'nobody']) })),
  income_evidence: z.array(text).min(1),
  income_from_register: z.record(identifier, identifier),
  authorisation: z.strictObject({
    basis: citations,
    note: text,
    months: z.number().int().min(1).max(60),
    scope: z.record(identifier, text),
    wording: text,
  }),
  photos: z.strictObject({ at_least: cited }),
})

export type VisitsPolicy = z.infer<typeof formSchema>

export const purposes = ['verification', 'follow_up', 'clearing_check', 'campaign_check', 'routine'] as const
export type Purpose = (typeof purposes)[number]

const read = new WeakMap<Policy, VisitsPolicy>()

/** Read once per policy; throws with every mistake of the file, names of fields and items that do not exist among them. */
export function visitsPolicy(policy: Policy): VisitsPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const form = readStrictFile(join(policy.folder, 'visits', 'form.yaml'), formSchema)
  const strange = strangeNames(policy, form)
  if (strange.length > 0) throw new Error(`policy/visits/form.yaml: ${strange.join(', ')}`)
  read.set(policy, form)
  return form
}

function strangeNames(policy: Policy, form: VisitsPolicy): string[] {
  const { fields, income } = registryPolicy(policy)
  const of = (about: 'household' | 'person', names: readonly string[]) => names.filter((name) => fields.get(name)?.about !== about)
  return [
    ...of('person', form.member_fields),
    ...of('household', [
      ...form.household_fields,
      ...form.guarantees.map(({ field }) => field),
      ...Object.values(form.income_from_register),
    ]),
    ...Object.keys(form.income_from_register).filter((item) => !(item in income.items)),
    ...purposes.filter((purpose) => !(purpose in form.purposes)),
    ...Object.keys(form.purposes).filter((purpose) => !purposes.some((one) => one === purpose)),
  ]
}

export const purposeLabel = (policy: Policy, purpose: string): string => visitsPolicy(policy).purposes[purpose]?.label ?? purpose

export const conclusionLabel = (policy: Policy, purpose: string, code: string): string =>
  visitsPolicy(policy).purposes[purpose]?.conclusions[code]?.label ?? code
