/** What is mended about an identity number, and what is left as it is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, checkIdNumber } from './id-number.ts'
import { cleanIdNumber } from './id-number-cleaning.ts'

const anna = '990101199003050029'
const withX = '99010119900305007X'

test.each([
  [anna, anna, []],
  [` ${anna} `, anna, ['去掉空格和不可见字符']],
  ['990101 19900305 0029', anna, ['去掉空格和不可见字符']],
  [`\t${anna}`, anna, ['去掉空格和不可见字符']],
  [`\u3000${anna}\u00a0`, anna, ['去掉空格和不可见字符']],
  [`\u202a${anna}\u200b\ufeff`, anna, ['去掉空格和不可见字符']],
  [`'${anna}`, anna, ['去掉引号']],
  [`‘${anna}’`, anna, ['去掉引号']],
  [`“${anna}”`, anna, ['去掉引号']],
  [`"${anna}"`, anna, ['去掉引号']],
  [`\`${anna}`, anna, ['去掉引号']],
  [`＇${anna}`, anna, ['全角字符改为半角', '去掉引号']],
  [`="${anna}"`, anna, ['去掉公式外壳 =""']],
  ['９９０１０１１９９００３０５００２９', anna, ['全角字符改为半角']],
  ['99010119900305007x', withX, ['小写 x 改为大写 X']],
  ['99010119900305007ｘ', withX, ['全角字符改为半角', '小写 x 改为大写 X']],
  ['99010119900305007Ｘ', withX, ['全角字符改为半角']],
  ['99010119900305007Ⅹ', withX, ['形近字符改为 X']],
  ['99010119900305007×', withX, ['形近字符改为 X']],
  ['99010119900305007х', withX, ['形近字符改为 X']],
  ['99010119900305007x43', `${withX}43`, ['小写 x 改为大写 X']],
  ['99010119900305007X43b1', `${withX}43B1`, ['小写 b 改为大写 B']],
  ['990101-19900305-0029', anna, ['去掉连字符']],
  ['990101－19900305—0029', anna, ['全角字符改为半角', '去掉连字符']],
  [`${anna}.0`, anna, ['去掉末尾的小数部分 .0']],
  [`${anna}.00`, anna, ['去掉末尾的小数部分 .0']],
  [" '99010119900305007ｘ ", withX, ['去掉空格和不可见字符', '全角字符改为半角', '去掉引号', '小写 x 改为大写 X']],
])('%j becomes %s', (raw, text, repairs) => {
  expect(cleanIdNumber(raw)).toEqual({ text, repairs })
})

test.each([
  ['990101********0029', 'masked'],
  ['990101＊＊＊＊＊＊＊＊0029', 'masked'],
  ['990101xxxxxxxx0029', 'masked'],
  ['990101--------0029', 'masked'],
  ['9.90101E+17', 'scientific'],
  ['990101199003050000', 'digits_lost'],
  ['9901011990O3050029', 'characters'],
  ['   ', 'length'],
])('%j is not mended into something else: %s', (raw, failure) => {
  expect(checkIdNumber(cleanIdNumber(raw).text)).toMatchObject({ kind: 'invalid', failure })
})

const anyNumber = fc.stringMatching(/^[1-9]\d{16}$/).map((first17) => first17 + checkDigit(first17))
const noise = fc.constantFrom(' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\t', '\n', "'", '‘', '’', '“', '”', '"', '`', '\u202c')
const widen = (text: string): string => text.replace(/[0-9A-Za-z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

test('noise put in anywhere, wide forms and a small x are all taken away', () => {
  fc.assert(
    fc.property(anyNumber, fc.array(fc.tuple(fc.nat({ max: 18 }), noise), { maxLength: 5 }), fc.boolean(), (number, noises, isWide) => {
      let raw = isWide ? widen(number.toLowerCase()) : number.toLowerCase()
      for (const [at, sign] of noises) raw = raw.slice(0, at) + sign + raw.slice(at)
      const cleaned = cleanIdNumber(raw)
      expect(cleaned.text).toBe(number)
      expect(cleaned.repairs.length > 0).toBe(raw !== number)
    }),
    { seed: 42, numRuns: 1000 },
  )
})

test('cleaning twice changes nothing more, and digits are never changed', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 24 }), fc.stringMatching(/^[0-9Xx*.E+'"= -]{0,24}$/)), (raw) => {
      const once = cleanIdNumber(raw).text
      expect(cleanIdNumber(once)).toEqual({ text: once, repairs: [] })
    }),
    { seed: 42, numRuns: 1000 },
  )
})
