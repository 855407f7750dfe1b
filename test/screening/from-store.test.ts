/** A run reads the register as of the day and what was accepted, and nothing that was replaced. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromStore } from '../../src/app/jobs/county-files.ts'
import { registerEvent } from '../../src/registry/events.actions.ts'
import { type IncomingHousehold, type IncomingPerson, loadRegister } from '../../src/registry/index.ts'
import { undoAct } from '../../src/registry/undo.actions.ts'
import { departmentRows } from '../../src/screening/server/department-rows.actions.ts'
import { leadProof } from '../../src/screening/server/proof-card.actions.ts'
import { type Jobs, keepFile } from '../../src/store/index.ts'
import { officer, type TestStore, testStore } from '../database/database.test-support.ts'
import { as, leadOf } from './found.test-support.ts'
import { county, headOf, li, numberOf, openSmallJobs, qian, screened, wang, zhao } from './small-county.test-support.ts'

let store: TestStore
let jobs: Jobs
let folder: string

const idNumbers = { A: '522399197001011016', B: '522399197001011024' }

async function* block<T>(lines: T[]): AsyncIterable<T[]> {
  yield lines
}

async function loadTwo(): Promise<void> {
  const households = (['A', 'B'] as const).map(
    (letter): IncomingHousehold => ({
      householdNumber: numberOf(letter),
      divisionCode: '522399001001',
      township: '城关镇',
      village: '新寨村',
      valuesJson: JSON.stringify({ household_kind: '一般农户', net_income_per_head: '20000', household_size: '1' }),
    }),
  )
  const persons = (['A', 'B'] as const).map(
    (letter): IncomingPerson => ({
      householdNumber: numberOf(letter),
      isHead: true,
      name: headOf(letter),
      valuesJson: JSON.stringify({
        person_number: `R${letter}`,
        relation_to_head: '户主',
        born_on: '1970-01-01',
        labour_ability: '无劳动力',
      }),
      idNumber: idNumbers[letter],
      phone: null,
      otherPhone: null,
    }),
  )
  const fields = new Set([
    'household_kind',
    'net_income_per_head',
    'household_size',
    'person_number',
    'relation_to_head',
    'born_on',
    'labour_ability',
  ])
  const incoming = { county, key: 'test', on: '2026-07-01', fields, households: block(households), persons: block(persons) }
  await as(store, officer(county), (ctx) => loadRegister(ctx, incoming))
}

interface Sheet {
  name: string
  dataset: string
  /** What an officer said about its headers. */
  columns?: Record<string, string | null>
}

/** Puts a file where accepted files are, as the room of files leaves it. */
async function accepted(name: string, path: string, acceptedAt: string, sheets: Sheet[]): Promise<number> {
  const kept = await as(store, zhao, (ctx) => keepFile(ctx, { path, name, kind: 'upload', divisionCode: county }))
  return store.asOwner(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `INSERT INTO handed_in_files (division_code, office_id, department, month, name, bytes, sha256, kept_file_id, state, handed_in_by, handed_in_by_name, handed_in_at, accepted_at)
       VALUES ($1, 1, '农商行', '2026-10', $2, 1, $3, $4, 'accepted', 1, '测试员', $5, $5) RETURNING id`,
      [county, name, kept.sha256, kept.id, acceptedAt],
    )
    const id = rows[0]?.id ?? 0
    for (const [index, sheet] of sheets.entries())
      await client.query(
        "INSERT INTO handed_in_sheets (file_id, sheet_no, division_code, name, dataset, reason, chosen_columns) VALUES ($1, $2, $3, $4, $5, '测试', $6)",
        [id, index + 1, county, sheet.name, sheet.dataset, JSON.stringify(sheet.columns ?? {})],
      )
    return id
  })
}

beforeAll(async () => {
  store = await testStore()
  folder = await mkdtemp(join(tmpdir(), 'xianjie-from-store-'))
  jobs = await openSmallJobs(store, fromStore(store))
  await loadTwo()
})
afterAll(async () => {
  await jobs.close()
  await store.drop()
  await rm(folder, { recursive: true, force: true })
})

