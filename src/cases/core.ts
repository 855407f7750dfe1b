/** What the parts of this room build on; nothing else of the core is theirs. */
import { performing } from './act.actions.ts'
import { parts } from './parts.ts'

/** Performs one move on one case: every change of a case's state happens here. */
export const act = performing(parts)

export { attach, attachmentsOf } from './attachments.actions.ts'
export { calendarOf } from './calendar.ts'
export { assignCase, joinMember, leaveMember, noteCase, setGreenChannel } from './case.actions.ts'
export type * from './case-types.ts'
export { caseById, casesOfHousehold, deadlinesOf, eventsOf, membersOf, openCaseOf, personsOf } from './cases.queries.ts'
export { channelsOf } from './channels.queries.ts'
export { openCase } from './open.actions.ts'
export { caseProblems } from './problems.ts'
export { askVisit } from './visits/ask-visit.ts'
export { actionLabels, channelLabels, deadlineLabel, recordLabels, stateLabel } from './words.rules.ts'
