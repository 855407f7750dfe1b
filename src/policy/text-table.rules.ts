/** Columns of text that stand straight on a screen where a Chinese character is two places wide. */

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f]./u

/** Places a text takes on a screen. */
export function screenWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0)
}

/** Rows as lines: each column as wide as its widest cell, two blanks between, none at the end. */
export function padded(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => screenWidth(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - screenWidth(cell)))
      .filter((_, column) => (widths[column] ?? 0) > 0)
      .join('  ')
      .trimEnd(),
  )
}

/** A parameter's value for people: lists with 、, yes and no as 是 and 否. */
export function valueText(value: string | number | boolean | readonly string[] | null): string {
  if (value === null) return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? value.join('、') : String(value)
}
