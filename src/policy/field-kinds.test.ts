/** How every kind reads a cell: the forms of the contract, and what it must not make a value of. */
import { describe, expect, test } from 'vitest'
import { isEmptyText, isMonthText } from './cell-forms.rules.ts'
import { fieldKinds, type KindContext } from './field-kinds.ts'
import type { CodeList, Field, FieldKindName } from './schema.ts'
import { fieldKindNames } from './schema.ts'

const field = (kind: FieldKindName, more: Partial<Field> = {}): Field => ({ label: '列', kind, headers: ['列'], ...more })
const grades: CodeList = { label: '残疾等级', codes: { '1': { label: '一级', spellings: ['Ⅰ', 'I'] }, '2': { label: '二级' } } }
const dibao: CodeList = { label: '低保', codes: { 未享受: { label: '未享受', spellings: ['无', '否'] }, 农村低保: { label: '农村低保' } } }
const risks: CodeList = { label: '风险', codes: { 因病: { label: '因病' }, 因学: { label: '因学' } } }
const stages: CodeList = { label: '学制', codes: { '3': { label: '3年' }, 长期: { label: '长期', spellings: ['30天'] } } }

function read(kind: FieldKindName, raw: string | null, more: Partial<KindContext> = {}, about: Partial<Field> = {}): string {
  const reading = fieldKinds[kind].read(raw, { field: field(kind, about), ...more })
  return typeof reading === 'string' ? reading : reading.value
}

test('there is one row for every kind', () => {
  expect(Object.keys(fieldKinds).sort()).toEqual([...fieldKindNames].sort())
})

describe('nothing is written in many ways', () => {
  test.each(['', ' ', '/', '-', '—', '——', '无', '不详', '至今', ' / ', '\u3000无', '\u00a0-\u00a0', '／', 'NULL'])('%j', (raw) => {
    expect(isEmptyText(raw)).toBe(true)
    for (const kind of ['day', 'money', 'number', 'whole_number', 'year', 'division_code', 'code', 'codes', 'text'] as const) {
      expect([kind, read(kind, raw, { codes: risks })]).toEqual([kind, 'empty'])
    }
  })
  test.each(['0', '无业', '不', '至今未还', '//', '- -'])('%j is not nothing', (raw) => expect(isEmptyText(raw)).toBe(false))
  test('a cell that is not there', () => {
    for (const kind of fieldKindNames) expect([kind, read(kind, null, { codes: risks })]).toEqual([kind, 'empty'])
  })
})

