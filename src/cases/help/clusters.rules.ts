/** When new cases concentrate in one place: enough of them, and far more than in the county as a whole. */

export interface Place {
  division: string
  recognised: number
  households: number
}

export interface ClusterRule {
  fewest: number
  multiple: number
}

export interface Cluster extends Place {
  /** How many times the county's rate; `null` where the county's rate says nothing. */
  multiple: number | null
}

/** Places that reach both limits, the most frequent first; a place without known households counts by its number alone. */
export function clustersOf(places: readonly Place[], whole: { recognised: number; households: number }, rule: ClusterRule): Cluster[] {
  return places
    .filter(({ recognised }) => recognised >= rule.fewest)
    .map((place) => ({ ...place, multiple: multipleOf(place, whole) }))
    .filter(({ multiple }) => multiple === null || multiple >= rule.multiple)
    .sort((a, b) => b.recognised - a.recognised || (a.division < b.division ? -1 : 1))
}

function multipleOf(place: Place, whole: { recognised: number; households: number }): number | null {
  const elsewhere = { recognised: whole.recognised - place.recognised, households: whole.households - place.households }
  if (place.households <= 0 || elsewhere.households <= 0 || elsewhere.recognised === 0) return null
  return Math.round(((place.recognised / place.households) * elsewhere.households * 10) / elsewhere.recognised) / 10
}
