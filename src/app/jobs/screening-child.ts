/** The process that screens a county for the server: reads the prepared folder, leaves what it found as JSON lines, and ends. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, plainDay } from '../../kernel/index.ts'
import type { KnownLeads } from '../../screening/server/index.ts'
import { runCounty } from '../pipeline.ts'
import { translateFileError } from '../run-folder.ts'
import { sortRows } from './department-rows.ts'
import { policyWith } from './policy-with.ts'
import { tryMonths } from './rule-trial-months.ts'
import type { ChildMessage, ScreeningTask, TrialTask } from './screening-process.ts'
import { writeFound } from './screening-results.ts'

const say = (message: ChildMessage) => process.send?.(message)

async function screenOnce(folder: string, task: ScreeningTask): Promise<void> {
  const known = JSON.parse(await readFile(join(folder, 'known.json'), 'utf8')) as KnownLeads
  const run = await runCounty({
    folder: join(folder, 'input'),
    workFolder: join(folder, 'work'),
    region: task.region,
    asOf: plainDay(task.asOf),
    ...(await policyWith(task, task.choices)),
    memory: task.memory,
    ...(task.threads === undefined ? {} : { threads: task.threads }),
    onProgress: (line) => say({ kind: 'progress', line }),
  })
  try {
    say({ kind: 'progress', line: '写出结果' })
    await writeFound(run, known, join(folder, 'found'), () => say({ kind: 'found' }))
  } finally {
    run.engine.close()
  }
  await sortRows(join(folder, 'found'), join(folder, 'work'), task.memory)
}

async function main(folder: string): Promise<void> {
  const task = JSON.parse(await readFile(join(folder, 'task.json'), 'utf8')) as ScreeningTask | TrialTask
  try {
    if (task.kind === 'screening') await screenOnce(folder, task)
    else await tryMonths(folder, task, (line, done) => say({ kind: 'progress', line, ...done }))
    say({ kind: 'done' })
  } catch (error) {
    const told = translateFileError(error, folder, task.memory)
    say(
      told instanceof Problem
        ? { kind: 'failed', code: told.code, message: told.message }
        : { kind: 'broken', stack: String((error as Error).stack) },
    )
    process.exitCode = 1
  }
}

// The server is gone: nobody will read what this process finds.
process.on('disconnect', () => process.exit(1))
await main(process.argv[2] ?? '')
process.disconnect?.()
