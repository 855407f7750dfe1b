/** The register's part of `policy/`: every field of a household file once, who is trusted for it, and the items of income. */
import { join } from 'node:path'
import { z } from 'zod'
import { citations, fieldKindNames, identifier, type Policy, readStrictFile } from '../policy/index.ts'

/** Kinds of the datasets, and accounts, which no department table has. */
export const registerFieldKinds = [...fieldKindNames, 'bank_account'] as const
export type RegisterFieldKind = (typeof registerFieldKinds)[number]

const ownField = z.strictObject({
  label: z.string(),
  kind: z.enum(registerFieldKinds),
  codes: z.string().optional(),
  /** What the column is called in an export that has it; the label unless given. */
  headers: z.array(z.string()).min(1).optional(),
  block: z.string(),
})

const fieldsSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  household_from_export: z.array(identifier),
  household: z.record(identifier, ownField),
  person: z.record(identifier, ownField),
})

const source = z.enum(['county', 'national'])
const trustSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  otherwise: z.array(source).length(2),
  fields: z.record(identifier, z.strictObject({ order: z.array(source).length(2), reason: z.string() })),
})

const incomeSchema = z.strictObject({
  label: z.string(),
  basis: citations,
  period: z.strictObject({
    year_begins_in_month: z.number().int().min(1).max(12),
    months: z.number().int().min(1),
    basis: citations,
    note: z.string().optional(),
  }),
  groups: z.record(identifier, z.strictObject({ label: z.string(), sign: z.enum(['plus', 'minus']) })),
  items: z.record(identifier, z.strictObject({ label: z.string(), group: identifier, note: z.string().optional() })),
  not_income: z.record(identifier, z.strictObject({ label: z.string(), basis: citations, reason: z.string() })),
  /** What the household itself paid in the same period. */
  spending: z.record(identifier, z.strictObject({ label: z.string(), basis: citations, note: z.string() })),
})

export type Trust = z.infer<typeof trustSchema>
export type IncomePolicy = z.infer<typeof incomeSchema>

/** One field of the file, wherever it was defined. */
export interface RegisterField {
  readonly name: string
  readonly label: string
  readonly about: 'household' | 'person'
  readonly block: string
  readonly kind: RegisterFieldKind
  readonly codes?: string
  /** Other names of the column, for what is read where an export has it. */
  readonly headers?: readonly string[]
  /** Column of the national export, for what goes back to it. */
  readonly header?: string
  /** Kept sealed, shown masked. */
  readonly isSealed: boolean
}

export interface RegistryPolicy {
  readonly fields: ReadonlyMap<string, RegisterField>
  readonly trust: Trust
  readonly income: IncomePolicy
}

export const registerDataset = 'household_register'
/** Columns that say where and which, not what: they have columns of their own. */
const placeFields = new Set(['county', 'township', 'village', 'village_code', 'household_number'])
const sealedKinds = new Set<RegisterFieldKind>(['id_number', 'phone', 'bank_account'])

const read = new WeakMap<Policy, RegistryPolicy>()

/** Read once per policy; throws PolicyErrors with every mistake. */
export function registryPolicy(policy: Policy): RegistryPolicy {
  const known = read.get(policy)
  if (known !== undefined) return known
  const file = (name: string) => join(policy.folder, 'registry', `${name}.yaml`)
  const made: RegistryPolicy = {
    fields: fieldsOf(policy, readStrictFile(file('fields'), fieldsSchema)),
    trust: readStrictFile(file('trust'), trustSchema),
    income: readStrictFile(file('income_items'), incomeSchema),
  }
  read.set(policy, made)
  return made
}

function fieldsOf(policy: Policy, own: z.infer<typeof fieldsSchema>): ReadonlyMap<string, RegisterField> {
  const fields = new Map<string, RegisterField>()
  const ofHousehold = new Set(own.household_from_export)
  for (const [name, { label, kind, codes, headers }] of Object.entries(policy.datasets.get(registerDataset)?.fields ?? {})) {
    if (placeFields.has(name)) continue
    const about = ofHousehold.has(name) ? 'household' : 'person'
    const header = headers[0]
    const block = about === 'person' ? '基本情况' : blockOf(name)
    fields.set(name, {
      name,
      label,
      about,
      block,
      kind,
      isSealed: sealedKinds.has(kind),
      ...(codes && { codes }),
      ...(header && { header }),
    })
  }
  for (const about of ['household', 'person'] as const)
    for (const [name, { label, kind, codes, headers, block }] of Object.entries(own[about]))
      fields.set(name, {
        name,
        label,
        about,
        block,
        kind,
        isSealed: sealedKinds.has(kind),
        ...withCodes(kind, codes),
        ...(headers && { headers }),
      })
  return fields
}

/** Yes and no are one list everywhere. */
function withCodes(kind: RegisterFieldKind, codes: string | undefined): { codes?: string } {
  if (codes !== undefined) return { codes }
  return kind === 'yes_no' ? { codes: 'yes_no' } : {}
}

function blockOf(name: string): string {
  if (/income|expense/.test(name)) return '收入和支出'
  return /risk|monitored|identified|cleared/.test(name) ? '风险' : '基本情况'
}
