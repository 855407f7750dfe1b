/** One program at a time on a data folder: a file that names the living process that holds it. */
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'
import { isAlive } from './processes.ts'

export interface FolderLock {
  release(): Promise<void>
}

/** Takes the folder or says who holds it; a lock whose process is gone is taken over. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const place = join(folder, 'xianjie.lock')
  const mine = JSON.stringify({ pid: process.pid, started: await startOf(process.pid) })
  for (let tried = 0; tried < 5; tried += 1) {
    if (await put(place, mine)) return { release: () => release(place, mine) }
    const holder = await holderOf(place)
    if (holder !== undefined) throw new Problem(storeProblems.folderInUse, { folder, pid: holder })
    // Moved before it is removed: of two programs that find a stale lock only one can move it.
    const stale = `${place}.${process.pid}`
    await rename(place, stale).catch(() => undefined)
    await rm(stale, { force: true })
  }
  throw new Problem(storeProblems.folderInUse, { folder, pid: 0 })
}

/** Appears whole or not at all, so that nobody reads half a lock. */
async function put(place: string, mine: string): Promise<boolean> {
  const prepared = `${place}.new-${process.pid}`
  await writeFile(prepared, mine, { mode: 0o600 })
  try {
    await link(prepared, place)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(prepared, { force: true })
  }
}

async function release(place: string, mine: string): Promise<void> {
  if ((await readFile(place, 'utf8').catch(() => '')) === mine) await rm(place, { force: true })
}

/** The living process behind a lock; a number reused by another process does not count. */
async function holderOf(place: string): Promise<number | undefined> {
  try {
    const { pid, started } = JSON.parse(await readFile(place, 'utf8')) as { pid: number; started: string }
    return isAlive(pid) && (await startOf(pid)) === started ? pid : undefined
  } catch {
    return undefined
  }
}

/** When a process began, as the system tells it; empty where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
