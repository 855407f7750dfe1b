/** A filled correction workbook beside its original: each of its rows takes the place of the row it came from. */
import type { Engine } from '../engine/index.ts'
import { correctedSheetName, remarksSheet, remarksTitle } from './corrections/correction-workbook.ts'
import { countBatch } from './open-cells.ts'
import { openFile } from './readers/index.ts'
import { correctedCountSql, correctionRowsSql, dropReplacedSql, replaceSql } from './replaced-rows.sql.ts'
import type { IntakeReport, SheetReport } from './report.ts'

/** Takes corrected rows out of the originals, so that no row is read twice; a row that is no longer what it was stays. Workbooks read later win. */
export async function replaceCorrected(engine: Engine, report: IntakeReport): Promise<void> {
  const corrections = report.sheets.filter(({ plan }) => plan.source.originColumn !== undefined)
  if (corrections.length === 0) return
  await engine.run(correctionRowsSql(corrections.map(({ plan }) => plan)))
  let mended = 0
  for (const correction of corrections.toReversed()) {
    const original = await originalOf(correction, report)
    if (original === undefined) report.warnings.push(`“${correction.file}”是改正表，但改正的文件不在文件夹里，表中的行按新行处理`)
    else mended += await replaceRows(engine, report, correction, original)
  }
  if (mended > 0) report.warnings.push(`改正表中有 ${mended} 行代替了原文件的同一行`)
  const replaced = await engine.rows<{ sheet_no: number }>('SELECT DISTINCT sheet_no FROM replaced_row')
  for (const { sheet_no } of replaced) {
    const sheet = report.sheets.find(({ sheetNo }) => sheetNo === sheet_no)
    if (sheet) await dropReplaced(engine, sheet)
  }
}

/** The sheet a workbook's rows came from: of the file that its remarks name, or of the only one called so, wherever it lies now. */
async function originalOf(correction: SheetReport, report: IntakeReport): Promise<SheetReport | undefined> {
  const title = await titleOf(correction)
  if (title === undefined) return undefined
  const others = report.sheets.filter(({ file, dataset }) => file !== correction.file && dataset === correction.dataset)
  const named = others.filter(({ file }) => remarksTitle(file) === title)
  const moved = others.filter(({ file }) => `/${title}`.endsWith(`/${remarksTitle(file.split('/').at(-1) ?? file)}`))
  const sheets = named.length > 0 || new Set(moved.map(({ file }) => file)).size > 1 ? named : moved
  return sheets.length === 1 ? sheets[0] : sheets.find(({ file, sheet }) => correctedSheetName(file, sheet) === correction.sheet)
}

/** The title of the workbook's remarks. */
async function titleOf({ path, file }: SheetReport): Promise<string | undefined> {
  const open = await openFile(path, { name: file })
  try {
    for await (const { cells } of open.sheets.find(({ name }) => name === remarksSheet)?.rows({ upTo: 1 }) ?? []) {
      return cells[0]?.find((cell) => cell !== null) ?? undefined
    }
    return undefined
  } finally {
    await open.close()
  }
}

/** How many rows of the workbook took the place of one. */
async function replaceRows(engine: Engine, report: IntakeReport, correction: SheetReport, original: SheetReport): Promise<number> {
  await engine.run(replaceSql(correction.plan, original.plan))
  const [counts] = await engine.rows<{ replaced: number; rows: number }>(correctedCountSql(correction.plan))
  const { replaced, rows } = counts ?? { replaced: 0, rows: 0 }
  if (rows > replaced)
    report.warnings.push(`“${correction.file}”有 ${rows - replaced} 行与“${original.file}”的同一行对不上，按新行处理，请核对有无重复`)
  report.skipped = report.skipped.filter(({ file, sheet }) => file !== correction.file || sheet !== remarksSheet)
  return replaced
}

async function dropReplaced(engine: Engine, sheet: SheetReport): Promise<void> {
  await engine.run(dropReplacedSql(sheet.plan))
  sheet.counts = await countBatch(engine, sheet.plan)
  sheet.rowsIn = sheet.counts.rows_in
  sheet.rejected = sheet.counts.rejected
  sheet.accepted = sheet.rowsIn - sheet.rejected
}
