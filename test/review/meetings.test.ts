/** Village meetings: opened over all that waits, kept from the browser, sealed once and for all, carried out household by household. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseById, eventsOf } from '../../src/cases/core.ts'
import { addMeetingPage, carryOutAgain, openMeeting, saveMeeting, sealMeeting } from '../../src/cases/review/meeting.actions.ts'
import { meetingList, meetingPage, villagesWaiting } from '../../src/cases/review/meeting-reading.actions.ts'
import { reviewRoutes } from '../../src/cases/review/review.routes.ts'
import { type CaseCounty, caseCounty, moved } from '../cases/cases.test-support.ts'
import { awaitingMeeting, filledMeeting, freshKey, picture, roster, villageOne } from './review.test-support.ts'

let county: CaseCounty
let copy = 0
const next = (risks?: readonly string[]) => awaitingMeeting(county, copy++, risks)

beforeAll(async () => {
  county = await caseCounty(24)
})
afterAll(() => county.drop())

const pageOf = (id: number, who: 'li' | 'wang' | 'zhao' = 'li') => county.as(who, (ctx) => meetingPage(ctx, id))
const seal = (meeting: { id: number; version: number }) => county.as('li', (ctx) => sealMeeting(ctx, meeting.id, meeting.version))
const stateOf = async (id: number) => (await county.as('wang', (ctx) => caseById(ctx, id)))?.state

describe('opening', () => {
  test('a meeting judges all that waits in the village, and one key opens one meeting', async () => {
    const waiting = [await next(), await next()]
    expect((await county.as('wang', (ctx) => villagesWaiting(ctx, undefined))).items).toMatchObject([
      { divisionCode: villageOne, recognition: 2, clearing: 0, openMeeting: null },
    ])
    const clientKey = freshKey()
    const open = () => county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey }))
    const first = await open()
    expect(await open()).toEqual(first)
    const page = await pageOf(first.id)
    expect(page.households.map(({ caseId, purpose }) => [caseId, purpose])).toEqual(waiting.map((id) => [id, 'recognition']))
    expect(page).toMatchObject({ heldOn: '2026-08-03', attendance: [], sealedAt: null, shares: { quorum: 66.6, agree: 50 } })
    // What is in an open meeting waits for no other.
    const second = county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: freshKey() }))
    await expect(second).rejects.toMatchObject({ code: 'review.nothing_to_judge' })
    await sealedAway(first.id)
  })

  test('the people, place and officers of the last meeting are on the next one, nobody ticked', async () => {
    await next()
    const { id } = await county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: freshKey() }))
    const page = await pageOf(id)
    expect(page).toMatchObject({ place: '白果村村委会', chair: '李明', recorder: '黄兴', representativesTotal: 9 })
    expect(page.attendance).toHaveLength(10)
    expect(page.attendance.some(({ isPresent }) => isPresent)).toBe(false)
    await sealedAway(id)
  })

  test('a village outside the area is not found, and the routes ask for the permission of village work', async () => {
    const outside = county.as('qian', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: freshKey() }))
    await expect(outside).rejects.toMatchObject({ code: 'store.not_found' })
    const writes = reviewRoutes.filter(({ path, method }) => path.startsWith('/review/meetings') && method !== 'GET')
    expect(new Set(writes.map(({ needs }) => needs))).toEqual(new Set(['case.visit']))
    expect(writes).toHaveLength(5)
  })
})

/** Fills and seals a meeting that is open. */
async function sealedAway(id: number): Promise<void> {
  const page = await pageOf(id)
  const saved = await county.as('li', (ctx) => saveMeeting(ctx, id, { ...whole(page), savedKey: page.savedKey }))
  const scan = await picture('签字.jpg')
  await county.as('li', (ctx) => addMeetingPage(ctx, id, 'scan', scan, null))
  await seal(saved)
}

