/** What `summary.json` holds. */

/** The run as `summary.json` tells it. */
export interface Summary {
  region: string
  as_of: string
  policy_hash: string
  files_skipped: { file: string; sheet: string; reason: string }[]
  datasets: {
    dataset: string
    file: string
    sheet: string
    rows_in: number
    accepted: number
    rejected: number
    linked: number
    unlinked: number
  }[]
  rules: { rule_id: string; hit: number; clear: number; unknown: number }[]
  seconds: {
    read: number
    link: number
    facts: number
    rules: number
    write: number
    total: number
    quality: number
    compare: number
    workbooks: number
  }
  peak_rss_mb: number
  persons: number
  households: number
  households_with_leads: number
  leads: number
  /** Findings of the quality rules that an exemption covers. */
  exempted: number
  warnings: string[]
}
