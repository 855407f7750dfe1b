/** Where a page of cases begins. */
import { cursorReader } from '../access/index.ts'
import { caseProblems } from './problems.ts'

/** Throws a Problem for a cursor nobody gave out. */
export const readCursor = cursorReader(caseProblems.badCursor)
