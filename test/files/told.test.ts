/** What an officer is told before accepting: twins, wrong months, halves, somebody else's place; and what counts in the end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptedFiles, type FileDetail, recordFileUses, withdrawnFilesOf } from '../../src/intake/server/index.ts'
import { systemOfficer } from '../../src/store/index.ts'
import { asker } from '../database/database.test-support.ts'
import { ended, type FilesWorld, filesWorld, health, qian, workbook, zhao } from './files.test-support.ts'

let world: FilesWorld
beforeAll(async () => {
  world = await filesWorld()
})
afterAll(() => world.close())

const problem = (code: string) => expect.objectContaining({ code })
const codes = (file: FileDetail) => file.warnings.map(({ code }) => code)
const message = (file: FileDetail, code: string) => file.warnings.find((one) => one.code === code)?.message
const refusedFor = async (file: FileDetail, despite: string[] = []) => {
  const error = await world.accept(file, despite).then(
    () => ({ details: { warnings: [] as { code: string }[] } }),
    (thrown) => thrown as { details: { warnings: { code: string }[] } },
  )
  return error.details.warnings.map(({ code }) => code)
}

/** Bills of a month, a row per person; the first of them lives in the township given. */
const bills = (month: string, rows: number, townships = ['城关镇', '白云乡'], first = 0) =>
  `姓名,身份证号,结算日期,合规自付,乡镇\n${Array.from(
    { length: rows },
    (_, i) =>
      `张${i + first},9901011980010${String(10_000 + i + first).slice(1)}0,${month}-${String((i % 28) + 1).padStart(2, '0')},${100 + i},${townships[i % townships.length]}`,
  ).join('\n')}\n`

describe('a file that was handed in before', () => {
  let first: FileDetail
  test('is told by its bytes', async () => {
    first = await world.handIn(health, '九月.csv', bills('2026-09', 40), { month: '2026-09' })
    expect(codes(first)).toEqual([])
    await world.accept(first)
    const again = await world.handIn(health, '九月（再发）.csv', bills('2026-09', 40), { month: '2026-09' })
    expect(message(again, 'duplicate_file')).toBe(
      `这份文件与2026-10-31 医保联络员报送的“九月.csv”（第 ${first.id} 号，已接收）内容完全相同。`,
    )
    expect(await refusedFor(again)).toEqual(['duplicate_file', 'already_accepted'])
    await expect(world.accept(again)).rejects.toEqual(problem('files.undecided'))
    await world.call(health, 'POST /files/:id/withdraw', { params: { id: again.id }, body: { version: again.version, reason: '重复' } })
  })

  test('is told by its rows, in another order and another kind of file', async () => {
    const [header = '', ...rows] = bills('2026-09', 40).trim().split('\n')
    const shuffled = await workbook({ 数据: [header, ...rows.reverse()].join('\n') })
    const again = await world.handIn(health, '换了名字.xlsx', shuffled, { month: '2026-09' })
    expect(message(again, 'duplicate_rows')).toBe(
      `“医疗费用结算”的 40 行与2026-10-31 医保联络员报送的“九月.csv”（第 ${first.id} 号，已接收）逐行相同，只是文件不同。`,
    )
    const other = await world.handIn(health, '差一行.csv', bills('2026-09', 40).replace(',139,', ',1390,'), { month: '2026-09' })
    expect(codes(other)).not.toContain('duplicate_rows')
    for (const { id, version } of [again, other])
      await world.call(health, 'POST /files/:id/withdraw', { params: { id }, body: { version, reason: '试报' } })
  })

  test('is no twin of the neighbour county’s', async () => {
    const theirs = await world.handIn(qian, '九月.csv', bills('2026-09', 40), { month: '2026-09', department: '医保' })
    expect(codes(theirs)).toEqual([])
  })
})

