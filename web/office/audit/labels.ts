/** What the acts of the audit trail are called: the server's words, so that a workbook says the same as the page. */
export { actionGroups, actionLabel, detailsInWords, subjectLabel } from '../../../src/access/audit-words.rules.ts'
