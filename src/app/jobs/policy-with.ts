/** The policy of a run: the folder's, with the values officers set for their region, and what they said about single sheets. */
import type { PlacedChoice } from '../../intake/server/index.ts'
import { loadPolicy, type OverlayText, type Policy } from '../../policy/index.ts'

export interface RunPolicy {
  policy: Policy
  policyOf?: (file: string, sheet: string) => Policy | undefined
}

/** The server's half of intake is only read where somebody said something about a sheet: the process starts faster without it. */
export async function policyWith(
  { policyFolder, overlay }: { policyFolder: string; overlay?: OverlayText },
  choices: readonly PlacedChoice[],
): Promise<RunPolicy> {
  const policy = loadPolicy(policyFolder, overlay)
  if (choices.length === 0) return { policy }
  const { policyBySheet } = await import('../../intake/server/index.ts')
  return { policy, policyOf: policyBySheet(policy, choices) }
}
