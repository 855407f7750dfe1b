/** A browser's own name for itself, cut down to what a person recognises. */
export function programOf(userAgent: string): string {
  const browser = ['Edg', 'Chrome', 'Firefox', 'Safari'].find((name) => userAgent.includes(name))
  const system = ['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'].find((name) => userAgent.includes(name))
  return [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean).join('，') || '其他程序'
}
