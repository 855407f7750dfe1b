/** Owner-only folders for personal data that must lie open for a while; what killed programs left of them is removed. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Begins the name of every folder and file of ours outside the data folder. */
export const privatePrefix = '.xianjie-'

/** `work` for what a run needs, `upload` for what comes with a request, `out` and `was` for results about to take their place. */
export type PrivateKind = 'work' | 'upload' | 'out' | 'was'

const ours = /^\.xianjie-(?:work|upload|out|was)-(\d+)-/

/** Named after this process, so that it is told from what a dead one left. */
export function privateFolder(kind: PrivateKind, parent = tmpdir()): Promise<string> {
  return mkdtemp(join(parent, `${privatePrefix}${kind}-${process.pid}-`))
}

/** Works in a new folder and removes it; what killed programs left is removed first. */
export async function inPrivateFolder<T>(work: (folder: string) => Promise<T>, parent = tmpdir()): Promise<T> {
  await removeLeftovers(parent)
  const folder = await privateFolder('work', parent)
  try {
    return await work(folder)
  } finally {
    // A process that was stopped a moment ago may still be closing a file.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Removes the folders of programs that no longer live. */
export async function removeLeftovers(parent = tmpdir()): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = ours.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Whether the process still lives; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
