/** What the departments' rows say about named members: found by identity number alone, so that nobody is taken for a namesake. */
import { type Engine, ident, list, text } from '../../engine/index.ts'
import { type AcceptedFile, readingPlace } from '../../intake/server/index.ts'
import { type Policy, resolveParameter } from '../../policy/index.ts'
import { type CounterEvidencePack, loadCounterEvidence } from '../../screening/index.ts'
import type { FoundFlag, ReadDataset } from './comparison.queries.ts'
import { reviewPolicy } from './review-policy.ts'

export interface Member {
  householdId: number
  personId: number
  name: string
  idNumber: string
}

export interface Relief {
  name: string
  category: string
  startedOn: string
  file: string
  row: number
}

export interface Compared {
  datasets: ReadDataset[]
  /** By household. */
  flags: ReadonlyMap<number, FoundFlag[]>
  /** The newest relief that somebody of the household gets, by household. */
  relieved: ReadonlyMap<number, Relief>
}

type AssetKind = CounterEvidencePack[string] & { kind: string }
export const reliefDataset = 'relief'
const packs = new WeakMap<Policy, AssetKind[]>()

/** The kinds of possession that are compared, with the conditions of `counter_evidence.yaml`. */
export function assetKinds(policy: Policy): AssetKind[] {
  const known = packs.get(policy)
  if (known !== undefined) return known
  const pack = loadCounterEvidence(policy.folder)
  const made = reviewPolicy(policy).comparison.kinds.flatMap((kind) => {
    const entry = pack[kind]
    return entry === undefined ? [] : [{ ...entry, kind }]
  })
  packs.set(policy, made)
  return made
}

interface Question {
  members: readonly Member[]
  files: readonly AcceptedFile[]
  county: string
  asOf: string
}

/** Only sheets that count are looked at, and only rows that could be read. */
export async function comparedRows(engine: Engine, policy: Policy, { members, files, county, asOf }: Question): Promise<Compared> {
  await engine.run('CREATE TABLE member(household INTEGER, person INTEGER, name VARCHAR, id_number VARCHAR)')
  await engine.append(
    'member',
    members.map(({ householdId, personId, name, idNumber }) => [householdId, personId, name, idNumber]),
  )
  const places = files.flatMap((file) => file.sheets.map(({ name, dataset }) => `${dataset}|${readingPlace(file)}|${name}`))
  await engine.run(`CREATE TABLE counted AS SELECT * FROM sheet WHERE dataset || '|' || file || '|' || sheet_name IN ${list(places)}`)
  const datasets: ReadDataset[] = []
  const byHousehold = new Map<number, FoundFlag[]>()
  for (const kind of assetKinds(policy)) {
    const sheets = await engine.rows<{ file: string; rows: number }>(
      `SELECT file, sum(rows_in)::INTEGER AS rows FROM counted WHERE dataset = ${text(kind.dataset)} GROUP BY file ORDER BY file`,
    )
    datasets.push({
      kind: kind.kind,
      label: kind.label,
      files: sheets.map(({ file }) => file),
      rows: sheets.reduce((sum, { rows }) => sum + rows, 0),
    })
    if (sheets.length === 0) continue
    const unit = policy.datasets.get(kind.dataset)?.fields[kind.show]?.kind === 'money' ? '元' : ''
    const rows = await engine.rows<FoundFlag & { household: number }>(flagSql(kind, filled(policy, kind.where, county, asOf)))
    for (const { household, ...row } of rows) {
      const flag = { ...row, kind: kind.kind, label: kind.label, value: row.value === '' ? '' : `${row.value}${unit}` }
      byHousehold.set(household, [...(byHousehold.get(household) ?? []), flag])
    }
  }
  return { datasets, flags: byHousehold, relieved: await relievedOf(engine, policy, asOf) }
}

const theMember = `JOIN member m ON m.id_number = upper(regexp_replace(r.id_number, '\\s', '', 'g')) JOIN counted s ON s.sheet_no = r.sheet_no`

function flagSql({ dataset, show }: AssetKind, where: string): string {
  return `SELECT m.household, m.person AS "personId", m.name AS "personName", coalesce(r.${ident(show)}::VARCHAR, '') AS value,
    s.file, s.sheet_name AS sheet, r.row_no AS row
    FROM (SELECT * FROM ${ident(`rows_${dataset}`)} WHERE ${where}) r ${theMember}
    WHERE NOT r.is_rejected ORDER BY m.household, m.person, r.r`
}

/** `{{area/parameter}}` as the county's value on the day; a condition whose parameter has none holds for nobody. */
function filled(policy: Policy, where: string, county: string, asOf: string): string {
  return where.replaceAll(/\{\{([^}]+)\}\}/g, (_, key: string) => {
    const value = resolveParameter(policy, key, county, asOf)?.value
    return value === undefined ? 'NULL' : typeof value === 'number' ? String(value) : text(String(value))
  })
}

async function relievedOf(engine: Engine, policy: Policy, asOf: string): Promise<Map<number, Relief>> {
  const [there] = await engine.rows(`SELECT 1 AS yes FROM counted WHERE dataset = ${text(reliefDataset)}`)
  if (there === undefined) return new Map()
  const categories = list(reviewPolicy(policy).comparison.compared_by_civil_affairs)
  const rows = await engine.rows<
    Relief & { household: number }
  >(`SELECT m.household, m.name, r.category, r.started_on AS "startedOn", s.file, r.row_no AS row
    FROM ${ident(`rows_${reliefDataset}`)} r ${theMember}
    WHERE NOT r.is_rejected AND r.category IN ${categories} AND r.started_on <= DATE ${text(asOf)}
      AND (r.ended_on IS NULL OR r.ended_on > DATE ${text(asOf)})
    ORDER BY r.started_on, r.r`)
  return new Map(rows.map(({ household, ...relief }) => [household, relief]))
}
