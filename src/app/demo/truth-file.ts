/** truth.json: what a visit to every household of the invented county would confirm, and where each defect was planted. */
import { closeSync, openSync, writeFileSync } from 'node:fs'
import type { Place } from './clean-county.ts'

export interface TruthLead {
  household_number: string
  rule_id: string
  already_monitored: boolean
  confirmed: boolean
}
export interface TruthLink extends Place {
  household_number: string
  person_id_number: string
  mess: string
  /** `linked`, `unlinked`, `either` where the contract leaves it to the score, `rejected` where no fact cell can be read. */
  expected: 'linked' | 'unlinked' | 'either' | 'rejected'
}
export interface TruthCellError extends Place {
  column: string
  kind: string
}
export interface TruthQuality {
  rule: string
  household_number: string
  person_id_number: string
}
export interface TruthSources {
  household_number: string
  rule_id: string
  sources: Place[]
}

/** One list at a time in memory as text; the file is written when the county is complete. */
export interface TruthWriter {
  lead(lead: TruthLead, sources: Place[]): void
  unknown(householdNumber: string, ruleId: string): void
  link(link: TruthLink): void
  cellError(error: TruthCellError): void
  quality(quality: TruthQuality): void
  planted(mess: string): void
  isPlanted(mess: string): boolean
  close(head: Record<string, unknown>): void
}

const lists = ['leads', 'unknowns', 'links', 'cell_errors', 'quality', 'lead_sources'] as const

type Gathered = Record<(typeof lists)[number], string[]>

const writeTruth = (path: string, head: Record<string, unknown>, gathered: Gathered): void => {
  const file = openSync(path, 'w')
  writeFileSync(file, JSON.stringify(head, null, 1).slice(0, -2))
  for (const list of lists) {
    writeFileSync(file, `,\n"${list}": [\n`)
    for (let i = 0; i < gathered[list].length; i += 10_000) {
      writeFileSync(file, (i === 0 ? '' : ',\n') + gathered[list].slice(i, i + 10_000).join(',\n'))
    }
    writeFileSync(file, '\n]')
  }
  writeFileSync(file, '\n}\n')
  closeSync(file)
}

/** Gathers the truth; links are left out of counties over the limit. */
export const openTruth = (path: string, keepsLinks: boolean): TruthWriter => {
  const gathered: Record<(typeof lists)[number], string[]> = {
    leads: [],
    unknowns: [],
    links: [],
    cell_errors: [],
    quality: [],
    lead_sources: [],
  }
  const mess = new Map<string, number>()
  const keep = (list: (typeof lists)[number], entry: unknown): void => {
    gathered[list].push(JSON.stringify(entry))
  }
  return {
    lead: (lead, sources) => {
      keep('leads', lead)
      keep('lead_sources', { household_number: lead.household_number, rule_id: lead.rule_id, sources })
    },
    unknown: (householdNumber, ruleId) => keep('unknowns', { household_number: householdNumber, rule_id: ruleId }),
    link: (link) => {
      if (keepsLinks) keep('links', link)
    },
    cellError: (error) => keep('cell_errors', error),
    quality: (quality) => keep('quality', quality),
    planted: (kind) => void mess.set(kind, (mess.get(kind) ?? 0) + 1),
    isPlanted: (kind) => mess.has(kind),
    close: (head) =>
      writeTruth(
        path,
        {
          ...head,
          ...(keepsLinks ? {} : { links_left_out: true }),
          mess: Object.fromEntries([...mess].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        },
        gathered,
      ),
  }
}
