/** What dependency-cruiser's answer means for the corridor between the rooms. */

interface Cruise {
  modules: { source: string }[]
  summary: { violations: { type: string; from: string; to: string; rule: { name: string; severity: string } }[] }
}

/** A cruise that read none of our modules proves nothing and fails. */
export function corridorVerdict(json: string): { isOk: boolean; details: string } {
  let cruise: Cruise
  try {
    cruise = JSON.parse(json)
  } catch {
    return { isOk: false, details: `没有得到结果:${json.slice(0, 2000)}` }
  }
  const seen = cruise.modules.filter(({ source }) => source.startsWith('src/')).length
  if (seen === 0) return { isOk: false, details: '一个模块也没有读到,检查无效' }
  const broken = cruise.summary.violations
    .filter(({ rule }) => rule.severity === 'error')
    .map(({ rule, from, to }) => `${from} → ${to}  [${rule.name}]`)
  return { isOk: broken.length === 0, details: broken.join('\n') }
}
