/** A folder of our own for personal data that must lie open for a while: readable by the owner only, removed in all cases. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../run-folder.ts'

const prefix = '.xianjie-work-'

/** Works in a new folder and removes it; what killed programs left is removed first. */
export async function inPrivateFolder<T>(work: (folder: string) => Promise<T>, parent = tmpdir()): Promise<T> {
  await removeLeftovers(parent)
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  try {
    return await work(folder)
  } finally {
    // A process that was stopped a moment ago may still be closing a file.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Removes the folders of programs that no longer live. */
export async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number(/^\d+/.exec(name.slice(prefix.length))?.[0]) : Number.NaN
    if (!Number.isInteger(pid) || isAlive(pid)) continue
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
