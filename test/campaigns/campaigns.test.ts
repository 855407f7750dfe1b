/** Concentrated checks: nobody missed, nobody visited twice, findings become cases; and what the rules were worth. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import {
  assignShare,
  beginCampaign,
  campaignsInArea,
  closeCampaign,
  coverageOf,
  estimateFor,
  markHouseholds,
  refreshCampaign,
  rosterOf,
} from '../../src/cases/campaigns/campaigns.actions.ts'
import { takeRoster } from '../../src/cases/campaigns/roster-workbook.actions.ts'
import { openCaseOf } from '../../src/cases/core.ts'
import { keepWeek, worthByWeek, worthOf } from '../../src/cases/worth/worth.actions.ts'
import { type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'

let county: CaseCounty
beforeAll(async () => {
  county = await caseCounty(4)
  county.setDay('2026-09-10')
})
afterAll(() => county.drop())

const days = { startsOn: '2026-09-01', endsOn: '2026-09-30' }
const begin = (who: PersonaName, divisionCode: string, scope: 'all' | 'monitored' | 'former_poor' = 'all') =>
  county.as(who, (ctx) => beginCampaign(ctx, { divisionCode, name: '九月集中排查', scope, ...days }))
async function roster(who: PersonaName, id: number, state?: string) {
  const page = await county.as(who, (ctx) => rosterOf(ctx, id, { limit: 200, ...(state && { state }) }))
  if (!('items' in page)) throw new Error('a file')
  return page.items
}
async function coverage(who: PersonaName, id: number) {
  const answer = await county.as(who, (ctx) => coverageOf(ctx, id, {}))
  if (!('total' in answer)) throw new Error('a file')
  return answer
}
const mark = (who: PersonaName, id: number, rows: { id: number; version: number }[], state: string, more: object = {}) =>
  county.as(who, (ctx) => markHouseholds(ctx, id, { state, rows, risks: [], note: '', ...more } as Parameters<typeof markHouseholds>[2]))

describe('a campaign', () => {
  test('has everybody on its roster, and the village sees its own part', async () => {
    const one = await begin('zhao', '522399')
    const whole = await coverage('zhao', one.id)
    expect(whole.total).toMatchObject({ roster: county.households.length, checked: 0, gap: county.households.length, percent: 0 })
    expect(whole.places.map(({ division }) => division)).toEqual(['522399001', '522399002'])
    const ofVillage = await coverage('li', one.id)
    expect(ofVillage.total.roster).toBe(4)
    expect(new Set((await roster('li', one.id)).map(({ divisionCode }) => divisionCode))).toEqual(new Set(['522399001001']))
    expect((await county.as('qian', (ctx) => campaignsInArea(ctx))).items).toEqual([])
    await expect(coverage('qian', one.id)).rejects.toMatchObject({ code: 'store.not_found' })
  })

  test('takes one result for many households, and a finding becomes a case', async () => {
    const one = await begin('zhao', '522399001001')
    const [sick, ...well] = await roster('li', one.id)
    if (sick === undefined) throw new Error('an empty roster')
    expect(await mark('li', one.id, well, 'no_risk')).toEqual({ marked: 3, cases: 0, refused: [] })
    await expect(mark('li', one.id, [sick], 'risk_found')).rejects.toMatchObject({ code: 'campaign.risk_missing' })
    await expect(mark('li', one.id, [sick], 'risk_found', { risks: ['因懒'] })).rejects.toMatchObject({ code: 'campaign.unknown_risk' })
    expect(await mark('li', one.id, [sick], 'risk_found', { risks: ['因病'], note: '透析' })).toMatchObject({ marked: 1, cases: 1 })
    const opened = await county.as('li', (ctx) => openCaseOf(ctx, sick.householdId, 'monitoring'))
    expect(opened).toMatchObject({ channel: 'cadre_visit', risks: ['因病'], state: 'suspected' })
    expect((await mark('li', one.id, [sick], 'no_risk')).refused).toHaveLength(1)
  })

  test('does not end while one household is missing', async () => {
    const one = await begin('zhao', '522399001002')
    const rows = await roster('zhao', one.id)
    const last = rows.slice(-1)
    await mark('wang', one.id, rows.slice(0, -1), 'no_risk')
    await expect(mark('wang', one.id, last, 'unreachable')).rejects.toMatchObject({ code: 'campaign.reason_missing' })
    await mark('wang', one.id, last, 'unreachable', { note: '外出未归' })
    await expect(county.as('zhao', (ctx) => closeCampaign(ctx, one.id, one.version))).rejects.toMatchObject({ code: 'campaign.gap' })
    expect((await coverage('zhao', one.id)).total.percent).toBeLessThan(100)
    await mark('wang', one.id, await roster('zhao', one.id, 'unreachable'), 'no_risk')
    expect(await county.as('zhao', (ctx) => closeCampaign(ctx, one.id, one.version))).toMatchObject({ closedOn: '2026-09-10' })
    await expect(mark('wang', one.id, last, 'no_risk')).rejects.toMatchObject({ code: 'campaign.closed' })
  })

  test('counts a visit made for another purpose, and drops nobody by itself', async () => {
    const one = await begin('zhao', '522399002001')
    const [row] = await roster('zhao', one.id)
    await county.store.asOwner((client) =>
      client.query(
        `INSERT INTO visit_forms (division_code, household_id, form_key, version, client_key, purposes, visited_on, visitor_id, visitor_name, sent_by, received_at, outcome, content, content_digest)
         VALUES ('522399002001', $1, 'f1', 1, 'c1', '{follow_up}', '2026-09-05', 1, '李明', '李明', now(), 'met', '{}', '')`,
        [row?.householdId],
      ),
    )
    expect(await county.as('zhao', (ctx) => refreshCampaign(ctx, one.id))).toEqual({ added: 0, byVisits: 1, gone: 0 })
    expect((await roster('zhao', one.id)).find(({ id }) => id === row?.id)).toMatchObject({
      state: 'no_risk',
      checkedOn: '2026-09-05',
      checkedBy: '李明',
    })
  })

  test('is begun in the own area only, for somebody, and with days in order', async () => {
    await expect(begin('zhao', '522398')).rejects.toMatchObject({ code: 'campaign.outside' })
    await expect(begin('qian', '522398')).rejects.toMatchObject({ code: 'campaign.nobody' })
    const reversed = county.as('zhao', (ctx) =>
      beginCampaign(ctx, { divisionCode: '522399', name: '反了', scope: 'all', startsOn: '2026-09-30', endsOn: '2026-09-01' }),
    )
    await expect(reversed).rejects.toMatchObject({ code: 'campaign.days' })
    const formerPoor = await begin('zhao', '522399', 'former_poor')
    expect((await coverage('zhao', formerPoor.id)).total.roster).toBe(4)
  })

  test('a share is given to an officer of the place, not to one of elsewhere', async () => {
    const one = await begin('zhao', '522399001001')
    const share = (who: PersonaName) =>
      county.as('zhao', (ctx) => assignShare(ctx, one.id, { division: '522399001001', officerId: county.people[who].officer.id }))
    expect(await share('li')).toEqual({ assigned: 4 })
    await expect(share('qian')).rejects.toMatchObject({ code: 'campaign.officer' })
    await county.store.asOwner((client) => client.query("UPDATE officers SET valid_until = '2026-09-09' WHERE username = 'wang'"))
    await expect(share('wang')).rejects.toMatchObject({ code: 'campaign.officer' })
    await county.store.asOwner((client) => client.query("UPDATE officers SET valid_until = NULL WHERE username = 'wang'"))
    const mine = await county.as('li', (ctx) => rosterOf(ctx, one.id, { limit: 50, mine: 'true' }))
    expect('items' in mine && mine.items).toHaveLength(4)
  })
})

describe('the roster in a spreadsheet', () => {
  test('comes back line by line: good lines go in, bad ones are told with their row', async () => {
    const one = await begin('zhao', '522399001001')
    const file = await county.as('wang', (ctx) => rosterOf(ctx, one.id, { limit: 50, format: 'xlsx' }))
    if (!('kind' in file) || !Buffer.isBuffer(file.content)) throw new Error('no workbook')
    const book = new exceljs.Workbook()
    await book.xlsx.load(file.content as never)
    const sheet = book.worksheets[0]
    if (sheet === undefined) throw new Error('no sheet')
    const header = sheet.getRow(2).values as string[]
    const fill = (row: number, cells: Record<string, string>) => {
      for (const [name, value] of Object.entries(cells)) sheet.getRow(row).getCell(header.indexOf(name)).value = value
    }
    fill(3, { 走访日期: '2026年9月3日', 排查结果: '未发现风险' })
    fill(4, { 走访日期: '2026-09-04', 排查结果: '发现风险', 风险类型: '因病、因学', 情况说明: '两个孩子上学' })
    fill(5, { 排查结果: '还行' })
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-roster-'))
    const path = join(folder, 'roster.xlsx')
    await writeFile(path, Buffer.from(await book.xlsx.writeBuffer()))
    const upload = { name: '花名册.xlsx', path, size: 1, sha256: '' }
    const answer = await county.as('wang', (ctx) => takeRoster(ctx, one.id, [upload]))
    expect(answer).toMatchObject({ marked: 2, unchanged: 1, cases: 1, refused: [{ row: 5 }] })
    expect(answer.refused[0]?.message).toContain('还行')
    const again = await county.as('wang', (ctx) => takeRoster(ctx, one.id, [upload]))
    expect(again).toMatchObject({ marked: 0, unchanged: 3 })
    await rm(folder, { recursive: true })
  })
})

describe('households nobody found', () => {
  test('are not guessed at from a handful of cases', async () => {
    const { whole, townships } = await county.as('zhao', (ctx) => estimateFor(ctx, undefined, 12))
    expect(whole.unseen).toBeNull()
    expect(townships.filter(({ lookFirst }) => lookFirst)).toHaveLength(1)
  })
})

describe('what rules are worth', () => {
  test('every rule in force has its line, without a verdict while nothing is verified', async () => {
    const answer = await county.as('zhao', (ctx) => worthOf(ctx, { months: 12 }))
    if (!('items' in answer)) throw new Error('a file')
    expect(answer.items.length).toBeGreaterThanOrEqual(16)
    expect(new Set(answer.items.map(({ verdict }) => verdict))).toEqual(new Set(['too_few']))
    await expect(county.as('qian', (ctx) => worthOf(ctx, { months: 12, division: '522399' }))).rejects.toMatchObject({
      code: 'store.not_found',
    })
  })

  test('a week is kept once and stays as it was reckoned', async () => {
    await county.store.asOwner((client) =>
      client.query(
        `INSERT INTO screening_runs (division_code, job_id, as_of, months, is_done, ended_at, asked_by_name, asked_at) VALUES ('522399', 1, '2026-09-01', 12, true, now(), '赵敏', now())`,
      ),
    )
    await county.as('zhao', keepWeek)
    await county.as('zhao', keepWeek)
    const { items } = await county.as('zhao', (ctx) => worthByWeek(ctx, undefined, 12))
    expect(new Set(items.map(({ week }) => week))).toEqual(new Set(['2026-09-07']))
    expect(new Set(items.map(({ ruleId }) => ruleId)).size).toBe(items.length)
  })
})
