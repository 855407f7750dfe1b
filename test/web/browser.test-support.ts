/** A real server with a small invented county, and a real browser in front of it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

export const root = resolve(import.meta.dirname, '../..')
const axeText = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Without a browser on the machine the stories cannot be told. */
export const hasBrowser = browserPath !== undefined

export interface House {
  address: string
  /** A signed-in page; troubles of the page are collected. Whoever was opened during the tests brings a password. */
  signIn(username: string, options?: { size?: Size; password?: string }): Promise<Desk>
  page(size?: Size): Promise<Desk>
  passwordOf(username: string): string
  /** Closes the pages of the story that has been told. */
  clear(): Promise<void>
  close(): Promise<void>
}

export interface Size {
  width: number
  height: number
}

export interface Desk {
  page: Page
  /** Errors in the page's console, and answers of 400 or more. */
  troubles: string[]
  context: BrowserContext
}

/** Starts the server on an empty folder, on a free port unless one is wanted, and waits until the county is in and screened. */
export async function openHouse(wanted?: number): Promise<House> {
  await builtPages()
  const port = wanted ?? (await freePort())
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-web-test-'))
  const env = {
    ...process.env,
    XIANJIE_DATA: join(folder, 'data'),
    PORT: String(port),
    XIANJIE_DEMO: '200',
    XIANJIE_DEMO_MONTHS: '1',
    NO_COLOR: '1',
  }
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'src/app/cli.ts'), 'serve'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { text: '' }
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (piece: Buffer) => (said.text += piece.toString()))
  const address = `http://127.0.0.1:${port}`
  const passwordOf = (username: string) => new RegExp(`^  ${username} +(\\S+)`, 'm').exec(said.text)?.[1] ?? ''
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: quiet })
  const page = (size = { width: 1366, height: 768 }) => openDesk(browser, size)
  const close = async () => {
    await browser.close()
    await stopped(server)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await until(
      () => passwordOf('zhao') !== '' && said.text.includes('衔接已启动'),
      () => said.text,
      server,
    )
    await until(
      () => isLoaded(join(folder, 'data/demo.json')),
      () => said.text,
      server,
    )
  } catch (error) {
    await close()
    throw error
  }
  return {
    address,
    passwordOf,
    clear: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close,
    page,
    signIn: async (username, { size, password = passwordOf(username) } = {}) => signedIn(await page(size), address, username, password),
  }
}

/** A port nobody listens on, so that several runs on one machine do not meet. */
function freePort(): Promise<number> {
  const door = createServer()
  return new Promise((found, failed) => {
    door.once('error', failed)
    door.listen(0, '127.0.0.1', () => {
      const { port } = door.address() as AddressInfo
      door.close(() => found(port))
    })
  })
}

/** Builds the pages where nobody has. */
async function builtPages(): Promise<void> {
  if (existsSync(join(root, 'web/dist/index.html'))) return
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root })
}

async function until(isTrue: () => boolean, tell: () => string, server: ChildProcess): Promise<void> {
  for (let tenths = 0; tenths < 2400; tenths += 1) {
    if (isTrue()) return
    if (server.exitCode !== null) break
    await pause(100)
  }
  throw new Error(`the server did not start: ${tell()}`)
}

/** The demo county hands in its files, screens itself and begins its cases; the stories begin when nothing moves any more. */
function isLoaded(stateFile: string): boolean {
  return existsSync(stateFile) && readFileSync(stateFile, 'utf8').includes('"isLoaded":true')
}

async function openDesk(browser: Browser, viewport: Size): Promise<Desk> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const troubles: string[] = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`))
  return { page, context, troubles }
}

async function signedIn(desk: Desk, address: string, username: string, password: string): Promise<Desk> {
  await desk.page.goto(`${address}/log-in`)
  await desk.page.getByLabel('用户名').fill(username)
  await desk.page.getByLabel('密码').fill(password)
  await desk.page.getByRole('button', { name: '登录' }).click()
  await desk.page.locator('.frame').waitFor()
  return desk
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await Promise.race([ended, pause(15_000)])
  server.kill('SIGKILL')
}

/** Serious and critical faults that axe finds on the page and still finds a second later, when nothing fades in or out any more. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeText)
  if ((await faultsNow(page)).length === 0) return []
  await pause(1000)
  return faultsNow(page)
}

function faultsNow(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}
