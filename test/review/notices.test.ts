/** Public notices and objections: what hangs, how long, what stops it, who judges it, and what anybody may know. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { act, caseById, eventsOf } from '../../src/cases/core.ts'
import { endNotice, makeNotice, postNotice, withdrawNotice } from '../../src/cases/review/notice.actions.ts'
import { noticeList, noticePage, noticesWaiting, publicNotice } from '../../src/cases/review/notice-reading.actions.ts'
import { answerObjection, decideObjection, registerObjection, unmaskObjector } from '../../src/cases/review/objection.actions.ts'
import { objectionList } from '../../src/cases/review/reading.actions.ts'
import { reviewRoutes } from '../../src/cases/review/review.routes.ts'
import { publicNotices } from '../../src/cases/review/shapes.ts'
import type { Context } from '../../src/store/index.ts'
import { type CaseCounty, caseCounty, firstDay, moved } from '../cases/cases.test-support.ts'
import { asker } from '../database/database.test-support.ts'
import { agreed, awaitingMeeting, picture, postedNotice, takenBack, villageOne } from './review.test-support.ts'

let county: CaseCounty
let copy = 0

beforeAll(async () => {
  county = await caseCounty(20)
})
afterAll(() => county.drop())

const stateOf = async (id: number) => (await county.as('wang', (ctx) => caseById(ctx, id)))?.state
const pageOf = (id: number) => county.as('li', (ctx) => noticePage(ctx, id))
const objectionOf = async (id: number) => {
  const { items } = await county.as('wu', (ctx) => objectionList(ctx, { after: 0, limit: 200 }))
  return items.find((one) => one.id === id)
}

/** Cases on notice whose sheet hangs since the first day. */
async function onNotice(count = 1): Promise<{ ids: number[]; notice: number }> {
  county.setDay(firstDay)
  const ids: number[] = []
  for (let i = 0; i < count; i += 1) ids.push(await awaitingMeeting(county, copy++, ['因病', '因学']))
  await agreed(county)
  return { ids, notice: await postedNotice(county, ids) }
}

async function ended(notice: number): Promise<void> {
  const [{ version }, photo] = [await pageOf(notice), await picture()]
  await county.as('li', (ctx) => endNotice(ctx, notice, version, photo))
}

const objected = (caseId: number, more: { name?: string; contact?: string } = {}, who: 'li' | 'zhao' = 'zhao') =>
  county.as(who, (ctx) => registerObjection(ctx, { caseId, receivedOn: ctx.today, way: 'phone', text: '反映有两处房产', ...more }))

const decided = (id: number, decision: 'upheld' | 'dismissed', who: 'wu' | 'zhao' | 'wang' = 'wu') =>
  county.as(who, async (ctx) => {
    const found = await objectionOf(id)
    return decideObjection(ctx, id, { version: found?.version ?? 0, decision, finding: '经核查，房产属同名人员' })
  })