describe('the month', () => {
  test('is doubted when no event lies in it, and can be put right', async () => {
    const wrong = await world.handIn(health, '十月.csv', bills('2026-08', 12, undefined, 100))
    expect(message(wrong, 'wrong_month')).toBe(
      '所报月份是 2026-10，但“医疗费用结算”的 12 行中没有一行的结算日期在 2026-10，最多的是 2026-08（12 行），请核对月份。',
    )
    expect(wrong.warnings[0]?.choices[0]).toEqual({ choice: 'change_month', label: '改为 2026-08', month: '2026-08' })
    expect(await refusedFor(wrong)).toContain('wrong_month')
    const right = await world.call<FileDetail>(health, 'PATCH /files/:id', {
      params: { id: wrong.id },
      body: { version: wrong.version, month: '2026-08' },
    })
    expect([right.month, codes(right)]).toEqual(['2026-08', []])
    await expect(
      world.call(health, 'PATCH /files/:id', { params: { id: wrong.id }, body: { version: wrong.version, note: '旧版本' } }),
    ).rejects.toEqual(problem('store.stale'))
  })

  test('is doubted when events lie after it', async () => {
    const mixed = bills('2026-09', 20, undefined, 200) + bills('2026-10', 5, undefined, 300).split('\n').slice(1).join('\n')
    const file = await world.handIn(health, '混月.csv', mixed, { month: '2026-09' })
    expect(message(file, 'wrong_month')).toContain('有 5 行的结算日期在 2026-09 以后')
  })

  test('of a file with twelve months in it is not doubted', async () => {
    const year = bills('2026-10', 20, undefined, 400) + bills('2026-03', 20, undefined, 500).split('\n').slice(1).join('\n')
    expect(codes(await world.handIn(health, '一年.csv', year))).toEqual([])
  })
})

describe('half a file', () => {
  test('is told against the month before: rows and townships', async () => {
    const half = await world.handIn(health, '十月一半.csv', bills('2026-10', 10, ['城关镇'], 600))
    expect(message(half, 'half_file')).toBe('“医疗费用结算”可能不完整：只有 10 行，上次（2026-09，第 1 号）有 40 行，仅为 25%。')
    expect(await refusedFor(half)).toEqual(['half_file'])
    const accepted = await world.accept(half, ['half_file'])
    expect(accepted.state).toBe('accepted')
    const body = { version: accepted.version, reason: '不完整' }
    await world.call(zhao, 'POST /files/:id/withdraw', { params: { id: half.id }, body })
  })

  test('of a list is told by a township that is gone', async () => {
    const housing = (townships: string[]) =>
      `户主姓名,户主身份证号,房屋鉴定等级,改造状态,乡镇\n${townships.map((name, i) => `户${i},99010119800101${String(1000 + i)},A,未改造,${name}`).join('\n')}\n`
    const september = await world.handIn(zhao, '住房9.csv', housing(['城关镇', '白云乡', '青山乡']), { month: '2026-09' })
    expect(september.department).toBe('住建')
    await world.accept(september)
    const october = await world.handIn(zhao, '住房10.csv', housing(['城关镇', '城关镇', '城关镇']))
    expect(message(october, 'half_file')).toBe('“农房安全鉴定”可能不完整：缺少上次（2026-09）有的乡镇：白云乡、青山乡。')
  })
})

describe('the department', () => {
  test('is asked for where several hand the dataset in', async () => {
    const file = await world.handIn(zhao, '事故.csv', '姓名,身份证号,事故日期,伤害程度\n张三,990101198001010014,2026-10-03,轻伤\n')
    expect(file.department).toBe('')
    expect(file.warnings[0]).toMatchObject({ code: 'which_department', mustDecide: true })
    expect(file.warnings[0]?.choices.map(({ department }) => department)).toEqual(['公安交管', '应急', undefined])
    expect(await refusedFor(file, ['which_department'])).toEqual(['which_department'])
    const body = { version: file.version, department: '应急' }
    const named = await world.call<FileDetail>(zhao, 'PATCH /files/:id', { params: { id: file.id }, body })
    expect(codes(named)).toEqual([])
    await world.accept(named)
  })

  test('has one file of a month that counts: the one accepted last', async () => {
    const counts = () =>
      world.store.transaction(asker(zhao), async (ctx) =>
        (await acceptedFiles(ctx, { area: '522399', month: '2026-10' })).map(({ name, department }) => [name, department]),
      )
    const lines = '姓名,身份证号,事故日期,伤害程度\n李四,990101198001010022,2026-10-05,重伤\n'
    const other = await world.handIn(zhao, '交警事故.csv', lines, { department: '公安交管' })
    await world.accept(other)
    expect(await counts()).toEqual([
      ['事故.csv', '应急'],
      ['交警事故.csv', '公安交管'],
    ])
    const newer = await world.handIn(zhao, '应急事故（新）.csv', lines.replace('重伤', '死亡'), { department: '应急' })
    expect(message(newer, 'already_accepted')).toContain('2026-10 的“事故伤亡”已接收过')
    await world.accept(newer, ['already_accepted'])
    expect(await counts()).toEqual([
      ['交警事故.csv', '公安交管'],
      ['应急事故（新）.csv', '应急'],
    ])
  })
})

