/** Until when, and from when on: the limits of a state or a span as the parameters of the place say, counted in days, working days or months. */
import { addDays, addMonths, addWorkingDays, type PlainDay, plainDay, type WorkingCalendar } from '../kernel/index.ts'
import { type Policy, resolveParameter } from '../policy/index.ts'
import type { CaseRow, CaseState, Deadline } from './case-types.ts'
import { lifecycleOf } from './lifecycles.ts'

export interface Counting {
  policy: Pick<Policy, 'parameters' | 'regions'>
  calendar: WorkingCalendar
  /** The village. */
  division: string
}

interface Limit {
  day: string | null
  isProvisional: boolean
  basis: string
}

const noLimit: Limit = { day: null, isProvisional: false, basis: '' }

/** The day a limit falls on; without a value in force there is none. The first day is not counted. */
export function limitFrom({ policy, calendar, division }: Counting, key: string | null, start: string): Limit {
  if (key === null) return noLimit
  const found = resolveParameter(policy, key, division, start)
  if (found === undefined || typeof found.value !== 'number') return noLimit
  const { value, unit, basis } = found
  const from = plainDay(start)
  const cited = `${key} ${value} ${unit}（${basis.join('、')}）`
  if (unit === '工作日') {
    const { day, isProvisional } = addWorkingDays(from, value, calendar)
    return { day, isProvisional, basis: cited }
  }
  return { day: unit === '月' ? addMonths(from, value) : addDays(from, value), isProvisional: false, basis: cited }
}

/** What is due from entering a state on, the spans that begin with it among them; nothing for what has no limits. */
export function deadlinesOn(
  counting: Counting,
  kind: CaseRow['kind'],
  state: CaseState,
  start: string,
  seq: number,
  begun: ReadonlySet<string>,
): Deadline[] {
  const { states, spans } = lifecycleOf(kind)
  // A span is counted once: what is sent back is not given its time anew.
  const beginning = spans
    .map((one) => ({ ...one, about: `${one.from}..${one.until}` }))
    .filter((one) => one.from === state && !begun.has(one.about))
  return [{ ...states[state], about: state as string }, ...beginning].flatMap((one) => {
    const [least, most] = [limitFrom(counting, one.atLeast, start), limitFrom(counting, one.atMost, start)]
    if (least.day === null && most.day === null) return []
    return [
      {
        about: one.about,
        entered_seq: seq,
        starts_on: start,
        not_before: least.day,
        due_on: most.day,
        is_provisional: least.isProvisional || most.isProvisional,
        basis: [least.basis, most.basis].filter(Boolean).join('；'),
      },
    ]
  })
}

/** The deadlines counted anew with what is known of the calendar by now; only those that were provisional and have changed. */
export function recounted(counting: Counting, kind: CaseRow['kind'], standing: readonly Deadline[]): Deadline[] {
  return standing
    .filter(({ is_provisional }) => is_provisional)
    .flatMap((one) => {
      const [state = '', until] = one.about.split('..')
      const begun = new Set<string>()
      const newer = deadlinesOn(counting, kind, state as CaseState, one.starts_on, one.entered_seq, begun)
      const same = newer.find(({ about }) => about === (until === undefined ? state : one.about))
      if (same === undefined) return []
      const isSame = same.due_on === one.due_on && same.not_before === one.not_before && same.is_provisional === one.is_provisional
      return isSame ? [] : [same]
    })
}

export type Colour = 'red' | 'yellow' | 'green'

/** Red when overdue, yellow when due within the days given, else green; nothing that is due is green. */
export function colourOf(dueOn: string | null, today: PlainDay, soonDays: number): Colour {
  if (dueOn === null) return 'green'
  if (dueOn < today) return 'red'
  return dueOn <= addDays(today, soonDays) ? 'yellow' : 'green'
}
