import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { written } from './demo-tree.ts'
import { PolicyErrors } from './policy-errors.ts'
import { readStrictFile, readStrictFolder } from './strict-folder.ts'

const level = z.strictObject({
  label: z.string(),
  score: z.number().min(0).max(1),
  when: z.union([z.strictObject({ is: z.string() }), z.array(z.string())]).optional(),
})

function errorsOf(read: () => unknown): string[] {
  try {
    read()
    return []
  } catch (error) {
    if (!(error instanceof PolicyErrors)) throw error
    return error.errors.map(({ file, line, column, message }) => `${file.replace(/^[^/]+\//, '')}:${line}:${column} ${message}`)
  }
}

describe('a strict folder', () => {
  test('is its files by id, in the order of the ids', () => {
    const folder = written({
      'b_two.yaml': 'label: 二\nscore: 1\n',
      'a-one.yaml': 'label: 一\nscore: 0\n',
      'b_two.sql': '',
      'README.md': '',
    })
    expect([...readStrictFolder(folder, level)]).toEqual([
      ['a-one', { label: '一', score: 0 }],
      ['b_two', { label: '二', score: 1 }],
    ])
  })

  test('that is not there is empty', () => {
    expect(readStrictFolder('/nowhere/levels', level).size).toBe(0)
  })

  test('may be nested when asked for', () => {
    const folder = written({ 'x/a.yaml': 'label: 一\nscore: 0\n' })
    expect([...readStrictFolder(folder, level, { nested: true }).keys()]).toEqual(['x/a'])
    expect(errorsOf(() => readStrictFolder(folder, level))).toEqual(['x/a.yaml:1:1 此处不应有子文件夹'])
  })

  test('tells the mistakes of all files and of the check at once', () => {
    const folder = written({
      'A.yaml': '',
      'a.yaml': 'label: 一\nscore: 2\n',
      'b.yaml': 'label: 一\nscore: 1\nwhen: { if: x }\n',
      'c.yaml': 'label: 错\nscore: 1\n',
      'd.yaml': 'label: [\n',
      'e.yaml': '',
    })
    const check = errorsOf(() =>
      readStrictFolder(folder, level, {
        check: (file) => (file.value.label === '错' ? [file.error(['label'], '错', 'key'), file.error(['score'], '数')] : []),
      }),
    )
    expect(check).toEqual([
      'A.yaml:1:1 文件名须为小写英文,用下划线或连字符分隔',
      'a.yaml:2:8 不得大于 1',
      'b.yaml:3:7 缺少“is”',
      'b.yaml:3:9 不认识的键“if”',
      'c.yaml:1:1 错',
      'c.yaml:2:8 数',
      'd.yaml:2:1 缩进不对,或括号没有合上',
      'e.yaml:1:1 文件是空的',
    ])
  })

  test('reads a single file as strictly', () => {
    const folder = written({ 'levels.yaml': 'label: 一\nscore: 一\n' })
    expect(errorsOf(() => readStrictFile(`${folder}/levels.yaml`, level))).toEqual(['levels.yaml:2:8 须为数字'])
  })
})
