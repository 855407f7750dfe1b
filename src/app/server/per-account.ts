/** What is counted by account: requests a minute, and refusals, of which one an hour and route goes into the audit trail. */
import { Problem } from '../../kernel/index.ts'
import { type Officer, recordActs, type Store } from '../../store/index.ts'
import { serverProblems } from './problems.ts'

const minute = 60_000
const hour = 3_600_000
const mostKnown = 20_000

/** Throws once an account asked more than `most` times within a minute; several addresses count together. */
export function accountLimit(most: number, now: () => number): (officerId: number) => void {
  const counts = new Map<number, { until: number; count: number }>()
  return (officerId) => {
    const at = now()
    const known = counts.get(officerId)
    if (known === undefined || known.until <= at) {
      if (counts.size > mostKnown) counts.clear()
      counts.set(officerId, { until: at + minute, count: 1 })
      return
    }
    known.count += 1
    if (known.count > most) throw new Problem(serverProblems.tooMany, { seconds: Math.ceil((known.until - at) / 1000) })
  }
}

export interface Refusal {
  officer: Officer
  /** The route's pattern, never the address with what was asked for. */
  route: string
  code: string
  requestId: string
}

/** Records what an officer was refused for want of a right: the first time in an hour for each route, so that nobody floods the trail. */
export function refusalNotes(store: Store): (refusal: Refusal) => Promise<void> {
  const noted = new Map<string, number>()
  return async ({ officer, route, code, requestId }) => {
    const key = `${officer.id} ${route} ${code}`
    const at = store.now().getTime()
    if (at - (noted.get(key) ?? 0) < hour) return
    if (noted.size > mostKnown) noted.clear()
    noted.set(key, at)
    await store.transaction({ officer, requestId }, (ctx) =>
      recordActs(ctx, [
        { action: 'access.refused', subjectKind: 'officer', subjectId: officer.id, divisionCode: officer.area, details: { route, code } },
      ]),
    )
  }
}
