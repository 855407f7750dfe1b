/** Mistakes in `policy/quality/` are found when it is read, with file and line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { loadQualityPack } from './load-pack.ts'

const shipped = join(import.meta.dirname, '../../../policy/quality')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The shipped folder with one text replaced in one file. */
function changed(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'quality-pack-'))
  folders.push(folder)
  cpSync(shipped, join(folder, 'quality'), { recursive: true })
  const path = join(folder, 'quality', file)
  const before = readFileSync(path, 'utf8')
  if (!before.includes(from)) throw new Error(`${file} does not say ${from}`)
  writeFileSync(path, before.replace(from, to))
  return folder
}

const basics = 'rules/person_basics.yaml'
test.each([
  ['a field that is not declared', basics, '{ field: ethnicity, is: empty }', '{ field: nation, is: empty }', '没有字段“nation”'],
  ['a number in a condition', 'rules/labour.yaml', 'below: $quality/working_age_from', 'below: "16"', '数值须写成 $目录/参数'],
  ['an unknown key', basics, 'severity: medium', 'severity: medium\n  colour: red', '不认识的键“colour”'],
  ['a rule without an unknown example', basics, 'expect: unknown', 'expect: clear', '缺少结果为 unknown 的例子'],
  ['the same national number twice', basics, '"2_01_001"', '"2_01_002"', '规则 2_01_002 在“ethnicity-missing”里已有'],
  ['a malformed national number', basics, '"2_01_001"', '"2-01-001"', '须为国家系统的规则编号'],
  ['an identity number in a message', 'rules/identity.yaml', '登记了{id_number_holders}个人', '{id_raw}重复', '“id_raw”不得写进提示语'],
  [
    'an amount compared with a flag',
    'rules/labour.yaml',
    'field: is_healthy, is: true',
    'field: is_healthy, at_least: $quality/nothing',
    '不是数值',
  ],
  ['an example cell that is no column', basics, 'person: { ethnicity: ~ }', 'person: { nationality: ~ }', '例子里的“nationality”'],
  ['emptiness of a derived field', 'rules/schooling.yaml', 'field: is_healthy, is: true', 'field: age, is: empty', '没有空白之说'],
])('%s is a mistake', (_, file, from, to, message) => {
  expect(() => loadQualityPack(changed(file, from, to))).toThrow(message)
})

test('a mistake names its file and line', () => {
  const folder = changed(basics, '{ field: ethnicity, is: empty }', '{ field: nation, is: empty }')
  expect(() => loadQualityPack(folder)).toThrow(/rules\/person_basics\.yaml:\d+:\d+ /)
})
