/** What the parts of this room contribute: who finds which record, and what happens when a state is entered. */
import type { CaseParts } from './case-types.ts'
import { answerAskers, takeBackAnswer } from './channels/effects.ts'
import { owePlanOnRecognition } from './help/effects.ts'
import { findExitCriteria } from './help/exit-review/records.queries.ts'
import { findClearingConditions, findClearingMode } from './help/records.queries.ts'
import { tellCivilAffairs } from './joint/effects.ts'
import { settleLeads } from './outcome.effects.ts'
import { findHouseholdGone, findObjectKind, findReason, findRiskFactors, findVisitor } from './records.queries.ts'
import { beginComparison, holdNotice, leaveNotice, resumeNotice } from './review/effects.ts'
import { findAnnouncement, findComparison, findMinutes, findNoticePhoto, findObjection, findVotes } from './review/records.queries.ts'
import { askClearingCheck, askVerification, dropClearingCheck, dropVerification, dropVisits } from './visits/effects.ts'
import { findAuthorisation, findGuaranteeCheck, findIncomeStatement, findVisitForm } from './visits/records.queries.ts'

export const parts: CaseParts = {
  records: {
    visitor: findVisitor,
    reason: findReason,
    risk_factors: findRiskFactors,
    object_kind: findObjectKind,
    household_gone: findHouseholdGone,
    visit_form: findVisitForm,
    income_statement: findIncomeStatement,
    guarantee_check: findGuaranteeCheck,
    authorisation: findAuthorisation,
    minutes: findMinutes,
    votes: findVotes,
    notice_photo: findNoticePhoto,
    objection: findObjection,
    comparison_result: findComparison,
    announcement: findAnnouncement,
    clearing_conditions: findClearingConditions,
    clearing_mode: findClearingMode,
    exit_criteria: findExitCriteria,
  },
  onEnter: {
    verifying: [askVerification, takeBackAnswer, leaveNotice],
    untrue_check: [dropVerification],
    village_review: [dropVerification, beginComparison],
    on_notice: [resumeNotice],
    objection: [holdNotice],
    clearing_visit: [askClearingCheck, leaveNotice],
    clearing_meeting: [dropClearingCheck],
    clearing_notice: [resumeNotice],
    assisted: [settleLeads, dropClearingCheck, owePlanOnRecognition, answerAskers, tellCivilAffairs],
    not_admitted: [settleLeads, dropVisits, answerAskers, tellCivilAffairs],
    withdrawn: [settleLeads, dropVisits, leaveNotice, answerAskers, tellCivilAffairs],
    ended_naturally: [settleLeads, dropVisits, leaveNotice, answerAskers, tellCivilAffairs],
    cleared: [answerAskers],
  },
}
