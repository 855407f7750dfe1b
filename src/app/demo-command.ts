/** `xianjie demo generate | score`: the invented county, and a run held against its planted truth. */
import { resolve } from 'node:path'
import { dayOf, parse, required, Usage, wholeNumber } from './command-line.ts'
import { generateCounty, scoreRun, scoreTable } from './demo/index.ts'
import { progressLine } from './progress.ts'

const demoOptions = {
  out: { type: 'string' },
  households: { type: 'string' },
  seed: { type: 'string' },
  region: { type: 'string' },
  'as-of': { type: 'string' },
  mess: { type: 'string' },
  format: { type: 'string' },
  previous: { type: 'boolean' },
} as const

/** Invents a county, or scores a run. */
export async function demoCommand(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, demoOptions)
  if (positionals[0] === 'score') return scoreCommand(positionals.slice(1))
  if (positionals[0] !== 'generate') throw new Usage('demo 之后应为 generate 或 score')
  const oneOf = <T extends string>(value: string, known: readonly T[], name: string): T => {
    if (!(known as readonly string[]).includes(value)) throw new Usage(`${name} 应为 ${known.join('、')} 之一`)
    return value as T
  }
  const progress = progressLine(process.stderr)
  const summary = await generateCounty({
    out: resolve(required(values.out, '--out')),
    households: wholeNumber(values.households ?? '3000', '--households', 1),
    seed: wholeNumber(values.seed ?? '1', '--seed', 0),
    ...(values.region === undefined ? {} : { region: values.region }),
    ...(values['as-of'] === undefined ? {} : { asOf: dayOf(values['as-of']) }),
    ...(values.mess === undefined ? {} : { mess: oneOf(values.mess, ['full', 'light', 'none'], '--mess') }),
    ...(values.format === undefined ? {} : { format: oneOf(values.format, ['mixed', 'csv'], '--format') }),
    ...(values.previous ? { previous: true } : {}),
    onProgress: (done, of) => progress.say(`生成虚构县 ${done}/${of} 户`),
  })
  progress.end()
  process.stdout.write(
    `已生成虚构县：${summary.households} 户、${summary.persons} 人、部门数据 ${summary.departmentRows} 行，在 ${summary.inputFolder}；真相在 ${summary.truthFile}\n`,
  )
  return 0
}

function scoreCommand(args: string[]): number {
  process.stdout.write(`${scoreTable(scoreRun(resolve(required(args[0], '<结果文件夹>')), resolve(required(args[1], '<truth.json>'))))}\n`)
  return 0
}