function whole(page: Awaited<ReturnType<typeof pageOf>>) {
  return {
    version: page.version,
    heldOn: page.heldOn,
    place: '白果村村委会',
    chair: '李明',
    recorder: '黄兴',
    representativesTotal: 9,
    attendance: roster(8),
    discussion: '',
    votes: page.households.map(({ caseId }) => ({ caseId, agree: 9, disagree: 0, abstain: 0, note: '' })),
  }
}

describe('keeping what the browser holds', () => {
  test('the browser that saved last saves again without knowing its own version; another one must have seen it', async () => {
    await next()
    const key = freshKey()
    const { id } = await county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: key }))
    const draft = whole(await pageOf(id))
    const save = (savedKey: string, version: number, who: 'li' | 'wang' = 'li') =>
      county.as(who, (ctx) => saveMeeting(ctx, id, { ...draft, savedKey, version }))
    expect((await save(key, 1)).version).toBe(2)
    expect((await save(key, 1)).version).toBe(3)
    await expect(save(freshKey(), 1, 'wang')).rejects.toMatchObject({ code: 'store.stale' })
    expect((await save(freshKey(), 3, 'wang')).version).toBe(4)
    await expect(save(key, 3)).rejects.toMatchObject({ code: 'store.stale' })
    await sealedAway(id)
  })

  test('a household may leave the meeting and come back, one that waits nowhere may not join', async () => {
    const [stays, goes] = [await next(), await next()]
    const key = freshKey()
    const { id } = await county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: key }))
    const draft = { ...whole(await pageOf(id)), savedKey: key }
    const withVotes = (ids: number[]) =>
      county.as('li', (ctx) =>
        saveMeeting(ctx, id, { ...draft, votes: ids.map((caseId) => ({ caseId, agree: 9, disagree: 0, abstain: 0, note: '' })) }),
      )
    await withVotes([stays])
    expect((await pageOf(id)).joinable.map(({ caseId }) => caseId)).toEqual([goes])
    await withVotes([stays, goes])
    const elsewhere = await moved(county, 'li', goes, 'verify_again')
    expect(elsewhere.state).toBe('verifying')
    await withVotes([stays])
    await expect(withVotes([stays, goes])).rejects.toMatchObject({ code: 'review.not_in_meeting' })
    await sealedAway(id)
  })

  test('a kind of person nobody knows is refused', async () => {
    await next()
    const key = freshKey()
    const { id } = await county.as('li', (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: key }))
    const draft = { ...whole(await pageOf(id)), savedKey: key, attendance: [{ name: '甲', kind: 'guest', isPresent: true }] }
    await expect(county.as('li', (ctx) => saveMeeting(ctx, id, draft))).rejects.toMatchObject({ code: 'review.wrong_kind' })
    await sealedAway(id)
  })
})

