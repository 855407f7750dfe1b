import { describe, expect, test } from 'vitest'
import { type AcceptedSheetRow, inForce } from './accepted.rules.ts'
import { type CalendarFile, cellState, dueOn } from './calendar.rules.ts'
import { cleanName, monthAfter } from './file-names.rules.ts'
import { likelyHeader } from './likely-header.rules.ts'
import { maskedCell } from './masks.rules.ts'
import { columnsAcross, mendedRow } from './mend.rules.ts'

describe('a name', () => {
  test.each<[given: string, kept: string]>([
    ['死亡.csv', '死亡.csv'],
    ['C:\\数据\\死亡.csv', '死亡.csv'],
    ['../../etc/passwd', 'passwd'],
    ['..', ''],
    ['~$死亡.xlsx', '死亡.xlsx'],
    ['a\u0000b\u202e.csv', 'ab.csv'],
    ['a<b>:"|?*.csv', 'ab.csv'],
    [`${'长'.repeat(300)}.xlsx`, `${'长'.repeat(65)}.xlsx`],
    ['  ', ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanName(given)).toBe(kept)
  })
})

test.each([
  ['2026-12', '2027-01'],
  ['2026-09', '2026-10'],
])('after %s comes %s', (month, next) => {
  expect(monthAfter(month)).toBe(next)
})

describe('a masked cell', () => {
  test.each<[kind: Parameters<typeof maskedCell>[0], found: string, shown: string]>([
    ['id_number', '11010519491231002X', '110105********002X'],
    ['id_number', '123', '*23'],
    ['id_number', 'X', 'X'],
    ['phone', '13812345678', '138****5678'],
    ['text', '见 110105 1949 1231 002X 一栏', '见 110105***********002X 一栏'],
    [null, '电话13812345678', '电话138123*5678'],
    ['day', '2026-13-45', '2026-13-45'],
    ['money', '一千二', '一千二'],
  ])('of kind %s: %s is shown as %s', (kind, found, shown) => {
    expect(maskedCell(kind, found)).toBe(shown)
  })
})

describe('the likely header', () => {
  test.each<[what: string, rows: (string | null)[][], at: number | undefined]>([
    [
      'below a title',
      [
        ['死亡名单', null],
        ['姓名', '去世时间'],
        ['张三', '2026-10-02'],
      ],
      2,
    ],
    [
      'first of equals',
      [
        ['姓名', '村'],
        ['张三', '东村'],
      ],
      1,
    ],
    [
      'of numbers only is none',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      undefined,
    ],
    ['of nothing is none', [], undefined],
  ])('%s', (_what, rows, at) => {
    expect(likelyHeader(rows.map((cells, i) => ({ rowNumber: i + 1, cells })))?.rowNumber).toBe(at)
  })
})

describe('a correction', () => {
  const file = ['姓名', '', '日期', '日期']
  test.each<[what: string, correction: string[], across: [number, number][]]>([
    [
      'as it went out',
      ['姓名', '', '日期', '日期', '原文件行号', '问题'],
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      'with a column put in front',
      ['备注', '姓名', '', '日期'],
      [
        [3, 3],
        [1, 0],
      ],
    ],
    [
      'with a column taken out',
      ['姓名', '日期', '日期'],
      [
        [0, 0],
        [2, 2],
        [1, 3],
      ],
    ],
    ['with spaces in its headers', [' 姓 名'], [[0, 0]]],
  ])('%s finds its columns', (_what, correction, across) => {
    expect([...columnsAcross(correction, file)]).toEqual(across)
  })

  test('changes its own columns only, and empties what was emptied', () => {
    expect(
      mendedRow(
        ['张三', '甲', '坏'],
        ['张三', null, '2026-10-02'],
        new Map([
          [0, 0],
          [2, 2],
        ]),
      ),
    ).toEqual(['张三', '甲', '2026-10-02'])
    expect(mendedRow(['张三', '甲'], ['张三', null], new Map([[1, 1]]))).toEqual(['张三', null])
    expect(mendedRow(['张三'], ['x', 'y'], new Map([[1, 3]]))).toEqual(['张三', null, null, 'y'])
  })
})

