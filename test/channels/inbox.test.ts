/** The inbox: what officers enter, accept, refuse and tell, who may, and that every asker gets the result. */
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerAskers, takeBackAnswer } from '../../src/cases/channels/effects.ts'
import { act, caseById, channelsOf, eventsOf, openCase } from '../../src/cases/core.ts'
import { parts } from '../../src/cases/parts.ts'
import { asker } from '../database/database.test-support.ts'
import {
  apply,
  behind,
  call,
  county,
  far,
  follow,
  idNumber,
  li,
  liZhang,
  openCounty,
  qian,
  refusal,
  sun,
  tinyPhoto,
  tokenOf,
  villageFar,
  villageOne,
  villageTwo,
  wang,
  zhang,
  zhao,
  zheng,
} from './channels.test-support.ts'

let store: Awaited<ReturnType<typeof openCounty>>
let [one, two, three] = [0, 0, 0]
let village = ''

beforeAll(async () => {
  store = await openCounty()
  ;[one, two, three] = [await store.householdOf(1), await store.householdOf(2), await store.householdOf(3)]
  village = await tokenOf(store, 'village', villageOne)
})
afterAll(() => store.drop())

const paper = { ...zhang, difficulty: '因病', words: '住院花费大' }
const heard = {
  channel: 'consultation_line',
  way: 'call_12317',
  divisionCode: '522399001',
  name: zhang.name,
  difficulty: '因病',
  words: '来电反映看病花钱多。',
}
const enterCall = (more: object = {}) => call(store, wang, 'POST', '/consultations', { ...heard, ...more })
const enterPaper = (more: object = {}) => call(store, li, 'POST', '/applications', { ...paper, ...more })
const open = (id: number, who = wang) => call(store, who, 'GET', `/applications/${id}`)
const accept = (id: number, body: object, who = wang) => call(store, who, 'POST', `/applications/${id}/accept`, { version: 1, ...body })
const refuse = (id: number, body: object = {}, who = wang) =>
  call(store, who, 'POST', `/applications/${id}/refuse`, { version: 1, refusal: 'not_found', ...body })
const fresh = async (who = '王小五', n = 41) => (await enterPaper({ name: who, idNumber: idNumber('1980-01-01', n) })).id as number

describe('entering', () => {
  test('a paper typed in by the village officer needs no village named and is due in two days', async () => {
    const { id, followUp, dueOn } = await enterPaper()
    expect([followUp, dueOn]).toEqual([expect.stringMatching(/^\d{4} \d{4} \d{4}$/), '2026-11-02'])
    expect(await open(id)).toMatchObject({
      channelLabel: '农户自主申报',
      wayLabel: '纸质申请',
      village: '新寨村',
      asksFor: 'own',
      idNumber: `${zhang.idNumber.slice(0, 6)}********${zhang.idNumber.slice(-4)}`,
      phone: '139****0001',
      enteredBy: '李村干',
      followUp,
      isOverdue: false,
    })
  })

  test('a paper by proxy keeps who and how related, without a photo', async () => {
    const { id } = await enterPaper({ proxyName: '王大山', proxyRelation: '邻居' })
    expect(await open(id)).toMatchObject({ asksFor: 'proxy', askerName: '王大山', askerRelation: '邻居', hasPhoto: false })
  })

  test('a call needs few fields, may be about a township only, and the village does not see it until it is known', async () => {
    const { id } = await enterCall({ askerName: '赵热心', askerPhone: '13811112222' })
    expect(await open(id)).toMatchObject({ township: '城关镇', village: '', asksFor: 'other', askerPhone: '138****2222' })
    expect(await refusal(open(id, li))).toBe('store.not_found')
  })

  test('a letter that lay about is due from the day it came', async () => {
    const { id } = await enterCall({ way: 'letter', receivedOn: '2026-10-20' })
    expect(await open(id)).toMatchObject({ receivedOn: '2026-10-20', dueOn: '2026-10-22', isOverdue: true })
  })

  test.each([
    ['a day to come', { receivedOn: '2026-11-01' }, 'channels.received_later'],
    ['another township', { divisionCode: '522399002' }, 'store.outside_area'],
    ['another county', { divisionCode: '522398001' }, 'store.outside_area'],
    ['markup', { words: '<b>很困难</b>' }, 'channels.bad_application'],
    ['a wrong number', { idNumber: '522399197503020010' }, 'channels.bad_application'],
    ['no such difficulty', { difficulty: '没有' }, 'channels.bad_application'],
  ])('%s is refused', async (_, more, code) => {
    expect(await refusal(enterCall(more))).toBe(code)
  })

  test('whose village is not clear is asked for it', async () => {
    expect(await refusal(call(store, wang, 'POST', '/applications', paper))).toBe('channels.village_needed')
    expect((await call(store, wang, 'POST', '/applications', { ...paper, divisionCode: villageTwo })).id).toBeGreaterThan(0)
  })
})

