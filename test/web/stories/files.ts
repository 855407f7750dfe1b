/** Files handed in, accepted, taken back; and the national export of another month. */
import { expect, test } from 'vitest'
import type { House } from '../browser.test-support.ts'
import { choose, downloaded, pressInDialog, sees } from '../desk.test-support.ts'

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) })

/** A list is read again after an act; on a busy machine that takes its time. */
const patience = { timeout: 60_000 }

export function tellOfFiles(house: () => House): void {
  test('a file handed in is recognised, accepted beside the one there is, and withdrawn with a reason', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/register`)
    const name = (await page.locator('tbody a').first().textContent()) ?? ''
    await page.goto(`${house().address}/files?handIn=1`)
    await page
      .locator('.drop input')
      .setInputFiles(csv('诉求测试.csv', `姓名,身份证号,受理日期,诉求内容\r\n${name},,2026-10-08,房屋漏雨\r\n`))
    await page.waitForURL(/\/files\/\d+/)
    await page.getByRole('heading', { name: '诉求测试.csv' }).waitFor()
    await sees(page, '受理日期')
    const facts = page.locator('.facts').first()
    expect(await facts.textContent()).toContain('待接收')

    await page.locator('.page-actions').getByRole('button', { name: '接收' }).click()
    const dialog = page.getByRole('dialog')
    const accept = dialog.getByRole('button', { name: '确认接收' })
    const beside = dialog.getByText('分几份报送，一并计入')
    if (await beside.isVisible()) {
      expect(await accept.isDisabled()).toBe(true)
      await beside.click()
    }
    for (const box of await dialog.getByRole('checkbox').all()) await box.check()
    await accept.click()
    await facts.getByText('已接收').waitFor()

    await page.locator('.page-actions').getByRole('button', { name: '撤回' }).click()
    await page.getByLabel('撤回原因').fill('报错了文件')
    await pressInDialog(page, '撤回')
    await facts.getByText('已撤回').waitFor()
    await sees(page, '报错了文件')
    expect(await page.locator('.page-actions').getByRole('button', { name: '接收' }).count()).toBe(0)
  })

  test('the next national export is compared with the register, and each difference is decided', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/files?tab=list&dataset=household_register`)
    await page.locator('tbody tr.opens').first().click()
    await page.waitForURL(/\/files\/\d+/)
    const { name, content } = await downloaded(page, async () => {
      await page.getByRole('button', { name: '下载' }).click()
      await page.getByRole('menuitem', { name: /原文件/ }).click()
    })
    const changed = otherPhones(content.toString('latin1'), 2)
    await page.goto(`${house().address}/files?handIn=1`)
    await page.locator('.drop input').setInputFiles({ name: `新_${name}`, mimeType: 'text/csv', buffer: Buffer.from(changed, 'latin1') })
    await page.waitForURL(/\/files\/\d+/)
    await page.locator('.page-actions').getByRole('button', { name: '接收' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '确认接收' }).waitFor()
    const instead = dialog.getByText('以本份为准，先前的不再计入')
    if (await instead.isVisible()) await instead.click()
    for (const box of await dialog.getByRole('checkbox').all()) await box.check()
    await dialog.getByRole('button', { name: '确认接收' }).click()
    await page.locator('.facts').first().getByText('已接收').waitFor()

    const rows = page.locator('tbody tr.ant-table-row')
    const open = async () => {
      await page.goto(`${house().address}/differences`)
      await page.locator('.office-table .ant-table-row, .office-table .ant-empty').first().waitFor()
      return rows.count()
    }
    await expect.poll(open, { ...patience, interval: 1000 }).toBeGreaterThan(1)
    const found = await rows.count()
    await rows.first().getByRole('checkbox').check()
    await page.getByRole('button', { name: '以县里为准' }).click()
    await sees(page, '1 处以县里为准')
    await expect.poll(() => rows.count(), patience).toBe(found - 1)
    const groups = page.locator('.lines').getByRole('button', { name: '全部按建议' })
    for (let left = await groups.count(); left > 0; left -= 1) {
      await groups.first().click()
      await page.locator('.ant-popconfirm:visible').getByRole('button', { name: '全部按建议' }).click()
      await expect.poll(() => groups.count(), patience).toBe(left - 1)
    }
    await sees(page, '没有待处理的差异')
    await choose(page, '待处理', '已处理')
    await page.waitForURL(/open=false/)
    await expect.poll(() => rows.count(), patience).toBe(found)
  })
}

/** So many telephone numbers with one digit changed, wherever they stand; everything else stays byte by byte. */
function otherPhones(text: string, most: number): string {
  const seen = new Set<string>()
  return text.replace(/\b1[3-9]\d{9}\b/g, (phone) => {
    if (!seen.has(phone) && seen.size >= most) return phone
    seen.add(phone)
    return phone.slice(0, 10) + ((Number(phone[10]) + 1) % 10)
  })
}
