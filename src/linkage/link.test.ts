import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../engine/index.ts'
import { number, openCounty, outcomes, type TestPerson, type TestRow } from './county.fixture.ts'
import { linkRows, loadLinkageSettings, reviewRows } from './index.ts'

const settings = loadLinkageSettings(join(import.meta.dirname, '../../policy'))

const li = number('1975-03-08', '102')
const wang = number('1960-11-21', '211')
const zhao = number('1988-07-19', '025')
const sun = number('1949-10-02', '034')
const twin = number('2003-05-05', '119')
const shared = number('1970-01-01', '310')
const withX = '99010119790412113X'
const broken = `${number('1982-02-02', '457').slice(0, 17)}${number('1982-02-02', '457').endsWith('7') ? '8' : '7'}`
const cut = `${number('1991-09-09', '218').slice(0, 15)}000`

// prettier-ignore
const register: TestPerson[] = [
  /*  0 */ { household: 'H01', name: '李秀英', id: li, phone: '13900000001' },
  /*  1 */ { household: 'H01', name: '王建国', id: wang, phone: '13900000001' },
  /*  2 */ { household: 'H02', name: '赵昇', id: zhao, phone: '13900000002', village: '石门村' },
  /*  3 */ { household: 'H03', name: '孙德福', id: sun, phone: '13900000003', township: '白云乡', village: '新寨村' },
  /*  4 */ { household: 'H04', name: '阿布都·买买提', id: number('1966-06-06', '331'), phone: '13900000004' },
  /*  5 */ { household: 'H05', name: '刘洋', id: twin, phone: '13900000005' },
  /*  6 */ { household: 'H06', name: '周桂兰', id: shared, phone: '13900000006' },
  /*  7 */ { household: 'H07', name: '周桂兰', id: shared, phone: '13900000007', village: '石门村' },
  /*  8 */ { household: 'H08', name: '何强', id: withX, phone: '13900000008' },
  /*  9 */ { household: 'H09', name: '陈无号', id: null, born: '2019-04-01', phone: '13900000009' },
  /* 10 */ { household: 'H10', name: '黄错号', id: broken, phone: '13900000010' },
  /* 11 */ { household: 'H11', name: '高截断', id: cut, phone: '13900000011' },
  /* 12 */ { household: 'H12', name: '张伟', id: number('1980-01-15', '011'), phone: '13900000012' },
  /* 13 */ { household: 'H13', name: '张伟', id: number('1992-12-25', '033'), phone: '13900000013' },
  /* 14 */ { household: 'H14', name: '林大山', id: number('1955-05-15', '091'), phone: '13900000014', other: '13900000114' },
  /* 15 */ { household: 'H14', name: '林小山', id: number('1985-08-25', '151'), phone: '13900000014' },
  /* 16 */ { household: 'H15', name: '吴芳', id: number('1978-02-14', '288'), phone: '13900000015', township: '白云乡', village: '大坪村' },
  /* 17 */ {
    household: 'H16',
    name: '郑海燕',
    id: number('1996-03-03', '046'),
    phone: '13900000016',
    township: '白云乡',
    village: '大坪村',
  },
  /* 18 */ { household: 'H17', name: '马堃', id: number('1973-07-07', '077'), phone: '13900000017' },
  /* 19 */ { household: 'H18', name: '罗正义', id: `${number('1969-09-19', '055')}43`, phone: '13900000018' },
  /* 20 */ { household: 'H19', name: '蒙国华', id: number('1951-01-31', '071'), phone: '13900000019' },
  /* 21 */ { household: 'H20', name: '蒙国华', id: number('1951-01-31', '099'), phone: '13900000020', village: '石门村' },
  /* 22 */ { household: 'H21', name: '韦□', id: number('1987-10-10', '222'), phone: '13900000021' },
  /* 23 */ { household: 'H22', name: '谢金花(曾用名谢小花)', id: number('1964-04-24', '186'), phone: '13900000022' },
]
for (let at = 24; at < 200; at += 1) {
  const village = ['新寨村', '石门村', '木桥村'][at % 3] ?? ''
  register.push({
    household: `F${at}`,
    name: `${'钱冯沈韩杨朱秦许'[at % 8]}${'一二三四五六七八九十'[at % 10]}${'甲乙丙丁戊'[at % 5]}`,
    id: number(`19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`, String(100 + at)),
    phone: `1380000${String(at).padStart(4, '0')}`,
    village,
  })
}

const wide = (digits: string) =>
  [...digits].map((sign) => (sign === 'X' ? 'Ｘ' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0))).join('')
