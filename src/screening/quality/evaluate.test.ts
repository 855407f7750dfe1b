/** The rules asked of a small register, as the command line does it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Engine, openEngine, text } from '../../engine/index.ts'
import { checkDigit } from '../../kernel/index.ts'
import { loadPolicy, resolveParameter } from '../../policy/index.ts'
import type { ParameterValue } from './condition.sql.ts'
import { evaluateQuality, type QualityCount } from './evaluate.ts'
import type { Exemption } from './exemption.rules.ts'
import { loadQualityPack } from './load-pack.ts'

const policyFolder = join(import.meta.dirname, '../../../policy')
const policy = loadPolicy(policyFolder)
const pack = loadQualityPack(policyFolder)
const folder = mkdtempSync(join(tmpdir(), 'quality-'))
let engine: Engine

vi.setConfig({ testTimeout: 30_000 })

beforeAll(async () => {
  engine = await openEngine({ folder, threads: 2 })
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})

const flags = ['ethnicity_absent BOOLEAN', 'labour_ability_absent BOOLEAN', 'labour_ability_unreadable BOOLEAN']

/** Three households: lifted, monitored and neither, of two sheets of which the second has no column 民族. */
beforeEach(async () => {
  await engine.run(`
    DROP TABLE IF EXISTS register_finding; DROP TABLE IF EXISTS link_finding;
    CREATE OR REPLACE TABLE rows_household_register (r BIGINT, sheet_no INTEGER, row_no INTEGER, ${flags.join(', ')});
    INSERT INTO rows_household_register VALUES (0, 1, 4, FALSE, FALSE, FALSE), (1, 1, 5, FALSE, FALSE, TRUE), (2, 2, 4, TRUE, FALSE, FALSE), (3, 2, 5, TRUE, FALSE, FALSE);
    CREATE OR REPLACE TABLE person (person INTEGER, household INTEGER, person_number VARCHAR, name VARCHAR, id_number VARCHAR, id_raw VARCHAR, sex VARCHAR, born_on DATE,
      ethnicity VARCHAR, relation_to_head VARCHAR, education VARCHAR, schooling VARCHAR, health_status VARCHAR, labour_ability VARCHAR, dibao VARCHAR, tekun VARCHAR, phone VARCHAR,
      other_phone VARCHAR, township VARCHAR, village VARCHAR, village_code VARCHAR, village_key VARCHAR, is_head BOOLEAN, sheet_no INTEGER, row_no INTEGER);
    INSERT INTO person (person, household, name, id_number, id_raw, sex, born_on, ethnicity, relation_to_head, education, health_status, labour_ability, phone, is_head, sheet_no, row_no) VALUES
      (0, 0, '岑甲', '990101197001010011', '990101197001010011', '男', '1970-01-01', NULL, '户主', '初中', '健康', '普通劳动力', '13985000001', TRUE, 1, 4),
      (1, 0, '岑乙', NULL, '99010119', '女', '1972-01-01', '布依族', '配偶', '小学', '健康', NULL, '13985000001', FALSE, 1, 5),
      (2, 1, '韦丙', '99010119800101003X', '99010119800101003x', '男', '1980-01-01', NULL, '户主', '初中', '健康', '无劳动力', NULL, TRUE, 2, 4),
      (3, 2, '王丁', '990101198001010048', '990101198001010048', '女', '1980-01-01', NULL, '户主', '初中', '健康', '普通劳动力', '13985000001', TRUE, 2, 5);
    CREATE OR REPLACE TABLE household (household INTEGER, household_number VARCHAR, county VARCHAR, village_code VARCHAR, head_person INTEGER, household_kind VARCHAR, monitored_kind VARCHAR,
      identified_on DATE, cleared_on DATE, risk_factors VARCHAR, wage_income DECIMAL(18,2), business_income DECIMAL(18,2), property_income DECIMAL(18,2), transfer_income DECIMAL(18,2),
      net_income_per_head DECIMAL(18,2), is_monitored BOOLEAN, sheet_no INTEGER, row_no INTEGER);
    INSERT INTO household VALUES (0, 'H1', '望谟县', '522326001001', 0, '脱贫户', NULL, NULL, NULL, NULL, 100, 0, 0, 0, 7000.50, FALSE, 1, 4),
      (1, 'H2', '望谟县', '522326001001', 2, '一般农户', '边缘易致贫户', '2025-01-01', NULL, '因病', 50, 0, 0, 0, 6000, TRUE, 2, 4),
      (2, 'H3', '望谟县', '522326001002', 3, '一般农户', NULL, NULL, NULL, NULL, 0, 0, 0, 0, 20000, FALSE, 2, 5)`)
})

