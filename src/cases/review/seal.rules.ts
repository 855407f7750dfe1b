/** One text for one content, whatever the order of its names: what a digest is taken of. */

/** JSON with the names of every object in order; names without a value are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const named = Object.entries(value).filter(([, one]) => one !== undefined)
  const parts = named.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`)
  return `{${parts.join(',')}}`
}
