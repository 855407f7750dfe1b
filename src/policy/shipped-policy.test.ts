import { describe, expect, test } from 'vitest'
import { checkPolicy } from './check.ts'
import { citationText } from './citation.rules.ts'
import { withFile, written } from './demo-tree.ts'
import { codeText } from './field-kinds.ts'
import { loadPolicy } from './load.ts'
import type { Policy } from './policy.ts'
import { headerTies } from './recognition.rules.ts'
import { resolveParameter } from './resolve.rules.ts'

const { lines, policy } = checkPolicy(new URL('../../policy', import.meta.url).pathname)

function shipped(): Policy {
  if (policy === undefined) throw new Error(lines.join('\n'))
  return policy
}

test('the shipped policy has no mistakes', () => {
  expect(lines.filter((line) => /:\d+:\d+ /.test(line))).toEqual([])
})

describe('recognising columns', () => {
  test('belong to one dataset each', () => {
    const owners = new Map<string, string[]>()
    for (const [name, { fields }] of shipped().datasets) {
      for (const field of Object.values(fields).filter((field) => field.recognises)) {
        for (const header of field.headers) owners.set(header, [...(owners.get(header) ?? []), name])
      }
    }
    expect([...owners].filter(([, names]) => names.length > 1)).toEqual([])
  })

  test('of one dataset never make it another too', () => {
    expect(headerTies(shipped())).toEqual([])
  })

  test('are a tie where one set holds the other', () => {
    const part =
      'label: 小表\ndepartment: 医保\nabout: person\nfields:\n  paid: { label: 自付, kind: money, headers: [自费, 自付], recognises: true }\n'
    expect(headerTies(loadPolicy(written(withFile('datasets/part.yaml', part))))).toEqual([
      '“医疗费用”(bills)的识别列同时符合“小表”(part),由列数多者定',
    ])
  })
})

describe('the contract in the shipped policy', () => {
  test.each([
    ['medical/self_paid_alert', '990101', '2026-06-30', 10000],
    ['medical/self_paid_alert_low_income', '990101', '2026-06-30', 6000],
    ['education/compulsory_from', '990101', '2026-06-30', 6],
    ['education/compulsory_until', '990101', '2026-06-30', 16],
    ['education/yearly_cost_alert', '990101', '2026-06-30', 10000],
    ['water/dry_days_alert', '990101', '2026-06-30', 30],
    ['disability/severe_grade', '990101', '2026-06-30', 2],
    ['employment/idle_days', '990101', '2026-06-30', 90],
    ['disaster/loss_alert', '990101', '2026-06-30', 5000],
    ['appeal/window_days', '990101', '2026-06-30', 92],
    ['assets/vehicle_value', '990101', '2026-06-30', 150000],
    ['loan/overdue_alert', '990101', '2026-06-30', 0],
    ['window/months', '990101', '2026-06-30', 12],
    ['income/monitoring_line', '990101', '2021-06-30', 6000],
    ['income/monitoring_line', '990101', '2022-01-01', undefined],
    ['income/monitoring_line', '522301', '2022-12-31', undefined],
    ['income/monitoring_line', '522301', '2023-01-01', 7300],
    ['income/monitoring_line', '530102', '2024-12-31', undefined],
    ['income/monitoring_line', '530102', '2025-01-01', 8700],
    ['income/monitoring_line', '220681', '2026-06-30', undefined],
    ['monitoring/concentrated_checks', '220681', '2023-09-01', 2],
    ['monitoring/concentrated_checks', '220682', '2023-09-01', 1],
    ['funds/industry_share_central', '220681', '2023-09-01', 60],
    ['funds/industry_share_provincial', '220681', '2023-09-01', 50],
    ['period/transition_years', '522301', '2023-09-01', 5],
    ['zone/funds_key_county', '370112', '2023-09-01', 5000],
    ['zone/subsidy_west', '370112', '2023-09-01', 3000],
  ])('%s in %s on %s is %s', (key, region, day, expected) => {
    expect(resolveParameter(shipped(), key, region, day)?.value).toEqual(expected)
  })

  test.each([
    ['disability_grade', '壹级', '1'],
    ['disability_grade', '2级', '2'],
    ['disability_grade', '三', '3'],
    ['relief_category', '农村最低生活保障', '农村低保'],
    ['relief_category', '刚性支出困难家庭', '刚性支出困难'],
    ['school_stage', '高中', '普通高中'],
    ['schooling', '初一', '七年级'],
    ['labour_ability', '弱劳动力或半劳动力', '弱劳动力或半劳动力'],
    ['ethnicity', '布依', '布依族'],
    ['house_damage', '无', '无'],
    ['risk', '因产业(项目)失败', '因产业项目失败'],
  ])('in %s, %s is written %s', (list, cell, expected) => {
    const codes = Object.entries(shipped().codeLists.get(list)?.codes ?? {})
    const found = codes.filter(([code, { label, spellings }]) =>
      [code, label, ...(spellings ?? [])].some((one) => codeText(one) === codeText(cell)),
    )
    expect(found.map(([code]) => code)).toEqual([expected])
  })

  test('a relief list marks the cells that facts read', () => {
    const fields = shipped().datasets.get('relief')?.fields ?? {}
    expect(Object.keys(fields).filter((name) => fields[name]?.fact)).toEqual(['category', 'started_on', 'ended_on'])
  })

  test('every citation prints', () => {
    const bases = [...shipped().parameters.values()].flatMap(({ values }) => Object.values(values).flatMap(({ basis }) => basis))
    expect(bases.map((citation) => citationText(shipped(), citation))).not.toContain('')
  })
})
