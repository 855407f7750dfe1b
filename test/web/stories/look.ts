/** What every main page owes its readers: no serious fault of accessibility, nothing in a foreign language, nothing wider than a phone. */
import { expect, test } from 'vitest'
import { type Desk, faultsOf, type House } from '../browser.test-support.ts'

const desktop = { width: 1366, height: 768 }
const phone = { width: 360, height: 740 }

/** Pages by who opens them. */
const pages: readonly (readonly [string, readonly string[]])[] = [
  [
    'zhao',
    [
      '/',
      '/register',
      '/households/1',
      '/households/1?tab=household',
      '/households/1?tab=income',
      '/files',
      '/files?tab=list',
      '/files?tab=datasets',
      '/files/1',
      '/differences',
      '/screening',
      '/screening/1',
      '/leads',
      '/leads?tab=list',
      '/leads/1',
      '/leads/1/print',
      '/quality',
      '/quality?tab=list',
      '/quality?tab=rules',
      '/overview',
      '/trial',
      '/policy',
      '/policy?tab=rules',
      '/policy?tab=changes',
      '/account',
      '/cases',
      '/help',
      '/help?tab=measures',
      '/campaigns',
      '/worth',
      '/worth?tab=unseen',
      '/applications',
      '/visits',
      '/review',
    ],
  ],
  ['system', ['/', '/officers', '/officers?tab=offices', '/officers?tab=roles']],
  ['security', ['/security']],
  ['sun', ['/audit']],
]

const overflow = (desk: Desk): Promise<number> =>
  desk.page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** How far the page stays wider than the phone once it has been drawn for it. */
async function tooWide(desk: Desk): Promise<number> {
  for (let tries = 0; tries < 20 && (await overflow(desk)) > 0; tries += 1) await desk.page.waitForTimeout(100)
  return overflow(desk)
}

export function tellOfLooks(house: () => House): void {
  test.each(pages)(
    'on the pages of %s axe finds no serious fault, and none is wider than a phone',
    { timeout: 300_000 },
    async (username, addresses) => {
      const desk = await house().signIn(username)
      const faults: string[] = []
      for (const address of addresses) {
        await desk.page.setViewportSize(desktop)
        await desk.page.goto(house().address + address)
        await desk.page.locator('h1').first().waitFor()
        await desk.page.waitForLoadState('networkidle')
        faults.push(...(await faultsOf(desk.page)).map((fault) => `${address} ${fault}`))
        await desk.page.setViewportSize(phone)
        const wider = address.endsWith('/print') ? 0 : await tooWide(desk)
        if (wider > 0) faults.push(`${address} is ${wider} px too wide`)
      }
      expect(faults).toEqual([])
      expect(desk.troubles).toEqual([])
    },
  )
}
