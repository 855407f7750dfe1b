/** Stories of officers at work in a real browser: what they see, do and find again. */
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, type House, hasBrowser, openHouse } from './browser.test-support.ts'
import { tellOfFiles } from './stories/files.ts'
import { tellOfLists } from './stories/lists.ts'
import { tellOfLooks } from './stories/look.ts'
import { tellOfOfficers } from './stories/officers.ts'
import { tellOfWork } from './stories/work.ts'

const firstScreenLimit = 300 * 1024

describe.skipIf(!hasBrowser)('the office pages', { timeout: 180_000 }, () => {
  let house: House

  beforeAll(async () => {
    house = await openHouse()
  }, 400_000)
  afterEach(() => house.clear())
  afterAll(() => house?.close())

  test('the first screen is under 300 kB gzipped and asks no other host', async () => {
    const { page } = await house.page()
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
    await page.goto(house.address)
    await page.getByLabel('用户名').waitFor()
    await page.waitForLoadState('networkidle')
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect([...hosts]).toEqual([new URL(house.address).host])
    expect(total).toBeGreaterThan(50 * 1024)
    expect(total).toBeLessThan(firstScreenLimit)
    expect(await faultsOf(page)).toEqual([])
  })

  test('a wrong password is answered with a sentence, and the right one leads to the page first asked for', async () => {
    const { page } = await house.page()
    await page.goto(`${house.address}/quality?tab=rules`)
    await page.getByLabel('用户名').fill('wang')
    await page.getByLabel('密码').fill('not-the-password')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('alert').first().textContent()).toMatch(/密码/)
    await page.getByLabel('密码').fill(house.passwordOf('wang'))
    await page.getByRole('button', { name: '登录' }).click()
    await page.waitForURL(/\/quality\?tab=rules/)
    await page.getByRole('heading', { name: '数据质量' }).waitFor()
  })

  test('the menu shows only what the role may do, and an address outside it says so', async () => {
    const { page } = await house.signIn('li')
    const menu = await page.getByRole('navigation', { name: '功能' }).textContent()
    expect(menu).toContain('线索处理')
    expect(menu).not.toContain('用户与机构')
    expect(menu).not.toContain('部门数据')
    await page.goto(`${house.address}/audit`)
    await page.getByText('没有“查看审计日志”的权限').first().waitFor()
  })

  test('a household is found by initials, a member is born, the number is unmasked with a reason, and the birth is taken back', async () => {
    const { page } = await house.signIn('wang')
    await page.goto(`${house.address}/register`)
    const name = (await page.locator('tbody a').first().textContent()) ?? ''
    await page.getByLabel('查找农户').fill(name)
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await page.locator('tbody a', { hasText: name }).first().click()
    await page.getByRole('heading', { name: `${name}家` }).waitFor()
    const before = await page.getByRole('tab', { name: /成员/ }).textContent()

    await page
      .getByRole('button', { name: new RegExp(`查看完整${name}的证件号码`) })
      .first()
      .click()
    await page.getByLabel(/查看完整.*的原因/).fill('入户核实')
    await page.getByRole('button', { name: '查看', exact: true }).click()
    await page
      .getByText(/^\d{17}[\dX]$/)
      .first()
      .waitFor()

    await page.getByRole('button', { name: '登记变动' }).click()
    await page.getByRole('menuitem', { name: '出生' }).click()
    await page.getByLabel('姓名').fill('测试新生')
    await page.getByLabel('性别').click()
    await page.getByTitle('女', { exact: true }).click()
    await page.getByLabel('与户主关系').click()
    await page.getByTitle('之女', { exact: true }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('button', { name: '测试新生' }).waitFor()
    expect(await page.getByRole('tab', { name: /成员/ }).textContent()).not.toBe(before)

    await page.getByRole('tab', { name: '经过' }).click()
    await page.getByRole('button', { name: '撤销' }).first().click()
    await page.getByLabel('撤销原因').fill('登记错了人')
    await page.getByRole('button', { name: '撤销登记' }).click()
    await page.getByText('已撤销，恢复到登记以前').waitFor()
    await page.getByRole('tab', { name: /成员/ }).click()
    expect(await page.getByRole('tab', { name: /成员/ }).textContent()).toBe(before)
  })

  test('filters stay in the address, survive a reload and are sent with the export', async () => {
    const { page } = await house.signIn('zhao')
    await page.goto(`${house.address}/leads`)
    await page.getByLabel('紧急程度').click()
    await page.getByTitle('红色', { exact: true }).click()
    await page.waitForURL(/urgency=red/)
    await page.reload()
    await page.locator('tbody .mark').first().waitFor()
    const levels = await page.locator('tbody tr.opens td:first-child').allTextContents()
    expect(new Set(levels)).toEqual(new Set(['红色']))
    const asked = page.waitForRequest(/format=xlsx/)
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    expect((await asked).url()).toContain('urgency=red')
    expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)
  })

  test('a lead is taken up and settled, and its proof card fits one page', async () => {
    const { page, context } = await house.signIn('wang')
    await page.goto(`${house.address}/leads?tab=list&state=open`)
    await page.locator('tbody tr.opens').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/leads\/\d+/)
    await page.getByRole('button', { name: '由我处理' }).click()
    await page.getByText('处理人：王秀兰').waitFor()
    const paper = await context.newPage()
    await paper.goto(`${page.url()}/print`)
    await paper.getByRole('heading', { name: '线索核实单' }).waitFor()
    const pdf = (await paper.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page[^s]/g)).toHaveLength(1)
    await page.getByRole('button', { name: '办结' }).click()
    await page.getByText('不属实', { exact: true }).click()
    await page.getByRole('button', { name: '部门数据有误' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
    await page.getByText('已办结').first().waitFor()
    await page.getByRole('button', { name: '重新打开' }).waitFor()
  })

  tellOfLists(() => house)
  tellOfLooks(() => house)
  tellOfWork(() => house)
  tellOfFiles(() => house)
  tellOfOfficers(() => house)
})