function resolve(parameter: string): ParameterValue {
  const value = resolveParameter(policy, parameter, '522326', '2026-06-30')?.value ?? null
  return typeof value === 'object' ? null : value
}

async function evaluated(exemptions: Exemption[] = [], datasets: string[] = []): Promise<Map<string, QualityCount>> {
  const counts = await evaluateQuality(engine, pack, { asOf: '2026-06-30', resolve, exemptions, datasets: new Set(datasets) })
  return new Map(counts.map((count) => [count.ruleId, count]))
}

async function findings(ruleId: string) {
  return engine.rows(
    `SELECT household, person, field, found, message, sheet_no, row_no, is_exempt FROM quality WHERE rule_id = ${text(ruleId)} ORDER BY household, person`,
  )
}

const answers = (count: QualityCount | undefined) => [count?.hit, count?.clear, count?.unknown]

describe('the rules over a register', () => {
  test('count every record of the households they are about once', async () => {
    const counts = await evaluated()
    const people = { lifted: 2, monitored: 1, others: 1 }
    for (const rule of pack.rules.filter(({ family, of }) => family.about === 'person' && of in people)) {
      const count = counts.get(rule.id)
      expect([rule.id, (count?.hit ?? 0) + (count?.clear ?? 0) + (count?.unknown ?? 0)]).toEqual([
        rule.id,
        people[rule.of as keyof typeof people],
      ])
    }
  })

  test('tell an empty cell from a column that was not handed in', async () => {
    const counts = await evaluated()
    expect(answers(counts.get('2_01_001'))).toEqual([1, 1, 0])
    expect(answers(counts.get('2_12_002'))).toEqual([0, 0, 1])
    expect(await findings('2_01_001')).toEqual([
      { household: 0, person: 0, field: 'ethnicity', found: '', message: '民族没有填', sheet_no: 1, row_no: 4, is_exempt: false },
    ])
  })

  test('say what was found and keep numbers out of the message', async () => {
    await evaluated()
    expect(await findings('1_01_002')).toEqual([
      {
        household: 0,
        person: 1,
        field: 'id_number',
        found: '99010119',
        message: expect.not.stringContaining('9901'),
        sheet_no: 1,
        row_no: 5,
        is_exempt: false,
      },
    ])
    expect(await findings('2_01_003')).toEqual([
      {
        household: 0,
        person: 1,
        field: 'labour_ability',
        found: '无法识别',
        message: '劳动技能空白，或不在代码表内',
        sheet_no: 1,
        row_no: 5,
        is_exempt: false,
      },
    ])
    expect((await findings('1_02_006')).map((row) => ('message' in row ? row.message : ''))).toEqual([
      '人均纯收入7000.5元，低于监测线，没有纳入监测',
    ])
  })

  test('see what households have in common', async () => {
    const counts = await evaluated()
    expect(answers(counts.get('5_15_022'))).toEqual([2, 0, 1])
    expect((await findings('5_15_022')).map((row) => ('message' in row ? row.message : ''))).toEqual([
      '这户的电话登记在2户名下',
      '这户的电话登记在2户名下',
    ])
  })

  test('stay unknown while the columns they wait for are not handed in, and name them', async () => {
    const counts = await evaluated()
    expect(counts.get('5_12_007')).toMatchObject({ hit: 0, unknown: 0, clear: 1 })
    expect(counts.get('1_11_010')).toMatchObject({
      hit: 0,
      clear: 0,
      unknown: 1,
      waitsFor: expect.arrayContaining(['产业帮扶', '综合保障']),
    })
    expect(counts.get('1_03_002')).toMatchObject({ hit: 0, clear: 0, unknown: 2, waitsFor: ['总人口数'] })
  })

  test('read department data that was handed in', async () => {
    expect(answers((await evaluated()).get('2_01_008'))).toEqual([0, 0, 2])
    await engine.run(
      `CREATE OR REPLACE TABLE linked_medical_insurance AS SELECT 0 AS person, 0 AS household, 2026 AS year, '未参保' AS status UNION ALL SELECT 1, 0, 2026, '正常参保'`,
    )
    expect(answers((await evaluated([], ['medical_insurance'])).get('2_01_008'))).toEqual([1, 1, 0])
  })

  test('say the same whenever they are asked', async () => {
    const first = [...(await evaluated()).values()]
    const listed = await engine.rows('SELECT * FROM quality')
    expect([...(await evaluated()).values()]).toEqual(first)
    expect(await engine.rows('SELECT * FROM quality')).toEqual(listed)
  })

  test('leave nothing behind but quality', async () => {
    await evaluated()
    expect(
      await engine.rows(
        'SELECT table_name FROM duckdb_tables() WHERE temporary UNION ALL SELECT view_name FROM duckdb_views() WHERE temporary AND NOT internal',
      ),
    ).toEqual([])
  })
})

