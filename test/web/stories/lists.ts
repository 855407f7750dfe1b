/** Lists put in order: the order stands in the address, survives a reload, and the workbook has the same rows in the same order. */
import exceljs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { House } from '../browser.test-support.ts'
import { downloaded } from '../desk.test-support.ts'

/** Who, which list, the head that is clicked, the word of the address it becomes, and how the workbook calls that column. */
const lists = [
  ['zhao', '/leads', '户主', 'head', '户主'],
  ['zhao', '/leads?tab=list', '规则', 'rule', '规则'],
  ['zhao', '/leads?tab=discrepancies', '比对', 'comparison', '比对'],
  ['zhao', '/quality?tab=list', '问题', 'rule', '问题'],
  ['zhao', '/register', '户主', 'head', '户主'],
  ['zhao', '/files?tab=list', '文件', 'name', '文件名'],
  ['zhao', '/screening', '比对日', 'day', '比对日'],
  ['zhao', '/jobs', '发起人', 'starter', '发起人'],
  ['system', '/officers', '姓名', 'name', '姓名'],
  ['system', '/officers?tab=offices', '机构', 'name', '机构'],
  ['security', '/security?tab=sessions', '用户', 'officer', '人员'],
  ['sun', '/audit', '时间', '-newest', '人员'],
] as const

/** What a column of the table says, row by row. */
async function columnOf(page: Page, head: string): Promise<string[]> {
  await page.locator('tbody tr.ant-table-row').first().waitFor()
  const heads = await page.locator('thead').first().locator('th').allInnerTexts()
  const at = heads.findIndex((text) => text.trim() === head)
  const rows = page.locator('tbody tr.ant-table-row')
  return (await rows.locator(`td:nth-child(${at + 1})`).allInnerTexts()).map((text) => text.trim())
}

async function workbookColumn(content: Buffer, head: string): Promise<string[]> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(content as never)
  const sheet = book.worksheets[0]
  const heads = (sheet?.getRow(2).values ?? []) as string[]
  return ((sheet?.getColumn(heads.indexOf(head)).values ?? []) as (string | null)[]).slice(3).map((value) => String(value ?? '').trim())
}

export function tellOfLists(house: () => House): void {
  test.each(lists)('%s puts %s in order by “%s”, and takes it out as it stands', async (username, address, head, word, exported) => {
    const { page, troubles } = await house().signIn(username)
    await page.goto(house().address + address)
    await page.locator('tbody tr.ant-table-row').first().waitFor()
    await page.locator('thead').first().locator('th', { hasText: head }).first().click()
    await page.waitForURL((url) => url.searchParams.get('sort') === word)
    await page.reload()
    const shownHead = exported === '人员' && head === '时间' ? '人员' : head
    await page.waitForLoadState('networkidle')
    const shown = await columnOf(page, shownHead)
    const { name, content } = await downloaded(page, () => page.getByRole('button', { name: '导出' }).click())
    expect(name).toMatch(/\.xlsx$/)
    const written = await workbookColumn(content, exported)
    expect(shown.length).toBeGreaterThan(0)
    expect(written.slice(0, shown.length)).toEqual(shown)
    expect(troubles).toEqual([])
  })

  test('on a phone the order is chosen like a filter, and turning the page keeps it', async () => {
    const { page } = await house().signIn('zhao', { size: { width: 360, height: 740 } })
    await page.goto(`${house().address}/register?limit=20`)
    await page.getByLabel('排序').click()
    await page.getByTitle('户主 ↑', { exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('sort') === 'head')
    const heads = () => page.locator('.cards li strong').allInnerTexts()
    await page.reload()
    await page.locator('.cards li strong').first().waitFor()
    const first = await heads()
    await page.getByRole('button', { name: '下一页' }).click()
    await page.waitForURL((url) => url.searchParams.has('after'))
    expect(new URL(page.url()).searchParams.get('sort')).toBe('head')
    await expect.poll(heads).not.toEqual(first)
    const second = await heads()
    expect([first.length, second.length]).toEqual([20, 20])
    await page.reload()
    await page.locator('.cards li strong').first().waitFor()
    expect(await heads()).toEqual(second)
  })
}
