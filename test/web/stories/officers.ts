/** Accounts opened from a workbook, handed over and secured; systems that hand in by token. */
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import type { House } from '../browser.test-support.ts'
import { choose, downloaded, filled, pressInDialog, sees, xlsxType } from '../desk.test-support.ts'

const firstPassword = /[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}/

/** Six digits as an authenticator app shows them for the secret typed in by hand. */
function codeNow(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export function tellOfOfficers(house: () => House): void {
  test('accounts are opened from a workbook, one is handed over to a successor, who must change the first password', async () => {
    const { page } = await house().signIn('system')
    await page.goto(`${house().address}/officers`)
    await page.getByRole('button', { name: '批量开通' }).click()
    const template = await downloaded(page, () => page.getByRole('button', { name: '下载模板' }).click())
    const offices = await officesIn(house(), '石门村')
    const people: Record<string, string>[] = [
      { 姓名: '罗驻村', 用户名: 'luo.zhucun', 角色: '驻村（村级）干部', 所属机构: offices },
      { 姓名: '没有角色', 用户名: 'nobody1', 角色: '', 所属机构: offices },
    ]
    const { content } = await filled(template.content, (_, at) => people[at - 1])
    await page.locator('.drop input').setInputFiles({ name: '用户名单.xlsx', mimeType: xlsxType, buffer: content })
    await sees(page, '1 人可以开通，1 行有错误')
    await page.getByRole('button', { name: '开通 1 人' }).click()
    await sees(page, '已开通 1 人，1 行没有开通')
    const passwords = await downloaded(page, () => page.getByRole('button', { name: /保存初始密码/ }).click())
    expect(passwords.content.toString()).toContain('luo.zhucun')
    await page.getByRole('button', { name: 'Close' }).or(page.locator('.ant-drawer-close')).first().click()

    await page.goto(`${house().address}/officers?find=${encodeURIComponent('罗驻村')}`)
    await page.getByRole('button', { name: '对罗驻村的账号操作' }).click()
    await page.getByRole('menuitem', { name: '移交' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('何接手')
    await dialog.getByLabel('用户名').fill('he.jieshou')
    await pressInDialog(page, '移交')
    await sees(page, /已移交/)
    const shown = page.getByRole('dialog', { name: '初始密码' })
    const password = firstPassword.exec((await shown.textContent()) ?? '')?.[0] ?? ''
    expect(password).toMatch(firstPassword)

    const successor = await house().signIn('he.jieshou', { password })
    await successor.page.waitForURL(/\/account/)
    await successor.page.getByLabel('现在的密码').fill(password)
    await successor.page.getByLabel('新密码', { exact: true }).fill('Zhucun-2026-ok')
    await successor.page.getByLabel('再填一次新密码').fill('Zhucun-2026-ok')
    await successor.page.getByRole('button', { name: '修改密码' }).click()
    await sees(successor.page, '何接手，')
    expect(await successor.page.locator('.head').textContent()).toContain('石门村')
  })

  test('a second factor is set up with the code of the phone and asked for at the next log-in', async () => {
    const { page } = await house().signIn('zheng')
    await page.goto(`${house().address}/account`)
    await page.getByLabel('密码', { exact: true }).fill(house().passwordOf('zheng'))
    await page.getByRole('button', { name: '开始启用' }).click()
    const said = (await page.getByText('手工填写密钥').textContent()) ?? ''
    const secret = /[A-Z2-7]{16,}/.exec(said)?.[0] ?? ''
    await page.getByLabel('动态验证码').fill('000000')
    await page.getByRole('button', { name: /^(loading )?启用$/ }).click()
    await page.locator('.ant-message-error').first().waitFor()
    await page.getByLabel('动态验证码').fill(codeNow(secret))
    await page.getByRole('button', { name: /^(loading )?启用$/ }).click()
    await sees(page, '已启用')

    const again = await house().page()
    await again.page.goto(`${house().address}/log-in`)
    await again.page.getByLabel('用户名').fill('zheng')
    await again.page.getByLabel('密码').fill(house().passwordOf('zheng'))
    await again.page.getByRole('button', { name: '登录' }).click()
    await again.page.getByLabel('动态验证码').waitFor()
    expect(await again.page.locator('.frame').count()).toBe(0)
  })

  test('a token is shown once, opens the API for its tables, and is dead when revoked', async () => {
    const { page } = await house().signIn('security')
    await page.goto(`${house().address}/security`)
    await page.getByRole('button', { name: '开通令牌' }).click()
    await page.getByLabel('哪个系统').fill('县医保局结算系统')
    await page.getByLabel('代表哪位联络员').click()
    await page
      .locator('.ant-select-dropdown:visible')
      .getByTitle(/医保局联络员/)
      .click()
    await choose(page, '可报送的数据表', '医疗费用结算')
    await page.keyboard.press('Escape')
    await pressInDialog(page, '开通')
    const token = ((await page.getByRole('dialog', { name: '令牌', exact: true }).locator('code').textContent()) ?? '').trim()
    await page.getByRole('button', { name: '已记下' }).click()
    const ask = () => fetch(`${house().address}/api/v1/datasets`, { headers: { authorization: `Bearer ${token}` } })
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(((await answer.json()) as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(['medical_settlements'])
    await page.getByRole('button', { name: '作废' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '作废' }).click()
    await sees(page, '已作废')
    // Who a token belongs to is known to the server for a few seconds.
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(401)
  })
}

/** How the template names the village committee. */
async function officesIn(house: House, village: string): Promise<string> {
  const { page } = await house.signIn('system')
  const { items } = await page.evaluate(async (name) => {
    const answer = await fetch(`/api/v1/offices?name=${encodeURIComponent(name)}`)
    return (await answer.json()) as { items: { name: string }[] }
  }, village)
  await page.context().close()
  return items[0]?.name ?? ''
}