describe('sealing', () => {
  test('each case goes where the votes send it, and its events carry minutes and votes', async () => {
    const [yes, no] = [await next(), await next()]
    const meeting = await filledMeeting(county, { [no]: { agree: 3, disagree: 5, abstain: 1 } })
    await seal(meeting)
    expect([await stateOf(yes), await stateOf(no)]).toEqual(['on_notice', 'not_admitted'])
    const page = await pageOf(meeting.id)
    expect(page.households.map(({ result, carriedOut }) => [result, carriedOut])).toEqual([
      ['agreed', 'moved'],
      ['rejected', 'moved'],
    ])
    expect(page).toMatchObject({ isIntact: true, sealedBy: '李明' })
    expect(page.digest).toMatch(/^[0-9a-f]{64}$/)
    const last = (await county.as('wang', (ctx) => eventsOf(ctx, no))).at(-1)
    expect(last).toMatchObject({
      action: 'vote_down',
      officer_name: '李明',
      record: { minutes: { meetingId: meeting.id, digest: page.digest }, votes: { agree: 3, disagree: 5, abstain: 1 } },
    })
  })

  test('a household that has gone elsewhere keeps no other back, and the reason is shown', async () => {
    const [withdrawn, stays] = [await next(), await next()]
    const meeting = await filledMeeting(county)
    await moved(county, 'li', withdrawn, 'withdraw')
    await seal(meeting)
    expect(await stateOf(stays)).toBe('on_notice')
    const page = await pageOf(meeting.id)
    expect(page.households.find(({ caseId }) => caseId === withdrawn)).toMatchObject({
      carriedOut: 'refused',
      refusal: expect.stringContaining('农户撤回'),
    })
    const again = await county.as('li', (ctx) => carryOutAgain(ctx, meeting.id))
    expect(again.id).toBe(meeting.id)
    const list = await county.as('wang', (ctx) => meetingList(ctx, { after: 0, limit: 1, sealed: 'true' }))
    expect(list.items).toMatchObject([{ id: meeting.id, households: 2, agreed: 2, pending: 1 }])
  })

  test('too few people, an incomplete vote and a missing signature are all told at once', async () => {
    const id = await next()
    const meeting = await filledMeeting(county, { [id]: { agree: 4, disagree: 0, abstain: 0 } }, { present: 5, signed: false })
    const refused = seal(meeting)
    await expect(refused).rejects.toMatchObject({
      code: 'review.not_ready',
      details: {
        faults: ['到会村民代表 5 人，至少需要 6 人', '张建国家共 4 票，与有表决权的 6 人不符', '没有上传签字后的会议记录（拍照或扫描）'],
      },
    })
    expect(await stateOf(id)).toBe('village_review')
    await sealedAway(meeting.id)
  })

  test('what is sealed can be changed by nobody, not even by a statement of the program', async () => {
    await next()
    const meeting = await filledMeeting(county)
    await expect(county.as('li', (ctx) => sealMeeting(ctx, meeting.id, meeting.version - 1))).rejects.toMatchObject({ code: 'store.stale' })
    await seal(meeting)
    const page = await pageOf(meeting.id)
    const draft = { ...whole(page), savedKey: page.savedKey }
    const sealed = { code: 'review.meeting_sealed' }
    await expect(county.as('li', (ctx) => saveMeeting(ctx, meeting.id, draft))).rejects.toMatchObject(sealed)
    const photo = await picture()
    await expect(county.as('li', (ctx) => addMeetingPage(ctx, meeting.id, 'photo', photo, null))).rejects.toMatchObject(sealed)
    await expect(county.as('li', (ctx) => sealMeeting(ctx, meeting.id, page.version))).rejects.toMatchObject(sealed)
    await county.as('li', async ({ db }) => {
      const changed = await db.updateTable('review_meetings').set({ minutes: '改' }).where('id', '=', meeting.id).executeTakeFirst()
      const votes = await db.updateTable('meeting_votes').set({ agree: 0 }).where('meeting_id', '=', meeting.id).executeTakeFirst()
      const gone = await db.deleteFrom('meeting_votes').where('meeting_id', '=', meeting.id).executeTakeFirst()
      expect([changed.numUpdatedRows, votes.numUpdatedRows, gone.numDeletedRows]).toEqual([0n, 0n, 0n])
    })
  })

  test('a change behind the program is seen by its digest', async () => {
    await next()
    const meeting = await filledMeeting(county)
    await seal(meeting)
    await county.store.asOwner((client) =>
      client.query(`UPDATE review_meetings SET content = jsonb_set(content, '{minutes}', '"改"') WHERE id = $1`, [meeting.id]),
    )
    expect((await pageOf(meeting.id)).isIntact).toBe(false)
  })

  test('the next county finds neither the meeting nor its results', async () => {
    await next()
    const meeting = await filledMeeting(county)
    for (const work of [
      () => county.as('qian', (ctx) => meetingPage(ctx, meeting.id)),
      () => county.as('qian', (ctx) => sealMeeting(ctx, meeting.id, meeting.version)),
      () => county.as('qian', (ctx) => carryOutAgain(ctx, meeting.id)),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(county.as('li', (ctx) => carryOutAgain(ctx, meeting.id))).rejects.toMatchObject({ code: 'review.meeting_open' })
    await seal(meeting)
  })
})
