/** The division a query is about, and where its page begins. */
import { cursorReader } from '../../access/index.ts'
import type { Officer } from '../../store/index.ts'
import { screeningProblems } from './problems.ts'

/** The division a query is about; the officer's own area unless one is named. */
export const divisionOf = (officer: Officer, asked: string | undefined): string => asked ?? officer.area

/** Throws a Problem for a cursor nobody gave out. */
export const readCursor = cursorReader(screeningProblems.badCursor)
