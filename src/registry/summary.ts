/** The register in figures for the first page. */
import type { z } from 'zod'
import { divisionNames } from '../access/index.ts'
import type { Context } from '../store/index.ts'
import type { summary } from './register.schema.ts'
import { countHouseholds, lastLoad, openDifferences, placeNames, type SummaryRow } from './summary.queries.ts'

const codeLengths = [2, 4, 6, 9, 12]
type Tally = { households: number; persons: number; monitored: number }

function tallied(rows: readonly SummaryRow[], key: (row: SummaryRow) => string | null): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const row of rows) {
    const name = key(row)
    if (name === null) continue
    const tally = tallies.get(name) ?? { households: 0, persons: 0, monitored: 0 }
    tally.households += row.households
    tally.persons += row.persons
    if (row.monitored_kind !== null) tally.monitored += row.households
    tallies.set(name, tally)
  }
  return tallies
}

/** Households and persons of a division, by kind, by monitored kind and by the divisions right below it. */
export async function summaryOf(ctx: Context, division: string | undefined): Promise<z.infer<typeof summary>> {
  const area = division ?? ctx.officer.area
  const rows = await countHouseholds(ctx, area, codeLengths.find((length) => length > area.length) ?? 12)
  const divisions = tallied(rows, ({ code }) => code)
  const listed = await divisionNames(ctx, [...divisions.keys()])
  const isUnnamed = [...divisions.keys()].some((code) => !listed.has(code))
  const known = isUnnamed && area.length >= 6 ? await placeNames(ctx, area) : new Map<string, string>()
  const total = tallied(rows, () => '').get('') ?? { households: 0, persons: 0, monitored: 0 }
  const kindsOf = (tallies: Map<string, Tally>) =>
    [...tallies].map(([kind, { households, persons }]) => ({ kind, households, persons })).sort((a, b) => b.households - a.households)
  return {
    ...total,
    kinds: kindsOf(tallied(rows, ({ kind }) => kind ?? '未填')),
    monitoredKinds: kindsOf(tallied(rows, (row) => row.monitored_kind)),
    divisions: [...divisions].map(([code, tally]) => ({ code, name: listed.get(code) ?? known.get(code) ?? code, ...tally })),
    lastLoad: await lastLoad(ctx),
    openDifferences: await openDifferences(ctx, area),
  }
}
