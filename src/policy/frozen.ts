/** Makes a value unchangeable all the way down, maps included. */

/** A map whose contents can no longer be changed. */
export function frozenMap<K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  const map = new Map(entries)
  const refuse = () => {
    throw new TypeError('the policy cannot be changed')
  }
  for (const method of ['set', 'delete', 'clear']) Object.defineProperty(map, method, { value: refuse })
  return map
}

/** The same value, frozen with everything it holds. */
export function frozenDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  const held: Iterable<unknown> = value instanceof Map ? value.values() : Object.values(value)
  for (const inner of held) frozenDeep(inner)
  return value
}
