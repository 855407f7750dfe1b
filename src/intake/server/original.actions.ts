/** Handing out what was handed in. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileAnswer } from '../../access/index.ts'
import { Problem } from '../../kernel/index.ts'
import { type Context, openKeptFile, recordActs } from '../../store/index.ts'
import { type FileRow, fileRow } from './files.queries.ts'
import { fileProblems } from './problems.ts'
import { streamOnce, temporaryFolder } from './temporary.ts'

/** As it came; with `mended`, as it is read after the correction workbook was worked in. */
export async function originalOf(ctx: Context, id: number, mended = false): Promise<FileAnswer> {
  const file = await fileRow(ctx, id)
  const kept = keptIdOf(file, mended)
  const folder = await temporaryFolder()
  try {
    const path = join(folder, 'original')
    const { name } = await openKeptFile(ctx, kept, path)
    await recordActs(ctx, [
      { action: 'file.taken_out', subjectKind: 'file', subjectId: id, divisionCode: file.division_code, details: { name } },
    ])
    return { kind: 'file', name, type: 'application/octet-stream', content: streamOnce(path, folder) }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The kept file that is read, or the one that came; destroyed ones are a Problem. */
export function keptIdOf(file: FileRow, mended: boolean): number {
  const id = (mended ? file.merged_file_id : null) ?? file.kept_file_id
  if (id === null || file.destroyed_at !== null)
    throw new Problem(fileProblems.destroyed, { day: file.destroyed_at?.toISOString().slice(0, 10) ?? '' })
  return id
}
