/** Values of a household as they are kept: amounts of yuan, and yes or no; what is not there is unknown. */

export function moneyIn(values: Readonly<Record<string, unknown>>, field: string): string | null {
  const value = values[field]
  return typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) ? String(value) : null
}

export function yesNo(values: Readonly<Record<string, unknown>>, field: string): boolean | null {
  const value = values[field]
  return value === true || value === '是' ? true : value === false || value === '否' ? false : null
}
