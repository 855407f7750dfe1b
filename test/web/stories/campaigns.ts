/** Concentrated checks, help without a case, what the rules are worth, and the review of former poor households. */
import { expect, test } from 'vitest'
import { faultsOf } from '../browser.test-support.ts'
import { downloaded, filled, pressInDialog, sees, xlsxType } from '../desk.test-support.ts'
import type { MovingHouse } from '../moving-house.test-support.ts'

export function tellOfCampaigns(house: () => MovingHouse): void {
  test('a check goes by its roster: filled in in a spreadsheet, marked on the page, until nobody is missing', async () => {
    const zhao = house().worker('zhao')
    const { area } = await house().worker('li').ask('GET', '/session')
    const begun = { name: '十一月集中排查', divisionCode: area.code, scope: 'all', startsOn: house().today(), endsOn: '2027-12-31' }
    const { id } = await zhao.ask('POST', '/campaigns', begun)
    const { page } = await house().signIn('li')
    await page.goto(`${house().address}/campaigns?campaign=${id}&tab=roster`)
    const { content } = await downloaded(page, () => page.getByRole('button', { name: '导出' }).click())
    const today = house().today()
    const answer = await filled(content, (row, at) => (row.户主 && at < 3 ? { 走访日期: today, 排查结果: '未发现风险' } : undefined))
    expect(answer.cells).toBeGreaterThan(0)
    await page.getByRole('button', { name: '传回填好的花名册' }).click()
    await page.locator('.drop input').setInputFiles({ name: '花名册.xlsx', mimeType: xlsxType, buffer: answer.content })
    await sees(page, `登记 ${answer.cells / 2} 户`)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).or(page.locator('.ant-modal-close')).first().click()

    await page.goto(`${house().address}/campaigns?campaign=${id}&tab=roster&state=todo`)
    await page.locator('thead').getByRole('checkbox').check()
    await page.getByRole('button', { name: /登记选中的 \d+ 户/ }).click()
    await pressInDialog(page, '登记')
    await sees(page, /已登记 \d+ 户/)
    await page.goto(`${house().address}/campaigns?campaign=${id}`)
    await sees(page, '不漏一户一人')
    expect((await zhao.ask('GET', `/campaigns/${id}/coverage`)).total.gap).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })

  test('help without a case needs its reason and stands in a list of its own', async () => {
    const li = house().worker('li')
    const { items } = await li.ask('GET', '/register/households?limit=50')
    const { items: cases } = await li.ask('GET', '/cases?open=true&limit=200')
    const free = items.find(({ id }: { id: number }) => !cases.some((one: { householdId: number }) => one.householdId === id))
    await expect(li.ask('POST', `/register/households/${free.id}/measures`, { measure: 'donation' })).rejects.toThrow('help.no_case_reason')
    await li.ask('POST', `/register/households/${free.id}/measures`, { measure: 'donation', reason: '爱心企业定向捐助' })
    const { page } = await house().signIn('wang')
    await page.goto(`${house().address}/help?tab=measures&outside=true`)
    await sees(page, '爱心企业定向捐助')
    await page.locator('tbody').getByText(free.headName).first().waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('the county sees what each rule is worth, and where nobody may have looked', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/worth`)
    await sees(page, '以来的线索')
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(5)
    await page.goto(`${house().address}/worth?tab=unseen`)
    await sees(page, '估计还没有发现')
    expect(await faultsOf(page)).toEqual([])
  })

  test('the review of former poor households is begun for a village and followed on its own page', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/help`)
    await page.getByRole('button', { name: '退出评估进度' }).click()
    await page.getByRole('heading', { name: '退出评估进度' }).waitFor()
    await page.getByRole('button', { name: '发起评估' }).click()
    await page.getByRole('button', { name: '发起', exact: true }).click()
    await sees(page, /已发起 \d+ 户/)
    await sees(page, '退出评估核查')
    expect(await page.locator('.figure', { hasText: '未开始' }).textContent()).toMatch(/0/)
    expect(await faultsOf(page)).toEqual([])
  })

  test('what a village found untrue is confirmed by the township with one button', async () => {
    const { page } = await house().signIn('wang')
    await page.goto(`${house().address}/cases`)
    await sees(page, /村里核实不属实，等待复核（1 户）/)
    await sees(page, '家庭有稳定务工收入')
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '确认不属实（1 户）' }).click()
    await sees(page, '已确认 1 户')
    await page.getByText(/村里核实不属实/).waitFor({ state: 'detached' })
  })
}