describe('who may', () => {
  test.each([
    ['the village may not register calls', li, 'POST', '/consultations', heard, '403 application.receive'],
    ['the village may not accept', li, 'POST', '/applications/1/accept', {}, '403 application.receive'],
    ['the village may not refuse', li, 'POST', '/applications/1/refuse', {}, '403 application.receive'],
    ['the village may not issue codes', li, 'POST', '/codes/villages', {}, '403 application.receive'],
    ['the county may not type in papers', zhao, 'POST', '/applications', paper, '403 case.visit'],
    ['the county without that right sees no full numbers', zhao, 'POST', '/applications/1/unmask', {}, '403 person.unmask'],
    ['a supervisor may not accept', zheng, 'POST', '/applications/1/accept', {}, '403 application.receive'],
    ['an auditor sees no list', sun, 'GET', '/applications', undefined, '403 case.read'],
    ['an auditor sees no codes', sun, 'GET', '/codes/villages', undefined, '403 case.read'],
  ])('%s', async (_, who, method, path, body, expected) => {
    expect(await refusal(call(store, who, method, path, body))).toBe(expected)
  })

  test('a supervisor reads, without the code that opens the progress page and without telling results', async () => {
    const id = await fresh()
    expect((await open(id, zheng)).followUp).toBe('')
    expect(await refusal(call(store, zheng, 'POST', `/applications/${id}/told`, { version: 1, how: 'phone' }))).toBe('channels.not_teller')
  })

  test.each([
    ['the next county', qian],
    ['the township beside', far],
  ])('%s finds nothing: not in the list, not by number, not the photo, not to decide', async (_, who) => {
    const { code } = await apply(store, village, { proxyName: '王大山', proxyRelation: '邻居', photo: tinyPhoto })
    const { id } = await behind(store, code)
    expect(
      (await call(store, who, 'GET', '/applications?limit=200')).items.filter(
        (row: { divisionCode: string }) => row.divisionCode === villageOne,
      ),
    ).toEqual([])
    expect((await call(store, who, 'GET', `/applications?division=${county}`)).items).toEqual([])
    for (const work of [
      () => open(id, who),
      () => call(store, who, 'GET', `/applications/${id}/photo`),
      () => call(store, who, 'POST', `/applications/${id}/unmask`, { reason: '核实情况' }),
      () => accept(id, { householdId: one }, who),
      () => refuse(id, {}, who),
    ])
      expect(await refusal(work())).toBe('store.not_found')
    expect(
      (await call(store, who, 'GET', `/codes/villages?division=${villageOne}`)).items.filter(
        (row: { divisionCode: string }) => row.divisionCode === villageOne,
      ),
    ).toEqual([])
    expect(
      (await call(store, who, 'GET', `/codes/print?kind=village&division=${villageOne}&base=https://x.example`)).items.filter(
        (row: { village: string }) => row.village === '新寨村',
      ),
    ).toEqual([])
    expect(await refusal(call(store, who, 'POST', '/codes/villages', { divisionCode: villageOne, isAnew: true, reason: '试一试' }))).toBe(
      'channels.no_villages',
    )
    expect(await refusal(call(store, who, 'POST', '/codes/households', { divisionCode: villageOne }))).toBe('store.not_found')
  })

  test('full numbers are shown on a reason, and looks are in the audit trail', async () => {
    const { id } = await enterPaper()
    await open(id)
    expect(await call(store, wang, 'POST', `/applications/${id}/unmask`, { reason: '回电核实' })).toMatchObject({
      idNumber: zhang.idNumber,
      phone: zhang.phone,
    })
    const { rows } = await store.asOwner((client) =>
      client.query(
        "SELECT action, details->>'reason' AS reason FROM audit_entries WHERE subject_kind = 'application' AND subject_id = $1 ORDER BY id",
        [String(id)],
      ),
    )
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ['application.received', null],
      ['application.seen', null],
      ['application.unmasked', '回电核实'],
    ])
  })
})

describe('whom it is about', () => {
  test('is proposed by number, else by name in the place, with what is already under way', async () => {
    const { id } = await enterPaper()
    const byName = await enterCall()
    expect((await open(id)).candidates).toEqual([
      expect.objectContaining({ householdId: one, headName: '张建国', by: '证件号码', openCase: null }),
    ])
    expect((await open(byName.id)).candidates).toEqual([expect.objectContaining({ householdId: one, by: '姓名' })])
    const other = await call(store, far, 'POST', '/consultations', { ...heard, divisionCode: villageFar, name: zhang.name })
    expect((await open(other.id, far)).candidates).toEqual([])
  })

  test('others of the same person are shown before accepting', async () => {
    const sixth = { name: '曾小梅', idNumber: idNumber('1977-07-20', 2) }
    const a = await enterPaper(sixth)
    const b = await enterCall(sixth)
    expect((await open(a.id)).twins.map(({ id }: { id: number }) => id)).toEqual([b.id])
    expect(await open(b.id)).toMatchObject({ hasTwin: true })
  })
})