describe('a cell of the calendar', () => {
  const question = { month: '2026-09', today: '2026-10-12', due: '2026-10-10', isExpected: true, since: '2026-01' }
  const file = (state: CalendarFile['state'], more: Partial<CalendarFile> = {}): CalendarFile => ({
    id: 1,
    state,
    day: '2026-10-05',
    hasIssues: false,
    rows: 3,
    ...more,
  })
  test.each<[state: string, files: CalendarFile[], more: object]>([
    ['late', [], {}],
    ['missing', [], { today: '2026-10-10' }],
    ['open', [], { today: '2026-09-30' }],
    ['not_expected', [], { isExpected: false }],
    ['not_expected', [], { since: '2026-10' }],
    ['handed_in', [file('waiting')], {}],
    ['handed_in', [file('read')], { isExpected: false }],
    ['has_issues', [file('read', { hasIssues: true })], {}],
    ['accepted', [file('read', { hasIssues: true }), file('accepted')], {}],
    ['accepted_late', [file('accepted', { day: '2026-10-11' })], {}],
    ['accepted', [file('accepted', { day: '2026-10-11' }), file('accepted')], {}],
    ['accepted', [file('accepted', { day: '2026-10-11' })], { isExpected: false }],
  ])('is %s for %j with %j', (state, files, more) => {
    expect(cellState(files, { ...question, ...more })).toBe(state)
  })

  test.each([
    ['2026-09', 10, '2026-10-10'],
    ['2026-12', 5, '2027-01-05'],
    ['2026-01', 31, '2026-02-28'],
  ])('%s is due by day %i on %s', (month, day, due) => {
    expect(dueOn(month, day)).toBe(due)
  })
})

describe('what counts of accepted sheets', () => {
  const row = (file_id: number, dataset: string, month: string, more: Partial<AcceptedSheetRow> = {}): AcceptedSheetRow => ({
    file_id,
    dataset,
    month,
    file_name: `${file_id}.csv`,
    department: '县民政局',
    accepted_at: new Date(Date.UTC(2026, 9, file_id)),
    kept_file_id: file_id,
    sheet_no: 1,
    name: '',
    rows_in: 1,
    chosen_columns: {},
    counts_beside: false,
    ...more,
  })
  const rows = [
    row(1, 'deaths', '2026-07'),
    row(2, 'relief', '2026-07'),
    row(3, 'deaths', '2026-08'),
    row(4, 'relief', '2026-08'),
    row(5, 'deaths', '2026-08'),
    row(6, 'deaths', '2026-08', { department: '县公安局' }),
    row(7, 'relief', '2026-06', { department: '县残联' }),
    row(8, 'relief', '2026-08', { accepted_at: new Date(Date.UTC(2026, 9, 1)) }),
  ]
  const addsUp = new Set(['deaths'])
  test.each<[what: string, question: { asOf?: string; months?: number }, files: number[]]>([
    ['of every month', {}, [1, 2, 4, 5, 6, 7]],
    ['on a day', { asOf: '2026-08-31' }, [1, 4, 5, 6, 7]],
    ['on a day, events of one month', { asOf: '2026-08-31', months: 1 }, [4, 5, 6, 7]],
    ['on a day, events of two months', { asOf: '2026-08-31', months: 2 }, [1, 4, 5, 6, 7]],
  ])('%s', (_what, question, files) => {
    expect(inForce(rows, { ...question, addsUp }).map(({ file_id }) => file_id)).toEqual(files)
  })

  test('parts accepted beside a whole file count with it, until a later whole file takes the place of all', () => {
    const part = row(2, 'relief', '2026-08', { counts_beside: true })
    const counted = (all: AcceptedSheetRow[]) => inForce(all, { addsUp }).map(({ file_id }) => file_id)
    expect(counted([row(1, 'relief', '2026-08'), part])).toEqual([1, 2])
    expect(counted([row(1, 'relief', '2026-08'), part, row(3, 'relief', '2026-08')])).toEqual([3])
    expect(counted([part])).toEqual([2])
  })

  test('several sheets of one file count together', () => {
    expect(inForce([row(1, 'deaths', '2026-08'), row(1, 'deaths', '2026-08', { sheet_no: 2 })], { addsUp })).toHaveLength(2)
  })
})
