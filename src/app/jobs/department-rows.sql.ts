/** Every department row that was linked to a household, with where it stands and what it says. */
import { ident, text } from '../../engine/index.ts'
import { placeSql } from './screening-results.sql.ts'

/** One dataset's linked rows; `cells` are the values of the columns in their order. */
const rowsSql = (region: string, dataset: string, columns: readonly string[]) =>
  `SELECT ${placeSql(region)} AS place, h.household_number, ${text(dataset)} AS dataset, s.file, coalesce(s.sheet_name, '') AS sheet, l.row_no AS "row",
    l.name AS written, p.name AS member, l.level::VARCHAR AS level, l.score::DOUBLE AS score, l.is_rejected,
    [${columns.map((column) => `l.${ident(column)}::VARCHAR`).join(', ')}]::VARCHAR[] AS cells
  FROM linked_${dataset} l JOIN household h USING (household) JOIN sheet s ON s.sheet_no = l.sheet_no LEFT JOIN person p ON p.person = l.person`

/** Writes one dataset's rows as they come, which needs little memory. */
export const putDownSql = (region: string, dataset: string, columns: readonly string[], path: string) =>
  `COPY (${rowsSql(region, dataset, columns)}) TO ${text(path)} (FORMAT parquet, COMPRESSION lz4)`

/** Sorts what was put down into one folder for each village; small groups of rows keep 300 open files within the memory. */
export const byVillageSql = (from: string, to: string) =>
  `COPY (SELECT * FROM read_parquet(${text(from)})) TO ${text(to)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (place), ROW_GROUP_SIZE 2048)`