describe('accepting', () => {
  test('three channels about one household meet in one case, and each is answered when it ends', async () => {
    const page = await apply(store, village, liZhang)
    const { id } = await behind(store, page.code)
    const heardOf = await enterCall({ name: liZhang.name, idNumber: liZhang.idNumber })
    const tip = await enterCall({ channel: 'social_tip', way: 'media', name: liZhang.name, askerName: '赵热心' })
    const { caseId, isNew, accepted } = await accept(id, {
      householdId: two,
      also: [tip, heardOf].map((it) => ({ id: it.id, version: 1 })),
      note: '电话核实过',
    })
    expect([isNew, accepted]).toEqual([true, 3])
    const ways = await store.transaction(asker(wang), (ctx) => channelsOf(ctx, caseId))
    expect(ways.map(({ channel, source_kind }) => `${channel} ${source_kind}`).sort()).toEqual([
      'consultation_line consultation',
      'self_application application',
      'social_tip tip',
    ])
    // What came through the code of another village follows the household.
    expect(await open(id)).toMatchObject({ state: 'accepted', divisionCode: villageTwo, caseId, decidedBy: '王乡镇' })
    expect((await follow(store, page.code)).progress).toMatchObject({ stage: 'working', sentence: '乡镇已经受理，正在安排人员入户核实。' })
    await store.transaction(asker(wang), async (ctx) => {
      const version = (await caseById(ctx, caseId))?.version ?? 0
      await act(ctx, caseId, 'withdraw', { version, record: { reason: '农户自己撤回' } })
    })
    const own = (await follow(store, page.code)).progress
    expect(own).toMatchObject({ stage: 'done', sentence: '这项申请已经撤回或没有授权核查，不再办理。需要时可以再次申请。' })
    expect(JSON.stringify(own)).not.toContain('农户自己撤回')
    const told = (await follow(store, tip.followUp)).progress
    expect([told.sentence, told.steps.map(({ label }: { label: string }) => label)]).toEqual([
      '所反映的情况已核实，并已按规定处理。',
      ['受理', '核实', '办结'],
    ])
    // Two looked for themselves, the caller is still to be told.
    expect(await open(id)).toMatchObject({ isToTell: false, toldHow: '本人凭查询码查看' })
    const list = await call(store, wang, 'GET', '/applications?toTell=true')
    expect(list.items.map((row: { id: number }) => row.id)).toEqual([heardOf.id])
    const { version } = await open(heardOf.id)
    await call(store, wang, 'POST', `/applications/${heardOf.id}/told`, { version, how: 'phone' })
    expect(await open(heardOf.id)).toMatchObject({ isToTell: false, toldHow: '电话告知', toldOn: '2026-10-31' })
  })

  test('when a case is verified anew the result given before is taken back, and the next one is told again', async () => {
    const { id } = await call(store, far, 'POST', '/consultations', { ...heard, divisionCode: villageFar, name: '何小平' })
    const { caseId } = await accept(id, { householdId: three }, far)
    const enter = (state: 'not_admitted' | 'verifying') =>
      store.transaction(asker(far), async (ctx) => {
        const [theCase, event] = [await caseById(ctx, caseId), (await eventsOf(ctx, caseId)).at(-1)]
        if (theCase === undefined || event === undefined) throw new Error('no such case')
        for (const effect of parts.onEnter[state] ?? [])
          if (effect === answerAskers || effect === takeBackAnswer) await effect(ctx, { ...theCase, state }, event)
      })
    await enter('not_admitted')
    expect(await open(id, far)).toMatchObject({ isToTell: true, told: { stage: 'done' } })
    await call(store, far, 'POST', `/applications/${id}/told`, { version: 3, how: 'visit' })
    await enter('verifying')
    expect(await open(id, far)).toMatchObject({ isToTell: false, toldOn: null, told: { stage: 'working' } })
    await enter('not_admitted')
    expect(await open(id, far)).toMatchObject({ isToTell: true })
  })

  test('a household that has a case gets a further channel on it, and sees the step reached', async () => {
    const { caseId } = await store.transaction(asker(far), (ctx) =>
      openCase(ctx, { householdId: three, channel: 'cadre_visit', source: { kind: 'visit', id: '1' } }),
    )
    const { id } = await call(store, far, 'POST', '/consultations', { ...heard, divisionCode: villageFar, name: '王某某' })
    expect(await accept(id, { householdId: three }, far)).toEqual({ caseId, isNew: false, accepted: 1 })
  })

  test.each([
    ['a household of another township', () => ({ householdId: three }), 'store.not_found'],
    ['no such household', () => ({ householdId: 999_999 }), 'store.not_found'],
    ['a stale version', () => ({ householdId: one, version: 2 }), 'store.stale'],
    ['one of the others stale', (id: number) => ({ householdId: one, also: [{ id: id - 1, version: 7 }] }), 'store.stale'],
    ['itself once more', (id: number) => ({ householdId: one, also: [{ id, version: 1 }] }), 'channels.not_the_same'],
  ])('%s is refused, and nothing is half done', async (_, body, code) => {
    await fresh('刘一一', 51)
    const id = await fresh('刘一一', 51)
    expect(await refusal(accept(id, body(id)))).toBe(code)
    expect(await open(id)).toMatchObject({ state: 'waiting', version: 1 })
  })

  test('two officers at once: one accepts, the other is told who and when', async () => {
    const id = await fresh('刘二二', 53)
    const results = await Promise.all([
      refusal(accept(id, { householdId: one })),
      refusal(accept(id, { householdId: one }, { ...wang, id: 77, name: '另一位' })),
    ])
    expect(results.sort()).toEqual(['channels.already_decided', 'nothing was refused'])
    expect(await refusal(refuse(id))).toBe('channels.already_decided')
  })
})

