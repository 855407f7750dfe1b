/** Starts the screening process over a prepared folder, passes on its progress, and stops it when the job is to stop. */
import { fork } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlacedChoice } from '../../intake/server/index.ts'
import { Problem } from '../../kernel/index.ts'
import type { OverlayText } from '../../policy/index.ts'
import { screeningProblems } from '../../screening/server/index.ts'

interface Task {
  region: string
  policyFolder: string
  /** What officers set for their region, laid over the folder. */
  overlay?: OverlayText
  /** As the engine reads it: `800MB`. */
  memory: string
  threads?: number
}

/** One county as of one day; `input/` holds the files, `known.json` the leads there are. */
export interface ScreeningTask extends Task {
  kind: 'screening'
  asOf: string
  /** What officers said about single sheets. */
  choices: readonly PlacedChoice[]
}

/** The same months with and without a change; `input/<month>/` holds the files. */
export interface TrialTask extends Task {
  kind: 'trial'
  ruleId?: string
  parameters: { key: string; value: string | number }[]
  months: { asOf: string; folder: string; choices: readonly PlacedChoice[] }[]
}

export type ChildMessage =
  | { kind: 'progress'; line: string; done?: number; of?: number }
  /** Everything but department rows and summary is there to be read. */
  | { kind: 'found' }
  | { kind: 'done' }
  /** Something the officer can act on. */
  | { kind: 'failed'; code: string; message: string }
  | { kind: 'broken'; stack: string }

export interface ProcessOptions {
  signal: AbortSignal
  onProgress: (progress: { line: string; done?: number; of?: number }) => void
  /** What can be merged while the process still writes. */
  onFound?: () => void
}

/** Ends when the process has done its work; throws what stopped it. */
export async function runScreeningProcess(folder: string, task: ScreeningTask | TrialTask, options: ProcessOptions): Promise<void> {
  options.signal.throwIfAborted()
  await mkdir(join(folder, 'work'), { mode: 0o700 })
  await writeFile(join(folder, 'task.json'), JSON.stringify(task), { mode: 0o600 })
  const child = fork(join(import.meta.dirname, 'screening-child.ts'), [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const stop = () => child.kill('SIGKILL')
  options.signal.addEventListener('abort', stop)
  try {
    await ended(child, options)
  } finally {
    options.signal.removeEventListener('abort', stop)
    child.kill('SIGKILL')
  }
}

function ended(child: ReturnType<typeof fork>, options: ProcessOptions): Promise<void> {
  let last: ChildMessage | undefined
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000)
  })
  child.on('message', (message: ChildMessage) => {
    if (message.kind === 'progress') options.onProgress(message)
    else if (message.kind === 'found') options.onFound?.()
    else last = message
  })
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code, signal) => {
      if (options.signal.aborted) failed(options.signal.reason)
      else if (last?.kind === 'done') done()
      else if (last?.kind === 'failed') failed(new Problem(screeningProblems.failed, { reason: last.message }))
      else failed(new Error(`screening process ended with ${signal ?? code}: ${last?.kind === 'broken' ? last.stack : said}`))
    })
  })
}
