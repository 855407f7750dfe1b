/** What columns look like by their values, and when a header is doubted. The number is the example of GB 11643. */
import { describe, expect, test } from 'vitest'
import { doubtOf, lookOf, looksInWords, mainLook } from './value-look.rules.ts'

describe('one cell', () => {
  test.each([
    ['11010519491231002X', 'citizen_number'],
    ["'11010519491231002x", 'citizen_number'],
    ['11010519491231002X44', 'citizen_number'],
    ['110105194912310021', undefined],
    ['13900000000', 'mobile_phone'],
    ['+8613900000000', 'mobile_phone'],
    ['2026-03-05', 'day'],
    ['2026年3月5日', 'day'],
    ['20260305', 'day'],
    ['202603', 'day'],
    ['202613', 'amount'],
    ['522399001002', 'division_code'],
    ['522399001', 'division_code'],
    ['522399', 'amount'],
    ['1,234.50', 'amount'],
    ['1.2万', 'amount'],
    ['４６０８６', 'amount'],
    ['张三', undefined],
    ['农村低保', undefined],
  ] as const)('%s looks like %s', (value, look) => {
    const { filled, counts } = lookOf([value])
    expect(filled).toBe(1)
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual(look === undefined ? [] : [[look, 1]])
  })
  test('cells that say nothing do not count', () => expect(lookOf(['', null, undefined, '/', '无', ' ']).filled).toBe(0))
})

const day = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '待定']

describe('a column', () => {
  test('looks like what three fifths of its cells look like', () => {
    expect(mainLook(lookOf(day))?.look).toBe('day')
    expect(mainLook(lookOf([...day.slice(0, 3), '甲', '乙', '丙']))).toBeUndefined()
  })
  test('of less than five cells is not judged', () => expect(mainLook(lookOf(day.slice(0, 4)))).toBeUndefined())
})

const citizen = Array<string>(6).fill('11010519491231002X')

describe('a header is doubted', () => {
  test.each([
    ['结算日期', 'day', citizen, '“结算日期”一列的值多像证件号码(校验正确)(抽看 6 格，有 6 格)，请检查列名是否写错'],
    ['身份证号', 'id_number', day, '“身份证号”一列的值多像日期(抽看 5 格，有 4 格)，请检查列名是否写错'],
    ['姓名', 'name', citizen, expect.stringContaining('“姓名”一列的值多像证件号码')],
    ['个人自付', 'money', day, expect.stringContaining('“个人自付”一列的值多像日期')],
    ['联系电话', 'phone', citizen, expect.stringContaining('多像证件号码')],
  ] as const)('%s that holds something else', (header, kind, values, sentence) => expect(doubtOf(header, kind, values)).toEqual(sentence))

  test.each([
    ['结算日期', 'day', day],
    ['结算日期', 'day', Array<string>(6).fill('46086')],
    ['身份证号', 'id_number', citizen],
    ['备注', 'text', citizen],
    ['年度', 'year', Array<string>(6).fill('2026')],
    ['年度', 'year', Array<string>(6).fill('202601')],
    ['残疾等级', 'code', Array<string>(6).fill('1')],
    ['个人自付', 'money', []],
  ] as const)('%s as it should be is not', (header, kind, values) => expect(doubtOf(header, kind, values)).toBeUndefined())
})

test('a sheet in words names what its columns look like', () => {
  expect(looksInWords(['编号', '', '备注'], [citizen, day, Array<string>(6).fill('好')])).toBe(
    '“编号”像证件号码(校验正确)、“第 2 列”像日期',
  )
  expect(looksInWords(['备注'], [['好']])).toBe('')
})
