/** One measured run of a child process: what it says about itself on its last line, and how it is started. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A hit as both sides tell it: the deciding value as text. */
export interface Hit {
  rule_id: string
  household_number: string
  head_name: string
  value: string
}

export interface Measured {
  seconds: Record<string, number>
  /** Seconds of processor time, user and system: steadier than the clock on a shared machine. */
  cpu: number
  peakMb: number
  leads: number
  /** Rule evaluations a second, where they were counted. */
  evaluations?: number
}

/** Prints what was measured; the hits go to a file when one is asked for. */
export function report(
  measured: Omit<Measured, 'cpu' | 'peakMb'>,
  used: NodeJS.CpuUsage,
  hitsTo: string | undefined,
  hits: readonly Hit[],
): void {
  if (hitsTo !== undefined) writeFileSync(hitsTo, hits.map((hit) => `${JSON.stringify(hit)}\n`).join(''))
  const whole: Measured = { ...measured, cpu: (used.user + used.system) / 1e6, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }
  process.stdout.write(`\n${JSON.stringify(whole)}\n`)
}

/** Runs a script of this folder in a fresh process. */
export async function measure(script: string, options: object, environment: Record<string, string> = {}): Promise<Measured> {
  const { code, stdout, stderr } = await runNode([join(import.meta.dirname, script), JSON.stringify(options)], environment)
  if (code !== 0) throw new Error(`${script} 没有跑完(${code}):${stderr.slice(-2000)}`)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured
}

export interface Finished {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** Runs the Node that runs us. */
export function runNode(args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { env: { ...process.env, ...environment } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