describe('the sheet', () => {
  test('waits for what is on notice, proposes where to object, and says nothing that may not be said', async () => {
    county.setDay(firstDay)
    const id = await awaitingMeeting(county, copy++, ['因病', '因学'])
    await agreed(county)
    const waiting = await county.as('li', (ctx) => noticesWaiting(ctx, undefined))
    expect(waiting.items).toMatchObject([{ kind: 'recognition', divisionCode: villageOne, cases: [{ caseId: id, headName: '张建国' }] }])
    const notice = await postedNotice(county, [id])
    const page = await pageOf(notice)
    expect(page).toMatchObject({
      state: 'posted',
      postedOn: firstDay,
      untilOn: '2026-08-08',
      daysLeft: 6,
      mayEnd: false,
      days: 5,
      daysUnit: '天',
    })
    expect(page.poster.lines).toEqual([
      expect.objectContaining({
        head_name: '张建国',
        member_count: '5人',
        risks: '刚性支出较大或其他困难、上学负担较重',
        meeting_day: '2026年8月3日',
      }),
    ])
    expect(page.poster.objection).toContain('青山镇人民政府')
    expect(JSON.stringify(page.poster)).not.toMatch(/因病|522399\d{12}|139\d{8}|52239900000/)
    expect((await county.as('li', (ctx) => noticesWaiting(ctx, undefined))).items).toEqual([])
    await county.as('li', (ctx) => withdrawNotice(ctx, notice, page.version, '写错了日期'))
    const again = await county.as('li', (ctx) => noticesWaiting(ctx, undefined))
    expect(again.items[0]).toMatchObject({ objectionPhone: '0859-1234567', cases: [{ caseId: id }] })
    await takenBack(county, id)
  })

  test('needs its days in full, then the cases go on one by one with both photos in their record', async () => {
    const { ids, notice } = await onNotice(2)
    county.setDay('2026-08-08')
    await expect(ended(notice)).rejects.toMatchObject({ code: 'review.too_early_to_end', details: { until: '2026-08-08' } })
    await expect(county.as('li', async (ctx) => unopposed(ctx, ids[0] ?? 0))).rejects.toMatchObject({
      code: 'case.record_missing',
      message: expect.stringContaining('公示须满至 2026-08-08'),
    })
    county.setDay('2026-08-09')
    await ended(notice)
    expect(await Promise.all(ids.map(stateOf))).toEqual(['township_review', 'township_review'])
    const page = await pageOf(notice)
    expect(page).toMatchObject({ state: 'ended', endedOn: '2026-08-09' })
    expect(page.photos).toHaveLength(2)
    const last = (await county.as('wang', (ctx) => eventsOf(ctx, ids[0] ?? 0))).at(-1)
    expect(last?.record.notice_photo).toMatchObject({ noticeId: notice, postedOn: firstDay, untilOn: '2026-08-08' })
  })

  test('a household that is not on notice, a stale version, a day ahead and another area are refused', async () => {
    const { ids, notice } = await onNotice()
    const asked = {
      divisionCode: villageOne,
      kind: 'recognition',
      caseIds: ids,
      objectionOffice: '镇政府',
      objectionPhone: '0859-1',
    } as const
    await expect(county.as('li', (ctx) => makeNotice(ctx, asked))).rejects.toMatchObject({ code: 'review.nothing_to_post' })
    await expect(county.as('qian', (ctx) => makeNotice(ctx, asked))).rejects.toMatchObject({ code: 'review.nothing_to_post' })
    const [photo, page] = [await picture(), await pageOf(notice)]
    await expect(county.as('li', (ctx) => endNotice(ctx, notice, page.version - 1, photo))).rejects.toMatchObject({ code: 'store.stale' })
    const posting = { version: page.version, postedOn: '2026-08-04', place: '公示栏' }
    await expect(county.as('li', (ctx) => postNotice(ctx, notice, posting, photo))).rejects.toMatchObject({ code: 'review.notice_state' })
    await expect(county.as('qian', (ctx) => noticePage(ctx, notice))).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(county.as('qian', (ctx) => endNotice(ctx, notice, 2, photo))).rejects.toMatchObject({ code: 'store.not_found' })
    await takenBack(county, ids[0] ?? 0)
    expect((await pageOf(notice)).cases).toMatchObject([{ state: 'withdrawn' }])
  })

  test('the result is announced the same way, and its posting is what later moves ask for', async () => {
    const { ids, notice } = await onNotice()
    const [id = 0] = ids
    county.setDay('2026-08-10')
    await ended(notice)
    await moved(county, 'wu', id, 'endorse')
    await moved(county, 'zhou', id, 'admit')
    const waiting = await county.as('li', (ctx) => noticesWaiting(ctx, undefined))
    expect(waiting.items).toMatchObject([{ kind: 'recognition_result', cases: [{ caseId: id }] }])
    const announcement = await postedNotice(county, [id], 'recognition_result')
    const page = await pageOf(announcement)
    expect(page.poster).toMatchObject({ title: '防止返贫监测对象认定结果公告', objection: '', signed: expect.stringContaining('人民政府') })
    expect(page.untilOn).toBe('2026-08-15')
    const { items } = await county.as('wang', (ctx) => noticeList(ctx, { after: 0, limit: 50, kind: 'recognition_result' }))
    expect(items.map((one) => one.id)).toEqual([announcement])
    county.setDay('2026-08-16')
    await ended(announcement)
    expect(await stateOf(id)).toBe('assisted')
    expect((await county.as('li', (ctx) => noticesWaiting(ctx, undefined))).items).toEqual([])
  })
})

