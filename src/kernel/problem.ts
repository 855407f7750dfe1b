/** Problems: what an officer did that cannot be done, said in the officer's words; thrown, never returned. */

/** The answers a Problem may give over HTTP. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429 | 500 | 503 | 507

/** One line of a room's catalogue of problems. */
export interface ProblemKind<Details extends object> {
  readonly code: string
  readonly status: ProblemStatus
  readonly message: (details: Details) => string
}

/** Declares a problem: a code `room.what` that is never reused, a status, and the Chinese sentence made of its details. */
export function kind<Details extends object>(
  code: string,
  status: ProblemStatus,
  message: (details: Details) => string,
): ProblemKind<Details> {
  if (!/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(code)) throw new RangeError(`a problem code reads room.what: ${code}`)
  return { code, status, message }
}

/** Something that cannot be done as asked; its message is for the person who asked. */
export class Problem<Details extends object = object> extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: ProblemStatus
  readonly details: Details

  /** Details that do not fit the kind do not compile. */
  constructor(problemKind: ProblemKind<Details>, details: NoInfer<Details>, options?: ErrorOptions) {
    super(problemKind.message(details), options)
    this.code = problemKind.code
    this.status = problemKind.status
    this.details = details
  }
}