describe('findings of other rooms', () => {
  test('become quality findings by their kind', async () => {
    await engine.run(`CREATE TABLE register_finding AS SELECT 'conflict' AS kind, 0 AS household, 1 AS person, 'sex' AS field, '男 / 女' AS found, 1 AS sheet_no, 5 AS row_no
        UNION ALL SELECT 'something_new', 0, 0, 'name', '甲', 1, 4;
      CREATE TABLE link_finding AS SELECT 'name_differs' AS kind, 2 AS household, 3 AS person, 'name' AS field, '王某' AS found, 9 AS sheet_no, 7 AS row_no`)
    const counts = await evaluated()
    expect(['register-conflict', 'register-finding', 'name-differs', 'name-variant'].map((id) => counts.get(id)?.hit)).toEqual([1, 1, 1, 0])
    expect(await findings('name-differs')).toMatchObject([{ household: 2, person: 3, found: '王某', sheet_no: 9, row_no: 7 }])
  })
})

describe('an exemption', () => {
  const exemption: Exemption = {
    ruleId: '5_15_022',
    householdNumber: 'H1',
    personIdNumber: '',
    reason: '由亲属照看',
    evidence: '村委会证明',
    approver: '韦某',
    until: '2026-12-31',
  }

  test('marks the one record it is for', async () => {
    const counts = await evaluated([exemption])
    expect(counts.get('5_15_022')).toMatchObject({ hit: 2, exempt: 1 })
    expect((await findings('5_15_022')).map((row) => ('is_exempt' in row ? row.is_exempt : null))).toEqual([true, false])
  })

  test('for a person names the person', async () => {
    const forPerson = { ...exemption, ruleId: '1_12_003', householdNumber: 'H2', personIdNumber: '99010119800101003x' }
    expect((await evaluated([forPerson])).get('1_12_003')).toMatchObject({ hit: 1, exempt: 1 })
    expect((await evaluated([{ ...forPerson, personIdNumber: '' }])).get('1_12_003')).toMatchObject({ hit: 1, exempt: 0 })
  })

  test('that has run out changes nothing', async () => {
    expect((await evaluated([{ ...exemption, until: '2026-06-29' }])).get('5_15_022')).toMatchObject({ hit: 2, exempt: 0 })
  })
})

describe('the check digit in the engine', () => {
  test('is the one of the kernel', async () => {
    const numbers = fc.sample(
      fc.tuple(fc.stringMatching(/^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/), fc.constantFrom(...'0123456789X')),
      { seed: 42, numRuns: 400 },
    )
    const rows = numbers.map(
      ([first17, last], index) => `(${index}, 0, '${first17}${last}', '${first17}${last}', ${index === 0}, 1, ${index})`,
    )
    await engine.run(
      `DELETE FROM person; INSERT INTO person (person, household, id_number, id_raw, is_head, sheet_no, row_no) VALUES ${rows.join(', ')}`,
    )
    await evaluated()
    const wrong = new Set(
      (await engine.rows<{ person: number }>("SELECT person FROM quality WHERE rule_id = '1_01_003'")).map((row) => row.person),
    )
    expect(numbers.map((_, index) => wrong.has(index))).toEqual(numbers.map(([first17, last]) => checkDigit(first17) !== last))
  })
})
