/** What the policy checker says: every mistake with its file, line and column, all at once. */

export interface PolicyError {
  /** Path below the policy folder, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Thrown by the loaders; `message` is the whole list, one mistake a line, in the order of the files. */
export class PolicyErrors extends Error {
  override readonly name = 'PolicyErrors'
  readonly errors: readonly PolicyError[]

  constructor(errors: readonly PolicyError[]) {
    const sorted = [...errors].sort(byPlace)
    super(sorted.map(errorLine).join('\n'))
    this.errors = sorted
  }
}

/** `file:line:column message`, the form editors turn into a link. */
export function errorLine(error: PolicyError): string {
  return `${error.file}:${error.line}:${error.column} ${error.message}`
}

function byPlace(one: PolicyError, other: PolicyError): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}
