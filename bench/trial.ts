/** Trials of whole runs: a small county, a run that can be stopped at any moment, and what it leaves behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateCounty } from '../src/app/demo/index.ts'

export const region = '522399'
export const asOf = '2026-10-31'

export interface Trial {
  /** The county's files. */
  input: string
  /** Where results are asked for; `out` in it is the result folder. */
  parent: string
  out: string
  /** Takes the place of the system's folder for temporary files. */
  temporary: string
}

/** A county below `folder`, in mixed formats when messy and CSV when clean, with an empty place for results. */
export async function makeTrial(folder: string, households: number, mess: 'full' | 'none' = 'full'): Promise<Trial> {
  await generateCounty({ out: join(folder, 'county'), households, seed: 11, region, asOf, mess, format: mess === 'none' ? 'csv' : 'mixed' })
  const [parent, temporary] = [join(folder, 'results'), join(folder, 'temporary')]
  mkdirSync(parent)
  mkdirSync(temporary)
  return { input: join(folder, 'county', 'input'), parent, out: join(parent, 'out'), temporary }
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stderr: string
  stdout: string
  seconds: number
}

export interface StartedRun {
  child: ChildProcess
  ended: Promise<Ended>
}

export interface StartOptions {
  /** Further words of the command line. */
  more?: readonly string[]
  out?: string
  temporary?: string
  /** Called with each progress line. */
  onLine?: (line: string, child: ChildProcess) => void
}

const commandLine = join(import.meta.dirname, '../src/app/cli.ts')

/** Starts `xianjie screen` in a process of its own. */
export function startScreen(
  trial: Trial,
  { more = [], out = trial.out, temporary = trial.temporary, onLine }: StartOptions = {},
): StartedRun {
  const words = ['screen', trial.input, '--region', region, '--as-of', asOf, '--out', out, ...more]
  const started = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', commandLine, ...words], {
    env: { ...process.env, TMPDIR: temporary },
  })
  const said = { stdout: '', stderr: '', rest: '' }
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said.stdout += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said.stderr += piece
    const lines = (said.rest + piece).split('\n')
    said.rest = lines.pop() ?? ''
    for (const line of lines) onLine?.(line, child)
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: said.stdout, stderr: said.stderr, seconds: (performance.now() - started) / 1000 })
    })
  })
  return { child, ended }
}

/** The last line a run said to the person at the terminal; of a fault of the program the line that names it. */
export function lastLine({ stderr }: Ended): string {
  const lines = stderr.trim().split('\n')
  return lines.find((line) => line.startsWith('程序内部错误')) ?? lines.at(-1) ?? ''
}

/** Working folders of runs that still lie about. */
export function leftovers({ parent, temporary }: Pick<Trial, 'parent' | 'temporary'>): string[] {
  return [parent, temporary].flatMap((folder) => readdirSync(folder).filter((name) => name.startsWith('.xianjie-')))
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Every CSV of a result folder with its content's hash: what a rerun must repeat byte for byte. */
export function fingerprint(out: string): Record<string, string> {
  const names = readdirSync(out)
    .filter((name) => name.endsWith('.csv'))
    .sort()
  return Object.fromEntries(names.map((name) => [name, digest(join(out, name))]))
}

/** Every file of a folder, however deep, with its content's hash; undefined where there is no folder. */
export function contents(folder: string): Record<string, string> | undefined {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), digest(path)]),
  )
}
