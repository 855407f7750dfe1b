/** Front door of the workbooks: what an official opens, fills in and hands back. */

export { isOurWorkbook } from '../../intake/index.ts'
export { writeDepartmentTemplate } from './department-template.ts'
export { writeExemptionTemplate } from './exemption-template.ts'
export { readExemptions } from './exemptions.ts'
export { maskIdNumber, maskName, maskPhone, maskText } from './masking.ts'
export { writeResultWorkbook } from './result-workbook.ts'
export { readReviewDecisions } from './review-decisions.ts'
export { writeReviewWorkbook } from './review-workbook.ts'
export { readTownshipResults } from './township-results.ts'
export { writeTownshipWorkbooks } from './township-workbooks.ts'
export type * from './workbook-data.ts'
export { visitResults } from './workbook-data.ts'