/** The move as the program makes it, with what the review really finds. */
async function unopposed(ctx: Context, caseId: number) {
  const row = await caseById(ctx, caseId)
  return act(ctx, caseId, 'unopposed', { version: row?.version ?? 0 })
}

describe('objections', () => {
  test('stop the days of one household; dismissed, the days still owed begin again', async () => {
    const { ids, notice } = await onNotice(2)
    const [held = 0, other = 0] = ids
    county.setDay('2026-08-05')
    const { id } = await objected(held)
    expect(await stateOf(held)).toBe('objection')
    expect((await pageOf(notice)).cases.map(({ state }) => state)).toEqual(['held', 'running'])
    county.setDay('2026-08-10')
    await ended(notice)
    expect(await stateOf(other)).toBe('township_review')
    expect((await pageOf(notice)).state).toBe('posted')
    await decided(id, 'dismissed')
    expect(await stateOf(held)).toBe('on_notice')
    expect((await pageOf(notice)).cases[0]).toMatchObject({ state: 'running', untilOn: '2026-08-14' })
    county.setDay('2026-08-14')
    await expect(ended(notice)).rejects.toMatchObject({ code: 'review.too_early_to_end' })
    county.setDay('2026-08-15')
    await ended(notice)
    expect(await stateOf(held)).toBe('township_review')
    expect((await pageOf(notice)).state).toBe('ended')
  })

  test('upheld, the case is verified anew, its other objections are decided with it and it leaves the sheet', async () => {
    const { ids, notice } = await onNotice()
    const [id = 0] = ids
    const [first, second] = [await objected(id), await objected(id, {}, 'li')]
    await decided(first.id, 'upheld')
    expect(await stateOf(id)).toBe('verifying')
    expect((await pageOf(notice)).cases).toMatchObject([{ state: 'withdrawn' }])
    expect(await objectionOf(second.id)).toMatchObject({ state: 'upheld', finding: '经核查，房产属同名人员' })
    await expect(decided(second.id, 'dismissed')).rejects.toMatchObject({ code: 'review.objection_done' })
  })

  test('one of two dismissed leaves the case on hold until the other is decided', async () => {
    const { ids } = await onNotice()
    const [id = 0] = ids
    const [first, second] = [await objected(id), await objected(id)]
    await decided(first.id, 'dismissed')
    expect(await stateOf(id)).toBe('objection')
    await decided(second.id, 'dismissed')
    expect(await stateOf(id)).toBe('on_notice')
    await takenBack(county, id)
  })

  test('are judged by nobody who visited or reported, and by nobody without the permission', async () => {
    const { ids } = await onNotice()
    const [id = 0] = ids
    const objection = await objected(id)
    const byLi = county.as('li', (ctx) => decideObjection(ctx, objection.id, { version: 1, decision: 'dismissed', finding: '不属实' }))
    await expect(byLi).rejects.toMatchObject({ code: 'review.same_handler', details: { did: '是这一户的核实人' } })
    const byWang = decided(objection.id, 'dismissed', 'wang')
    await expect(byWang).rejects.toMatchObject({ code: 'case.not_permitted' })
    const judging = reviewRoutes.filter(({ path }) => /^\/review\/objections\/:id\//.test(path))
    expect(new Set(judging.map(({ needs }) => needs))).toEqual(new Set(['case.objection']))
    await expect(
      county.as('qian', (ctx) => decideObjection(ctx, objection.id, { version: 1, decision: 'upheld', finding: '属实' })),
    ).rejects.toMatchObject({ code: 'store.not_found' })
    await decided(objection.id, 'dismissed')
    await takenBack(county, id)
  })

  test('need no name; a name given is sealed, shown for a reason that is recorded, and its owner is answered', async () => {
    const { ids } = await onNotice()
    const [id = 0] = ids
    const [nameless, named] = [await objected(id), await objected(id, { name: '钱多多', contact: '13900000009' })]
    expect(await objectionOf(nameless.id)).toMatchObject({ isNamed: false, owesAnswer: false })
    await expect(county.as('wu', (ctx) => unmaskObjector(ctx, nameless.id, '联系核查'))).rejects.toMatchObject({
      code: 'review.no_objector',
    })
    const { rows } = await county.store.asOwner((client) =>
      client.query('SELECT objector_sealed, contact_sealed FROM objections WHERE id = $1', [named.id]),
    )
    expect(JSON.stringify(rows)).not.toContain('钱多多')
    expect(await county.as('wu', (ctx) => unmaskObjector(ctx, named.id, '联系核查'))).toEqual({ name: '钱多多', contact: '13900000009' })
    const audit = await county.store.asOwner((client) =>
      client.query("SELECT details FROM audit_entries WHERE action = 'objector.unmasked' AND subject_id = $1", [String(named.id)]),
    )
    expect(audit.rows).toEqual([{ details: { reason: '联系核查' } }])
    const answer = (version: number) => county.as('wu', (ctx) => answerObjection(ctx, named.id, version, '已核查，房产不属于该户'))
    await expect(answer(1)).rejects.toMatchObject({ code: 'review.objection_open' })
    await decided(nameless.id, 'dismissed')
    await decided(named.id, 'dismissed')
    expect(await objectionOf(named.id)).toMatchObject({ owesAnswer: true })
    await answer(2)
    expect(await objectionOf(named.id)).toMatchObject({ owesAnswer: false, answer: '已核查，房产不属于该户' })
    await takenBack(county, id)
  })

  test('are open only while a notice runs', async () => {
    county.setDay(firstDay)
    const id = await awaitingMeeting(county, copy++)
    await expect(objected(id)).rejects.toMatchObject({ code: 'review.not_on_notice' })
    await takenBack(county, id)
  })
})

describe('for anybody', () => {
  test('a village tells how many households are on notice and where to object, and no name, number or risk', async () => {
    const { ids, notice } = await onNotice()
    const nobody = { id: 0, name: '未登录', officeId: 0, area: '~', role: 'nobody', permissions: new Set<string>() }
    const asked = (village: string) => county.store.transaction(asker(nobody), (ctx) => publicNotice(ctx, village))
    const answer = await asked(villageOne)
    expect(answer.items).toEqual([
      {
        title: '拟纳入防止返贫监测对象公示',
        households: 1,
        postedOn: firstDay,
        untilOn: '2026-08-08',
        objectionOffice: '青山镇人民政府',
        objectionPhone: '0859-1234567',
      },
    ])
    expect(JSON.stringify(answer)).not.toMatch(/张建国|因病|因学|52239900000/)
    expect(publicNotices.strict().parse(answer)).toEqual(answer)
    expect((await asked('522399001002')).items).toEqual([])
    county.setDay('2026-08-09')
    expect((await asked(villageOne)).items).toEqual([])
    await county.store.transaction(asker(nobody), async ({ db }) => {
      expect(await db.selectFrom('notice_cases').selectAll().execute()).toEqual([])
      expect(await db.selectFrom('objections').selectAll().execute()).toEqual([])
    })
    await ended(notice)
    expect(await stateOf(ids[0] ?? 0)).toBe('township_review')
  })
})
