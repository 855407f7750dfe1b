/** What departments handed in about possessions, compared with the members of a household: found by number, explained one by one, not twice. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPersonas } from '../../src/access/personas.test-support.ts'
import { caseById } from '../../src/cases/core.ts'
import { compareAgain, compareVillage, explainFlag } from '../../src/cases/review/comparison.actions.ts'
import { comparisonList, reviewOfCase } from '../../src/cases/review/reading.actions.ts'
import { findComparison } from '../../src/cases/review/records.queries.ts'
import { type Context, type RunningJob, systemOfficer } from '../../src/store/index.ts'
import type { CaseCounty } from '../cases/cases.test-support.ts'
import { asker } from '../database/database.test-support.ts'
import { type FilesWorld, filesWorld, zhao as office } from '../files/files.test-support.ts'
import { copied, idNumber, invented, load } from '../registry/register.test-support.ts'
import { awaitingMeeting, villageOne } from './review.test-support.ts'

let world: FilesWorld
let county: CaseCounty
let day = '2026-10-31'

const zhang = idNumber('1975-03-02', 1)
const wife = idNumber('1977-07-20', 2)
/** Of the second, third household. */
const numberOf = (copy: number): string =>
  copied(copy)[0]?.people[0] === undefined ? '' : idNumber(copied(copy)[0]?.people[0]?.bornOn ?? '', copied(copy)[0]?.people[0]?.n ?? 0)

beforeAll(async () => {
  world = await filesWorld({ now: () => new Date(`${day}T02:00:00Z`) })
  const people = await createPersonas(world.store)
  await load(world.store, [...invented, ...copied(1), ...copied(2)], { on: '2026-07-01' })
  const { rows } = await world.store.asOwner((client) =>
    client.query<{ id: number }>('SELECT id FROM households ORDER BY household_number'),
  )
  county = {
    store: world.store,
    people,
    households: rows.map(({ id }) => Number(id)),
    setDay: (to) => {
      day = to
    },
    as: (who, work) => world.store.transaction(asker(people[who].officer), work),
    drop: () => world.close(),
  }
  const vehicles = `姓名,身份证号,车牌号,登记日期,车辆价格\n张建国,${zhang},贵Z00001,2024-03-01,168000\n曾小梅,${wife},贵Z00002,2010-03-01,9000\n张建国,${idNumber('1980-01-01', 77)},贵Z00003,2024-03-01,200000\n`
  const companies = `姓名,身份证号,企业名称,职务,注册资本(万元),登记状态\n曾小梅,${wife},青山镇小梅杂货店,法定代表人,1,存续\n曾小梅,${wife},旧店,法定代表人,1,注销\n`
  const relief = `姓名,身份证号,救助类别,享受开始日期,停发日期,月救助金额\n户主,${numberOf(1)},农村低保,2026-09-01,,400\n户主,${numberOf(2)},农村低保,2020-01-01,,400\n`
  for (const [name, content] of [
    ['车辆.csv', vehicles],
    ['市场主体.csv', companies],
    ['救助.csv', relief],
  ] as const) {
    const file = await world.handIn(office, name, content, { department: '公安交管' })
    await world.accept(
      file,
      file.warnings.map(({ code }) => code),
    )
  }
}, 120_000)
afterAll(async () => {
  await county.drop()
})

const reviewOf = (id: number) => county.as('li', (ctx) => reviewOfCase(ctx, id))
const found = (id: number) =>
  county.as('wang', async (ctx) => {
    const theCase = await caseById(ctx, id)
    return theCase && findComparison(ctx, theCase, 'endorse')
  })

/** Asked for as the effect of reaching the meeting does, and waited for. */
async function compared(copy: number): Promise<number> {
  const id = await awaitingMeeting(county, copy)
  await again(id)
  return id
}
async function again(id: number): Promise<void> {
  await county.as('li', (ctx) => compareAgain(ctx, id))
  // As the queue calls it, with the area of the county for what departments handed in.
  const transaction = <T>(work: (ctx: Context) => Promise<T>, officer = systemOfficer) => county.store.transaction(asker(officer), work)
  await compareVillage({ input: { village: villageOne }, transaction } as RunningJob)
}

