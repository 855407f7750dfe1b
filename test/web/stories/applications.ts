/** Paper applications with their photo, and a household that gets a new code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkDigit } from '../../../src/kernel/index.ts'
import { faultsOf, root } from '../browser.test-support.ts'
import { choose, pressInDialog, sees } from '../desk.test-support.ts'
import type { MovingHouse } from '../moving-house.test-support.ts'

const sheet = { name: '申请.png', mimeType: 'image/png', buffer: readFileSync(join(root, 'web/public/field/icon-192.png')) }
const first = '52239919600203412'

export function tellOfApplications(house: () => MovingHouse): void {
  test('a paper that is typed in keeps its photo, and the office looks at it', async () => {
    const { page } = await house().signIn('li')
    await page.goto(`${house().address}/applications`)
    await page.getByRole('button', { name: '录入纸质申请' }).click()
    await page.getByLabel('申请人姓名').fill('岑小平')
    await page.getByLabel('身份证号').fill(first + checkDigit(first))
    await page.getByLabel('联系电话').fill('13900001234')
    await choose(page, '遇到的困难', '因病：家里有人生大病，看病花钱多')
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(sheet)
    await page.getByRole('img', { name: '纸质申请' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await pressInDialog(page, '登记')
    await page.getByRole('dialog', { name: '录入纸质申请' }).waitFor({ state: 'hidden' })
    const { items } = await house().worker('wang').ask('GET', '/applications?limit=50')
    const { id } = items.find(({ name }: { name: string }) => name === '岑小平')
    await page.goto(`${house().address}/applications/${id}`)
    const photo = page.getByRole('img', { name: '所附照片' })
    await photo.waitFor()
    const width = await photo.evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; naturalWidth: number }
      await image.decode()
      return image.naturalWidth
    })
    expect(width).toBe(192)
  })

  test('one household gets a new code: the old one is out of force, the new one is printed at once', async () => {
    const wang = house().worker('wang')
    const { area } = await house().worker('li').ask('GET', '/session')
    await wang.ask('POST', '/codes/households', { divisionCode: area.code })
    const printed = async () =>
      (await wang.ask('GET', `/codes/print?kind=household&division=${area.code}&limit=200&base=${encodeURIComponent(house().address)}`))
        .items
    const before = await printed()
    const [one] = before
    const { page } = await house().signIn('wang')
    await page.goto(`${house().address}/applications?tab=codes`)
    await page.getByRole('button', { name: '重发户码' }).click()
    await page.getByLabel('查找农户').fill(one.householdNumber)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '给这一户重发' }).click()
    await page.getByRole('button', { name: '户码丢失或损坏' }).click()
    await pressInDialog(page, '重发并打印')
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: '打开打印页' }).click()
    const paper = await opened
    await sees(paper, '1 户，每张 A4 纸 12 户')
    await sees(paper, `${one.headName}家`)
    const after = await printed()
    expect(after).toHaveLength(before.length)
    expect(after.map(({ url }: { url: string }) => url)).not.toContain(one.url)
  })
}