test('of a workbook only the sheets that count are read, and the run says which files it rests on', async () => {
  const workbook = new exceljs.Workbook()
  const bills = workbook.addWorksheet('医疗')
  bills.addRows([['医疗费用结算表'], [], ['姓名', '身份证号', '结算日期', '合规自付'], [headOf('A'), idNumbers.A, '2026-10-02', 30000]])
  const old = workbook.addWorksheet('贷款')
  old.addRows([
    ['姓名', '身份证号', '放款日期', '到期日期', '贷款金额', '逾期金额'],
    [headOf('B'), idNumbers.B, '2025-01-05', '2026-10-05', 50000, 9000],
  ])
  await workbook.xlsx.writeFile(join(folder, '两表.xlsx'))
  await writeFile(
    join(folder, '贷款.csv'),
    `姓名,身份证号,放款日期,到期日期,贷款金额,逾期金额\n${headOf('B')},${idNumbers.B},2025-01-05,2026-10-05,50000,700\n`,
  )
  const first = await accepted('两表.xlsx', join(folder, '两表.xlsx'), '2026-10-10T00:00:00Z', [
    { name: '医疗', dataset: 'medical_settlements' },
    { name: '贷款', dataset: 'micro_loans' },
  ])
  const second = await accepted('贷款.csv', join(folder, '贷款.csv'), '2026-10-20T00:00:00Z', [{ name: '', dataset: 'micro_loans' }])
  await screened(store, '2026-10-31')
  expect((await leadOf(store, 'B', 'loan-overdue')).sentence).toBe('小额信贷逾期金额 700元 > 0元')
  const { sources, householdId } = await as(store, zhao, async (ctx) => leadProof(ctx, (await leadOf(store, 'A', 'medical-burden')).id))
  expect(householdId).toEqual(expect.any(Number))
  expect(sources).toMatchObject([{ file: `2026-10 农商行 第${first}号/两表.xlsx 医疗.csv`, row: 4, datasetLabel: '医疗费用结算' }])
  expect(sources[0]?.cells).toContainEqual({ label: '证件号码', value: '522399********1016', masked: true })
  const { rows } = await store.asOwner((client) => client.query('SELECT file_id, used_by FROM file_uses ORDER BY file_id'))
  expect(rows).toEqual([
    { file_id: first, used_by: 'screening_run' },
    { file_id: second, used_by: 'screening_run' },
  ])
})

test('a household shows the department rows of the last run, masked, with where they stand and why they are its own', async () => {
  const { householdId } = await leadOf(store, 'A', 'medical-burden')
  const rowsFor = (who: typeof zhao) => as(store, who, (ctx) => departmentRows(ctx, householdId ?? 0, {}))
  const seen = await rowsFor(li)
  if ('kind' in seen) throw new Error('a list was asked for')
  expect(seen).toMatchObject({ asOf: '2026-10-31', more: 0 })
  expect(seen.items).toMatchObject([
    {
      dataset: 'medical_settlements',
      datasetLabel: '医疗费用结算',
      month: '2026-10',
      department: '农商行',
      file: '两表.xlsx 医疗.csv',
      row: 4,
      member: headOf('A'),
      level: 'id',
      reason: '证件号码与登记册相同',
      isRejected: false,
    },
  ])
  expect(seen.items[0]?.cells).toContainEqual({ label: '证件号码', value: '522399********1016', masked: true })
  expect(JSON.stringify(seen)).not.toContain(idNumbers.A)
  expect(await rowsFor(zhao)).toEqual(seen)
  await expect(rowsFor(qian)).rejects.toThrow('没有找到')
  await expect(rowsFor(officer('522399002001', ['lead.read']))).rejects.toThrow('没有找到')
  const { rows } = await store.asOwner((client) =>
    client.query("SELECT officer_name FROM audit_entries WHERE action = 'household.rows_seen' ORDER BY id"),
  )
  expect(rows.map((row) => row.officer_name)).toEqual([li.name, zhao.name])
})

test('the rows of the run before are destroyed with the next run', async () => {
  const kept = async () =>
    (
      await store.asOwner((client) =>
        client.query("SELECT count(*)::integer AS n, count(dropped_at)::integer AS dropped FROM kept_files WHERE kind = 'screening.rows'"),
      )
    ).rows[0]
  const before = await kept()
  await screened(store, '2026-10-31')
  const after = await kept()
  expect([before.n - before.dropped, after.n - after.dropped, after.dropped > before.dropped]).toEqual([1, 1, true])
})

test('the leads of a household that moves go along with their history, and come back when that is undone', async () => {
  const newVillage = officer('522399001002', ['lead.read'], { id: 31, name: '坝上村干部' })
  const lead = await leadOf(store, 'A', 'medical-burden')
  const seenBy = (who: typeof zhao) => as(store, who, async (ctx) => (await leadProof(ctx, lead.id)).events.length)
  const before = await seenBy(li)
  expect(before).toBeGreaterThan(0)
  await store.asOwner((client) =>
    client.query("INSERT INTO divisions (code, name) VALUES ('522399001002', '坝上村'), ('522399001', '城关镇') ON CONFLICT DO NOTHING"),
  )
  const event = { kind: 'relocate', on: '2026-10-20', version: 1, reason: '', toVillage: '522399001002', groupName: '' } as const
  const { actId } = await as(store, zhao, (ctx) => registerEvent(ctx, lead.householdId ?? 0, event))
  expect(await seenBy(newVillage)).toBe(before)
  expect((await leadOf(store, 'A', 'medical-burden')).village).toBe('坝上村')
  await expect(seenBy(li)).rejects.toThrow('没有找到')
  await as(store, zhao, (ctx) => undoAct(ctx, actId, '登记错了'))
  expect([await seenBy(li), (await leadOf(store, 'A', 'medical-burden')).village]).toEqual([before, '新寨村'])
  await expect(seenBy(newVillage)).rejects.toThrow('没有找到')
})

