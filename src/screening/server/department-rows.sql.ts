/** One household's rows out of the files of its village. */

export const rowsOfHouseholdSql = (paths: string, householdNumber: string) =>
  `SELECT dataset, file, sheet, "row", written, member, level, score, is_rejected, cells FROM read_parquet([${paths.replace(/^\(|\)$/g, '')}])
  WHERE household_number = ${householdNumber}`
