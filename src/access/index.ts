/** Front door of access: routes, permissions, officers and their sessions. */
export { type Access, type AccessOptions, openAccess } from './access.ts'
export { looksAt } from './audit.queries.ts'
export { divisionNames, recordDivisions } from './divisions.queries.ts'
export { completeHandOvers, type HandOverStep } from './hand-over.actions.ts'
export {
  byDay,
  byMoment,
  byName,
  byNumber,
  byText,
  downwards,
  kindsOf,
  type Order,
  orderedBy,
  orderFor,
  placeIn,
  type SortWord,
  standsAfter,
  upwards,
} from './list-order.sql.ts'
export { clock, type Placed, pageOfPlaced, readCursor, sortSchema } from './lists.ts'
export type { OidcProvider } from './oidc.ts'
export { type Cursor, cursorReader, flagged, pageOf, parted } from './paging.rules.ts'
export { type Permission, permissions } from './permissions.ts'
export { accessConstraintWords, accessProblems } from './problems.ts'
export { loadRoles, type Role, type Roles, roleLabel } from './roles.ts'
export { type FileAnswer, type Needs, type Route, type RouteInput, route, type SessionAnswer, type Upload } from './route.ts'
export type { OpenSession } from './sessions.ts'
export { administratorsPlan, type SetUpAccount, type SetUpPlan, setUpOffices } from './set-up.ts'
export type { SignInRequest, SignInResult } from './sign-in.ts'
export type { OpenTable } from './uploaded-table.ts'
export { mostExported, type TableOut, tableWorkbook, workbookType } from './workbook.ts'
