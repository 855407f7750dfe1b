/** Columns of the file that the national export may carry beyond the usual ones: read where they are there, typed by hand where not. */
import type { Dataset, Policy } from '../policy/index.ts'
import { type RegisterField, registerDataset, registryPolicy } from './registry-policy.ts'

/** Fields that only the county's file has; sealed ones are typed by hand, never taken from a sheet. */
export function furtherFields(policy: Policy): RegisterField[] {
  const usual = policy.datasets.get(registerDataset)?.fields ?? {}
  return [...registryPolicy(policy).fields.values()].filter(({ name, isSealed }) => !(name in usual) && !isSealed)
}

/** The policy in which the export is read with them too, under their own names. */
export function withFurtherFields(policy: Policy): Policy {
  const dataset = policy.datasets.get(registerDataset)
  if (dataset === undefined) return policy
  const fields: Dataset['fields'] = { ...dataset.fields }
  for (const { name, label, kind, codes, headers } of furtherFields(policy)) {
    if (kind === 'bank_account') continue
    fields[name] = { label, kind, headers: [...(headers ?? [label])], ...(codes === undefined ? {} : { codes }) }
  }
  return { ...policy, datasets: new Map(policy.datasets).set(registerDataset, { ...dataset, fields }) }
}
