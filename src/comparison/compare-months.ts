/** This month against last month: what is new, gone and changed in the register and in every department's list. */
import type { Engine } from '../engine/index.ts'
import { type Column, columnsOf, type Definitions, registerDataset } from './columns.rules.ts'
import type { MonthKeys } from './comparison.ts'
import {
  absentSql,
  changeCountsSql,
  changeTableSql,
  type DatasetMonths,
  dropMonthsSql,
  leftOverSql,
  type Month,
  type Months,
  matchHouseholdsSql,
  matchPersonsSql,
  orderChangesSql,
  registerArrivalsSql,
  registerChangesSql,
  registerDiffersSql,
  rowChangesSql,
  sheetNamesSql,
} from './months.sql.ts'

export interface CompareMonthsOptions extends Months {
  /** Datasets handed in in both months are compared; the register always is. */
  readonly datasets: Readonly<Record<Month, Iterable<string>>>
  readonly definitions: Definitions
  readonly keys: MonthKeys
  readonly asOf: string
}

export interface ChangeCount {
  readonly dataset: string
  /** False where one of the months has no such file or no key is defined; then nothing is new or gone. */
  readonly isCompared: boolean
  readonly new: number
  readonly gone: number
  readonly changed: number
}

/** Fills `change`, sorted as it is to be written. Counts are rows of `change`: a person with two changed fields is two. */
export async function compareMonths(engine: Engine, options: CompareMonthsOptions): Promise<ChangeCount[]> {
  await engine.run(changeTableSql)
  await engine.run(matchHouseholdsSql(options))
  await engine.run(matchPersonsSql(options))
  await compareRegisters(engine, options)
  const { current, previous } = { current: new Set(options.datasets.current), previous: new Set(options.datasets.previous) }
  const all = [...new Set([...current, ...previous])].filter((dataset) => dataset !== registerDataset).sort()
  const compared = all.filter((dataset) => current.has(dataset) && previous.has(dataset) && options.keys[dataset] !== undefined)
  for (const dataset of compared) await compareRows(engine, options, dataset)
  await engine.run(orderChangesSql)
  await engine.run(dropMonthsSql)
  return countChanges(engine, [registerDataset, ...all], new Set([registerDataset, ...compared]))
}

async function compareRegisters(engine: Engine, options: CompareMonthsOptions): Promise<void> {
  for (const about of ['household', 'person'] as const) {
    const columns = [...(columnsOf(options.definitions, about)?.values() ?? [])]
    await engine.run(registerArrivalsSql(options, about, 'current'))
    await engine.run(registerArrivalsSql(options, about, 'previous'))
    await engine.run(registerDiffersSql(options, about, columns))
    await engine.run(registerChangesSql(options, about, columns))
  }
}

async function compareRows(engine: Engine, options: CompareMonthsOptions, dataset: string): Promise<void> {
  const definition = options.definitions.datasets.get(dataset)
  if (definition === undefined) throw new Error(`no dataset ${dataset}`)
  const columns = await columnsOfBoth(engine, options, dataset)
  const keyed = options.keys[dataset]?.key ?? []
  const of: DatasetMonths = {
    dataset,
    about: definition.about,
    hasEventDay: definition.event_day !== undefined,
    asOf: options.asOf,
    columns,
    key: columns.filter(({ field }) => keyed.includes(field)),
  }
  await engine.run(leftOverSql(options, 'current', of))
  await engine.run(leftOverSql(options, 'previous', of))
  await engine.run(rowChangesSql(options, of))
}

async function columnsOfBoth(engine: Engine, options: CompareMonthsOptions, dataset: string): Promise<Column[]> {
  const columns = [...(columnsOf(options.definitions, dataset)?.values() ?? [])]
  const absent = new Set<string>()
  for (const month of ['current', 'previous'] as const) {
    const [flags] = await engine.rows<Record<string, boolean>>(absentSql(options, month, dataset, columns))
    for (const [field, isAbsent] of Object.entries(flags ?? {})) if (isAbsent) absent.add(field)
  }
  return columns.filter(({ field }) => !absent.has(field))
}

async function countChanges(engine: Engine, datasets: readonly string[], compared: ReadonlySet<string>): Promise<ChangeCount[]> {
  const counted = await engine.rows<{ dataset: string; kind: string; changes: number }>(changeCountsSql)
  const count = (dataset: string, kind: string) => counted.find((found) => found.dataset === dataset && found.kind === kind)?.changes ?? 0
  return datasets.map((dataset) => ({
    dataset,
    isCompared: compared.has(dataset),
    new: count(dataset, 'new'),
    gone: count(dataset, 'gone'),
    changed: count(dataset, 'changed'),
  }))
}

export interface MissingHandIn {
  readonly dataset: string
  /** As it was called last month. */
  readonly file: string
  readonly sheet: string
  readonly rows: number
  /** `dataset`: nothing of the kind came this month; `sheet`: others came, this one did not. */
  readonly missing: 'dataset' | 'sheet'
}

interface SheetName {
  readonly dataset: string
  readonly file: string
  readonly sheet: string
  readonly rows: number
  readonly name: string
}

/** Sheets of last month without a counterpart this month; months and numbers in file names do not count. */
export async function missingHandIns(engine: Engine, months: Months): Promise<MissingHandIn[]> {
  const now = await engine.rows<SheetName>(sheetNamesSql(months, 'current'))
  const before = await engine.rows<SheetName>(sheetNamesSql(months, 'previous'))
  return before.flatMap(({ dataset, file, sheet, rows, name }): MissingHandIn[] => {
    const same = now.filter((found) => found.dataset === dataset)
    if (same.length === 0) return [{ dataset, file, sheet, rows, missing: 'dataset' }]
    const hadAsMany = before.filter((found) => found.dataset === dataset).length <= same.length
    return hadAsMany || same.some((found) => found.name === name) ? [] : [{ dataset, file, sheet, rows, missing: 'sheet' }]
  })
}
