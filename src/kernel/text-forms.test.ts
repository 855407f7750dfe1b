/** Full-width forms, spaces and written-out numbers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumeral, foldFullWidth, squeeze } from './text-forms.ts'

const seeded = { seed: 42 }

test.each([
  ['１２３ＡＢｘ', '123ABx'],
  ['（户主）', '(户主)'],
  ['２０２６－０３－０５', '2026-03-05'],
  ['￥１，２００．５０', '¥1,200.50'],
  ['张\u3000三', '张 三'],
  ['《办法》、。', '《办法》、。'],
  ['龘𠮷', '龘𠮷'],
  ['plain 12', 'plain 12'],
])('%s folds to %s', (wide, narrow) => {
  expect(foldFullWidth(wide)).toBe(narrow)
})

test.each([
  [' 张 三 ', '张三'],
  ['张\u3000三', '张三'],
  ['a\u00a0b\tc\r\nd', 'abcd'],
  ['5\u200b2\ufeff2\u2060', '522'],
  ['\u202a522301\u202c', '522301'],
  ['a\u2003b\u2009c\u202fd', 'abcd'],
  ['x\u0000y\u0007', 'xy'],
  ['ㅤ李\u2800', '李'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
])('%j squeezes to %s', (spaced, tight) => {
  expect(squeeze(spaced)).toBe(tight)
})

test.each([
  ['零', 0],
  ['〇', 0],
  ['三', 3],
  ['两', 2],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['廿五', 25],
  ['卅', 30],
  ['九十九', 99],
  ['一百', 100],
  ['一百零五', 105],
  ['一百一十', 110],
  ['一百十五', 115],
  ['一百二', 120],
  ['二百五十', 250],
  ['一千零一', 1001],
  ['一千零十五', 1015],
  ['一千二', 1200],
  ['三千零五十', 3050],
  ['一万', 10_000],
  ['三万五', 35_000],
  ['三万五千', 35_000],
  ['三万零五', 30_005],
  ['十二万三千四百五十六', 123_456],
  ['一亿', 100_000_000],
  ['一亿零三百万', 103_000_000],
  ['十四亿一千万', 1_410_000_000],
  ['壹佰零贰', 102],
  ['叁仟伍佰', 3500],
  ['貳萬陸仟', 26_000],
  ['二〇二六', 2026],
  ['二○二六', 2026],
  ['一二三', 123],
  ['壹贰', 12],
  ['零五', 5],
])('%s is %i', (written, value) => {
  expect(chineseNumeral(written)).toBe(value)
})

test.each([
  '',
  '3',
  '三5',
  '2十',
  '百',
  '零十',
  '一十十',
  '十百',
  '一百零',
  '万',
  '五万万',
  '一万二万',
  '五元',
  '一百二三',
  '零万',
  '甲',
  '三 五',
  '九'.repeat(17),
])('%j is no number', (text) => {
  expect(chineseNumeral(text)).toBeUndefined()
})

/** Writes a number the ordinary way, section by section. */
function written(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    return `${written(Math.floor(value / 10_000))}万${rest === 0 ? '' : rest < 1000 ? `零${written(rest)}` : written(rest)}`
  }
  const digits = String(value).padStart(4, '0')
  const units = ['千', '百', '十', '']
  const signs = [...digits].map((digit, at) => (digit === '0' ? '零' : `${'零一二三四五六七八九'.charAt(Number(digit))}${units[at]}`))
  return signs
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}

test('any number up to a hundred million reads back as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(chineseNumeral(written(value))).toBe(value)
    }),
    { ...seeded, numRuns: 2000 },
  )
})

test('any text folds and squeezes once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      expect(foldFullWidth(foldFullWidth(text))).toBe(foldFullWidth(text))
      expect(squeeze(squeeze(text))).toBe(squeeze(text))
      expect(squeeze(text)).not.toMatch(/\s/)
    }),
    seeded,
  )
})
