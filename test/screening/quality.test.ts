/** Data quality at work: lists, mending in place and through a spreadsheet, exemptions, and the count going down. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Upload } from '../../src/access/index.ts'
import { type IncomingHousehold, type IncomingPerson, loadRegister } from '../../src/registry/index.ts'
import { grantExemption } from '../../src/screening/server/exemption.actions.ts'
import { mendFinding } from '../../src/screening/server/mend.actions.ts'
import { mendWorkbook, takeWorkbook } from '../../src/screening/server/mend-workbook.actions.ts'
import { findingList, findingSummaries, findingTrend } from '../../src/screening/server/quality.actions.ts'
import type { Officer } from '../../src/store/index.ts'
import { officer, type TestStore, testStore } from '../database/database.test-support.ts'
import { as, type MadeFinding, merged } from './found.test-support.ts'
import { county, headOf, li, numberOf, qian, type Village, villages, wang, zhao } from './small-county.test-support.ts'

let store: TestStore
let folder: string

const findings: MadeFinding[] = [
  { of: 'A', village: '新寨村', rule: '2_01_001', field: 'ethnicity', person: 'RA' },
  { of: 'A', village: '新寨村', rule: '5_15_022', field: 'phone', found: '139****0001' },
  { of: 'B', village: '坝上村', rule: '2_01_001', field: 'ethnicity', person: 'RB' },
  { of: 'C', village: '河口村', rule: '2_01_001', field: 'ethnicity', person: 'RC' },
  { of: 'C', village: '河口村', rule: '1_02_006', field: 'net_income_per_head', found: '0' },
  { of: 'C', village: '河口村', rule: '1_02_006', field: 'is_low_income' },
]

async function* block<T>(lines: T[]): AsyncIterable<T[]> {
  yield lines
}

beforeAll(async () => {
  store = await testStore()
  folder = await mkdtemp(join(tmpdir(), 'xianjie-quality-test-'))
  const places: [string, Village][] = [
    ['A', '新寨村'],
    ['B', '坝上村'],
    ['C', '河口村'],
  ]
  const households = places.map(
    ([letter, village]): IncomingHousehold => ({
      householdNumber: numberOf(letter),
      divisionCode: villages[village].code,
      township: villages[village].township,
      village,
      valuesJson: JSON.stringify({ household_kind: '脱贫户' }),
    }),
  )
  const persons = places.map(
    ([letter]): IncomingPerson => ({
      householdNumber: numberOf(letter),
      isHead: true,
      name: headOf(letter),
      valuesJson: JSON.stringify({ person_number: `R${letter}`, relation_to_head: '户主', sex: '男' }),
      idNumber: null,
      phone: null,
      otherPhone: null,
    }),
  )
  const fields = new Set(['household_kind', 'person_number', 'relation_to_head', 'sex'])
  const incoming = { county, key: 'test', on: '2026-07-01', fields, households: block(households), persons: block(persons) }
  await as(store, officer(county), (ctx) => loadRegister(ctx, incoming))
  await merged(store, '2026-08-31', [], findings)
})
afterAll(async () => {
  await store.drop()
  await rm(folder, { recursive: true, force: true })
})

async function list(who: Officer, query: Partial<Parameters<typeof findingList>[1]> = {}) {
  const answer = await as(store, who, (ctx) => findingList(ctx, { limit: 200, ...query }))
  if ('kind' in answer) throw new Error('a list was asked for')
  return answer.items
}
const findingOf = async (letter: string, field: string) => {
  const [found] = await list(zhao, { household: numberOf(letter), field })
  if (found === undefined) throw new Error(`no finding ${letter} ${field}`)
  return found
}

describe('the lists', () => {
  test('tell village by village what is wrong and how to mend it', async () => {
    const [first] = await list(zhao)
    expect(first).toMatchObject({
      village: '新寨村',
      ruleLabel: '民族空白（脱贫户）',
      fieldLabel: '民族',
      mend: '对照户口簿补录',
      canMend: true,
      stateLabel: '待改正',
      householdId: expect.any(Number),
    })
    expect((await list(zhao, { state: 'open' })).length).toBe(6)
    expect((await list(zhao, { rule: '1_02_006' })).map(({ field, canMend }) => [field, canMend])).toEqual([
      ['net_income_per_head', true],
      ['is_low_income', false],
    ])
  })

  test('end at the wall: township, village and the next county see their own', async () => {
    expect((await list(wang)).length).toBe(3)
    expect((await list(li)).length).toBe(2)
    expect(await list(qian)).toEqual([])
  })

  test('are counted by rule and by township', async () => {
    const byRule = await as(store, zhao, (ctx) => findingSummaries(ctx, { by: 'rule' }))
    expect(byRule.items.map(({ key, open }) => [key, open])).toEqual([
      ['2_01_001', 3],
      ['1_02_006', 2],
      ['5_15_022', 1],
    ])
    const byTownship = await as(store, zhao, (ctx) => findingSummaries(ctx, { by: 'township', rule: '2_01_001' }))
    expect(byTownship.items.map(({ label, open }) => [label, open])).toEqual([
      ['城关镇', 2],
      ['双河镇', 1],
    ])
  })
})

describe('mending in place', () => {
  test('writes the value into the register and waits for the next run', async () => {
    const finding = await findingOf('A', 'ethnicity')
    const answer = await as(store, wang, (ctx) => mendFinding(ctx, finding.id, { version: finding.version, value: '布依族' }))
    expect(answer).toEqual({ id: finding.id, version: 2, state: 'mended' })
    const { rows } = await store.asOwner((client) =>
      client.query(
        "SELECT values ->> 'ethnicity' AS ethnicity FROM person_states WHERE name = $1 AND replaced_by IS NULL AND until_on IS NULL",
        [headOf('A')],
      ),
    )
    expect(rows).toEqual([{ ethnicity: '布依族' }])
    expect(await findingOf('A', 'ethnicity')).toMatchObject({ state: 'mended', mendedBy: '王镇长', mendedOn: '2026-10-31', canMend: false })
    await expect(as(store, wang, (ctx) => mendFinding(ctx, finding.id, { version: 2, value: '汉族' }))).rejects.toMatchObject({
      code: 'quality.already_mended',
    })
  })

  test('a value of the household goes to the household', async () => {
    const finding = await findingOf('C', 'net_income_per_head')
    await as(store, zhao, (ctx) => mendFinding(ctx, finding.id, { version: 1, value: '12000' }))
    const { rows } = await store.asOwner((client) =>
      client.query(
        "SELECT s.values ->> 'net_income_per_head' AS income FROM household_states s JOIN households h ON h.id = s.household_id WHERE h.household_number = $1 AND s.replaced_by IS NULL AND s.until_on IS NULL",
        [numberOf('C')],
      ),
    )
    expect(Number(rows[0]?.income)).toBe(12000)
  })

  test('refuses what is stale, outside the area, or no column of the register', async () => {
    const finding = await findingOf('B', 'ethnicity')
    const mend = (who: Officer, version: number, id = finding.id) =>
      as(store, who, (ctx) => mendFinding(ctx, id, { version, value: '汉族' }))
    await expect(mend(wang, 7)).rejects.toMatchObject({ code: 'store.stale' })
    await expect(mend(qian, 1)).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(mend(officer('522399001001', ['quality.mend', 'register.change']), 1)).rejects.toMatchObject({ code: 'store.not_found' })
    await expect(mend(zhao, 1, (await findingOf('C', 'is_low_income')).id)).rejects.toMatchObject({ code: 'quality.not_mendable' })
  })

  test('writes into the register, and is refused to whoever may not change it', async () => {
    const finding = await findingOf('B', 'ethnicity')
    const mender = officer(county, ['quality.read', 'quality.mend'])
    const refused = { code: 'quality.no_register_change', status: 403 }
    await expect(as(store, mender, (ctx) => mendFinding(ctx, finding.id, { version: 1, value: '汉族' }))).rejects.toMatchObject(refused)
    await expect(as(store, mender, (ctx) => takeWorkbook(ctx, []))).rejects.toMatchObject(refused)
    expect((await findingOf('B', 'ethnicity')).state).toBe('open')
  })

  test('a value the register does not take is refused and the problem stays open', async () => {
    const finding = await findingOf('B', 'ethnicity')
    await expect(as(store, zhao, (ctx) => mendFinding(ctx, finding.id, { version: 1, value: '火星族' }))).rejects.toMatchObject({
      code: 'registry.bad_values',
    })
    expect((await findingOf('B', 'ethnicity')).state).toBe('open')
  })
})

describe('mending through a spreadsheet', () => {
  test('the list goes out to a village that mends and has no other exports', async () => {
    const cadre = officer('522399001001', ['quality.read', 'quality.mend'])
    expect(await as(store, cadre, (ctx) => mendWorkbook(ctx, {}))).toMatchObject({ kind: 'file', name: '数据质量更正表-2026-10-31.xlsx' })
    await expect(as(store, cadre, (ctx) => findingList(ctx, { limit: 50, format: 'xlsx' }))).rejects.toMatchObject({
      code: 'access.no_export',
    })
    await expect(as(store, li, (ctx) => mendWorkbook(ctx, {}))).rejects.toMatchObject({ code: 'access.no_export' })
  })

  async function filled(values: Record<string, string>): Promise<Upload> {
    const file = await as(store, zhao, (ctx) => mendWorkbook(ctx, {}))
    const workbook = new exceljs.Workbook()
    await workbook.xlsx.load(file.content as never)
    const sheet = workbook.worksheets[0]
    const headers = (sheet?.getRow(2).values as string[]) ?? []
    const [member, value] = [headers.indexOf('成员'), headers.indexOf('更正值')]
    sheet?.eachRow((row) => {
      const text = values[String(row.getCell(member).value)]
      if (text !== undefined) row.getCell(value).value = text
    })
    return uploaded(Buffer.from(await workbook.xlsx.writeBuffer()), '数据质量更正表.xlsx')
  }
  async function uploaded(content: Buffer, name: string): Promise<Upload> {
    const path = join(folder, name)
    await writeFile(path, content)
    return { name, path, size: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  }

  test('takes over line by line and tells by row what it cannot', async () => {
    const upload = await filled({ [headOf('B')]: '苗族', [headOf('C')]: '火星族' })
    const answer = await as(store, zhao, (ctx) => takeWorkbook(ctx, [upload]))
    expect(answer).toMatchObject({
      mended: 1,
      unchanged: 1,
      refused: [{ row: expect.any(Number), message: expect.stringContaining('民族') }],
    })
    expect((await findingOf('B', 'ethnicity')).state).toBe('mended')
    expect((await findingOf('C', 'ethnicity')).state).toBe('open')
    const again = await as(store, zhao, (ctx) => takeWorkbook(ctx, [upload]))
    expect(again).toMatchObject({
      mended: 0,
      refused: [{ message: expect.stringContaining('刚刚改过') }, { message: expect.stringContaining('民族') }],
    })
  })

  test('changes nothing outside the area of who brings it back', async () => {
    const answer = await as(store, qian, async (ctx) => takeWorkbook(ctx, [await filled({ [headOf('C')]: '汉族' })]))
    expect(answer).toMatchObject({ mended: 0, refused: [{ message: '没有找到这个数据质量问题。' }] })
  })

  test('refuses another file', async () => {
    const upload = await uploaded(Buffer.from('姓名,民族\n张三,汉族\n'), '名单.csv')
    await expect(as(store, zhao, (ctx) => takeWorkbook(ctx, [upload]))).rejects.toThrow('不是从本系统下载的问题清单')
    await expect(as(store, zhao, (ctx) => takeWorkbook(ctx, []))).rejects.toMatchObject({ code: 'quality.one_workbook' })
  })
})

describe('over runs', () => {
  test('what is exempt stays exempt, what is gone is mended, what was mended and is still wrong opens again', async () => {
    const exempt = await findingOf('A', 'phone')
    await as(store, zhao, (ctx) =>
      grantExemption(ctx, { about: 'quality', id: exempt.id, reason: '由亲属代接', evidence: '村委会证明', untilOn: '2027-01-31' }),
    )
    expect((await findingOf('A', 'phone')).state).toBe('exempt')
    // The register was read before the mending of this test's clock: a run that began later finds it again.
    await store.asOwner((client) =>
      client.query("UPDATE quality_findings SET mended_at = mended_at - interval '1 hour' WHERE mended_at IS NOT NULL"),
    )
    await merged(
      store,
      '2026-09-30',
      [],
      findings.filter(({ of, field }) => of === 'A' || (of === 'B' && field === 'ethnicity')),
    )
    expect((await list(zhao)).map(({ householdNumber, field, state }) => [householdNumber.slice(-1), field, state])).toEqual([
      ['1', 'ethnicity', 'open'],
      ['1', 'phone', 'exempt'],
      ['2', 'ethnicity', 'open'],
      ['3', 'net_income_per_head', 'mended'],
      ['3', 'is_low_income', 'mended'],
      ['3', 'ethnicity', 'mended'],
    ])
  })

  test('the count is drawn by the day of the run, for the county and below', async () => {
    const points = async (who: Officer) =>
      (await as(store, who, (ctx) => findingTrend(ctx, {}))).items.map(({ asOf, open, exempt }) => [asOf, open, exempt])
    expect(await points(zhao)).toEqual([
      ['2026-08-31', 6, 0],
      ['2026-09-30', 2, 1],
    ])
    expect(await points(li)).toEqual([
      ['2026-08-31', 2, 0],
      ['2026-09-30', 1, 1],
    ])
    expect(await points(qian)).toEqual([])
  })
})
