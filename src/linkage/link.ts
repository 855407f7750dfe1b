/** Finds for every department row the person it is about: one probe by number, then the levels, then the score. */
import type { Engine } from '../engine/index.ts'
import { applyDecisionsSql } from './decision.sql.ts'
import { type DecisionReport, type ReviewDecision, readDecisions } from './decisions.ts'
import { doubtfulSql, levelSql, openPairsSql, sampleSql } from './level.sql.ts'
import { NameComparer } from './name.rules.ts'
import { textTable, workTables } from './names.ts'
import { closerRows, emptyPairsSql, keepNamesSql, openRows, pairCountSql, pairSql, unequalNamesSql, vectorSql } from './pair.sql.ts'
import { PlaceIndex, type RegisterPlace } from './place.rules.ts'
import * as prepareSql from './prepare.sql.ts'
import * as resultSql from './result.sql.ts'
import { takeScores } from './score.ts'
import type { Block, LevelName, LinkageSettings } from './settings.ts'

export interface LinkageOptions {
  /** The datasets that were handed in, each with its view `rows_<dataset>`. */
  datasets: readonly string[]
  decisions?: readonly ReviewDecision[]
  onProgress?: (line: string) => void
}

export interface LinkageReport {
  levels: { dataset: string; level: LevelName; rows: number }[]
  linked: number
  /** Rows with at least one candidate for a clerk. */
  review: number
  decisions: DecisionReport
}

/** Fills `link`, `link_note` and `review`, and creates the views `linked_<dataset>`. Results do not depend on threads. */
export async function linkRows(engine: Engine, settings: LinkageSettings, options: LinkageOptions): Promise<LinkageReport> {
  const { datasets, onProgress = () => {} } = options
  const decisions = await readDecisions(engine, datasets, options.decisions ?? [])
  await engine.run(prepareSql.resultTablesSql(datasets))
  if (datasets.length > 0) {
    await engine.run(prepareSql.sharedNumberSql)
    await engine.run(prepareSql.probeSql(datasets))
    await engine.run(prepareSql.openRowsSql)
    const left = (await counted(engine, prepareSql.openCountSql)) > 0 ? await takeOutStrangers(engine, settings, datasets) : 0
    onProgress(`证件号码关联完成，另有 ${left} 行需逐级比对`)
    if (left > 0) await linkOpenRows(engine, settings, onProgress)
  }
  const [schema] = await engine.rows<{ name: string }>(resultSql.schemaSql)
  for (const dataset of datasets) await engine.run(resultSql.linkedViewSql(dataset, schema?.name ?? 'main'))
  await engine.run(prepareSql.dropSql(workTables))
  return { ...(await reported(engine)), decisions }
}

async function counted(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(sql)
  return row?.n ?? 0
}

/** Reads what the probe left over; how many rows are left without the strangers. */
async function takeOutStrangers(engine: Engine, settings: LinkageSettings, datasets: readonly string[]): Promise<number> {
  await engine.run(prepareSql.writtenSql(datasets, await datasetsWithCards(engine, datasets)))
  await engine.run(prepareSql.nameTableSql(settings.characters))
  await engine.run(prepareSql.strangersSql)
  return counted(engine, prepareSql.writtenCountSql)
}

async function linkOpenRows(engine: Engine, settings: LinkageSettings, onProgress: (line: string) => void): Promise<void> {
  await takeNumbers(engine)
  const names = new NameComparer(settings.characters)
  const blocks = (isCloser: boolean) => settings.blocks.filter((block) => (block.closer === true) === isCloser)
  await prepare(engine)
  await engine.run(
    sampleSql(Math.max(1, Math.ceil((await counted(engine, doubtfulSql)) / Math.max(1, settings.scoring.learning.sample_rows)))),
  )
  const first = await comparePairs(engine, names, settings, blocks(false), openRows)
  await takeLevels(engine, settings)
  if ((await counted(engine, doubtfulSql)) > 0) {
    const second = await comparePairs(engine, names, settings, blocks(true), closerRows)
    onProgress(`已比对 ${first + second} 对可能的行和人`)
    await takeLevels(engine, settings)
    await takeScores(engine, settings.scoring, resultSql.reasonSql(settings.scoring))
  }
  await engine.run(resultSql.reviewSql)
  await compareNames(engine, names, resultSql.notedNamesSql)
  await engine.run(resultSql.noteSql)
}

