/** Which exemptions hold: a record that looks wrong and is true, for a stated reason, with evidence, signed, for a time. */
import { parsePlainDay } from '../../kernel/index.ts'

export interface Exemption {
  ruleId: string
  householdNumber: string
  /** Empty for a rule about the household. */
  personIdNumber: string
  reason: string
  evidence: string
  approver: string
  /** Last day it holds, `YYYY-MM-DD`. */
  until: string
}

export interface RefusedExemption {
  exemption: Exemption
  /** Why it does not hold, for the official who wrote it. */
  why: string
}

/** Sorts the list of exemptions into those that hold on the day and those that do not, each with every reason against it. */
export function sortExemptions(
  exemptions: readonly Exemption[],
  asOf: string,
  ruleIds: ReadonlySet<string>,
): { honoured: Exemption[]; refused: RefusedExemption[] } {
  const honoured: Exemption[] = []
  const refused: RefusedExemption[] = []
  for (const exemption of exemptions) {
    const faults = faultsOf(exemption, asOf, ruleIds)
    if (faults.length === 0) honoured.push(exemption)
    else refused.push({ exemption, why: faults.join('；') })
  }
  return { honoured, refused }
}

function faultsOf(exemption: Exemption, asOf: string, ruleIds: ReadonlySet<string>): string[] {
  const isBlank = (value: string) => value.trim() === ''
  return [
    ...(ruleIds.has(exemption.ruleId) ? [] : [`没有规则“${exemption.ruleId}”`]),
    ...(isBlank(exemption.householdNumber) ? ['没有写户编号'] : []),
    ...(isBlank(exemption.reason) ? ['没有写豁免理由'] : []),
    ...(isBlank(exemption.evidence) ? ['没有写佐证材料'] : []),
    ...(isBlank(exemption.approver) ? ['没有写批准人'] : []),
    ...untilFaults(exemption.until, asOf),
  ]
}

function untilFaults(until: string, asOf: string): string[] {
  if (parsePlainDay(until) === undefined) return ['有效期须写成 YYYY-MM-DD']
  return until < asOf ? [`已于${until}到期`] : []
}