const old = (id: string) => id.slice(0, 6) + id.slice(8, 17)
const wrong = (id: string, at: number) => id.slice(0, at) + ((Number(id.charAt(at)) + 1) % 10) + id.slice(at + 1)
const swap = (id: string, a: number, b: number) => {
  const signs = [...id]
  ;[signs[a], signs[b]] = [signs[b] ?? '', signs[a] ?? '']
  return signs.join('')
}
const idOf = (at: number) => register[at]?.id ?? ''

// prettier-ignore
const cases: [what: string, row: TestRow, expected: string][] = [
  ['the same number', { id: li, name: '李秀英' }, '0/id'],
  ['the same number without a name', { id: li }, '0/id'],
  ['the same number under another name', { id: li, name: '别人' }, '0/id'],
  ['a rejected row is linked too', { id: li, name: '李秀英', rejected: true }, '0/id'],
  ['a disability card of 20 digits', { id: `${wang}43`, name: '王建国' }, '1/id'],
  ['a reissued card of 22 characters', { id: `${wang}43B1`, name: '王建国' }, '1/id'],
  ['the register has the card, the row the number', { id: idOf(19).slice(0, 18), name: '罗正义' }, '19/id'],
  ['both have the card', { id: idOf(19), name: '罗正义' }, '19/id'],
  ['the same error on both sides', { id: broken, name: '黄错号' }, '10/id'],
  ['spaces inside', { id: `${li.slice(0, 6)} ${li.slice(6, 14)} ${li.slice(14)}`, name: '李秀英' }, '0/id_repaired'],
  ['a leading quote', { id: `'${li}`, name: '李秀英' }, '0/id_repaired'],
  ['a formula wrapper', { id: `="${li}"` }, '0/id_repaired'],
  ['full-width digits', { id: wide(li), name: '李秀英' }, '0/id_repaired'],
  ['a lower-case x', { id: withX.replace('X', 'x'), name: '何强' }, '8/id_repaired'],
  ['fifteen digits', { id: old(wang), name: '王建国' }, '1/id_repaired'],
  ['truncated to 15 digits and zeros', { id: `${zhao.slice(0, 15)}000`, name: '赵昇' }, '2/id_truncated'],
  ['scientific with 15 digits', { id: `${zhao.slice(0, 1)}.${zhao.slice(1, 15)}E+17`, name: '赵昇' }, '2/id_truncated'],
  ['rounded up at the fifteenth digit', { id: '990101195505151000', name: '林大山' }, '14/id_truncated'],
  ['truncated, the name written with a variant', { id: `${zhao.slice(0, 15)}000`, name: '赵升' }, '2/id_truncated'],
  ['truncated, another name', { id: `${zhao.slice(0, 15)}000`, name: '钱进' }, '-'],
  ['rounded by a program', { id: `${zhao.slice(0, 15)}${zhao.endsWith('488') ? '484' : '488'}`, name: '赵昇' }, '2/id_truncated'],
  ['the register lost the digits', { id: number('1991-09-09', '218'), name: '高截断' }, '11/id_truncated'],
  ['both lost the digits', { id: cut, name: '高截断' }, '11/id_truncated'],
  ['both lost the digits, another name', { id: cut, name: '高别人' }, '-'],
  ['lost character of the register, truncated number', { id: `${idOf(22).slice(0, 15)}000`, name: '韦堃' }, '-'],
  ['one wrong digit', { id: wrong(sun, 9), name: '孙德福' }, '3/id_typo'],
  ['two neighbouring digits swapped', { id: swap(li, 10, 13), name: '李秀英' }, '0/id_typo'],
  ['one wrong digit, another name', { id: wrong(sun, 9), name: '孙福德' }, '-'],
  ['the register has one wrong digit', { id: number('1982-02-02', '457'), name: '黄错号' }, '10/id_typo'],
  [
    'two brothers of one name, the village decides',
    { id: swap(idOf(20), 14, 15), name: '蒙国华', village: '新寨' },
    swap(idOf(20), 14, 15) === idOf(20) ? '-' : '20/id_typo',
  ],
  [
    'name, day of birth and village',
    { name: '吴芳', born: '1978-02-14', township: '白云乡', village: '大坪村委会' },
    '16/name_born_village',
  ],
  ['village with its township before it', { name: '吴芳', born: '1978-02-14', village: '白云乡大坪村' }, '16/name_born_village'],
  [
    'two wrong digits fall through to the name',
    { id: wrong(wrong(idOf(16), 3), 15), name: '吴芳', born: '1978-02-14', village: '大坪' },
    '16/name_born_village',
  ],
  [
    'no number in the register, day and village agree',
    { id: number('2019-04-01', '333'), name: '陈无号', village: '新寨村', township: '清水镇' },
    '9/name_born_village',
  ],
  [
    'a stranger of the same name and village',
    { id: number('1980-01-15', '555'), name: '张伟', village: '新寨村', township: '清水镇', phone: '13900000012', born: '1980-01-15' },
    '-',
  ],
  [
    'name, phone and village',
    { name: '林大山', phone: '+86 139-0000-0014', township: '清水镇', village: '新寨村民委员会' },
    '14/name_phone_village',
  ],
  [
    'the other phone',
    { name: '林大山', phone: '0859-1234567/13900000114', township: '清水镇', village: '新寨村' },
    '14/name_phone_village',
  ],
  ['a name with spaces', { name: '林 大 山', other: '１３９００００００１４', township: '清水', village: '新寨' }, '14/name_phone_village'],
  ['a dot lost', { name: '阿布都买买提', phone: '13900000004', township: '清水镇', village: '新寨村' }, '4/name_phone_village'],
  ['another dot', { name: '阿布都•买买提', phone: '13900000004', township: '清水镇', village: '新寨村' }, '4/name_phone_village'],
  ['the former name', { name: '谢小花', phone: '13900000022', township: '清水镇', village: '新寨村' }, '23/name_phone_village'],
  ['homonyms, the phone decides', { name: '张伟', phone: '13900000013', township: '清水镇', village: '新寨村' }, '13/name_phone_village'],
  ['same sound, day of birth', { name: '郑海雁', born: '1996-03-03', township: '白云乡', village: '大坪村' }, '17/name_variant'],
  ['same sound, phone', { name: '郑海艳', phone: '13900000016', township: '白云乡' }, '17/name_variant'],
  ['variant character, phone', { name: '马坤', phone: '13900000017', township: '清水镇', village: '新寨村' }, '18/name_variant'],
  ['the short form of a name, phone', { name: '阿布都', phone: '13900000004', township: '清水镇', village: '新寨村' }, '4/name_variant'],
  ['the son is not the father', { name: '林中山', phone: '13900000014', township: '清水镇', village: '新寨村' }, '-'],
  ['name and village alone, unique there', { name: '吴芳', township: '白云乡', village: '大坪村' }, '16/probable'],
  ['name and village alone, two of them', { name: '张伟', township: '清水镇', village: '新寨村' }, '-'],
  ['the name alone', { name: '张伟' }, '-'],
  [
    'masked digits',
    { id: `${idOf(16).slice(0, 6)}********${idOf(16).slice(14)}`, name: '吴芳', township: '白云乡', village: '大坪村' },
    '-',
  ],
  ['a number in two households, the village decides', { id: shared, name: '周桂兰', township: '清水镇', village: '石门村' }, '7/id'],
  ['a number in two households, the phone decides', { id: shared, name: '周桂兰', phone: '13900000006' }, '6/id'],
  ['a number in two households, nothing decides', { id: shared, name: '周桂兰' }, '-'],
  ['a stranger with a sound number', { id: number('1977-07-17', '777'), name: '无此人' }, '-'],
  ['another village of the same name', { name: '孙德福', township: '清水镇', village: '新寨村' }, '-'],
  ['day of birth and a rare name, moved away', { name: '孙德福', born: '1949-10-02', township: '清水镇', village: '新寨村' }, '3/probable'],
  ['nothing at all', {}, '-'],
]

