/** The policy of a run: the folder's, with what officers said about the headers of the files. */
import type { ColumnChoices } from '../../intake/server/index.ts'
import { loadPolicy, type Policy } from '../../policy/index.ts'

/** The server's half of intake is only read where somebody chose a column: the process starts faster without it. */
export async function policyWith(folder: string, choices: Readonly<Record<string, ColumnChoices>>): Promise<Policy> {
  const policy = loadPolicy(folder)
  if (Object.keys(choices).length === 0) return policy
  const { policyWithChoices } = await import('../../intake/server/index.ts')
  return policyWithChoices(policy, new Map(Object.entries(choices)))
}
