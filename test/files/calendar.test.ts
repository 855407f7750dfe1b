/** Who has handed in what: the calendar, and originals whose time is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalendarRow, FileDetail } from '../../src/intake/server/index.ts'
import { startJob, systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { civil, ended, type FilesWorld, filesWorld, health, qian, wang, zhao } from './files.test-support.ts'

let world: FilesWorld
let now = new Date('2026-10-31T02:00:00Z')
beforeAll(async () => {
  world = await filesWorld({ now: () => now })
})
afterAll(() => world.close())

const problem = (code: string) => expect.objectContaining({ code })
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
const deaths = (month: string, last = `${month}-09`) =>
  `姓名,身份证号,死亡日期\n张三,11010519491231002X,${month}-02\n李四,110105194912310038,${last}\n`

async function row(dataset: string, year = 2026, who = zhao): Promise<CalendarRow[]> {
  const { rows } = await world.call<{ rows: CalendarRow[] }>(who, 'GET /hand-in-calendar', { query: { year: String(year) } })
  return rows.filter((one) => one.dataset === dataset)
}
const states = (one: CalendarRow | undefined) => one?.cells.map(({ state }) => state).join(' ')
const cell = async (dataset: string, month: string) =>
  (await row(dataset, Number(month.slice(0, 4))))[0]?.cells.find((one) => one.month === month)

describe('the calendar', () => {
  test('asks for nothing before the county began', async () => {
    expect(states((await row('deaths'))[0])).toBe(`${'not_expected '.repeat(9)}open open open`)
  })

  test('has a line for each department that hands a dataset in', async () => {
    const { rows } = await world.call<{ rows: CalendarRow[] }>(zhao, 'GET /hand-in-calendar')
    expect(rows.find(({ dataset }) => dataset === 'deaths')).toMatchObject({ department: '县民政局', every: 'month', label: '死亡人员' })
    expect(rows.find(({ dataset }) => dataset === 'housing')).toMatchObject({ department: '住建', officeId: null })
    const own = await world.call<{ rows: CalendarRow[] }>(civil, 'GET /hand-in-calendar')
    expect(own.rows.map(({ dataset }) => dataset).sort()).toEqual(['deaths', 'relief'])
  })

  test('follows a month from open to late to accepted', async () => {
    await world.handIn(civil, '低保8.csv', 'x,y\n1,2\n', { month: '2026-08' })
    expect((await cell('deaths', '2026-09'))?.state).toBe('late')
    expect((await cell('deaths', '2026-10'))?.state).toBe('open')
    on('2026-11-10')
    expect(await cell('deaths', '2026-10')).toMatchObject({ state: 'missing', stateLabel: '待报送', dueOn: '2026-11-10', files: [] })
    on('2026-11-11')
    expect((await cell('deaths', '2026-10'))?.state).toBe('late')
    const bad = await world.handIn(civil, '死亡.csv', deaths('2026-10', '哪天'))
    expect(await cell('deaths', '2026-10')).toMatchObject({ state: 'has_issues', files: [bad.id], rows: 2 })
    const good = await world.handIn(civil, '死亡好.csv', deaths('2026-10'))
    await world.accept(good)
    expect(await cell('deaths', '2026-10')).toMatchObject({ state: 'accepted_late', rows: 4 })
    on('2026-11-01')
    const next = await world.handIn(civil, '死亡11.csv', deaths('2026-11', '2026-11-01').replace('2026-11-02', '2026-11-01'), {
      month: '2026-11',
    })
    expect((await cell('deaths', '2026-11'))?.state).toBe('handed_in')
    await world.accept(next)
    expect((await cell('deaths', '2026-11'))?.state).toBe('accepted')
  })

  test.each<[dataset: string, year: number, expected: string]>([
    ['vehicles', 2027, '3 6 9 12'],
    ['school_roll', 2027, '9'],
    ['public_payroll', 2027, '1'],
    ['disasters', 2027, ''],
    ['employment', 2027, '1 2 3 4 5 6 7 8 9 10 11 12'],
  ])('expects %s in %i in the months %s', async (dataset, year, expected) => {
    const [one] = await row(dataset, year)
    expect(one?.cells.flatMap(({ dueOn }, i) => (dueOn === null ? [] : [i + 1])).join(' ')).toBe(expected)
  })

  test('of the neighbour county shows nothing of ours', async () => {
    const [theirs] = await row('deaths', 2026, qian)
    expect(theirs?.cells.every(({ files }) => files.length === 0)).toBe(true)
    const [township] = await row('deaths', 2026, wang)
    expect(township?.cells.every(({ files }) => files.length === 0)).toBe(true)
  })
})

describe('originals', () => {
  test('are destroyed when their months are over, with a record, and what was counted stays', async () => {
    on('2026-10-31')
    const file = await world.handIn(health, '结算.csv', '姓名,身份证号,结算日期,合规自付\n张三,11010519491231002X,哪天,1\n')
    expect(file.issues).toBe(1)
    on('2029-10-31')
    expect(await destroy()).toBe(0)
    on('2029-11-01')
    expect(await destroy()).toBeGreaterThan(0)
    const after = await world.call<FileDetail>(zhao, 'GET /files/:id', { params: { id: file.id } })
    expect(after).toMatchObject({ destroyedAt: '2029-11-01T02:00:00.000Z', rowsIn: 1, issues: 1, state: 'read' })
    await expect(world.download(zhao, 'GET /files/:id/original', { params: { id: file.id } })).rejects.toEqual(problem('files.destroyed'))
    expect(await world.call(zhao, 'GET /files/:id/issues', { params: { id: file.id } })).toEqual({ items: [], next: null })
    expect(await world.acts(file.id)).toContain('file.destroyed')
    expect(await destroy()).toBe(0)
  })
})

async function destroy(): Promise<number> {
  const as = asker(systemOfficer)
  const id = await world.store.transaction(as, (ctx) => startJob(ctx, { kind: 'files.retention', divisionCode: '', input: {} }))
  await ended(world.store, id)
  const done = await world.store.transaction(as, ({ db }) =>
    db.selectFrom('jobs').select(['state', 'result']).where('id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(done.state).toBe('done')
  return (done.result as { destroyed: number }).destroyed
}
