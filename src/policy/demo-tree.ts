/** A small invented policy as texts, for tests of this room: 九九省 99, 九九州 9901, 九九县 990101. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

export type Tree = Readonly<Record<string, string>>

export const demoTree: Tree = {
  'law/demo-notice.yaml': `title: 九九省通知
issuer: 九九省
document_number: 九政〔2097〕12号
issued_on: 2097-12-01
in_force_from: 2098-01-01
region: "99"
articles:
  "3": 监测线
  一(二): 医疗
`,
  'codes/risk.yaml': `label: 风险
codes:
  因病: { label: 因病 }
  其他: { label: 其他 }
`,
  'codes/grade.yaml': `label: 等级
codes:
  "1": { label: 一级, spellings: [壹] }
  "2": { label: 二级 }
`,
  'datasets/bills.yaml': `label: 医疗费用
department: 医保
about: person
event_day: settled_on
fields:
  settled_on: { label: 结算日期, kind: day, headers: [结算日期], recognises: true }
  self_paid: { label: 自付, kind: money, headers: [自付], recognises: true }
  grade: { label: 等级, kind: code, headers: [等级], codes: grade }
`,
  'facts/household.yaml': `household.bills:
  label: 自付合计
  kind: money
  unit: 元
  needs: [bills]
  roll_up: { dataset: bills, sum: self_paid, where: [{ field: grade, in: ["1"] }] }
household.grade:
  label: 等级
  kind: code
  unit: 等级
  codes: grade
  needs: [bills]
  derived: true
`,
  'facts/household.grade.sql': 'select 1\n',
  'national/parameters/income/line.yaml': `label: 监测线
unit: 元/人·年
lower_levels_may: raise
reviewed_on: 2099-03-01
values:
  2098-01-01: { value: 7000, basis: [demo-notice#3] }
  2099-01-01: { value: 7600, basis: [project-default] }
`,
  'national/rules/large-bill.yaml': `label: 自付过大
about: household
risk: 因病
in_force: { from: 2098-01-01 }
basis: [demo-notice#一(二)]
plain: 自付医疗费超过监测线。
ask: [有没有报销]
when: { fact: household.bills, at_least: $income/line }
severity:
  - { is: high, when: { fact: household.grade, is: "1" } }
  - { is: medium }
examples:
  - { name: 超过, on: 2099-02-01, at: "990101", given: { household.bills: 9000 }, expect: hit }
  - { name: 未超, on: 2099-02-01, at: "990101", given: { household.bills: 10 }, expect: clear }
  - { name: 不明, on: 2099-02-01, at: "990101", given: {}, expect: unknown }
`,
  'regions/990101/parameters/income/line.yaml': `reviewed_on: 2099-03-01
values:
  2099-01-01: { value: 8000, basis: [demo-notice] }
  2099-07-01: { value: null, basis: [demo-notice] }
`,
  'glossary.yaml': `assistance_fund: { label: { 2021-01-01: 衔接资金, 2026-01-01: 常态化帮扶资金 } }
`,
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** Writes a tree into a fresh temporary folder, which is removed after the tests of the file. */
export function written(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-policy-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** The demo tree with one passage of one file replaced; the passage must be there. */
export function changed(file: string, from: string, to: string): Tree {
  const text = demoTree[file]
  if (text === undefined || !text.includes(from)) throw new Error(`${file} does not contain ${from}`)
  return { ...demoTree, [file]: text.replace(from, to) }
}

/** The demo tree with one more file. */
export function withFile(file: string, text: string): Tree {
  return { ...demoTree, [file]: text }
}