describe('refusing', () => {
  test('tells the sentence of the policy, never the words of the officer', async () => {
    const { code } = await apply(store, village)
    const { id } = await behind(store, code)
    await refuse(id, { note: '张建国不住这里，电话 13900000001' })
    const { progress } = await follow(store, code)
    expect(progress).toMatchObject({
      stage: 'refused',
      sentence: '按所填的信息没有找到这一户，请到村委会核对姓名和证件号码后重新申请。',
      steps: [],
    })
    expect(JSON.stringify(progress)).not.toMatch(/张建国|1390000/)
    expect(await open(id)).toMatchObject({
      stateLabel: '不予受理',
      refusalLabel: '查无此户或信息不实',
      note: '张建国不住这里，电话 13900000001',
    })
  })

  test.each([
    ['a reason that is not in the policy', { refusal: 'constructor' }, 'channels.bad_application'],
    ['a stale version', { version: 3 }, 'store.stale'],
  ])('%s is refused', async (_, body, code) => {
    expect(await refusal(refuse(await fresh('刘三三', 55), body))).toBe(code)
  })

  test('what has no result yet cannot be told', async () => {
    const id = await fresh('刘四四', 57)
    expect(await refusal(call(store, wang, 'POST', `/applications/${id}/told`, { version: 1, how: 'paper' }))).toBe(
      'channels.nothing_to_tell',
    )
  })
})

describe('the list', () => {
  test('has what waits longest first, over pages each once, and exports the same rows', async () => {
    const all = (await call(store, wang, 'GET', '/applications?limit=200')).items
    const seen: number[] = []
    for (let after = ''; ; ) {
      const { items, next } = await call(store, wang, 'GET', `/applications?limit=3&after=${after}`)
      seen.push(...items.map(({ id }: { id: number }) => id))
      if (next === null) break
      after = next
    }
    expect(seen).toEqual(all.map(({ id }: { id: number }) => id))
    const waiting = all.filter(({ state }: { state: string }) => state === 'waiting')
    expect(waiting).toEqual(all.slice(0, waiting.length))
    expect(waiting.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(waiting.map(({ dueOn }: { dueOn: string }) => dueOn).sort())
    const { content } = await call(store, wang, 'GET', '/applications?format=xlsx')
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(content)
    expect(workbook.worksheets[0]?.rowCount).toBe(all.length + 2)
  })

  test('counts agree with the filters, and a made-up cursor is refused', async () => {
    const counts = await call(store, wang, 'GET', '/applications/counts')
    const count = async (query: string) => (await call(store, wang, 'GET', `/applications?limit=200&${query}`)).items.length
    expect(counts).toEqual({
      waiting: await count('state=waiting'),
      overdue: await count('overdue=true'),
      told: await count('told=true'),
      toTell: await count('toTell=true'),
    })
    expect(counts.overdue).toBe(1)
    expect(await count('channel=social_tip')).toBe(1)
    expect(await count(`name=${encodeURIComponent('赵热心')}`)).toBe(2)
    expect(await refusal(call(store, wang, 'GET', '/applications?after=eyJhIjoxfQ'))).toBe('case.bad_cursor')
  })
})
