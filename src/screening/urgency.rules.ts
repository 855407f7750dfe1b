/** How urgent a household is: from its highest severity, raised by a second independent risk, lowered by counter-evidence, each step said. */
export type Severity = 'high' | 'medium' | 'low'
export type Urgency = 'red' | 'yellow' | 'green'

const order: readonly Urgency[] = ['green', 'yellow', 'red']
const bySeverity: Record<Severity, Urgency> = { high: 'red', medium: 'yellow', low: 'green' }
const words: Record<Urgency, string> = { red: '红', yellow: '黄', green: '绿' }
const severityWords: Record<Severity, string> = { high: '高', medium: '中', low: '低' }

/** The urgency and the steps that led to it, in words. */
export function urgencyOf(
  severities: readonly Severity[],
  risks: readonly string[],
  counterEvidence: readonly string[],
): { urgency: Urgency; highest: Severity; steps: string[] } {
  const highest = (['high', 'medium', 'low'] as const).find((severity) => severities.includes(severity)) ?? 'low'
  let level = order.indexOf(bySeverity[highest])
  const steps = [`最高程度为${severityWords[highest]}，起点为${words[bySeverity[highest]]}`]
  const different = [...new Set(risks)]
  if (different.length > 1) {
    const raised = Math.min(level + 1, 2)
    steps.push(`有 ${different.length} 类风险（${different.join('、')}）${raised > level ? '，升一级' : '，已为最高'}`)
    level = raised
  }
  if (counterEvidence.length > 0) {
    const lowered = Math.max(level - 1, 0)
    steps.push(`有反证（${counterEvidence.join('、')}）${lowered < level ? '，降一级' : '，已为最低'}`)
    level = lowered
  }
  const urgency = order[level] ?? 'green'
  return { urgency, highest, steps: [...steps, `结果为${words[urgency]}`] }
}