describe('a row finds its person', () => {
  let engine: Engine
  let found: string[] = []
  beforeAll(async () => {
    engine = await openCounty(register, { employment: cases.map(([, row]) => row) })
    await linkRows(engine, settings, { datasets: ['employment'] })
    found = await outcomes(engine, 'employment')
  })
  afterAll(() => engine.close())

  test.each(cases.map(([what, , expected], at) => [what, at, expected] as const))('%s', (_, at, expected) => {
    expect(found[at]).toBe(expected)
  })

  test('a different name on the same number is noted, another way of writing it apart', async () => {
    const notes = await engine.rows('SELECT r, person, kind, found, expected FROM link_note ORDER BY r')
    expect(notes).toEqual([{ r: 2, person: 0, kind: 'name_differs', found: '别人', expected: '李秀英' }])
  })
  test('what is left waits for a clerk with its reasons', async () => {
    const waiting = await reviewRows(engine)
    const of = (what: string) => waiting.find((row) => row.row === cases.findIndex(([name]) => name === what) + 2)
    expect(of('name and village alone, two of them')?.candidates.map((one) => one.household_number)).toEqual(['H12', 'H13'])
    expect(of('masked digits')?.candidates[0]).toMatchObject({
      household_number: 'H15',
      reason: expect.stringContaining('证件号码未遮盖的位相同'),
    })
    expect(of('a number in two households, nothing decides')?.candidates).toHaveLength(2)
    expect(of('a stranger with a sound number')).toBeUndefined()
  })
  test('the view carries the columns of both', async () => {
    expect(await engine.rows('SELECT name, person, household, level FROM linked_employment WHERE r = 0')).toEqual([
      { name: '李秀英', person: 0, household: 0, level: 'id' },
    ])
  })
})

