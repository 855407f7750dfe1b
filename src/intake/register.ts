/** Unites the register sheets of a county into persons and households, and refuses registers that cannot be one. */
import { type Engine, text } from '../engine/index.ts'
import { Problem, upgradeFifteen } from '../kernel/index.ts'
import { intakeProblems } from './problems.ts'
import {
  distinctNumbersSql,
  householdSql,
  nextHeadSql,
  noRepeatedMembersSql,
  oldNumbersSql,
  personSql,
  registerFindingSql,
  registerHouseholdSql,
  registerMemberSql,
  repeatedMembersSql,
  takeNextHeadsSql,
  upgradeNumbersSql,
  usualCountySql,
} from './register.sql.ts'
import type { IntakeReport } from './report.ts'

export interface RegisterReport {
  persons: number
  households: number
  outside: number
  warnings: string[]
}

const register = 'household_register'

/** Fills `person`, `household`, `register_row` and `register_finding`. */
export async function uniteRegister(
  engine: Engine,
  report: IntakeReport,
  options: { region: string; asOf: string },
): Promise<RegisterReport> {
  const sheets = report.sheets.filter(({ dataset }) => dataset === register)
  if (sheets.length === 0) throw new Problem(intakeProblems.noRegister, { skipped: nearestRegister(report) })
  const [usual] = await engine.rows<{ county: string }>(usualCountySql(options.region))
  await engine.run(registerMemberSql(options.region, usual?.county))
  const { outside, hasNoGap } = await countRows(engine, options.region)
  const [numbers] = await engine.rows<{ are_distinct: boolean | null }>(distinctNumbersSql)
  const areDistinct = numbers?.are_distinct === true
  await engine.run(areDistinct ? noRepeatedMembersSql : repeatedMembersSql)
  const [repeats] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM register_repeat')
  const hasRepeats = (repeats?.n ?? 0) > 0
  const warnings = hasRepeats
    ? await refuseOtherMonth(
        engine,
        sheets.map(({ file }) => file),
      )
    : []
  await engine.run(registerHouseholdSql(hasRepeats))
  const shape = { isWhole: hasNoGap && !hasRepeats, hasRepeats }
  await engine.run(personSql(shape))
  if (!areDistinct) await upgradeOldNumbers(engine)
  await engine.run(householdSql(options.asOf, shape))
  await engine.run(registerFindingSql(hasRepeats, areDistinct))
  await rejectOutside(engine, report)
  const [counts] = await engine.rows<{ persons: number; households: number }>(
    'SELECT (SELECT count(*) FROM person) AS persons, (SELECT count(*) FROM household) AS households',
  )
  if (!counts || counts.households === 0) throw new Problem(intakeProblems.emptyRegister, {})
  return { persons: counts.persons, households: counts.households, outside, warnings }
}

/** The head is the first living 户主: where deaths say that the first is dead, the next one's row gives the household's fields. */
export async function replaceDeadHeads(engine: Engine, asOf: string, handedIn: { deaths: boolean; accidents: boolean }): Promise<void> {
  const dead = [
    ...(handedIn.deaths ? [`SELECT person FROM linked_deaths WHERE event_day <= DATE ${text(asOf)}`] : []),
    ...(handedIn.accidents ? [`SELECT person FROM linked_accidents WHERE harm = '死亡' AND event_day <= DATE ${text(asOf)}`] : []),
  ]
  if (dead.length === 0) return
  await engine.run(nextHeadSql(dead.join(' UNION ALL ')))
  const [changed] = await engine.rows<{ n: number; repeats: number }>(
    'SELECT (SELECT count(*) FROM next_head) AS n, (SELECT count(*) FROM register_repeat) AS repeats',
  )
  if (changed && changed.n > 0)
    await engine.run(`${takeNextHeadsSql}; ${householdSql(asOf, { isWhole: false, hasRepeats: changed.repeats > 0 })}`)
  await engine.run('DROP TABLE next_head')
}

function nearestRegister(report: IntakeReport): string {
  const nearest = report.skipped.find(({ reason }) => reason.includes('农户家庭成员信息')) ?? report.skipped[0]
  return nearest ? `${nearest.file}${nearest.sheet === '' ? '' : `(${nearest.sheet})`}：${nearest.reason}` : ''
}