describe('what a screening asks for', () => {
  test('is of lists the newest month and of events all of them, and nothing of the neighbour’s', async () => {
    const of = (question: object) =>
      world.store.transaction(asker({ ...systemOfficer, id: 7 }), async (ctx) =>
        (await acceptedFiles(ctx, { area: '522399', ...question })).map(({ name, sheets }) => [
          name,
          sheets.map(({ dataset, rows }) => `${dataset} ${rows}`),
        ]),
      )
    const housing = await world.call<{ items: FileDetail[] }>(zhao, 'GET /files', { query: { dataset: 'housing', state: 'read' } })
    const [october] = housing.items
    if (october !== undefined) await world.accept(october, ['half_file'])
    expect(await of({ asOf: '2026-10-31' })).toEqual([
      ['九月.csv', ['medical_settlements 40']],
      ['住房10.csv', ['housing 3']],
      ['交警事故.csv', ['accidents 1']],
      ['应急事故（新）.csv', ['accidents 1']],
    ])
    expect(await of({ asOf: '2026-09-30' })).toEqual([
      ['九月.csv', ['medical_settlements 40']],
      ['住房9.csv', ['housing 3']],
    ])
    expect(await of({ asOf: '2026-10-31', months: 1 })).toHaveLength(3)
  })

  test('is remembered as used, and a withdrawal afterwards says so', async () => {
    const { items } = await world.call<{ items: FileDetail[] }>(zhao, 'GET /files', { query: { dataset: 'accidents', state: 'accepted' } })
    const [file] = items
    if (file === undefined) throw new Error('no file')
    for (const run of [1, 1]) await world.store.transaction(asker(zhao), (ctx) => recordFileUses(ctx, [file.id], 'screening_run', run))
    const body = { version: file.version, reason: '部门来函更正' }
    const withdrawn = await world.call<FileDetail>(zhao, 'POST /files/:id/withdraw', { params: { id: file.id }, body })
    expect(withdrawn.wasInUse).toBe(true)
    expect(await world.store.transaction(asker(zhao), (ctx) => withdrawnFilesOf(ctx, 'screening_run', 1))).toEqual([
      { fileId: file.id, name: file.name, place: expect.stringContaining(`/${file.name}`), on: '2026-10-31', reason: '部门来函更正' },
    ])
    expect(await world.store.transaction(asker(qian), (ctx) => withdrawnFilesOf(ctx, 'screening_run', 1))).toEqual([])
  })
})

describe('the register', () => {
  const register = `户编号,姓名,证件号码,与户主关系,户类型,家庭人口数,乡,村\n52239900001,张三,990101198001010014,户主,一般农户,1,城关镇,东村\n`
  test('is loaded once it is accepted, and cannot be withdrawn while the load stands', async () => {
    const file = await world.handIn(zhao, '农户.csv', register)
    expect(file.datasets.map(({ name }) => name)).toEqual(['household_register'])
    const accepted = await world.accept(file)
    const job = await world.store.transaction(asker(zhao), ({ db }) =>
      db.selectFrom('jobs').select('id').where('kind', '=', 'register.load').executeTakeFirstOrThrow(),
    )
    await ended(world.store, job.id)
    expect(world.loads).toEqual([{ fileIds: [expect.any(Number)], asOf: '2026-10-01', handedInFile: file.id }])
    const load = await world.store.transaction(asker(zhao), async (ctx) => {
      const act = { kind: 'load', division_code: '522399', on_day: ctx.today, at: ctx.now, officer_id: 3, officer_name: '赵' }
      return (await ctx.db.insertInto('register_acts').values(act).returning('id').executeTakeFirstOrThrow()).id
    })
    await world.store.asOwner((client) => client.query('UPDATE jobs SET result = $1 WHERE id = $2', [{ actId: load }, job.id]))
    const withdraw = () =>
      world.call<FileDetail>(zhao, 'POST /files/:id/withdraw', {
        params: { id: file.id },
        body: { version: accepted.version, reason: '导错了' },
      })
    await expect(withdraw()).rejects.toEqual(problem('files.loaded'))
    await world.store.asOwner((client) => client.query('UPDATE register_acts SET undone_by = id WHERE id = $1', [load]))
    expect(await withdraw()).toMatchObject({ state: 'withdrawn' })
  })
})
