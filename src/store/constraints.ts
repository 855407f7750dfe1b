/** What the database refuses, said once in the officer's words; the only place that reads its error codes. */
import pg from 'pg'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'

/** What a constraint guards, by its name: `households_number` → `户编号`. Every room hands in its own. */
export type ConstraintWords = Readonly<Record<string, string>>

/** A Problem for a violation an officer can cause; everything else comes back as it was. */
export function translateDatabaseError(error: unknown, words: ConstraintWords): unknown {
  if (isLostConnection(error)) return new Problem(storeProblems.busy, {}, { cause: error })
  if (!(error instanceof pg.DatabaseError)) return error
  const what = words[error.constraint ?? ''] ?? error.constraint ?? error.table ?? ''
  switch (error.code) {
    case '23505':
    case '23P01':
      return new Problem(storeProblems.duplicate, { what }, { cause: error })
    case '23503':
      return new Problem(storeProblems.stillUsed, { what }, { cause: error })
    case '23514':
    case '23502':
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
      return new Problem(storeProblems.notAllowedValue, { what: what === '' ? (error.column ?? '') : what }, { cause: error })
    // A row written outside one's area meets the row-level policy.
    case '42501':
      return error.message.includes('row-level security') ? new Problem(storeProblems.outsideArea, {}, { cause: error }) : error
    case '40001':
    case '40P01':
    case '55P03':
    case '53300':
      return new Problem(storeProblems.busy, {}, { cause: error })
    default:
      return error
  }
}

/** The database restarts, or all connections are taken: whoever asks again in a moment is served. */
function isLostConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const { code = '', message } = error as Error & { code?: string }
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123])$/.test(code)) return true
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(message)
}
