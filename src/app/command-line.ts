/** What every command reads its arguments with; a wrong argument is a `Usage`, exit code 2. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type PlainDay, Problem, parsePlainDay } from '../kernel/index.ts'
import { type OverlayText, overlayName } from '../policy/index.ts'
import { runProblems } from './problems.ts'

/** Wrong usage: said with the list of commands. */
export class Usage extends Error {}

export const shippedPolicy = resolve(import.meta.dirname, '../../policy')

type Options = NonNullable<ParseArgsConfig['options']>

export function parse<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new Usage(`参数不对：${(error as Error).message.split('\n')[0]}`)
  }
}

export function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new Usage(`缺少 ${name}`)
  return value
}

/** The file of local parameters that is laid over the policy folder. */
export function overlayOf(path: string | undefined): OverlayText | undefined {
  if (path === undefined) return undefined
  if (!existsSync(path)) throw new Problem(runProblems.badPolicy, { lines: `没有本地参数文件 ${path}` })
  return {
    name: overlayName,
    text: readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  }
}

export function dayOf(value: string): PlainDay {
  const day = parsePlainDay(value)
  if (day === undefined) throw new Problem(runProblems.badDay, { day: value })
  return day
}

export function wholeNumber(value: string, name: string, least: number): number {
  if (!/^\d+$/.test(value) || Number(value) < least) throw new Usage(`${name} 应为不小于 ${least} 的整数，现为“${value}”`)
  return Number(value)
}