describe('days', () => {
  test.each([
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年03月05日', '2026-03-05'],
    ['2026 年 3 月 5 日', '2026-03-05'],
    ['2026年3月5', '2026-03-05'],
    ['2026年3月5号', '2026-03-05'],
    ['２０２６－０３－０５', '2026-03-05'],
    ['２０２６．３．５', '2026-03-05'],
    [' 2026-03-05 ', '2026-03-05'],
    ['2026 03 05', '2026-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['46086', '2026-03-05'],
    ['46086.75', '2026-03-05'],
    ['2026-03-05 08:30:00', '2026-03-05'],
    ['2026-03-05T08:30:00.000Z', '2026-03-05'],
    ['2026/3/5 8:30', '2026-03-05'],
    ['2026年3月5日 8时30分', '2026-03-05'],
    ['2026年3月5日\u30008:30', '2026-03-05'],
    ['2026-03-05\n08:30', '2026-03-05'],
    ['20260305083000', '2026-03-05'],
    ['20260305 08:30:00', '2026-03-05'],
    ['20260305 8:30', '2026-03-05'],
    ['1949-10-01', '1949-10-01'],
  ])('%j is %s', (raw, day) => expect(read('day', raw)).toBe(day))

  test.each([
    ['202503', '2025-03-01', '2025-03-31'],
    ['202402', '2024-02-01', '2024-02-29'],
    ['2025年03月', '2025-03-01', '2025-03-31'],
    ['2025年3月', '2025-03-01', '2025-03-31'],
    ['2025-03', '2025-03-01', '2025-03-31'],
    ['2025/3', '2025-03-01', '2025-03-31'],
    ['2025.12', '2025-12-01', '2025-12-31'],
    ['２０２５年３月', '2025-03-01', '2025-03-31'],
  ])('%j is a month: %s for a start, %s for an end', (raw, first, last) => {
    expect(read('day', raw, {}, { month_is: 'first' })).toBe(first)
    expect(read('day', raw, {}, { month_is: 'last' })).toBe(last)
    expect(isMonthText(raw)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-04-31',
    '20260230',
    '2026年2月30日',
    '202613',
    '202600',
    '2025',
    '3月5日',
    '26-3-5',
    '05/03/2026',
    '待定',
    '约2026-03-05',
    '2026-03-05至2026-04-01',
    '2026--03-05',
    '1234-05-06',
    '2999-01-01',
    '99999',
    '460861',
    '-46086',
    '20260305123',
    '0000-00-00',
    '#N/A',
  ])('%j is no day', (raw) => expect(read('day', raw)).toBe('unreadable'))
})

describe('amounts', () => {
  test.each([
    ['1234.5', '1234.50'],
    ['0', '0.00'],
    ['-500', '-500.00'],
    ['+500', '500.00'],
    ['.5', '0.50'],
    ['5.', '5.00'],
    ['1,234,567.89', '1234567.89'],
    ['１，２３４．５', '1234.50'],
    ['1 234.50', '1234.50'],
    ['1234元', '1234.00'],
    ['1234.5元整', '1234.50'],
    ['￥1,234.50', '1234.50'],
    ['¥1234', '1234.00'],
    ['-￥500', '-500.00'],
    ['￥-500', '-500.00'],
    ['人民币500元', '500.00'],
    ['1.2万', '12000.00'],
    ['1.2万元', '12000.00'],
    ['１．２万', '12000.00'],
    ['3千', '3000.00'],
    ['0.5亿', '50000000.00'],
    ['(500)', '-500.00'],
    ['（１，２００）', '-1200.00'],
    ['1.2E+4', '12000.00'],
    ['12.345', '12.35'],
    ['-12.345', '-12.35'],
    ['-0.001', '0.00'],
    ['9999999999999999.99', '9999999999999999.99'],
  ])('%j is %s', (raw, yuan) => expect(read('money', raw)).toBe(yuan))

  test.each([
    ['1.2', '12000.00'],
    ['1,200', '12000000.00'],
    ['-0.05', '-500.00'],
    ['1.2万', '12000.00'],
    ['12,000元', '12000.00'],
    ['0.00015', '1.50'],
  ])('%j under a header in 万元 is %s', (raw, yuan) => {
    expect(read('money', raw, { inWan: true })).toBe(yuan)
    expect(read('money', raw, {}, { unit: 'wan' })).toBe(yuan)
  })
  test('a header in 元 wins over the unit the dataset usually has', () => {
    expect(read('money', '5000', { inWan: false }, { unit: 'wan' })).toBe('5000.00')
  })

  test.each([
    '约3000',
    '3000左右',
    '12,34',
    '1.2.3',
    '1-2',
    '--5',
    '元',
    '一千',
    '3000元/月',
    '1e400',
    '99999999999999999',
    '#REF!',
    '500美元',
  ])('%j is no amount', (raw) => expect(read('money', raw)).toBe('unreadable'))
})

describe('numbers', () => {
  test.each<[FieldKindName, string, string]>([
    ['number', '85.5', '85.5000'],
    ['number', '85.5㎡', '85.5000'],
    ['number', '１２０平方米', '120.0000'],
    ['number', '1,200.5', '1200.5000'],
    ['number', '85.5左右', 'unreadable'],
    ['whole_number', '4', '4'],
    ['whole_number', '4人', '4'],
    ['whole_number', '4.0', '4'],
    ['whole_number', ' ４ ', '4'],
    ['whole_number', '30天', '30'],
    ['whole_number', '007', '7'],
    ['whole_number', '4.5', 'unreadable'],
    ['whole_number', '四', 'unreadable'],
    ['whole_number', '4-5', 'unreadable'],
    ['whole_number', '0x1F', 'unreadable'],
    ['whole_number', '99999999999', 'unreadable'],
    ['year', '2026', '2026'],
    ['year', '2026年', '2026'],
    ['year', '２０２６年度', '2026'],
    ['year', '26', 'unreadable'],
    ['year', '2126', 'unreadable'],
    ['year', '202601', 'unreadable'],
  ])('%s %j is %s', (kind, raw, value) => expect(read(kind, raw)).toBe(value))
})

describe('codes', () => {
  test.each<[CodeList, string, string]>([
    [grades, '1', '1'],
    [grades, '一级', '1'],
    [grades, '一', '1'],
    [grades, ' 一 级 ', '1'],
    [grades, '１级', '1'],
    [grades, 'Ⅰ级', '1'],
    [grades, 'ｉ', '1'],
    [grades, '二级', '2'],
    [grades, '三级', 'unreadable'],
    [grades, '特级', 'unreadable'],
    [stages, '3', '3'],
    [stages, '3年', '3'],
    [stages, '30 天', '长期'],
    [stages, '３年', '3'],
    [dibao, '农村\n低保', '农村低保'],
    [dibao, '低保', 'unreadable'],
  ])('of %o: %j is %s', (codes, raw, value) => expect(read('code', raw, { codes })).toBe(value))
  test('a code that is written like nothing comes before nothing', () => {
    expect(read('code', '无', { codes: dibao })).toBe('未享受')
    expect(read('code', '无', { codes: risks })).toBe('empty')
  })
  test.each([
    ['因病', '因病'],
    ['因病、因学', '因病,因学'],
    ['因病,因学', '因病,因学'],
    ['因学;因病；', '因学,因病'],
    ['因病，因懒', 'unreadable'],
    ['、', 'unreadable'],
  ])('several in one cell: %j is %s', (raw, value) => expect(read('codes', raw, { codes: risks })).toBe(value))
  test('what is expected names the labels, twelve at most', () => {
    const many: CodeList = { label: '', codes: Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`c${i}`, { label: `项${i}` }])) }
    expect(fieldKinds.code.expected({ field: field('code'), codes: grades })).toBe('一级、二级')
    expect(fieldKinds.code.expected({ field: field('code'), codes: many })).toMatch(/项11 等$/)
  })
})

describe('division codes', () => {
  test.each([
    ['522399001002', '522399001002'],
    ['522399001', '522399001'],
    ['522399', '522399'],
    ["'522399001002", '522399001002'],
    ['522399 001 002', '522399001002'],
    ['５２２３９９００１００２', '522399001002'],
    ['5223', 'unreadable'],
    ['5.22399E+11', 'unreadable'],
    ['某某村', 'unreadable'],
  ])('%j is %s', (raw, value) => expect(read('division_code', raw)).toBe(value))
})

describe('text is taken as it is written', () => {
  test.each(['张三', ' 张 三', '=1+1', '无名氏', '#3栋', '５２２'])('%j', (raw) => {
    for (const kind of ['id_number', 'card_number', 'name', 'text', 'phone'] as const) expect(read(kind, raw)).toBe(raw)
  })
  test.each(['#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!'])('%j is no text', (raw) => expect(read('id_number', raw)).toBe('unreadable'))
})
