/** One household from the village meeting to the clearing of its risk, by the officers' hands in a real browser, over seven months. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, plainDay } from '../../src/kernel/index.ts'
import { faultsOf, hasBrowser } from './browser.test-support.ts'
import { awaitingMeeting, visitBy } from './case.test-support.ts'
import { pressInDialog, sees } from './desk.test-support.ts'
import { type MovingHouse, movingHouse } from './moving-house.test-support.ts'
import { tellOfApplications } from './stories/applications.ts'
import { tellOfCampaigns } from './stories/campaigns.ts'

/** Above any line. */
const earned = {
  period: '2027-06',
  version: 0,
  size: 4,
  lines: [{ item: 'a1', amount: '160000.00', evidence: '银行流水或惠农卡明细', note: '' }],
}
const picture = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) }

describe.skipIf(!hasBrowser)('a case', { timeout: 180_000 }, () => {
  let house: MovingHouse
  let caseId = 0
  let head = ''
  let householdId = 0
  /** The sheet with the result, which hangs for its days too. */
  let announcement = ''

  beforeAll(async () => {
    house = await movingHouse()
    ;({ id: caseId, headName: head, householdId } = await awaitingMeeting(house))
  }, 400_000)
  afterAll(() => house?.close())

  const go = async (who: string, path: string): Promise<Page> => {
    const { page } = await house.signIn(who)
    await page.goto(`${house.address}${path}`)
    return page
  }
  const upload = (page: Page, words: RegExp | string) =>
    page.getByText(words).locator('..').locator('input[type=file]').setInputFiles(picture)

  /** One move by its button; what the drawer proposes is taken as it is. */
  async function moves(who: string, label: string, to: string): Promise<void> {
    const page = await go(who, `/cases/${caseId}`)
    await page.getByRole('button', { name: label, exact: true }).click()
    await page.getByRole('button', { name: `办理，转到“${to}”` }).click()
    await sees(page, `已办理，现在是“${to}”`)
    expect(await faultsOf(page)).toEqual([])
  }

  /** The village meets over everything that waits, and all agree. */
  async function meets(): Promise<void> {
    const page = await go('li', '/review')
    await page.getByRole('button', { name: '召开会议' }).click()
    await page.waitForURL(/\/review\/meetings\/\d+/)
    const all = page.getByRole('button', { name: '全选', exact: true })
    await all.first().waitFor()
    while ((await all.count()) > 0) await all.first().click()
    await page.getByRole('button', { name: /没有填的都记为全票同意/ }).click()
    await sees(page, '已保存到服务器')
    await upload(page, '上传签字后的会议记录')
    await sees(page, /会议记录签字页/)
    await page.getByRole('button', { name: '封存会议记录' }).click()
    await pressInDialog(page, '封存')
    await sees(page, '内容与摘要一致')
    await page
      .getByRole('row', { name: new RegExp(head) })
      .getByText('已办理')
      .waitFor()
  }

  /** A sheet of one kind for everybody who waits for one, hung today; its number. */
  async function hangs(kind: string): Promise<string> {
    const page = await go('li', '/review?tab=notices')
    await page.getByRole('listitem').filter({ hasText: kind }).getByRole('button', { name: '制作' }).click()
    await page.getByRole('button', { name: /制作（\d+ 户）/ }).click()
    await page.waitForURL(/\/review\/notices\/\d+/)
    expect(await page.locator('.poster').textContent()).toContain(head)
    await upload(page, '上传张贴后的照片')
    await sees(page, /天后可收起/)
    return new URL(page.url()).pathname
  }

  async function takesDown(path: string): Promise<void> {
    const { firstUntil } = await house.worker('li').ask('GET', path)
    await house.moveTo(addDays(plainDay(firstUntil), 1))
    const page = await go('li', path)
    await upload(page, '上传期满时的照片')
    await sees(page, '已期满')
    await page.getByRole('listitem').filter({ hasText: head }).getByText('已期满').waitFor()
  }

  test('is judged by the village and hangs on the board for its days', async () => {
    await meets()
    const path = await hangs('识别公示')
    await takesDown(path)
  })

  test('is reviewed by the township and approved by the county, each with a button', async () => {
    const li = house.worker('li')
    await house.untilIdle('case.compare')
    const { comparison } = await li.ask('GET', `/cases/${caseId}/review`)
    for (const { id, explainedAs } of comparison?.flags ?? [])
      if (explainedAs === null) await li.ask('POST', `/review/flags/${id}/explain`, { explainedAs: 'old', explanation: '老旧，价值低' })
    await moves('wu', '审核通过，上报县级', '县级审批')
    await moves('zhou', '批准识别', '帮扶中')
    announcement = await hangs('认定公告')
  })

  test('gets the measures that are suggested, agreed as a plan, and delivered', async () => {
    const page = await go('li', `/cases/${caseId}?tab=help`)
    await sees(page, /应落实的帮扶/)
    for (let planned = 0; planned < 4; planned += 1) {
      const button = page.getByRole('button', { name: '列入计划', exact: true })
      if ((await button.count()) === 0) break
      await button.first().click()
      await page.getByText('登记落实').nth(planned).waitFor()
    }
    await page.getByRole('button', { name: '确认计划' }).click()
    const explored = page.getByRole('dialog').getByRole('textbox')
    if (await explored.isVisible().catch(() => false)) {
      await explored.fill('已联系帮扶车间')
      await pressInDialog(page, '确认')
    }
    await sees(page, /已确认（李春梅）/)
    const all = await page.getByRole('button', { name: '登记落实', exact: true }).count()
    expect(all).toBeGreaterThan(1)
    for (let at = 0; at < all; at += 1) {
      await page.getByRole('button', { name: '登记落实', exact: true }).nth(at).click()
      await page.getByLabel('金额（元，没有可不填）').fill('600')
      await pressInDialog(page, '登记')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByText('600.00').nth(at).waitFor()
    }
    expect(await faultsOf(page)).toEqual([])
  })

  test('is visited in its rhythm, and is not cleared before its months are over', async () => {
    await takesDown(announcement)
    await house.moveTo(addDays(plainDay(house.today()), 31))
    const page = await go('li', '/visits')
    await sees(page, head)
    await sees(page, '帮扶回访')
    await visitBy(house, householdId, 1)
    const early = await go('li', `/cases/${caseId}?tab=clearing`)
    await early.getByRole('button', { name: '核对并留存（帮扶消除）' }).click()
    await sees(early, /还有 \d+ 条未满足或不明/)
    expect(await early.getByRole('button', { name: '提出风险消除', exact: true }).isDisabled()).toBe(true)
  })

  test('is cleared on the same way: conditions, visit, meeting, notice, township, county', async () => {
    await house.moveTo('2027-06-01')
    const [zhao, zhou] = [house.worker('zhao'), house.worker('zhou')]
    await zhao.ask('POST', '/screening/runs', { divisionCode: '522399', asOf: house.today() })
    await house.untilIdle('screening.run')
    const changes = { changes: [{ personId: null, field: 'compliant_self_paid', before: '', after: '500' }], income: earned }
    await visitBy(house, householdId, 2, changes)
    const { conditions } = await house.worker('li').ask('GET', `/cases/${caseId}/clearing`)
    expect(conditions.filter((one: { isMet: boolean | null }) => one.isMet !== true)).toEqual([])
    const page = await go('li', `/cases/${caseId}?tab=clearing`)
    await page.getByRole('button', { name: '核对并留存（帮扶消除）' }).click()
    await sees(page, '全部满足，核对结果已留存')
    await moves('li', '提出风险消除', '风险消除核查')
    await visitBy(house, householdId, 3)
    await page.goto(`${house.address}/cases/${caseId}?tab=clearing`)
    await page.getByRole('button', { name: '核对并留存（帮扶消除）' }).click()
    await sees(page, '全部满足，核对结果已留存')
    await moves('li', '核查完毕，提交评议', '风险消除评议')
    await meets()
    await takesDown(await hangs('消除公示'))
    await moves('wu', '审核通过，上报县级', '风险消除审批')
    await moves('zhou', '批准风险消除', '风险已消除')
    expect((await zhou.ask('GET', `/cases/${caseId}`)).clearedOn).toBe(house.today())
  })

  tellOfCampaigns(() => house)
  tellOfApplications(() => house)
})