/** What clerks decided, and what the number alone decides once it is cleaned. */
async function takeNumbers(engine: Engine): Promise<void> {
  await engine.run(prepareSql.numberTableSql)
  await engine.run(prepareSql.numberedSql)
  await engine.run(emptyPairsSql)
  await engine.run(applyDecisionsSql)
  await engine.run(prepareSql.soleNumberSql)
}

/** Side tables of the rows that are still open, and of the register. */
async function prepare(engine: Engine): Promise<void> {
  await understandPlaces(engine)
  await engine.run(prepareSql.rowTableSql)
  await engine.run(prepareSql.personTableSql)
}

/** Villages are understood outside the engine, by their few hundred spellings. */
async function understandPlaces(engine: Engine): Promise<void> {
  await engine.run(prepareSql.placeTableSql)
  const places = await engine.rows<RegisterPlace>(prepareSql.placesSql)
  const counties = await engine.rows<{ county: string }>(prepareSql.countiesSql)
  const index = new PlaceIndex(
    places,
    counties.map(({ county }) => county),
  )
  const said = await engine.rows<{ township: string | null; village: string | null }>(prepareSql.saidPlacesSql)
  const meant = said.map((cells) => ({ ...cells, ...index.resolve(cells.township, cells.village) }))
  const lines = meant.map((one) => [one.township ?? '', one.village ?? '', one.places.join(','), one.townships.join(',')])
  await textTable(engine, 'linkage_said_place', ['township', 'village', 'places', 'townships'], lines)
  const townships = [...index.townshipOf].map(([place, township]) => [String(place), String(township)])
  await textTable(engine, 'linkage_resolved', ['place', 'township_number'], townships)
}

async function datasetsWithCards(engine: Engine, datasets: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await engine.rows<{ table_name: string }>(prepareSql.cardViewsSql)
  const tables = new Set(found.map((row) => row.table_name))
  return new Set(datasets.filter((dataset) => tables.has(`rows_${dataset}`)))
}

async function comparePairs(
  engine: Engine,
  names: NameComparer,
  settings: LinkageSettings,
  blocks: readonly Block[],
  rows: string,
): Promise<number> {
  if (blocks.length === 0) return 0
  await engine.run(pairSql(blocks, rows))
  await compareNames(engine, names, unequalNamesSql)
  const asking = settings.levels.filter((level) => level.person_number !== undefined).flatMap((level) => level.row_number)
  await engine.run(vectorSql(asking))
  return counted(engine, pairCountSql)
}

async function compareNames(engine: Engine, names: NameComparer, pairsSql: string): Promise<void> {
  const pairs = await engine.rows<{ one: string; other: string }>(pairsSql)
  if (pairs.length === 0) return
  const lines = pairs.map(({ one, other }) => [one, other, names.compare(one, other)])
  await textTable(engine, 'linkage_name_compared', ['one', 'other', 'relation'], lines)
  await engine.run(keepNamesSql)
}

async function takeLevels(engine: Engine, settings: LinkageSettings): Promise<void> {
  const reason = resultSql.reasonSql(settings.scoring)
  await engine.run(openPairsSql)
  for (const level of settings.levels) await engine.run(levelSql(level, reason))
}

async function reported(engine: Engine): Promise<Omit<LinkageReport, 'decisions'>> {
  const levels = await engine.rows<{ dataset: string; level: LevelName; rows: number }>(resultSql.levelCountsSql)
  return { levels, linked: levels.reduce((sum, one) => sum + one.rows, 0), review: await counted(engine, resultSql.reviewCountSql) }
}
