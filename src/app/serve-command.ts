/** `xianjie serve`: the system for a county, until it is told to stop. */
import { progressLine } from './progress.ts'
import { serve } from './server/serve.ts'
import { readSettings } from './server/settings.ts'

/** Serves until SIGINT or SIGTERM; a second signal does not wait. */
export async function serveCommand(): Promise<number> {
  const running = await serve(readSettings())
  process.stdout.write(`衔接已启动：${running.address}\n`)
  const progress = progressLine(process.stderr)
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  progress.end()
  process.stderr.write('正在停止…\n')
  await running.stop()
  return 0
}
