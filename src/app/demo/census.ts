/** Namesakes of a village: planted on purpose, and counted before an identity is reduced to a name. */
import type { Census } from './mess-identity.ts'
import type { Household, Person } from './people.ts'
import type { Chance } from './random.ts'

/** Gives a few people of a village the name of somebody else there. */
export const plantNamesakes = (households: readonly Household[], draw: Chance): number => {
  let planted = 0
  for (let i = 0; i < Math.ceil(households.length / 150); i++) {
    const [one, other] = [draw.pick(households), draw.pick(households)]
    const [first, second] = [one.persons[0] as Person, other.persons[0] as Person]
    if (one === other || first.sex !== second.sex || first.bornOn === second.bornOn) continue
    second.name = first.name
    planted += 1
  }
  return planted
}

/** Writes one member's number on a member of another household too; neither is known to any department. */
export const plantSharedNumbers = (households: readonly Household[], draw: Chance): { household: Household; person: Person }[] => {
  const [one, other] = [draw.pick(households), draw.pick(households)]
  const [first, second] = [one.persons[1], other.persons[1]]
  if (one === other || first === undefined || second === undefined) return []
  second.idNumber = first.idNumber
  first.isHidden = true
  second.isHidden = true
  return [
    { household: one, person: first },
    { household: other, person: second },
  ]
}

/** Counts persons of a village by name and a detail: birth day, own phone or household phone. */
export const takeCensus = (households: readonly Household[]): Census => {
  const byName = new Map<string, { person: Person; household: Household }[]>()
  for (const household of households) {
    for (const person of household.persons) {
      const namesakes = byName.get(person.name) ?? []
      namesakes.push({ person, household })
      byName.set(person.name, namesakes)
    }
  }
  return {
    count: (name, detail) =>
      (byName.get(name) ?? []).filter(
        ({ person, household }) => person.bornOn === detail || person.phone === detail || household.phone === detail,
      ).length,
  }
}
