/** What lies in a folder: every file below it once, symlinks followed only inside it, in one order everywhere. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { intakeProblems } from './problems.ts'

export interface FolderFile {
  /** Path below the folder, with `/`. */
  name: string
  /** The real path. */
  path: string
  bytes: number
}

export interface FolderListing {
  files: FolderFile[]
  skipped: { file: string; reason: string }[]
}

const quietlySkipped = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i
const maximumDepth = 32

/** Lists a folder's files sorted by name. Symlink loops end, links that lead out of the folder are reported. */
export async function listFolder(folder: string): Promise<FolderListing> {
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined || !(await stat(root)).isDirectory()) throw new Problem(intakeProblems.noFolder, { folder })
  const listing: FolderListing = { files: [], skipped: [] }
  await walk(root, root, '', new Set([root]), listing)
  listing.files.sort((a, b) => (a.name < b.name ? -1 : 1))
  listing.skipped.sort((a, b) => (a.file < b.file ? -1 : 1))
  return listing
}

async function walk(root: string, folder: string, prefix: string, seen: Set<string>, listing: FolderListing): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (entries === undefined) return void listing.skipped.push({ file: prefix, reason: '没有读取这个文件夹的权限' })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`
    if (quietlySkipped.test(entry.name)) continue
    const path = await realpath(join(folder, entry.name)).catch(() => undefined)
    if (path !== undefined && seen.has(path)) continue
    if (path === undefined) {
      listing.skipped.push({ file: name, reason: '快捷方式(符号链接)指向的文件不存在' })
    } else if (entry.isSymbolicLink() && !path.startsWith(root + sep)) {
      listing.skipped.push({ file: name, reason: '快捷方式(符号链接)指向文件夹之外，未读取' })
    } else {
      seen.add(path)
      await visit(root, path, name, seen, listing)
    }
  }
}

async function visit(root: string, path: string, name: string, seen: Set<string>, listing: FolderListing): Promise<void> {
  const kind = await stat(path).catch(() => undefined)
  if (kind?.isDirectory()) {
    if (name.split('/').length > maximumDepth) listing.skipped.push({ file: name, reason: `文件夹套得太深(超过 ${maximumDepth} 层)` })
    else await walk(root, path, name, seen, listing)
  } else if (kind?.isFile()) {
    listing.files.push({ name, path, bytes: kind.size })
  } else {
    listing.skipped.push({ file: name, reason: '不是普通文件' })
  }
}
