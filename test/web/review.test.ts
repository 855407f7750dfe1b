/** Stories of a village meeting and its notice in a real browser, the network cut in the middle. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, faultsOf, type House, hasBrowser, openHouse } from './browser.test-support.ts'
import { sees } from './desk.test-support.ts'
import { awaitingMeeting, speaker } from './review.test-support.ts'

const picture = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) }

describe.skipIf(!hasBrowser)('meeting and notice', { timeout: 120_000 }, () => {
  let house: House
  let desk: Desk
  let heads: string[]

  beforeAll(async () => {
    house = await openHouse()
    const [wang, li] = await Promise.all(['wang', 'li'].map((name) => speaker(house.address, name, house.passwordOf(name))))
    if (wang === undefined || li === undefined) throw new Error('nobody speaks')
    heads = (await awaitingMeeting(wang, li, 3)).map(({ headName }) => headName)
    desk = await house.signIn('li')
  }, 400_000)
  afterAll(() => house?.close())

  test('a meeting is filled in while the network is down, survives that the page is closed, and is sent when it is back', async () => {
    const { page, context } = desk
    await page.goto(`${house.address}/review`)
    await page.getByRole('button', { name: '召开会议' }).click()
    await page.waitForURL(/\/review\/meetings\/\d+/)
    // The representatives of the last meeting are on the roster; somebody who has moved in is added.
    await page.getByRole('button', { name: '全选', exact: true }).first().click()
    await page.getByLabel('从名单移去杨帆').click()
    await page.getByLabel('参会人员姓名').fill('覃小川')
    await page.getByRole('button', { name: '加入' }).click()
    await sees(page, '到会代表 9 人，应到 9 人，至少 6 人；有表决权 9 人')
    await sees(page, '已保存到服务器')
    await context.setOffline(true)
    await page.getByLabel('主持人').fill('李春梅')
    await page.getByLabel('记录人').fill('黄兴')
    await page.getByRole('button', { name: /没有填的都记为全票同意/ }).click()
    // Enter goes to the same column of the household below.
    const against = page.getByLabel(/家不同意票数$/)
    await against.first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe(await against.nth(1).getAttribute('aria-label'))
    await page.getByLabel(`${heads[0]}家不同意票数`).fill('6')
    await page.getByLabel(`${heads[1]}家不同意票数`).fill('2')
    await sees(page, /没有网络：已存在本机/)
    const address = page.url()
    // The page is closed and opened again with the network back: what was typed is there and goes to the server.
    await page.goto('about:blank')
    await context.setOffline(false)
    await page.goto(address)
    await sees(page, '已保存到服务器')
    expect(await page.getByLabel(`${heads[0]}家同意票数`).inputValue()).toBe('3')
    expect(await page.getByLabel(`${heads[1]}家同意票数`).inputValue()).toBe('7')
    expect(await page.getByLabel('主持人').inputValue()).toBe('李春梅')
    expect(await faultsOf(page)).toEqual([])
  })

  test('signed and sealed it moves each household by itself, and nothing can be changed any more', async () => {
    const { page } = desk
    await page.getByText('上传签字后的会议记录').locator('..').locator('input[type=file]').setInputFiles(picture)
    await sees(page, /会议记录签字页/)
    await page.getByRole('button', { name: '封存会议记录' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '封存' }).click()
    await sees(page, '内容与摘要一致')
    const results = await page.getByRole('table', { name: '各户评议结果' }).locator('tbody tr').allTextContents()
    // The demo county may have households of its own waiting in the village.
    expect(results.length).toBeGreaterThanOrEqual(3)
    expect(results.filter((row) => row.includes('未通过') && row.includes('已办理'))).toHaveLength(1)
    expect(results.every((row) => row.includes('已办理'))).toBe(true)
    expect(await page.getByLabel('主持人').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })

  test('the sheet is made, hung with a photo, counts its days, and an objection stops one household only', async () => {
    const { page } = desk
    await page.goto(`${house.address}/review?tab=notices`)
    await page.getByRole('listitem').filter({ hasText: '识别公示' }).getByRole('button', { name: '制作' }).click()
    await page.getByLabel('受理异议的办公电话').fill('0859-1234567')
    await page.getByRole('button', { name: /制作（\d+ 户）/ }).click()
    await page.waitForURL(/\/review\/notices\/\d+/)
    const poster = await page.locator('.poster').textContent()
    expect(poster).toContain(heads[1])
    expect(poster).not.toContain(heads[0])
    expect(poster).not.toMatch(/因病|\d{15}|1\d{10}/)
    await page.getByText('上传张贴后的照片').locator('..').locator('input[type=file]').setInputFiles(picture)
    await sees(page, /6 天后可收起/)
    await page.getByRole('button', { name: '登记异议' }).first().click()
    await page.getByLabel('反映的内容').fill('反映有两处房产')
    await page.getByRole('dialog').getByRole('button', { name: '登记' }).click()
    await sees(page, '异议核查，暂停')
    expect(await page.getByText('公示中', { exact: true }).count()).toBeGreaterThan(0)
    expect(await faultsOf(page)).toEqual([])
    await page.goto(`${house.address}/review?tab=objections`)
    await sees(page, '反映有两处房产')
    await page.goto(`${house.address}/review?tab=comparisons`)
    await page.getByRole('heading', { name: '评议与公示' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('another officer of the township judges the objection, and the days go on', async () => {
    const { page } = await house.signIn('wu')
    await page.goto(`${house.address}/review?tab=objections`)
    await page.getByRole('button', { name: '核查', exact: true }).first().click()
    await page.getByLabel('不成立，继续公示剩余天数').check()
    await page.getByLabel('核查情况').fill('经查，房产属同名人员')
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
    await sees(page, '异议不成立')
    await page.goto(`${house.address}/review?tab=notices`)
    await sees(page, /6 天后可收起/)
  })
})