/** How many rows lie outside, and whether those that are left are numbered without a gap; refuses a register of another place. */
async function countRows(engine: Engine, region: string): Promise<{ outside: number; hasNoGap: boolean }> {
  const [row] = await engine.rows<{ outside: number; rows: number; last: number }>(
    'SELECT count(*) FILTER (is_outside) AS outside, count(*) AS rows, max(r) FILTER (NOT is_outside) AS last FROM register_member WHERE NOT is_rejected',
  )
  const { outside, rows, last } = row ?? { outside: 0, rows: 0, last: 0 }
  if (outside * 2 > rows) throw new Problem(intakeProblems.wrongRegion, { region, outside, rows })
  await engine.run(
    `INSERT INTO issue SELECT sheet_no, row_no, CASE WHEN village_code IS NULL THEN '县' ELSE '行政村代码' END, 'outside_region', coalesce(village_code, county), ${text(`区划 ${region} 以内`)}, 'error' FROM register_member WHERE is_outside AND NOT is_rejected`,
  )
  return { outside, hasNoGap: last + 1 === rows - outside }
}

/** Outside rows are not screened; they count as rejected. */
async function rejectOutside(engine: Engine, report: IntakeReport): Promise<void> {
  const rows = await engine.rows<{ sheet_no: number; n: number }>(
    'SELECT sheet_no, count(*) AS n FROM register_member WHERE is_rejected OR is_outside GROUP BY sheet_no',
  )
  for (const { sheet_no, n } of rows) {
    const sheet = report.sheets.find(({ sheetNo }) => sheetNo === sheet_no)
    if (!sheet) continue
    sheet.rejected = n
    sheet.accepted = sheet.rowsIn - n
    await engine.run(`UPDATE sheet SET rejected = ${n}, accepted = ${sheet.accepted} WHERE sheet_no = ${sheet_no}`)
  }
}

async function upgradeOldNumbers(engine: Engine): Promise<void> {
  const old = await engine.rows<{ id_number: string }>(oldNumbersSql)
  const upgrades = old.flatMap(({ id_number }) => {
    const upgraded = upgradeFifteen(id_number)
    return upgraded === undefined ? [] : [[id_number, upgraded]]
  })
  if (upgrades.length === 0) return
  await engine.run('CREATE TABLE id_upgrade(id_number VARCHAR, upgraded VARCHAR)')
  await engine.append('id_upgrade', upgrades)
  await engine.run(upgradeNumbersSql)
}

const monthInName = /(20\d{2})\s*[-年._]?\s*(1[0-2]|0?[1-9])(?:\s*月|(?=\D|$))/

function monthOf(file: string): string | undefined {
  const match = monthInName.exec(file.split('/').at(-1) ?? '')
  return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}` : undefined
}

/** Two exports that share most persons but come from two months, or disagree about many, are not one register. */
async function refuseOtherMonth(engine: Engine, files: readonly string[]): Promise<string[]> {
  const [row] = await engine.rows<{ shared: number; conflicts: number; smaller: number }>(`
    WITH pair AS (SELECT d.first_r, count(DISTINCT m.sheet_no) > 1 AS is_shared, greatest(count(DISTINCT h.net_income_per_head), count(DISTINCT h.wage_income), count(DISTINCT h.household_size), count(DISTINCT m.relation_to_head), count(DISTINCT m.labour_ability)) > 1 AS differs
      FROM register_repeat d JOIN register_member m USING (r) JOIN rows_household_register h USING (r) GROUP BY d.first_r)
    SELECT count(*) FILTER (is_shared) AS shared, count(*) FILTER (is_shared AND differs) AS conflicts,
      (SELECT min(n) FROM (SELECT count(*) AS n FROM register_member GROUP BY sheet_no)) AS smaller FROM pair`)
  const shared = row?.shared ?? 0
  const conflicts = row?.conflicts ?? 0
  const months = new Set(files.map(monthOf).filter((month) => month !== undefined))
  const isMostlyShared = shared * 2 > (row?.smaller ?? 0)
  if (isMostlyShared && ((months.size > 1 && conflicts > 0) || conflicts * 10 > shared)) {
    throw new Problem(intakeProblems.mixedMonths, { files: [...new Set(files)].join('、'), conflicts, shared })
  }
  return shared > 0
    ? [
        `农户家庭成员信息有重复登记：${shared} 人出现在不止一个文件中，其中 ${conflicts} 人内容不一致，以先读到的有值的单元格为准，不一致处列入数据质量`,
      ]
    : []
}
