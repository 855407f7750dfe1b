/** Which datasets an officer may hand in, and which of their fields a column may feed. */
import type { z } from 'zod'
import type { Field, Policy } from '../../policy/index.ts'
import { identityFields } from '../index.ts'
import type { datasetAnswer } from './file-forms.ts'

/** The register is read by its own columns; every other dataset also by those that name a person. */
export const registerDataset = 'household_register'

/** Every field a column of this dataset may feed, the dataset's own last and winning. */
export function fieldsOf(policy: Policy, name: string): ReadonlyMap<string, Field> {
  const dataset = policy.datasets.get(name)
  if (dataset === undefined) return new Map()
  const identity = name === registerDataset ? [] : [...identityFields(policy, dataset)]
  return new Map([...identity, ...Object.entries(dataset.fields)])
}

/** All datasets, or those a liaison hands in. */
export function datasetsFor(policy: Policy, only: ReadonlySet<string> | undefined): z.infer<typeof datasetAnswer>[] {
  return [...policy.datasets]
    .filter(([name]) => only === undefined || only.has(name))
    .map(([name, dataset]) => ({
      name,
      label: dataset.label,
      department: dataset.department,
      about: dataset.about,
      every: dataset.every ?? 'month',
      fields: [...fieldsOf(policy, name)].map(([field, { label, kind, headers, recognises }]) => ({
        name: field,
        label,
        kind,
        headers: [...headers],
        recognises: recognises === true,
        isIdentity: !(field in dataset.fields),
      })),
    }))
}
