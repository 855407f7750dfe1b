/** How values and names are written in the engine's SQL. */

/** A text literal; quotes doubled, NUL removed (the engine cannot hold it). */
export function text(value: string): string {
  return `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`
}

/** A quoted name. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A parenthesised list of text literals, for `in`; an empty list matches nothing. */
export function list(values: readonly string[]): string {
  return values.length === 0 ? '(NULL)' : `(${values.map(text).join(', ')})`
}
