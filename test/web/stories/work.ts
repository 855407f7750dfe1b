/** Work on households, leads, findings and rules. */
import { expect, test } from 'vitest'
import type { House } from '../browser.test-support.ts'
import { downloaded, filled, pressInDialog, sees, xlsxType } from '../desk.test-support.ts'

export function tellOfWork(house: () => House): void {
  test('the income sheet of a household is filled in and its totals are computed', async () => {
    const { page } = await house().signIn('wang')
    await page.goto(`${house().address}/register`)
    await page.locator('tbody a').first().click()
    await page.getByRole('tab', { name: '收入' }).click()
    const amounts = page.getByLabel(/的金额$/)
    await amounts.first().fill('12000')
    await amounts.first().press('Tab')
    await page.keyboard.type('工资流水')
    await page.getByRole('button', { name: '保存并计算' }).click()
    await sees(page, '收支表已保存')
    await sees(page, '王秀兰 保存于')
    expect(await page.locator('.facts').last().textContent()).toContain('12,000.00')
    await page.reload()
    await page.getByRole('tab', { name: '收入' }).click()
    expect(await amounts.first().inputValue()).toMatch(/^12000/)
  })

  test('what departments said about a household is listed, and it moves to another village and back', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/households/2?tab=rows`)
    await page
      .locator('tbody')
      .getByText(/证件号码/)
      .first()
      .waitFor()
    expect(await page.locator('tbody').textContent()).not.toMatch(/\d{17}[\dX]/)

    await page.getByRole('button', { name: '登记变动' }).click()
    await page.getByRole('menuitem', { name: '整户搬迁' }).click()
    await page.getByRole('dialog').getByRole('combobox').fill('新寨')
    await page.locator('.ant-select-tree-title', { hasText: '新寨村' }).click()
    await pressInDialog(page, '登记')
    await sees(page, /已登记：整户搬迁/)
    const place = page.locator('.page-words')
    await place.getByText(/新寨村/).waitFor()
    await page.getByRole('tab', { name: '经过' }).click()
    await page.getByRole('button', { name: '撤销' }).first().click()
    await page.getByLabel('撤销原因').fill('登记错了户')
    await page.getByRole('button', { name: '撤销登记' }).click()
    await sees(page, '已撤销，恢复到登记以前')
    await place.getByText(/石门村/).waitFor()
  })

  test('a lead is exempted until a day by those who may, and the exemption is revoked with a reason', async () => {
    const { page } = await house().signIn('wu')
    await page.goto(`${house().address}/leads?tab=list&state=open`)
    await page.locator('tbody tr.opens').last().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/leads\/\d+/)
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '批准豁免' }).click()
    await page.getByLabel('豁免理由').fill('已核实，子女定期汇款')
    await page.getByLabel('佐证材料').fill('入户核实表第 12 号')
    await pressInDialog(page, '批准')
    await sees(page, '已批准豁免')
    await page.goto(`${house().address}/leads?tab=exemptions`)
    await sees(page, '已核实，子女定期汇款')
    await page.getByRole('button', { name: '撤销' }).first().click()
    await page.getByLabel('撤销理由').fill('汇款已中断')
    await pressInDialog(page, '撤销豁免')
    await sees(page, '已撤销豁免')
    await page.locator('tbody').getByText(/撤销/).first().waitFor()
  })

  test('findings are mended by a workbook that goes out and comes back', async () => {
    const { page } = await house().signIn('wang')
    await page.goto(`${house().address}/quality`)
    const { content } = await downloaded(page, () => page.getByRole('button', { name: '下载待改清单' }).click())
    let filledOnce = false
    const answer = await filled(content, (row) => {
      const value = mendOf(row)
      if (filledOnce || value === undefined) return undefined
      filledOnce = true
      return { 更正值: value }
    })
    expect(answer.cells).toBe(1)
    await page.getByRole('button', { name: '传回改好的清单' }).click()
    await page.locator('.drop input').setInputFiles({ name: '改好的清单.xlsx', mimeType: xlsxType, buffer: answer.content })
    await sees(page, /^改正 1 处/)
    await page.goto(`${house().address}/quality?tab=list&state=mended`)
    await page.locator('tbody').getByText('已改正').first().waitFor()
  })

  test('a parameter is tried on the months there are, and nothing of it becomes a lead', async () => {
    const { page } = await house().signIn('zhou')
    await page.goto(`${house().address}/trial?rule=income-below-line`)
    await page.getByLabel('要换的参数').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await page.getByLabel('换成').fill('12000')
    await page.getByLabel('看最近几个月').fill('1')
    await page.getByRole('button', { name: '开始试算' }).click()
    await page.waitForURL(/trial=\d+/)
    await page.getByRole('heading', { name: /现在 \d+ 条，改后 \d+ 条/ }).waitFor({ timeout: 60_000 })
    const said = (await page.getByRole('heading', { name: /现在 \d+ 条，改后/ }).textContent()) ?? ''
    const [, before, after] = /现在 (\d+) 条，改后 (\d+) 条/.exec(said) ?? []
    expect(Number(after)).toBeGreaterThan(Number(before))
  })

  test('a screening that was started is cancelled, and its list says so', async () => {
    const { page } = await house().signIn('zhao')
    await page.goto(`${house().address}/screening`)
    await page.getByRole('button', { name: '发起筛查' }).click()
    await page.getByRole('button', { name: '开始筛查' }).click()
    await page.waitForURL(/\/screening\/\d+/)
    await page.locator('.job').getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '取消任务' }).click()
    await page.locator('.job.cancelled').waitFor({ timeout: 30_000 })
    await page.goto(`${house().address}/screening`)
    await page.locator('tbody').getByText('已取消').first().waitFor()
  })

  test('a parameter is changed by two people: one proposes with a basis, another approves, and the history names both', async () => {
    const proposer = await house().signIn('zhao')
    await proposer.page.goto(`${house().address}/policy?find=${encodeURIComponent('车辆价格')}`)
    await proposer.page.getByRole('button', { name: /展开/ }).first().click()
    await proposer.page.getByRole('button', { name: '提出调整' }).click()
    await proposer.page.getByLabel('新的值').fill('120000')
    await proposer.page.getByLabel('文件名称').fill('九九县关于调整车辆标准的通知')
    await proposer.page.getByLabel('发文机关').fill('九九县农业农村局')
    await proposer.page.getByLabel('发文日期').fill('2026-10-01')
    await proposer.page.keyboard.press('Enter')
    await proposer.page.getByLabel('调整理由').fill('本县车价偏低')
    await pressInDialog(proposer.page, '提出')
    await sees(proposer.page, '调整待批准')

    const { page } = await house().signIn('zhou')
    await page.goto(`${house().address}/policy?tab=changes&state=proposed`)
    await page.getByRole('button', { name: '批准', exact: true }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '批准' }).click()
    await sees(page, '已批准，此后的筛查按新值')
    await page.goto(`${house().address}/policy?find=${encodeURIComponent('车辆价格')}`)
    await sees(page, '120,000 元')
    await page.getByRole('button', { name: /展开/ }).first().click()
    await sees(page, '赵建国提出，周明远批准')
  })
}

/** A right value for fields whose codes everybody knows. */
function mendOf(row: Record<string, string>): string | undefined {
  const about = Object.values(row).join(' ')
  if (about.includes('劳动技能')) return '普通劳动力'
  if (about.includes('务工')) return '贵州省黔西南州兴义市'
  return undefined
}
