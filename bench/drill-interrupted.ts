/** Runs that are killed or stopped at ten moments: the former results stand whole, or there are none. */
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Verdict } from './drill.ts'
import { contents, fingerprint, lastLine, leftovers, startScreen, type Trial } from './trial.ts'

type Say = (line: string) => void

const moments = 10

/** Ten fixed moments spread at random over a run, as parts of its length. */
function* chosenMoments(): Generator<number> {
  let state = 20_261_031
  for (let i = 0; i < moments; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield (i + state / 2 ** 32) / moments
  }
}

async function wholeRun(trial: Trial): Promise<number> {
  const end = await startScreen(trial).ended
  if (end.code !== 0) throw new Error(`没有跑完:${lastLine(end)}`)
  return end.seconds
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Sends a signal after a part of the usual length, and answers how the run ended and how long it took to. */
async function signalled(trial: Trial, signal: NodeJS.Signals, after: number) {
  const run = startScreen(trial)
  const early = await Promise.race([run.ended.then(() => true), pause(after * 1000, false)])
  const sent = performance.now()
  if (!early) run.child.kill(signal)
  const end = await run.ended
  return { end, early, seconds: (performance.now() - sent) / 1000 }
}

/** kill -9 at ten moments with former results in place, and at ten without; then one run that must clear up. */
export async function killDrill(trial: Trial, say: Say): Promise<Verdict> {
  say('先完整运行一次')
  const usual = await wholeRun(trial)
  const csv = fingerprint(trial.out)
  const wrong: string[] = []
  let killed = 0
  for (const hasFormer of [true, false]) {
    for (const moment of chosenMoments()) {
      say(`${(moment * 100).toFixed(0)}% 处`)
      if (!hasFormer) rmSync(trial.out, { recursive: true, force: true })
      const before = contents(trial.out)
      const { end } = await signalled(trial, 'SIGKILL', moment * usual)
      if (end.signal === 'SIGKILL') killed += 1
      const after = contents(trial.out)
      const isNew = after !== undefined && 'summary.json' in after && isEqual(fingerprint(trial.out), csv)
      if (!isEqual(before, after) && !isNew)
        wrong.push(
          `${(moment * 100).toFixed(0)}% 处:结果文件夹${after === undefined ? '没有了' : `不完整(${Object.keys(after).length} 个文件)`}`,
        )
    }
  }
  const left = leftovers(trial)
  await wholeRun(trial)
  const cleared = leftovers(trial)
  if (cleared.length > 0) wrong.push(`下一次运行后仍留有 ${cleared.join('、')}`)
  if (!isEqual(fingerprint(trial.out), csv)) wrong.push('之后的完整运行结果与先前不同')
  return {
    isOk: wrong.length === 0,
    lines: [
      `${moments * 2} 次中 ${killed} 次死在运行中,结果文件夹都完整或不存在;留下 ${left.length} 个工作文件夹,下一次运行后 ${cleared.length} 个`,
      ...wrong,
    ],
  }
}

/** Ctrl-C at ten moments: exit code 1 and one clear line, or the run had already finished. */
export async function stopDrill(trial: Trial, say: Say): Promise<Verdict> {
  const usual = await wholeRun(trial)
  const wrong: string[] = []
  let slowest = 0
  for (const moment of chosenMoments()) {
    const at = `${(moment * 100).toFixed(0)}% 处`
    say(at)
    rmSync(trial.out, { recursive: true, force: true })
    const { end, early, seconds } = await signalled(trial, 'SIGINT', moment * usual)
    slowest = Math.max(slowest, seconds)
    const result = contents(trial.out)
    const isDone = end.code === 0 && result !== undefined
    const isStopped = end.code === 1 && lastLine(end) === '已停止，没有写入任何结果。' && result === undefined
    // Before the program has begun to listen the system ends it: there is nothing to say and nothing to clear up.
    const isUnstarted = end.signal === 'SIGINT' && end.stderr === '' && result === undefined
    if (!(early || isDone || isStopped || isUnstarted))
      wrong.push(`${at}:退出码 ${end.code ?? end.signal},最后一行“${lastLine(end)}”,结果${result === undefined ? '不存在' : '存在'}`)
    const left = leftovers(trial)
    if (left.length > 0) wrong.push(`${at}:留下 ${left.join('、')}`)
  }
  return {
    isOk: wrong.length === 0,
    lines: [`${moments} 次，从按键到退出最长 ${slowest.toFixed(1)} 秒(一次完整运行 ${usual.toFixed(1)} 秒)`, ...wrong],
  }
}