describe('clerks and repetition', () => {
  const rows: TestRow[] = [
    { name: '张伟', township: '清水镇', village: '新寨村' },
    { id: li, name: '李秀英' },
    { id: wrong(sun, 9), name: '孙德福' },
    { name: '林大山', phone: '13900000014', township: '清水镇', village: '新寨村' },
  ]
  const said = (row: number, household_number: string, person_id_number: string, decision: 'same' | 'different') =>
    ({ file: 'employment.csv', sheet: '', row, dataset: 'employment', household_number, person_id_number, decision }) as const

  test('a clerk links what was tied, and bars what was linked', async () => {
    const engine = await openCounty(register, { employment: rows })
    const decisions = [
      said(2, 'H13', idOf(13), 'same'),
      said(3, 'H01', li, 'different'),
      said(4, 'H03', sun, 'different'),
      said(5, 'H14', idOf(14), 'same'),
    ]
    const report = await linkRows(engine, settings, { datasets: ['employment'], decisions })
    expect(await outcomes(engine, 'employment')).toEqual(['13/probable', '-', '-', '14/probable'])
    expect(report.decisions).toEqual({ applied: 4, unmatched: [] })
    expect(await engine.rows('SELECT score FROM link')).toEqual([{ score: 1 }, { score: 1 }])
    engine.close()
  })

  test('a masked number finds the person in the household, and what fits nobody is told', async () => {
    const engine = await openCounty(register, { employment: rows })
    const gone = said(2, 'H99', li, 'same')
    const masked = said(2, 'H12', `${idOf(12).slice(0, 6)}********${idOf(12).slice(14)}`, 'same')
    const report = await linkRows(engine, settings, { datasets: ['employment'], decisions: [gone, masked] })
    expect((await outcomes(engine, 'employment'))[0]).toBe('12/probable')
    expect(report.decisions.unmatched).toEqual([gone])
    engine.close()
  })

  test('threads, repetition and the order of datasets change nothing', async () => {
    const read = async (threads: number, datasets: string[]) => {
      const engine = await openCounty(register, { employment: cases.map(([, row]) => row), appeals: rows }, threads)
      await linkRows(engine, settings, { datasets: ['employment', 'appeals'] })
      await linkRows(engine, settings, { datasets })
      const found = await engine.rows('SELECT dataset::VARCHAR AS dataset, r, person, household, level, score FROM link ORDER BY 1, 2')
      const review = await engine.rows(
        'SELECT dataset::VARCHAR AS dataset, r, candidate_rank, person, score, reason FROM review ORDER BY 1, 2, 3',
      )
      engine.close()
      return { found, review }
    }
    const once = await read(1, ['employment', 'appeals'])
    expect(await read(2, ['appeals', 'employment'])).toEqual(once)
    expect(once.found.length).toBeGreaterThan(40)
  })

  test('a row is linked once', async () => {
    const engine = await openCounty(register, { employment: [...cases.map(([, row]) => row), ...rows] }, 2)
    await linkRows(engine, settings, { datasets: ['employment'] })
    expect(await engine.rows('SELECT r FROM link GROUP BY r HAVING count(*) > 1')).toEqual([])
    expect(await engine.rows('SELECT r FROM link JOIN review USING (dataset, r)')).toEqual([])
    engine.close()
  })

  test('nothing handed in and an empty dataset are no fault', async () => {
    const engine = await openCounty(register, { employment: [] })
    expect(await linkRows(engine, settings, { datasets: [] })).toMatchObject({ linked: 0, review: 0 })
    expect(await linkRows(engine, settings, { datasets: ['employment'] })).toMatchObject({ linked: 0, review: 0 })
    expect(await engine.rows('SELECT * FROM linked_employment')).toEqual([])
    engine.close()
  })

  test('an empty register links nothing', async () => {
    const engine = await openCounty([], { employment: rows })
    expect(await linkRows(engine, settings, { datasets: ['employment'] })).toMatchObject({ linked: 0, review: 0 })
    engine.close()
  })

  test('the card decides where the number beside it fails', async () => {
    const engine = await openCounty(register, {
      disability_cards: [
        { id: '无', name: '王建国', card: `${wang}43` },
        { id: wrong(li, 16), card: `${li}11B1` },
      ],
    })
    await linkRows(engine, settings, { datasets: ['disability_cards'] })
    expect(await outcomes(engine, 'disability_cards')).toEqual(['1/id', '0/id'])
    engine.close()
  })
})