test('a file that was taken back is told on the card of the lead that rests on it, and on no other', async () => {
  const withdrawnFiles = (letter: string, rule: string, who = zhao) =>
    as(store, who, async (ctx) => (await leadProof(ctx, (await leadOf(store, letter, rule)).id)).withdrawnFiles)
  expect(await withdrawnFiles('A', 'medical-burden')).toEqual([])
  await store.asOwner((client) =>
    client.query(
      "UPDATE handed_in_files SET state = 'withdrawn', withdrawn_at = '2026-11-02T03:00:00Z', withdrawn_reason = '金额单位错了' WHERE name = '两表.xlsx'",
    ),
  )
  expect(await withdrawnFiles('A', 'medical-burden')).toEqual([
    {
      fileId: expect.any(Number),
      name: '两表.xlsx',
      on: '2026-11-02',
      reason: '金额单位错了',
      note: '这条线索依据的文件“两表.xlsx”已于 2026-11-02 撤回（金额单位错了）。请先核对依据是否仍然成立；下一次筛查将不再使用这份文件。',
    },
  ])
  expect(await withdrawnFiles('B', 'loan-overdue')).toEqual([])
  // Township and village may not see the file, and still must know.
  expect((await withdrawnFiles('A', 'medical-burden', wang)).map(({ name }) => name)).toEqual(['两表.xlsx'])
  expect((await withdrawnFiles('A', 'medical-burden', li)).map(({ name }) => name)).toEqual(['两表.xlsx'])
  const named = (who: typeof zhao) =>
    as(store, who, async (ctx) => (await sql`SELECT * FROM withdrawn_files_of('screening_run', '1')`.execute(ctx.db)).rows)
  const [elsewhere, here] = [await named(qian), await named(li)]
  expect([elsewhere.length, here.length]).toEqual([0, 1])
})

test.each([
  ['whole', []],
  ['sheet by sheet', [{ name: '旧表', dataset: 'deaths' }]],
] as const)('what an officer said about a header holds for that sheet alone, the file read %s', async (_, more) => {
  const workbook = new exceljs.Workbook()
  const head = ['姓名', '身份证号', '放款日期', '到期日期', '贷款金额']
  const lines: Record<string, unknown[][]> = {
    甲社: [
      [...head, '未还', '备注数'],
      [headOf('A'), idNumbers.A, '2025-01-05', '2026-10-05', 50000, 800, 1],
    ],
    乙社: [
      [...head, '未还', '备注数'],
      [headOf('B'), idNumbers.B, '2025-01-05', '2026-10-05', 50000, 2, 900],
    ],
    // Nobody said anything about it: the choices of other sheets are not its own.
    丙社: [
      [...head, '备注数'],
      [headOf('B'), idNumbers.B, '2025-02-05', '2026-10-06', 50000, 70000],
    ],
    ...(more.length === 0 ? {} : { 旧表: [['姓名', '身份证号', '死亡日期']] }),
  }
  for (const [name, rows] of Object.entries(lines)) workbook.addWorksheet(name).addRows(rows)
  await workbook.xlsx.writeFile(join(folder, '两社贷款.xlsx'))
  const id = await accepted('两社贷款.xlsx', join(folder, '两社贷款.xlsx'), '2026-10-30T00:00:00Z', [
    { name: '甲社', dataset: 'micro_loans', columns: { 未还: 'overdue', 备注数: null } },
    { name: '乙社', dataset: 'micro_loans', columns: { 未还: null, 备注数: 'overdue' } },
    { name: '丙社', dataset: 'micro_loans' },
  ])
  if (more.length > 0)
    await store.asOwner((client) =>
      client.query(
        "INSERT INTO handed_in_sheets (file_id, sheet_no, division_code, name, dataset, reason) VALUES ($1, 9, $2, '旧表', 'household_register', '测试')",
        [id, county],
      ),
    )
  await screened(store, '2026-10-31')
  expect((await leadOf(store, 'A', 'loan-overdue')).sentence).toBe('小额信贷逾期金额 800元 > 0元')
  expect((await leadOf(store, 'B', 'loan-overdue')).sentence).toBe('小额信贷逾期金额 900元 > 0元')
})
