/** `xianjie serve`: the system for a county, until it is told to stop. */
import { roleLabel, type SetUpAccount } from '../access/index.ts'
import { progressLine } from './progress.ts'
import { openDemo } from './server/demo/load.ts'
import { openFirstOfficers } from './server/first-officers.ts'
import { type Running, serve } from './server/serve.ts'
import { readSettings, type Settings } from './server/settings.ts'

/** Serves until SIGINT or SIGTERM. */
export async function serveCommand(): Promise<number> {
  const settings = readSettings()
  const stopped = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  const running = await serve(settings)
  const work = await fill(running, settings)
  process.stdout.write(`衔接已启动：${running.address}\n`)
  if (running.publicSide !== undefined) process.stdout.write(`公众页面：${running.publicSide.address}\n`)
  const loading = work().catch((error: Error) => process.stderr.write(`装入虚构县没有完成，下次启动时继续：${error.message}\n`))
  await stopped
  process.stderr.write('正在停止…\n')
  await running.stop()
  await loading
  return 0
}

/** Opens the first accounts; answers what is still to be loaded while people already work. */
async function fill(running: Running, settings: Settings): Promise<() => Promise<void>> {
  const demo = await openDemo(running, settings)
  if (demo === undefined) {
    const accounts = settings.region === undefined ? [] : await openFirstOfficers(running, settings.region)
    sayAccounts(running, '本县的管理员（首次登录须改密码，只显示这一次）', accounts)
    return async () => undefined
  }
  sayAccounts(running, '虚构县的演示用户', demo.accounts)
  const progress = progressLine(process.stderr)
  return () => demo.load(progress.say).finally(progress.end)
}

function sayAccounts(running: Running, title: string, accounts: readonly SetUpAccount[]): void {
  if (accounts.length === 0) return
  const lines = accounts.map(
    ({ username, password, name, role }) => `  ${username.padEnd(16)} ${password}  ${name}（${roleLabel(running.access.roles, role)}）`,
  )
  process.stdout.write(`${title}：用户名、密码\n${lines.join('\n')}\n`)
}
