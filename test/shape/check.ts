/** `npm run check`: format and lint, types, corridor, house rules, policy; everything is run, everything wrong is shown, then one line per check. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { corridorVerdict } from './corridor.ts'
import { lints } from './lints.ts'
import { root, sourceFiles } from './source-files.ts'
import { violationLine } from './violation.ts'

interface Outcome {
  name: string
  isOk: boolean
  /** What to show when it failed. */
  details: string
  seconds: number
}

interface Finished {
  status: number
  out: string
}

function run(script: string, args: string[]): Promise<Finished> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { cwd: root })
    let out = ''
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (out += piece.toString()))
    child.on('error', (error) => done({ status: 1, out: error.message }))
    child.on('close', (status) => done({ status: status ?? 1, out }))
  })
}

async function timed(name: string, work: () => Promise<Pick<Outcome, 'isOk' | 'details'>>): Promise<Outcome> {
  const started = performance.now()
  const { isOk, details } = await work()
  return { name, isOk, details, seconds: (performance.now() - started) / 1000 }
}

const tool = (name: string, script: string, args: string[]) =>
  timed(name, async () => {
    const { status, out } = await run(script, args)
    return { isOk: status === 0, details: out.trim() }
  })

const corridor = () =>
  timed('走廊 (dependency-cruiser)', async () => {
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']
    const { out } = await run('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', args)
    return corridorVerdict(out)
  })

const houseRules = () =>
  timed('房规 (test/shape/lints.ts)', async () => {
    const files = sourceFiles()
    const found = lints.flatMap(({ name, find }) => find(files).map((violation) => `${violationLine(violation)}  [${name}]`))
    return { isOk: found.length === 0, details: found.join('\n') }
  })

const outcomes = await Promise.all([
  tool('格式与写法 (biome)', 'node_modules/@biomejs/biome/bin/biome', ['ci', '--colors=off', '--reporter=summary', '.']),
  tool('类型 (tsc)', 'node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', '.']),
  tool('页面的类型 (tsc)', 'node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', 'tsconfig.web.json']),
  corridor(),
  houseRules(),
  tool('政策及全部例子 (policy check)', 'src/app/cli.ts', ['policy', 'check']),
])

for (const { name, details } of outcomes.filter(({ isOk }) => !isOk)) process.stdout.write(`\n── ${name}\n${details}\n`)
process.stdout.write('\n')
for (const { name, isOk, seconds } of outcomes) process.stdout.write(`${isOk ? '通过' : '不通过'}  ${name}  ${seconds.toFixed(1)} 秒\n`)
process.exitCode = outcomes.every(({ isOk }) => isOk) ? 0 : 1
