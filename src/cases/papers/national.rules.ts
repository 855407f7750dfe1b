/** A recognised or cleared household as rows of the national system's own layout: every cell a text, months and days without dashes. */

/** What the case knows better than the register, under the register's names. */
export interface NationalFacts {
  readonly objectKind: string | null
  readonly risks: readonly string[]
  readonly recognisedOn: string | null
  readonly clearedOn: string | null
  readonly clearingMode: string | null
  readonly isCleared: boolean
}

const modes: Readonly<Record<string, string>> = { assisted: '帮扶消除', natural: '自然消除' }
const mostRisks = 5

/** Five risks in their order, kind, month of recognition and clearing. */
export function overlayOf(facts: NationalFacts): Record<string, string> {
  const risks = Array.from({ length: mostRisks }, (_, at) => [`risk_factor_${at + 1}`, facts.risks[at] ?? ''] as const)
  return {
    ...Object.fromEntries(risks),
    ...(facts.objectKind === null ? {} : { monitored_kind: facts.objectKind }),
    ...(facts.recognisedOn === null ? {} : { identified_on: facts.recognisedOn }),
    is_cleared: facts.isCleared ? '是' : '否',
    cleared_on: facts.isCleared ? (facts.clearedOn ?? '') : '',
    clearing_mode: facts.isCleared ? (modes[facts.clearingMode ?? ''] ?? '') : '',
  }
}

const months = new Set(['identified_on', 'cleared_on'])

/** `2026-08-05` as `202608` where the export has months, else as `20260805`; everything else as it is. */
export function nationalText(field: string, value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const plain = value.replaceAll('-', '')
  return months.has(field) ? plain.slice(0, 6) : plain
}
