/** The round trip through a spreadsheet: the list goes out with an empty column 更正值 and comes back filled. */
import type { z } from 'zod'
import { type FileAnswer, mostExported, parted, tableWorkbook, type Upload } from '../../access/index.ts'
import { openFile } from '../../intake/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, separately } from '../../store/index.ts'
import { divisionOf } from './filters.rules.ts'
import { mendFinding } from './mend.actions.ts'
import { placeColumns } from './place-columns.ts'
import { screeningProblems } from './problems.ts'
import { findingAnswer, mendableFields } from './quality.actions.ts'
import { findingOrders, findingRows } from './quality.queries.ts'
import type { findingShape, workbookAnswer, workbookQuery } from './quality-shapes.ts'
import { requireRegisterChange } from './register-door.ts'

type Finding = z.infer<typeof findingShape>

const keyHeader = '问题编号'
const versionHeader = '版本'
const valueHeader = '更正值'

/** Open problems that a value can mend. */
export async function mendWorkbook(ctx: Context, query: z.infer<typeof workbookQuery>): Promise<FileAnswer> {
  const division = divisionOf(ctx.officer, query.division)
  const filters = { division, rules: parted(query.rule), states: ['open'], fields: mendableFields(ctx.policy) }
  const rows = async (most: number) => {
    const open = await findingRows(ctx, filters, findingOrders.place, undefined, most)
    return open.map((row) => findingAnswer(ctx.policy, row)).filter(({ canMend }) => canMend)
  }
  const name = '数据质量更正表'
  return tableWorkbook(ctx, { name, divisionCode: division, alsoFor: 'quality.mend', columns, rows, toFill: [valueHeader] })
}

const columns = [
  [keyHeader, (one: Finding) => one.id],
  [versionHeader, (one: Finding) => one.version],
  ...placeColumns,
  ['成员', (one: Finding) => one.personName],
  ['栏目', (one: Finding) => one.fieldLabel],
  ['现值', (one: Finding) => one.found],
  ['问题', (one: Finding) => one.message],
  ['怎么改', (one: Finding) => one.mend],
  [valueHeader, () => ''],
] as const

interface FilledLine {
  row: number
  id: number
  version: number
  value: string
}

/** Each line by itself: what cannot be taken over is told with its row, the others are. */
export async function takeWorkbook(ctx: Context, uploads: readonly Upload[]): Promise<z.infer<typeof workbookAnswer>> {
  requireRegisterChange(ctx)
  const [upload] = uploads
  if (upload === undefined || uploads.length > 1) throw new Problem(screeningProblems.oneWorkbook, { found: uploads.length })
  const lines = await readFilled(upload)
  const answer: z.infer<typeof workbookAnswer> = { mended: 0, unchanged: 0, refused: [] }
  for (const { row, id, version, value } of lines) {
    if (value === '') {
      answer.unchanged += 1
      continue
    }
    try {
      await separately(ctx, () => mendFinding(ctx, id, { version, value }))
      answer.mended += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      answer.refused.push({ row, message: error.message })
    }
  }
  return answer
}

async function readFilled(upload: Upload): Promise<FilledLine[]> {
  const opened = await openFile(upload.path, { name: upload.name })
  const lines: FilledLine[] = []
  let at: { id: number; version: number; value: number } | undefined
  try {
    for await (const { rowNumbers, cells } of opened.sheets[0]?.rows() ?? [])
      for (const [index, row] of rowNumbers.entries()) {
        const texts = (cells[index] ?? []).map((cell) => (cell ?? '').trim())
        if (at === undefined) at = headerAt(texts)
        else if (/^\d+$/.test(texts[at.id] ?? ''))
          lines.push({ row, id: Number(texts[at.id]), version: Number(texts[at.version]), value: texts[at.value] ?? '' })
        if (lines.length > mostExported) throw new Problem(screeningProblems.tooManyRows, { most: mostExported })
      }
  } finally {
    await opened.close()
  }
  if (at === undefined) throw new Problem(screeningProblems.notOurWorkbook, { file: upload.name })
  return lines
}

function headerAt(texts: readonly string[]): { id: number; version: number; value: number } | undefined {
  const [id, version, value] = [texts.indexOf(keyHeader), texts.indexOf(versionHeader), texts.indexOf(valueHeader)]
  return id < 0 || version < 0 || value < 0 ? undefined : { id, version, value }
}
