/** For tests: a run whose findings are written down, merged as the job merges them. */

import { type Found, type FoundLead, type FoundQuality, mergeRun, openRun } from '../../src/screening/server/index.ts'
import { leadList } from '../../src/screening/server/lead-lists.actions.ts'
import { type Context, type Officer, type Store, systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { county, headOf, numberOf, type Village, villages, zhao } from './small-county.test-support.ts'

/** A lead of a household, as far as a test is about it. */
export interface MadeLead {
  of: string
  village: Village
  rule: string
  risk?: string
  severity?: 'high' | 'medium' | 'low'
  urgency?: 'red' | 'yellow' | 'green'
  rank?: number
  value?: number
}

export interface MadeFinding {
  of: string
  village: Village
  rule: string
  field: string
  found?: string
  /** Person number; without it the finding is about the household. */
  person?: string
}

async function* block<T>(lines: T[]): AsyncIterable<T[]> {
  yield lines
}

const place = (of: string, village: Village) => ({
  division_code: villages[village].code,
  household_number: numberOf(of),
  head_name: headOf(of),
  township: villages[village].township,
  village,
})

function lead({ of, village, rule, risk = '因病', severity = 'medium', urgency = 'yellow', rank = 1, value = 12000 }: MadeLead): FoundLead {
  const evidence = [
    { fact: 'household.medical_self_paid', value, parameter: 'medical/self_paid_alert', threshold: 10000, basis: 'project-default' },
  ]
  const source = { file: '2026-10 医保局/结算.csv', sheet: '', row: 2 }
  const cells = [
    { label: '证件号码', value: '522399********1018', masked: true },
    { label: '合规自付', value: String(value), masked: false },
  ]
  return {
    ...place(of, village),
    lead_key: `${of}-${rule}`,
    rule_id: rule,
    risk,
    severity,
    urgency,
    urgency_steps: ['测试'],
    rank,
    already_monitored: false,
    evidence_id: `e${value}`,
    evidence,
    sources: [source],
    source_count: 1,
    counter_evidence: [],
    content_key: `c${value}`,
    rows: [{ ...source, dataset: 'medical_settlements', cells }],
  }
}

const finding = ({ of, village, rule, field, found = '', person = '' }: MadeFinding): FoundQuality => ({
  ...place(of, village),
  finding_key: [of, rule, person, field].join('-'),
  rule_id: rule,
  severity: 'medium',
  person_ref: person,
  person_name: person === '' ? '' : headOf(of),
  field,
  found,
  message: '测试的问题',
  source: null,
})

let jobNumber = 1000

/** Merges a run of the county; answers its number. */
export async function merged(
  store: Store,
  asOf: string,
  leads: readonly MadeLead[],
  findings: readonly MadeFinding[] = [],
): Promise<number> {
  const officer: Officer = { ...systemOfficer, area: county }
  jobNumber += 1
  return store.transaction(asker(officer), async (ctx) => {
    const run = await openRun(ctx, jobNumber, { divisionCode: county, asOf, months: 12 })
    const found: Found = {
      leads: block(leads.map(lead)),
      gone: block([]),
      unknowns: block([]),
      quality: block(findings.map(finding)),
      discrepancies: block([]),
      summary: { policy_hash: 'test', files: [], rules: [], warnings: [], seconds: {} },
    }
    await mergeRun(ctx, run, found, { startedAt: ctx.now, seconds: {} })
    return run.id
  })
}

export const as = <T>(store: Store, who: Officer, work: (ctx: Context) => Promise<T>): Promise<T> => store.transaction(asker(who), work)

/** A lead as county Zhao's list shows it. */
export async function leadOf(store: Store, letter: string, rule: string) {
  const list = await as(store, zhao, (ctx) => leadList(ctx, { limit: 10, sort: 'rank', household: numberOf(letter), rule }))
  const [found] = 'kind' in list ? [] : list.items
  if (found === undefined) throw new Error(`no lead ${letter} ${rule}`)
  return found
}
