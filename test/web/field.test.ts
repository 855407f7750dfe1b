/** A day in the field on a real phone-sized page: the network goes, the phone dies, and nothing is lost. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, faultsOf, type House, hasBrowser, openHouse, root } from './browser.test-support.ts'

const phone = { width: 360, height: 740 }
const phonePassword = '246813'
const picture = { name: 'photo.png', mimeType: 'image/png', buffer: readFileSync(join(root, 'web/public/field/icon-192.png')) }

/** In the page: every row of the phone's store as text. */
const keptOnPhone = `(async () => {
  const open = indexedDB.open('xianjie-field')
  await new Promise((done) => (open.onsuccess = done))
  const rows = open.result.transaction('sealed').objectStore('sealed').getAll()
  await new Promise((done) => (rows.onsuccess = done))
  return rows.result.map((row) => row.name + ' ' + new TextDecoder().decode(row.data)).join()
})()`

/** In the page, before its own program: WeChat's browser over plain HTTP. */
const insideWeChat = `
  Object.defineProperty(navigator, 'userAgent', { value: navigator.userAgent + ' MicroMessenger/8.0' })
  Object.defineProperty(window, 'isSecureContext', { value: false })
`

interface Household {
  id: number
  headName: string
  version: number
  members: { id: number; name: string; values: Record<string, string> }[]
}

