/** The project's referee: reads section 4 of the contract row by row over clean data, knowing nothing of the screening engine. */
import type { CleanCounty, CleanHousehold, DatasetName, Place, TruthParameters } from './clean-county.ts'
import { couldWork, isMonitored } from './truth-household.ts'
import { readHousehold } from './truth-reading.ts'
import { rules } from './truth-rules.ts'

export interface TrueLead {
  householdNumber: string
  ruleId: string
  /** Monitored and not cleared on D. */
  isMonitored: boolean
  sources: Place[]
}

export interface TrueUnknown {
  householdNumber: string
  ruleId: string
}

export interface Judgement {
  leads: TrueLead[]
  unknowns: TrueUnknown[]
}

/** Which rules are hit and which cannot be decided, household by household. */
export const judge = (county: CleanCounty, asOf: string, parameters: TruthParameters): Judgement => {
  const judgement: Judgement = { leads: [], unknowns: [] }
  for (const household of county.households) {
    const { leads, unknowns } = judgeHousehold(household, asOf, parameters, county.handedIn)
    judgement.leads.push(...leads)
    judgement.unknowns.push(...unknowns)
  }
  return judgement
}

/** The same for one household. */
export const judgeHousehold = (
  household: CleanHousehold,
  asOf: string,
  parameters: TruthParameters,
  handedIn: ReadonlySet<DatasetName>,
): Judgement => {
  const reading = readHousehold(household, asOf, parameters, handedIn)
  const judgement: Judgement = { leads: [], unknowns: [] }
  for (const [ruleId, needs, rule] of rules) {
    const verdict = rule(reading)
    const isMissing = needs.some((dataset) => !handedIn.has(dataset))
    const settled = settledWithout(ruleId, reading)
    const answer = isMissing ? (settled ? false : null) : verdict.answer
    if (answer === null) judgement.unknowns.push({ householdNumber: household.number, ruleId })
    if (answer !== true) continue
    const persons = (verdict.persons ?? []).flatMap((index) => household.persons[index]?.places ?? [])
    const sources = [...persons, ...verdict.rows.flatMap((row) => row.places)]
    judgement.leads.push({ householdNumber: household.number, ruleId, isMonitored: isMonitored(reading) === true, sources })
  }
  return judgement
}

/** Rules that the register alone can clear although their dataset is missing. */
const settledWithout = (ruleId: string, reading: ReturnType<typeof readHousehold>): boolean => {
  if (ruleId === 'new-relief') return isMonitored(reading) === true
  return ruleId === 'no-employment' && reading.household.persons.every((_, person) => couldWork(reading, person) === false)
}
