/** Front door of the registry: households and persons as of any day, their events, income and the monthly load. */
import type { Route } from '../access/index.ts'
import { changingRoutes } from './changing.routes.ts'
import { monthlyRoutes } from './monthly.routes.ts'
import { readingRoutes } from './register.routes.ts'

export { exportRegister, type RegisterExport } from './export.queries.ts'
export { furtherFields, withFurtherFields } from './export-fields.ts'
export { changeFields } from './fields.actions.ts'
export { householdById, householdsByNumber } from './households.queries.ts'
export { openIncomeSheet, saveIncomeSheet } from './income.actions.ts'
export { accountingPeriod, type IncomeLine, incomeTotals, type SheetItem, sheetItems } from './income.rules.ts'
export { type IncomingHousehold, type IncomingPerson, type IncomingRegister, type LoadReport, loadRegister } from './load.actions.ts'
export { analyzeRegister } from './load.queries.ts'
export { openHousehold } from './looking.actions.ts'
export { masked } from './masking.rules.ts'
export { actLabels, registryConstraintWords, registryProblems } from './problems.ts'
export { incomePeriod } from './register.schema.ts'
export { registryPolicy } from './registry-policy.ts'

/** Columns to be sealed anew after a change of keys. */
export const registrySealedColumns = [
  { table: 'person_states', key: 'id', columns: ['id_number_sealed', 'phone_sealed', 'other_phone_sealed', 'bank_account_sealed'] },
  { table: 'household_states', key: 'id', columns: ['contact_phone_sealed', 'helper_phone_sealed'] },
  { table: 'register_differences', key: 'id', columns: ['ours_sealed', 'theirs_sealed'] },
] as const

export const registryRoutes: readonly Route[] = [...readingRoutes, ...changingRoutes, ...monthlyRoutes]
