/** Linking by number against the bare join of the engine, and linking a county with messy rows, in seconds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, openEngine } from '../src/engine/index.ts'
import { linkRows, loadLinkageSettings } from '../src/linkage/index.ts'

export interface BenchRow {
  what: string
  ours: number
  reference: number
  ratio: number
  unit: string
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海波春梅林凤生云飞鹏宇浩天佳'
const pick = (signs: string, seed: string) => `substr('${signs}', 1 + (hash(${seed}) % ${signs.length})::INTEGER, 1)`
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const first = `('990101' || strftime(DATE '1940-01-01' + (i % 29000)::INTEGER, '%Y%m%d') || lpad((i // 29000 * 47 + 10)::VARCHAR, 3, '0'))`
const sumOf = (seventeen: string) =>
  weights.map((weight, at) => `${weight} * (${seventeen}::BIGINT // 1${'0'.repeat(16 - at)} % 10)`).join(' + ')

/** An invented county: persons, and rows of which `messy` in ten thousand are hard, half as many strangers. */
async function fill(engine: Engine, persons: number, rows: number, messy: number): Promise<void> {
  await engine.run(`CREATE TABLE household AS SELECT i::INTEGER AS household, 'H' || i AS household_number, '九九县' AS county FROM range(${Math.ceil(persons / 4)}) t(i);
    CREATE TABLE person AS SELECT *, id_number AS id_raw, NULL::VARCHAR AS other_phone FROM (
      SELECT i::INTEGER AS person, (i // 4)::INTEGER AS household, ${pick(surnames, 'i // 4')} || ${pick(given, 'i, 1')} || ${pick(given, 'i, 2')} AS name,
        seventeen || substr('10X98765432', 1 + (${sumOf('seventeen')}) % 11, 1) AS id_number, DATE '1940-01-01' + (i % 29000)::INTEGER AS born_on,
        '139' || lpad((i // 4)::VARCHAR, 8, '0') AS phone, '九九' || (i * 16 // ${persons}) || '镇' AS township, '新寨' || (i * 160 // ${persons}) || '村' AS village
      FROM (SELECT i, ${first} AS seventeen FROM range(${persons}) t(i)));
    CREATE TABLE sheet (sheet_no INTEGER, file VARCHAR, sheet_name VARCHAR, dataset VARCHAR);
    CREATE TABLE raw_rows AS SELECT row_number() OVER (ORDER BY j) - 1 AS r, 0 AS sheet_no, (row_number() OVER (ORDER BY j) + 1)::INTEGER AS row_no, false AS is_rejected,
        CASE WHEN kind < ${messy} THEN CASE j % 5 WHEN 0 THEN '''' || id_number WHEN 1 THEN left(id_number, 15) || '000'
          WHEN 2 THEN replace(id_number, '19', '91') WHEN 3 THEN NULL ELSE '5.22301E+17' END
          WHEN kind < ${messy * 1.5} THEN '997' || substr(id_number, 4, 14) || substr('10X98765432', 1 + (${sumOf("('997' || substr(id_number, 4, 14))")}) % 11, 1) ELSE id_number END AS id_number,
        name, NULL::DATE AS born_on, township, village, phone, NULL::VARCHAR AS other_phone
      FROM (SELECT j, (hash(j) % ${persons})::INTEGER AS person, hash(j, 5) % 10000 AS kind FROM range(${rows}) t(j)) JOIN person USING (person)`)
  for (let at = 0; at < 4; at += 1)
    await engine.run(
      `CREATE TABLE raw_d${at} AS SELECT * FROM raw_rows WHERE r % 4 = ${at}; CREATE VIEW rows_d${at} AS SELECT * FROM raw_d${at}`,
    )
}

const datasets = ['d0', 'd1', 'd2', 'd3']
const written = datasets.map((dataset) => `SELECT '${dataset}' AS dataset, r, id_number FROM rows_${dataset}`).join(' UNION ALL ')
const bareJoin = `CREATE OR REPLACE TABLE bare AS SELECT r, person, household FROM (${written}) JOIN person USING (id_number)`

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function compare(what: string, rows: number, messy: number): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-bench-'))
  const engine = await openEngine({ folder, memory: '1500MB' })
  try {
    await fill(engine, 600_000, rows, messy)
    const settings = loadLinkageSettings(join(import.meta.dirname, '../policy'))
    const ours: number[] = []
    const bare: number[] = []
    for (let run = 0; run < 5; run += 1) {
      bare.push(await seconds(() => engine.run(bareJoin)))
      ours.push(await seconds(() => linkRows(engine, settings, { datasets })))
    }
    const [mine, reference] = [median(ours), median(bare)]
    return { what, ours: mine, reference, ratio: mine / reference, unit: 's' }
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** 600 000 persons: clean rows against the bare join, and a county's rows of which 2 % are messy. */
export async function run(): Promise<BenchRow[]> {
  return [
    await compare('关联：60 万人 × 150 万行，按证件号码', 1_500_000, 0),
    await compare('关联：60 万人 × 260 万行，2% 不规范、1% 外人', 2_600_000, 200),
  ]
}

if (import.meta.main) console.table(await run())