describe('a case without any lead', () => {
  test('is compared member by member, by number and not by name, above the value of the parameter only', async () => {
    const id = await compared(0)
    const { comparison } = await reviewOf(id)
    expect(comparison).toMatchObject({ state: 'done', members: 5, said: '2 条提示，2 条待说明' })
    expect(comparison?.flags.map(({ personName, label, value, row }) => [personName, label, value, row])).toEqual([
      ['张建国', '名下车辆', '168000.00元', 2],
      ['曾小梅', '在营企业', '青山镇小梅杂货店', 2],
    ])
    expect(comparison?.flags[0]?.file).toMatch(/车辆\.csv$/)
    expect(comparison?.datasets.map(({ kind, files, rows }) => [kind, files.length, rows])).toEqual([
      ['vehicle', 1, 3],
      ['urban_property', 0, 0],
      ['company', 1, 2],
      ['public_payroll', 0, 0],
    ])
    expect(await found(id)).toEqual({ obstacle: '有 2 条资产提示没有说明' })
    const list = await county.as('wang', (ctx) => comparisonList(ctx, { after: 0, limit: 50, open: 'true' }))
    expect(list.items).toMatchObject([{ caseId: id, flags: 2, unexplained: 2 }])
    const { rows } = await county.store.asOwner((client) => client.query('SELECT to_jsonb(f) AS flag FROM asset_flags f'))
    expect(JSON.stringify(rows)).not.toContain(zhang)
  })

  test('passes once every flag is explained, each once, by who may and where it is', async () => {
    const { rows } = await county.store.asOwner((client) =>
      client.query<{ case_id: number }>('SELECT max(case_id) AS case_id FROM asset_flags'),
    )
    const id = Number(rows[0]?.case_id)
    const flags = (await reviewOf(id)).comparison?.flags ?? []
    const explain = (flag: number, explainedAs = 'old', who: 'li' | 'qian' = 'li') =>
      county.as(who, (ctx) => explainFlag(ctx, flag, { explainedAs, explanation: '借款购买跑运输，仍欠款' }))
    await expect(explain(flags[0]?.id ?? 0, 'debt', 'qian')).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(explain(flags[0]?.id ?? 0, 'rich')).rejects.toMatchObject({ code: 'review.wrong_reason' })
    await explain(flags[0]?.id ?? 0, 'debt')
    await expect(explain(flags[0]?.id ?? 0)).rejects.toMatchObject({ code: 'review.explained' })
    expect(await found(id)).toEqual({ obstacle: '有 1 条资产提示没有说明' })
    await explain(flags[1]?.id ?? 0, 'living')
    expect(await found(id)).toMatchObject({ flags: 2, label: '2026-10-31 比对，2 条提示均已说明' })
    expect((await reviewOf(id)).comparison?.flags[0]).toMatchObject({ explainedLabel: '靠借款购置，仍有负债', explainedBy: '李明' })
    // Within the days of the parameter the same household is not compared again.
    await again(id)
    expect((await reviewOf(id)).comparison).toMatchObject({
      state: 'reused',
      said: expect.stringContaining('2026-10-31 已比对，2 条提示均已说明'),
    })
    expect(await found(id)).toMatchObject({ label: expect.stringContaining('不重复比对') })
  })
})

describe('relief', () => {
  test('granted lately stands for a comparison by civil affairs, granted long ago does not', async () => {
    const lately = await compared(1)
    expect((await reviewOf(lately)).comparison).toMatchObject({
      state: 'reused',
      said: expect.stringContaining('自 2026-09-01 起享受农村低保'),
    })
    const longAgo = await compared(2)
    expect((await reviewOf(longAgo)).comparison).toMatchObject({ state: 'done', said: '没有提示' })
    expect(await found(longAgo)).toMatchObject({ flags: 0, label: '2026-10-31 比对，没有资产提示' })
  })
})

test('a case of another area is not found, and one that is over is not compared', async () => {
  const [first] = (await county.as('wang', (ctx) => comparisonList(ctx, { after: 0, limit: 1, open: 'false' }))).items
  await expect(county.as('qian', (ctx) => compareAgain(ctx, first?.caseId ?? 0))).rejects.toMatchObject({ code: 'store.not_found' })
  await county.store.asOwner((client) =>
    client.query("UPDATE cases SET state = 'withdrawn', is_open = false WHERE id = $1", [first?.caseId]),
  )
  await expect(county.as('li', (ctx) => compareAgain(ctx, first?.caseId ?? 0))).rejects.toMatchObject({ code: 'review.not_comparable' })
})
