/** What hangs on the village board: the only fields there are, the days it must hang, and what an objection does to them. */
import { addDays, daysBetween, type PlainDay, plainDay, type WorkingCalendar } from '../../kernel/index.ts'
import { chineseDay, filledIn } from './meeting.rules.ts'
import { type NoticeField, type NoticeKind, type NoticePolicy, noticeFields } from './review-policy.ts'

/** All that a notice can ever be told about a household. A number, phone, account, income or diagnosis has no place here. */
export interface NoticeHousehold {
  readonly village: string
  readonly headName: string
  readonly memberCount: number
  readonly objectKind: string | null
  /** Codes of policy/codes/risk; only words the file allows come out. */
  readonly risks: readonly string[]
  readonly meetingDay: string | null
}

/** One line of the sheet: column by column what is shown. */
export type ShownLine = Partial<Record<NoticeField, string>>

/** What the file lets be seen of a household, and nothing else. */
export function shownOf(policy: NoticePolicy, household: NoticeHousehold): ShownLine {
  const all: Record<NoticeField, string> = {
    village: household.village,
    head_name: policy.fields.head_name.mask === 'middle' ? withoutMiddle(household.headName) : household.headName,
    member_count: `${household.memberCount}人`,
    object_kind: household.objectKind ?? '',
    risks: [...new Set(household.risks.map((risk) => policy.risk_words[risk] ?? policy.other_risk))].join('、'),
    meeting_day: household.meetingDay === null ? '' : chineseDay(household.meetingDay),
  }
  return Object.fromEntries(noticeFields.filter((field) => policy.fields[field].shown).map((field) => [field, all[field]]))
}

/** `张*三`, `张*`. */
function withoutMiddle(name: string): string {
  const signs = [...name]
  if (signs.length < 2) return name
  return signs.length === 2 ? `${signs[0]}*` : `${signs[0]}${'*'.repeat(signs.length - 2)}${signs.at(-1)}`
}

export interface NoticeSheet {
  readonly kind: NoticeKind
  readonly village: string
  readonly township: string
  readonly postedOn: string | null
  readonly untilOn: string | null
  readonly days: number
  readonly daysUnit: string
  readonly objectionOffice: string
  readonly objectionPhone: string
  readonly lines: readonly ShownLine[]
}

export interface NoticePoster {
  readonly title: string
  readonly text: string
  readonly columns: readonly { field: NoticeField; label: string }[]
  readonly lines: readonly ShownLine[]
  readonly objection: string
  readonly signed: string
  readonly day: string
}

const blankDay = '　　年　　月　　日'

/** The sheet in words; what is known only once it hangs is left to be written by hand. */
export function posterOf(policy: NoticePolicy, sheet: NoticeSheet): NoticePoster {
  const meetingDays = new Set(sheet.lines.flatMap(({ meeting_day: day }) => (day === undefined || day === '' ? [] : [day])))
  const known = {
    village: sheet.village,
    township: sheet.township,
    days: `${sheet.days}${sheet.daysUnit === '工作日' ? '个工作日' : '天'}`,
    posted_on: sheet.postedOn === null ? blankDay : chineseDay(sheet.postedOn),
    until_on: sheet.untilOn === null ? blankDay : chineseDay(sheet.untilOn),
    meeting_day: [...meetingDays].join('、'),
    office: sheet.objectionOffice,
    phone: sheet.objectionPhone,
  }
  return {
    title: policy.titles[sheet.kind],
    text: filledIn(policy.texts[sheet.kind], known),
    columns: noticeFields
      .filter((field) => policy.fields[field].shown && sheet.lines.some((line) => (line[field] ?? '') !== ''))
      .map((field) => ({ field, label: policy.fields[field].label })),
    lines: sheet.lines,
    objection: isResult(sheet.kind) ? '' : filledIn(policy.objection, known),
    signed: filledIn(policy.signed[sheet.kind], known),
    day: known.posted_on,
  }
}

export const isResult = (kind: NoticeKind): boolean => kind === 'recognition_result' || kind === 'clearing_result'

export interface LastDay {
  readonly day: PlainDay
  readonly isProvisional: boolean
}

/** How the days of a sheet are counted. */
export interface Counting {
  readonly days: number
  /** `天` or `工作日`. */
  readonly unit: string
  readonly calendar: WorkingCalendar
}

/** The last day it must hang, the day of posting not counted. */
export function lastDayOf(postedOn: string, { days, unit, calendar }: Counting): LastDay {
  const from = plainDay(postedOn)
  return unit === '工作日' ? calendar.addWorkingDays(from, days) : { day: addDays(from, days), isProvisional: false }
}

/** Days still owed when an objection stops the notice: from the day it came, up to the last one. */
export function daysLeft(heldOn: string, untilOn: string, { unit, calendar }: Counting): number {
  const before = addDays(plainDay(heldOn), -1)
  const days = Math.max(0, daysBetween(before, plainDay(untilOn)))
  if (unit !== '工作日') return days
  return Array.from({ length: days }, (_, at) => addDays(before, at + 1)).filter((day) => calendar.isWorkingDay(day).isWorkingDay).length
}

/** The new last day after the objection was dismissed: the days still owed follow the day of the decision, never more than were owed in all. */
export function resumedUntil(heldOn: string, untilOn: string, resumedOn: string, counting: Counting): LastDay {
  return lastDayOf(resumedOn, { ...counting, days: Math.min(counting.days, daysLeft(heldOn, untilOn, counting)) })
}

/** A sheet may come down the day after its last one. */
export const mayEnd = (untilOn: string, today: string): boolean => today > untilOn
