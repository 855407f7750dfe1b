/** The policy of a run: the folder's, with the values officers set for their region and what they said about the headers of the files. */
import type { ColumnChoices } from '../../intake/server/index.ts'
import { loadPolicy, type OverlayText, type Policy } from '../../policy/index.ts'

/** The server's half of intake is only read where somebody chose a column: the process starts faster without it. */
export async function policyWith(
  { policyFolder, overlay }: { policyFolder: string; overlay?: OverlayText },
  choices: Readonly<Record<string, ColumnChoices>>,
): Promise<Policy> {
  const policy = loadPolicy(policyFolder, overlay)
  if (Object.keys(choices).length === 0) return policy
  const { policyWithChoices } = await import('../../intake/server/index.ts')
  return policyWithChoices(policy, new Map(Object.entries(choices)))
}
