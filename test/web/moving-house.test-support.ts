/** The invented county whose days can be moved, and a real browser in front of it whose clock goes with the county's. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { type MovingCounty, movingCounty } from '../cases/moving-county.test-support.ts'
import type { Desk } from './browser.test-support.ts'

export interface MovingHouse extends MovingCounty {
  /** A page signed in today; troubles of the page are collected. */
  signIn(username: string, size?: { width: number; height: number }): Promise<Desk>
  /** Closes the pages of a day that is over. */
  clear(): Promise<void>
}

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))

export async function movingHouse(): Promise<MovingHouse> {
  const county = await movingCounty()
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
  const clear = async () => void (await Promise.all(browser.contexts().map((context) => context.close())))
  return {
    ...county,
    clear,
    signIn: (username, size = { width: 1366, height: 768 }) => signedIn(browser, county, username, size),
    async moveTo(day) {
      await clear()
      await county.moveTo(day)
    },
    async close() {
      await browser.close()
      await county.close()
    },
  }
}

async function signedIn(
  browser: Browser,
  county: MovingCounty,
  username: string,
  viewport: { width: number; height: number },
): Promise<Desk> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true })
  await context.clock.setFixedTime(county.now())
  // Without a last day of its own: the browser's store of cookies knows no other clock than the machine's.
  const { name, value } = await county.session(username)
  await context.addCookies([{ name, value, url: county.address }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const troubles: string[] = []
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('response', (response) => response.status() >= 400 && troubles.push(`${response.status()} ${response.url()}`))
  return { page, context, troubles }
}
