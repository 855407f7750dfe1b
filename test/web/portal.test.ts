/** The public phone page as villagers meet it: light, patient with bad networks, and telling nothing about anyone. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkDigit } from '../../src/kernel/index.ts'
import { type Desk, faultsOf, type House, hasBrowser, openHouse, root } from './browser.test-support.ts'

const [port, publicPort] = [8231, 8232]
const publicAddress = `http://127.0.0.1:${publicPort}`
const phone = { width: 360, height: 740 }
const dist = join(root, 'web/dist/portal')

interface Printed {
  items: { url: string; village: string; headName: string; householdNumber: string }[]
}

/** Run in the browser: a picture of 3000 × 2000 dots that does not compress well. */
const bigPicture = `(() => {
  const canvas = document.createElement('canvas')
  canvas.width = 3000
  canvas.height = 2000
  const pen = canvas.getContext('2d')
  for (let n = 0; n < 3000; n += 1) {
    pen.fillStyle = 'hsl(' + (n % 360) + ' 80% ' + (n % 90) + '%)'
    pen.fillRect((n * 37) % 3000, (n * 91) % 2000, 60, 60)
  }
  return canvas.toDataURL('image/png').split(',')[1]
})()`

describe.skipIf(!hasBrowser)('the public phone page', { timeout: 120_000 }, () => {
  let house: House
  let office: Page
  let village = ''
  let household = ''
  let head = { name: '', id: '' }

  beforeAll(async () => {
    if (!existsSync(join(dist, 'index.html')))
      await promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: root })
    process.env.PUBLIC_PORT = String(publicPort)
    house = await openHouse(port).finally(() => {
      delete process.env.PUBLIC_PORT
    })
    office = (await house.signIn('wang')).page
    await office.goto(`${house.address}/applications?tab=codes`)
    await office.getByRole('button', { name: '发放村码' }).click()
    await office.getByText(/已为 \d+ 个村发放村码/).waitFor()
    const place = await asked<{ items: { divisionCode: string }[] }>('GET', '/codes/villages')
    const divisionCode = place.items[0]?.divisionCode ?? ''
    await asked('POST', '/codes/households', { divisionCode })
    const base = `&base=${encodeURIComponent(publicAddress)}&division=${divisionCode}`
    village = (await asked<Printed>('GET', `/codes/print?kind=village${base}`)).items[0]?.url ?? ''
    const own = (await asked<Printed>('GET', `/codes/print?kind=household${base}&limit=1`)).items[0]
    household = own?.url ?? ''
    head = await headOf(own?.householdNumber ?? '')
  }, 400_000)
  afterAll(() => house?.close())

  /** Asks the API as the officer who is signed in. */
  const asked = <Answer>(method: string, path: string, body?: object): Promise<Answer> =>
    office.evaluate(
      async ([how, where, what]) => {
        const headers = { 'x-requested-with': 'xianjie', 'content-type': 'application/json' }
        const answer = await fetch(`/api/v1${where}`, { method: how ?? 'GET', headers, ...(what ? { body: what } : {}) })
        return answer.json() as Promise<unknown>
      },
      [method, path, body === undefined ? '' : JSON.stringify(body)],
    ) as Promise<Answer>

  async function headOf(number: string): Promise<{ name: string; id: string }> {
    const { items } = await asked<{ items: { id: number }[] }>('GET', `/register/households?q=${number}`)
    const file = await asked<{ headName: string; members: { id: number; isHead: boolean }[] }>(
      'GET',
      `/register/households/${items[0]?.id}`,
    )
    const person = file.members.find(({ isHead }) => isHead)?.id
    const { values } = await asked<{ values: { id_number: string } }>('POST', `/register/persons/${person}/unmask`, {
      fields: ['id_number'],
      reason: '测试用虚构人员',
    })
    return { name: file.headName, id: values.id_number }
  }

  const onPhone = (): Promise<Desk> => house.page(phone)
  const invented = (n: number) => {
    const first = `5223991990010${String(1010 + n).padStart(4, '0')}`
    return first + checkDigit(first)
  }

  async function fill(page: Page, name: string, id: string): Promise<void> {
    await page.getByLabel('姓名', { exact: true }).fill(name)
    await page.getByLabel('身份证号').fill(id)
    await page.getByLabel('联系电话').fill('13900001111')
    await page.getByLabel('遇到什么困难').selectOption('因病')
  }

  test('is under 40 kB gzipped, asks no other host, and is written in words of 2015', async () => {
    const { page } = await onPhone()
    const hosts = new Set<string>()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      hosts.add(new URL(response.url()).host)
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      )
    })
    await page.goto(village)
    await page.getByText('我要申请').waitFor()
    await page.waitForLoadState('networkidle')
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect([...hosts]).toEqual([new URL(publicAddress).host])
    expect(total).toBeGreaterThan(4 * 1024)
    expect(total).toBeLessThan(40 * 1024)
    const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(0)
    for (const name of scripts)
      expect(readFileSync(join(dist, 'assets', name), 'utf8')).not.toMatch(/\?\.[a-z[(]|\?\?|async |await |\*\*|import\(|export /)
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).not.toMatch(/type="module"|https?:/)
  })

  test('every view is readable and fits a phone 360 wide', async () => {
    const { page } = await onPhone()
    for (const view of ['', '#apply', '#follow', '#leaflets', '#leaflet-how_to_apply', '#own']) {
      await page.goto(`${household}${view}`)
      await page.reload()
      await page.locator('h1').waitFor()
      expect([view, await faultsOf(page)]).toEqual([view, []])
      expect([view, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([view, 360])
    }
  })

  test('an application with the network cut in the middle is kept, sent once, followed, accepted, and its result comes back', async () => {
    const { page, context } = await onPhone()
    await page.goto(`${village}#apply`)
    await fill(page, '周小川', invented(2))
    await page.getByLabel('情况说明').fill('老人住院。<b>很急</b>')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('请只用文字写')
    await page.getByLabel('情况说明').fill('老人住院，花费大。')
    // The server has it, its answer is lost.
    let isCut = true
    await context.route('**/api/v1/public/applications', async (route) => {
      if (!isCut) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('还没有发出去').waitFor()
    await page.close()
    isCut = false
    const again = await context.newPage()
    await again.goto(village)
    await again.getByText('已经收到您的申请').waitFor()
    const code = (await again.locator('.code').textContent()) ?? ''
    const { items } = await asked<{ items: { id: number; name: string }[] }>('GET', `/applications?name=${encodeURIComponent('周小川')}`)
    expect(items).toHaveLength(1)

    await office.goto(`${house.address}/applications`)
    await office.getByText('周小川').first().click()
    await office.getByText('是哪一户').waitFor()
    await office.getByLabel('查找农户').fill(head.name)
    await office.getByRole('button', { name: '查找', exact: true }).click()
    await office
      .getByRole('button', { name: /受理为这一户/ })
      .first()
      .click()
    const accepted = office.waitForResponse(/\/accept$/)
    await office.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
    expect((await accepted).status()).toBe(200)
    await office.waitForURL(/\/cases\/\d+/)
    await again.goto(`${village}#follow-${code.replaceAll(' ', '')}`)
    await again.reload()
    await again.getByText('乡镇已经受理，正在安排人员入户核实。').waitFor()
    expect(await again.locator('.steps .now').textContent()).toContain('入户核实')
    await office.goto(`${house.address}/applications/${items[0]?.id}/print`)
    await office.getByRole('heading', { name: '答复单' }).waitFor()
    expect(await office.locator('.slip').textContent()).toContain(code)
    expect(await office.locator('.slip').textContent()).not.toContain(invented(2))
  })

  test('by proxy a photo is asked for, made small on the phone, and seen by the officer', async () => {
    const { page } = await onPhone()
    await page.goto(`${village}#apply`)
    await page.getByLabel('我是替别人申请（代办）').check()
    await page.getByLabel('您的姓名（代办人）').fill('王大山')
    await page.getByLabel('您是申请人的').selectOption('邻居')
    await page.getByLabel('申请人姓名').fill('周老汉')
    await page.getByLabel('申请人身份证号').fill(invented(4))
    await page.getByLabel('联系电话').fill('13900001111')
    await page.getByLabel('遇到什么困难').selectOption('因残')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('代办的请附一张照片。').waitFor()
    const big = await page.evaluate<string>(bigPicture)
    await page.locator('input[type=file]').setInputFiles({ name: '手印.png', mimeType: 'image/png', buffer: Buffer.from(big, 'base64') })
    await page.locator('img.photo').waitFor()
    const sent = page.waitForRequest(/public\/applications$/)
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText('已经收到您的申请').waitFor()
    expect((await sent).postData()?.length ?? 0).toBeLessThan(900_000)
    await office.goto(`${house.address}/applications?name=${encodeURIComponent('周老汉')}`)
    await office.getByText('周老汉').first().click()
    await office.locator('img.sent-photo').waitFor()
    expect(await office.evaluate("document.querySelector('img.sent-photo').naturalWidth")).toBeGreaterThan(400)
  })

  test('a scanned household code tells nothing about anyone until who asks was checked', async () => {
    const { page } = await onPhone()
    const bodies: string[] = []
    page.on('response', async (response) => bodies.push(await response.text().catch(() => '')))
    await page.goto(household)
    await page.getByText('我家的情况').click()
    await page.getByLabel('姓名').fill(head.name)
    await page.getByLabel('后 4 位').fill(head.id.endsWith('0000') ? '1111' : '0000')
    await page.getByRole('button', { name: '核对并查看' }).click()
    await page.getByText(/核对不上/).waitFor()
    await page.getByLabel('后 4 位').fill(head.id.slice(-4))
    await page.getByRole('button', { name: '核对并查看' }).click()
    await page.locator('.progress, .say.plain').first().waitFor()
    await page.waitForLoadState('networkidle')
    const all = bodies.join('\n')
    expect(all.length).toBeGreaterThan(1000)
    for (const secret of [head.name, head.id, head.id.slice(-4), '周小川', '户编号'])
      expect([secret, all.includes(secret)]).toEqual([secret, false])
  })

  test('the public listener has nothing of the office, and a made-up code says so in a sentence', async () => {
    const { page } = await onPhone()
    for (const path of ['/api/v1/applications', '/api/v1/codes/villages', '/api/v1/session', '/api/openapi.json', '/assets/office.js'])
      expect([path, (await fetch(`${publicAddress}${path}`)).status]).toEqual([path, 404])
    await page.goto(`${publicAddress}/m/22222222222222222222`)
    await page.getByText('请到村委会扫描新的二维码').waitFor()
    await page.getByText('看政策').waitFor()
  })

  test('a poster is one page of paper, and its picture leads to the page', async () => {
    await office.goto(`${house.address}/codes/print?kind=village&base=${encodeURIComponent(publicAddress)}`)
    await office.locator('.poster').first().waitFor()
    const posters = await office.locator('.poster').count()
    const pdf = (await office.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page[^s]/g)).toHaveLength(posters)
    expect(await office.locator('.poster-foot').first().textContent()).toContain(`${publicAddress}/m/`)
  })
})