describe.skipIf(!hasBrowser)('the phone page', { timeout: 180_000 }, () => {
  let house: House
  let desk: Desk
  let wang: Desk
  let households: Household[]

  beforeAll(async () => {
    house = await openHouse()
    desk = await house.page(phone)
    wang = await house.signIn('wang')
    seeded = await newestForm()
  }, 500_000)
  afterAll(() => house?.close())

  /** Asks the API as whoever is signed in on the page. */
  async function ask<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
    return page.evaluate(
      async ([how, where, what]) => {
        const headers = { 'X-Requested-With': 'xianjie', 'Content-Type': 'application/json' }
        const answer = await fetch(`/api/v1${where}`, { method: how as string, headers, ...(what ? { body: JSON.stringify(what) } : {}) })
        if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
        return answer.json()
      },
      [method, path, body] as const,
    ) as Promise<T>
  }

  /** Forms up to this one came with the invented county. */
  let seeded = 0
  async function newestForm(): Promise<number> {
    const { items } = await ask<{ items: { id: number }[] }>(wang.page, 'GET', '/visits/forms?limit=200')
    return Math.max(0, ...items.map(({ id }) => id))
  }

  const step = (page: Page, name: string) => page.locator('.progress button', { hasText: name }).click()

  /** Everything a visit needs but the conclusions: four guarantees, the questions, a photo, a signature. */
  async function fill(page: Page): Promise<void> {
    await step(page, '保障')
    await page.getByRole('button', { name: /项都看过，没有问题/ }).click()
    await step(page, '问题')
    for (const choice of await page.getByRole('button', { name: '否', exact: true }).all()) await choice.click()
  }

  async function sign(page: Page): Promise<void> {
    await step(page, '签字')
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('img', { name: '照片 1' }).waitFor()
    const canvas = page.getByLabel('请农户在这里签名')
    await canvas.scrollIntoViewIfNeeded()
    const box = await canvas.boundingBox()
    if (box === null) throw new Error('no place to sign')
    await page.mouse.move(box.x + 20, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 150, box.y + 20, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: '签好了' }).click()
    await page.getByRole('img', { name: '农户签名' }).waitFor()
  }

  async function unlocked(page: Page): Promise<void> {
    await page.getByLabel('手机密码').fill(phonePassword)
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await page.getByRole('heading', { name: '入户走访' }).waitFor()
  }

  test('is entered once with the office password, then with a phone password; what is kept is unreadable', async () => {
    const { page } = desk
    await page.goto(`${house.address}/field/`)
    await page.getByLabel('用户名').fill('li')
    await page.getByLabel('密码').fill(house.passwordOf('li'))
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '设一个手机密码' }).waitFor()
    // Households that are on nobody's list yet, each under a name of its own.
    const { items } = await ask<{ items: { id: number; headName: string }[] }>(page, 'GET', '/register/households?limit=200')
    const listed = await ask<{ items: { householdId: number }[] }>(page, 'GET', '/visits/tasks?limit=200')
    const alone = items.filter(
      ({ id, headName }) =>
        !listed.items.some(({ householdId }) => householdId === id) && items.filter((other) => other.headName === headName).length === 1,
    )
    const looked = await Promise.all(alone.slice(0, 12).map(({ id }) => ask<Household>(page, 'GET', `/register/households/${id}`)))
    households = looked.filter(({ members }) => members[0]?.values.health_status === '健康').slice(0, 3)
    expect(households).toHaveLength(3)
    for (const { id } of households) await ask(page, 'POST', '/visits/tasks', { householdId: id, questions: ['最近看病花了多少钱'] })
    await ask(page, 'POST', '/visits/tasks', { householdId: households[0]?.id, purpose: 'follow_up' })
    await page.getByLabel(/^手机密码/).fill('111111')
    await page.getByLabel('再输一次').fill('111111')
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByText('太容易猜到').waitFor()
    await page.getByLabel(/^手机密码/).fill(phonePassword)
    await page.getByLabel('再输一次').fill(phonePassword)
    await page.getByRole('button', { name: '开始使用' }).click()
    await page.getByText('名单已更新').waitFor()
    for (const { headName } of households) expect(await page.locator('.entry', { hasText: headName }).count()).toBe(1)
    expect(
      await page
        .locator('.entry', { hasText: households[0]?.headName ?? '' })
        .locator('.mark')
        .allTextContents(),
    ).toEqual(expect.arrayContaining(['日常走访', '帮扶回访']))
    const kept = await page.evaluate<string>(keptOnPhone)
    expect(kept).toContain('package')
    for (const { headName } of households) expect(kept).not.toContain(headName)
    expect(await faultsOf(page)).toEqual([])
  })

  test('works without a network, and a form begun before the phone died is there again', async () => {
    const { page, context } = desk
    // The first load puts the page on the phone; from the second on it is served from there.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.reload()
    await context.setOffline(true)
    await page.goto(`${house.address}/field/`)
    await unlocked(page)
    await page.getByText('没有网络').first().waitFor()
    const [first] = households
    await page.locator('.entry', { hasText: first?.headName ?? '' }).click()
    await step(page, '成员')
    await page
      .getByRole('button', { name: `${first?.members[0]?.name}有变化` })
      .first()
      .click()
    await page.getByLabel(`${first?.members[0]?.name}的健康状况`).selectOption('长期慢性病')
    await step(page, '收入')
    await page.getByLabel('添加一项收入或支出').selectOption('d2')
    await page.getByLabel('最低生活保障金的金额').fill('4321')
    await page.waitForTimeout(150)
    await page.close({ runBeforeUnload: false })

    desk.page = await context.newPage()
    const again = desk.page
    await again.goto(`${house.address}/field/`)
    await unlocked(again)
    await again.getByText('填了一半').waitFor()
    await again.locator('.entry', { hasText: first?.headName ?? '' }).click()
    await step(again, '收入')
    expect(await again.getByLabel('最低生活保障金的金额').inputValue()).toBe('4321')
    await step(again, '成员')
    expect(await again.getByLabel(`${first?.members[0]?.name}的健康状况`).inputValue()).toBe('长期慢性病')
  })

  test('says what is still open, and keeps what is finished until there is a network', async () => {
    const { page } = desk
    await step(page, '签字')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByText(/还没有核对/).waitFor()
    await fill(page)
    await sign(page)
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByText('待发送 1').waitFor()
    await page.getByRole('button', { name: '发送并更新' }).click()
    await page.getByText(/没有网络，内容都保存在手机里/).waitFor()
  })

  test('sends when the network is back; what the county changed meanwhile is shown side by side and chosen', async () => {
    const [first] = households
    const head = first?.members[0]
    const now = await ask<Household>(wang.page, 'GET', `/register/households/${first?.id}`)
    await ask(wang.page, 'PATCH', `/register/households/${first?.id}`, {
      version: now.version,
      persons: [{ personId: head?.id, values: { health_status: '患有大病' } }],
    })
    const { page, context } = desk
    await context.setOffline(false)
    await page.getByRole('button', { name: /待发送 1/ }).click()
    await page.getByRole('button', { name: /发送 1 份/ }).click()
    await page.getByText('已发送 1 份').waitFor()
    const conflict = page.locator('.conflict', { hasText: '健康状况' })
    await conflict.waitFor()
    expect(await conflict.locator('.sides p').allTextContents()).toEqual(['长期慢性病', '患有大病'])
    await conflict.getByRole('button', { name: '用我核实的' }).click()
    await conflict.waitFor({ state: 'detached' })
    const after = await ask<Household>(wang.page, 'GET', `/register/households/${first?.id}`)
    expect(after.members.find(({ id }) => id === head?.id)?.values.health_status).toBe('长期慢性病')
    const { items } = await ask<{ items: { id: number; missingAttachments: number }[] }>(
      wang.page,
      'GET',
      `/visits/forms?household=${first?.id}`,
    )
    expect(items.map(({ missingAttachments }) => missingAttachments)).toEqual([0])
    const form = await ask<{ typedValues: number; purposes: object[] }>(wang.page, 'GET', `/visits/forms/${items[0]?.id}`)
    expect([form.typedValues, form.purposes.length]).toEqual([1, 2])
  })

  test('a refused form waits with its reason and holds up no other; opened again it is sent', async () => {
    const { page } = desk
    const [, second, third] = households
    for (const one of [second, third]) {
      await page.getByRole('button', { name: '回名单' }).click()
      await page
        .locator('.entry', { hasText: one?.headName ?? '' })
        .first()
        .click()
      await fill(page)
      await sign(page)
      await page.getByRole('button', { name: '完成' }).click()
      await page.getByRole('button', { name: /待发送/ }).click()
    }
    // The first of the two is spoilt on its way: the county does not take a day that has not come.
    await page.route('**/api/v1/visits/forms', async (route) => {
      const body = route.request().postDataJSON() as { householdId: number }
      if (body.householdId !== second?.id) return route.continue()
      return route.continue({ postData: JSON.stringify({ ...body, visitedOn: '2199-01-01' }) })
    })
    await page.getByRole('button', { name: /发送 2 份/ }).click()
    await page.getByText(/走访日期 2199-01-01 还没有到/).waitFor()
    await page.getByText('已收到').first().waitFor()
    await page.unroute('**/api/v1/visits/forms')
    await page.getByRole('button', { name: '打开修改' }).click()
    await step(page, '签字')
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: /待发送/ }).click()
    await page.getByRole('button', { name: /发送 1 份/ }).click()
    await page.getByText('已发送 1 份').waitFor()
    for (const { id } of households) {
      const { items } = await ask<{ items: object[] }>(wang.page, 'GET', `/visits/forms?household=${id}`)
      expect(items).toHaveLength(1)
    }
  })

  test('what cannot be sent goes out as a file and is read in at the office', async () => {
    const { page, context } = desk
    const [first] = households
    await ask(page, 'POST', '/visits/tasks', { householdId: first?.id })
    await page.getByRole('button', { name: '更新名单' }).click()
    await page.getByText('名单已更新', { exact: true }).waitFor()
    await context.setOffline(true)
    await page.getByRole('button', { name: '回名单' }).click()
    await page
      .locator('.entry', { hasText: first?.headName ?? '' })
      .first()
      .click()
    await page.getByRole('button', { name: '没有见到人' }).click()
    await page.getByRole('button', { name: '家中无人' }).click()
    await page.getByRole('button', { name: '完成' }).click()
    await page.getByRole('button', { name: /待发送 1/ }).click()
    await page.getByText('发送不了时，导出成文件').click()
    await page.getByLabel(/文件密码/).fill('file-pass-1')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出加密文件' }).click()
    const place = await (await saved).path()
    const text = readFileSync(place, 'utf8')
    expect(text).not.toContain(first?.headName)

    await wang.page.goto(`${house.address}/visits?tab=import`)
    await wang.page
      .getByLabel('手机端导出的文件')
      .setInputFiles({ name: '走访.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await wang.page.getByLabel('文件密码').fill('wrong')
    await wang.page.getByRole('button', { name: /导\s?入$/ }).click()
    await wang.page.getByText(/文件打不开/).waitFor()
    await wang.page.getByLabel('文件密码').fill('file-pass-1')
    await wang.page.getByRole('button', { name: /导\s?入$/ }).click()
    await wang.page.getByText('已收下').waitFor()

    // The phone that comes back later sends the same form: it is the one that was carried in.
    await context.setOffline(false)
    await page.getByRole('button', { name: /发送 1 份/ }).click()
    await page.getByText('已发送 1 份').waitFor()
    const { items } = await ask<{ items: { visitorName: string; sentBy: string }[] }>(
      wang.page,
      'GET',
      `/visits/forms?household=${first?.id}`,
    )
    expect(items).toHaveLength(2)
    expect(items[0]?.visitorName).not.toBe(items[0]?.sentBy)
  })

  test('the office sees the form with its photos, and prints it', async () => {
    const { items } = await ask<{ items: { id: number }[] }>(wang.page, 'GET', '/visits/forms?limit=200')
    const first = Math.min(...items.map(({ id }) => id).filter((id) => id > seeded))
    await wang.page.goto(`${house.address}/visits/${first}`)
    await wang.page.getByRole('heading', { name: /家的入户表/ }).waitFor()
    const loaded = wang.page.getByRole('img', { name: '走访照片' })
    await loaded.first().waitFor()
    const width = await loaded.first().evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; naturalWidth: number }
      await image.decode()
      return image.naturalWidth
    })
    expect(width).toBe(192)
    const paper = await wang.context.newPage()
    await paper.goto(`${wang.page.url()}/print`)
    await paper.getByRole('heading', { name: '防止返贫动态监测入户核查表' }).waitFor()
    expect(wang.troubles).toEqual([])
  })

  test('a browser that cannot says how to open the page in one that can', async () => {
    const { page } = await house.page(phone)
    await page.addInitScript(insideWeChat)
    await page.goto(`${house.address}/field/`)
    await page.getByText('在浏览器打开').first().waitFor()
    expect(await page.getByLabel('用户名').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })
})
