/** Where a run works and where its results appear: all at once by renaming, or not at all. */
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isAlive, privateFolder, privatePrefix, removeLeftovers } from '../engine/index.ts'
import { Problem } from '../kernel/index.ts'
import { runProblems } from './problems.ts'

/** Names that stand in a result folder; anything else there is not ours. */
export const ourNames = new Set([
  'households.csv',
  'leads.csv',
  'unknowns.csv',
  'quality.csv',
  'row-issues.csv',
  'links.csv',
  'changes.csv',
  'discrepancies.csv',
  'summary.json',
  '结果.xlsx',
  '关联待核.xlsx',
  '乡镇核实',
  '退回更正',
  'batches',
])

/** Only a run writes these together. */
const resultMarks = ['summary.json', 'leads.csv', '结果.xlsx']

/** Whether a file below the input folder lies in results, of this place or of another run: neither its lists nor its correction workbooks are input. */
export function isInResultFolder(path: string, input: string): boolean {
  for (let folder = dirname(path); folder.length > input.length; folder = dirname(folder)) {
    if (resultMarks.every((name) => existsSync(join(folder, name)))) return true
  }
  return false
}

export interface RunFolders {
  /** For staged copies and what does not fit into memory; owner only. */
  work: string
  /** Where results are prepared, on the same disk as their final place. */
  staging: string
  out: string
}

/** Makes the folders of a run; leftovers of runs that were killed are removed. */
export async function openRunFolders(out: string): Promise<RunFolders> {
  const target = resolve(out)
  await refuseForeign(target)
  await refuseLocked(target)
  const parent = dirname(target)
  try {
    await mkdir(parent, { recursive: true })
    await removeLeftoversOf(parent)
    await removeLeftovers()
    const staging = await privateFolder('out', parent)
    const work = await privateFolder('work')
    await chmod(work, 0o700)
    return { work, staging, out: target }
  } catch (error) {
    throw translateFileError(error, parent)
  }
}

async function refuseForeign(target: string): Promise<void> {
  const kind = await stat(target).catch(() => undefined)
  if (kind === undefined) return
  if (!kind.isDirectory()) throw new Problem(runProblems.outNotOurs, { folder: target, found: '同名文件' })
  const foreign = (await readdir(target)).find(
    (name) => !ourNames.has(name) && !name.startsWith('~$') && !name.startsWith('.~lock.') && name !== '.DS_Store',
  )
  if (foreign !== undefined) throw new Problem(runProblems.outNotOurs, { folder: target, found: foreign })
}

/** What a killed run moved aside comes back, the rest of it goes. */
async function removeLeftoversOf(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const former = new RegExp(`^\\${privatePrefix}was-(\\d+)-(.+)$`).exec(name)
    if (former && !isAlive(Number(former[1]))) await putBack(folder, name, former[2] ?? '')
  }
  await removeLeftovers(folder)
}

/** Results that a killed run had moved aside come back when nothing took their place. */
async function putBack(folder: string, name: string, out: string): Promise<boolean> {
  if ((await stat(join(folder, out)).catch(() => undefined)) !== undefined) return false
  return rename(join(folder, name), join(folder, out)).then(
    () => true,
    () => false,
  )
}

/** Puts the prepared results in place of the former ones in two renames; a locked former file leaves everything as it was. */
export async function publish(folders: RunFolders): Promise<void> {
  const exists = (await stat(folders.out).catch(() => undefined)) !== undefined
  if (!exists) return rename(folders.staging, folders.out)
  await refuseLocked(folders.out)
  const former = join(dirname(folders.out), `${privatePrefix}was-${process.pid}-${basename(folders.out)}`)
  try {
    await rename(folders.out, former)
  } catch (error) {
    throw translateFileError(error, folders.out)
  }
  try {
    await rename(folders.staging, folders.out)
  } catch (error) {
    await rename(former, folders.out)
    throw translateFileError(error, folders.out)
  }
  await rm(former, { recursive: true, force: true })
}

/** A spreadsheet program that has a workbook open leaves a lock file beside it. */
async function refuseLocked(out: string): Promise<void> {
  for (const folder of ['', '乡镇核实', '退回更正']) {
    const names = await readdir(join(out, folder)).catch(() => [] as string[])
    const lock = names.find((name) => name.startsWith('~$') || name.startsWith('.~lock.'))
    if (lock !== undefined) throw new Problem(runProblems.outLocked, { file: join(folder, lock.replace(/^~\$|^\.~lock\.|#$/g, '')) })
  }
}

/** Removes what a run leaves behind. */
export async function closeRunFolders(folders: RunFolders): Promise<void> {
  await rm(folders.work, { recursive: true, force: true })
  await rm(folders.staging, { recursive: true, force: true })
}

/** File-system and engine errors that an official can do something about. */
export function translateFileError(error: unknown, folder: string, memory = ''): unknown {
  if (error instanceof Problem) return error
  const { code, message = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || /No space left on device|not enough space|disk (is )?full/i.test(message))
    return new Problem(runProblems.diskFull, { folder })
  if (/Out of Memory|could not allocate|failed to pin block|failed to offload/i.test(message))
    return new Problem(runProblems.outOfMemory, { memory })
  if (code === 'EBUSY') return new Problem(runProblems.outLocked, { file: folder })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Problem(runProblems.outDenied, { folder, reason: code === 'EROFS' ? '只读磁盘' : '没有权限' })
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENAMETOOLONG')
    return new Problem(runProblems.outDenied, { folder, reason: '路径无效' })
  return error
}
