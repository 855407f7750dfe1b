/** Runs repeated: byte-identical results, no leaks, and a workbook as long as workbooks get. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from './drill.ts'
import { runNode } from './measured.ts'
import { membersOf, writeMillionRows } from './million-rows.ts'
import type { AfterRun } from './soak.ts'
import { contents, fingerprint, lastLine, leftovers, makeTrial, startScreen, type Trial } from './trial.ts'

type Say = (line: string) => void

const reruns = 20

/** Twenty runs with one to four threads and two amounts of memory: the same CSVs byte for byte. */
export async function rerunDrill(trial: Trial, say: Say): Promise<Verdict> {
  const wrong: string[] = []
  let first: Record<string, string> | undefined
  for (let run = 0; run < reruns; run += 1) {
    say(`第 ${run + 1}/${reruns} 次`)
    const more = ['--threads', String(1 + (run % 4)), '--memory', run % 2 === 0 ? '1GB' : '4GB']
    const end = await startScreen(trial, { more }).ended
    if (end.code !== 0) {
      wrong.push(`第 ${run + 1} 次(${more.join(' ')}):${lastLine(end)}`)
      continue
    }
    const found = fingerprint(trial.out)
    first ??= found
    const different = Object.keys(first).filter((name) => first?.[name] !== found[name])
    if (different.length > 0) wrong.push(`第 ${run + 1} 次(${more.join(' ')}):${different.join('、')} 不同`)
  }
  return { isOk: wrong.length === 0, lines: [`${reruns} 次，线程 1–4,${Object.keys(first ?? {}).length} 个 CSV 逐字节比较`, ...wrong] }
}

const soakRuns = 10

/** Ten runs in one process: memory levels off, and no file stays open. */
export async function soakDrill(trial: Trial, say: Say): Promise<Verdict> {
  say(`${soakRuns} 次`)
  const words = [
    '--expose-gc',
    join(import.meta.dirname, 'soak.ts'),
    JSON.stringify({ input: trial.input, parent: trial.parent, runs: soakRuns }),
  ]
  const end = await runNode(words, { TMPDIR: trial.temporary })
  if (end.code !== 0) return { isOk: false, lines: [`没有跑完：${end.stderr.slice(-500)}`] }
  const after = JSON.parse(end.stdout.trim().split('\n').at(-1) ?? '[]') as AfterRun[]
  const [settled, last] = [after[2], after.at(-1)]
  if (settled === undefined || last === undefined) return { isOk: false, lines: ['没有读到各次的内存'] }
  const left = leftovers(trial)
  const isOk =
    after.every(({ code }) => code === 0) &&
    last.rssMb <= settled.rssMb * 1.25 &&
    last.heapMb <= settled.heapMb * 1.25 &&
    last.openFiles === settled.openFiles &&
    left.length === 0
  return {
    isOk,
    lines: [
      `每次之后的内存 ${after.map(({ rssMb }) => rssMb).join(' ')} MB,其中脚本堆 ${after.map(({ heapMb }) => heapMb).join(' ')} MB`,
      `打开的文件 ${after.map(({ openFiles }) => openFiles ?? '?').join(' ')};留下的文件夹 ${left.length} 个`,
    ],
  }
}

const rows = 1_000_000
const mostMemoryMb = 1500

/** A million settlements in one sheet beside a clean county: every row read and linked, memory bounded. */
export async function workbookDrill(trial: Trial, say: Say): Promise<Verdict> {
  const folder = join(trial.parent, '..', 'million')
  mkdirSync(folder)
  try {
    const own = await makeTrial(folder, 1000, 'none')
    say(`写出 ${rows} 行`)
    rmSync(join(own.input, '医保局', '医保结算明细.csv'))
    await writeMillionRows(
      join(own.input, '医保局', '医保结算明细.xlsx'),
      await membersOf(join(own.input, '农户信息', '农户家庭成员信息.csv')),
      rows,
    )
    say('比对')
    const end = await startScreen(own, { more: ['--json'] }).ended
    if (end.code !== 0 || contents(own.out) === undefined)
      return { isOk: false, lines: [`退出码 ${end.code ?? end.signal}：${lastLine(end)}`] }
    const summary = JSON.parse(end.stdout) as {
      datasets: { dataset: string; rows_in: number; accepted: number; linked: number }[]
      peak_rss_mb: number
      seconds: { read: number }
    }
    const sheet = summary.datasets.find(({ dataset }) => dataset === 'medical_settlements')
    const isOk = sheet?.rows_in === rows && sheet.accepted === rows && sheet.linked === rows && summary.peak_rss_mb <= mostMemoryMb
    return {
      isOk,
      lines: [
        `读入 ${sheet?.rows_in} 行,接受 ${sheet?.accepted},关联 ${sheet?.linked};读取 ${summary.seconds.read.toFixed(1)} 秒,内存峰值 ${summary.peak_rss_mb} MB(上限 ${mostMemoryMb})`,
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
