import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLinkageSettings } from './index.ts'
import { NameComparer } from './name.rules.ts'

const names = new NameComparer(loadLinkageSettings(join(import.meta.dirname, '../../policy')).characters)

describe('two written names', () => {
  test.each([
    ['张三', '张三', 'same'],
    ['张三', '张 三', 'same'],
    ['张三', '张　三', 'same'],
    ['张三', '张三2', 'same'],
    ['张三', '张三（户主）', 'same'],
    ['谢金花(曾用名谢小花)', '谢小花', 'same'],
    ['买买提·艾力', '买买提艾力', 'same'],
    ['买买提·艾力', '买买提•艾力', 'same'],
    ['买买提‧艾力', '买买提．艾力', 'same'],
    ['NGUYEN THI HOA', 'Nguyen Thi Hoa', 'same'],
    ['赵昇', '赵升', 'variant'],
    ['李峯', '李峰', 'variant'],
    ['陳志強', '陈志强', 'variant'],
    ['马堃', '马坤', 'variant'],
    ['王喆', '王哲', 'variant'],
    ['郑海燕', '郑海艳', 'sound'],
    ['单红', '山红', 'sound'],
    ['吕布', '旅布', 'sound'],
    ['买买提·艾力', '买买提', 'shortened'],
    ['阿卜杜热依木·图尔荪', '阿卜杜热依木·图', 'shortened'],
    ['王堃明', '王□明', 'lost_character'],
    ['王\ue123明', '王堃明', 'lost_character'],
    ['王？', '王堃', 'one_character'],
    ['张晓明', '张晓东', 'one_character'],
    ['张明', '张晓明', 'one_character'],
    ['张明', '张东', 'different'],
    ['王？', '李堃', 'different'],
    ['买买提·艾力', '艾力', 'different'],
    ['李娜', '王强', 'different'],
    ['', '王强', 'missing'],
    ['123', '王强', 'missing'],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(names.compare(one, other)).toBe(expected)
  })

  test('it does not matter which comes first', () => {
    const name = fc.string({ unit: fc.constantFrom(...'张王三昇升·□峰峯 (曾用名)2'), maxLength: 8 })
    fc.assert(
      fc.property(name, name, (one, other) => names.compare(one, other) === names.compare(other, one)),
      { seed: 42 },
    )
  })
})
