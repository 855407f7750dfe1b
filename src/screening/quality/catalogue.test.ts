/** The catalogue holds every one of the 125 items with every national number that belongs to it. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { needsOf, rulesOf, ruleTexts } from './catalogue.rules.ts'
import { loadQualityPack } from './load-pack.ts'

const pack = loadQualityPack(join(import.meta.dirname, '../../../policy'))

/** Written off from the national list by hand, item by item. */
const nationalNumbers: Record<number, string> = {
  1: '1_01_001 1_12_001',
  2: '1_01_002 1_12_002',
  3: '1_01_003 1_12_003',
  4: '1_01_004 1_12_004',
  5: '4_01_003',
  6: 'S71-01',
  7: '4_02_001 5_13_003',
  8: '2_01_013 2_01_014 2_12_007',
  9: '5_15_021',
  10: '5_15_022',
  11: '3_02_012 3_11_001',
  12: '3_02_011 3_11_002',
  13: 'S71-06',
  14: '2_02_001 2_11_003 S71-28',
  15: '2_01_004 2_12_008',
  16: '3_01_001 S71-03',
  17: '2_01_001 2_12_002',
  18: '2_01_002 2_12_003',
  19: '2_01_003 2_12_001 S71-12',
  20: '3_01_002 3_12_003',
  21: '3_01_003 3_12_004 S71-04',
  22: 'S71-08 S71-09 S71-10',
  23: '4_01_002 4_12_003',
  24: '5_12_013 5_17_001',
  25: '5_12_014 5_17_002',
  26: '5_12_015 5_17_003',
  27: '5_12_016 5_17_004',
  28: '5_12_017 5_17_005',
  29: '5_12_018 5_17_006',
  30: '5_12_019 5_17_007',
  31: '5_15_016 5_15_017',
  32: '2_01_012',
  33: '2_01_005 2_12_009',
  34: '2_01_010 2_12_013',
  35: '5_12_008 1111_14 1111_15',
  36: '2_01_011 2_12_014',
  37: '1111_07',
  38: '2_12_005 2_12_017',
  39: '5_12_009 5_12_010',
  40: '4_01_007 4_01_008',
  41: '2_01_015 2_12_004',
  42: '4_01_006 4_12_002',
  43: '5_16_010',
  44: '5_12_001',
  45: '1111_16 1111_17',
  46: '1111_08',
  47: '3_12_001',
  48: '4_12_001 5_01_005',
  49: 'S71-13',
  50: '5_01_003 5_12_002',
  51: '5_01_004 5_12_003',
  52: '5_01_007 5_12_006',
  53: '5_16_001 5_16_002',
  54: '1111_12',
  55: '5_15_008 5_15_009',
  56: '5_20_028 5_20_029 5_20_030 5_20_031',
  57: '3_01_008 5_12_004',
  58: '5_01_006 5_12_005',
  59: '3_01_005 3_01_006 5_15_003',
  60: '3_01_010 3_01_011',
  61: '5_15_006',
  62: '5_15_007',
  63: '2_01_008 2_12_012',
  64: '2_01_009 2_12_015',
  65: '2_01_006 2_12_010',
  66: '2_01_016 2_12_016',
  67: '2_01_007 2_15_001 5_15_001 5_19_001',
  68: '3_01_007',
  69: '5_15_018 5_15_019',
  70: '5_19_003 5_19_007',
  71: '1_02_001',
  72: '1_02_002',
  73: '1_02_003',
  74: '1_02_005',
  75: '1_02_006',
  76: '1_02_007',
  77: '1_02_008 1_02_009',
  78: '4_11_006 4_11_007 4_11_008',
  79: '1_11_001',
  80: '1_11_002',
  81: '2_11_001',
  82: '5_15_015',
  83: '5_15_020',
  84: '4_11_009 5_11_029 5_18_008',
  85: '2_11_006 5_15_013 5_15_014',
  86: '2_11_004 2_11_005',
  87: '1111_18',
  88: '3_11_010',
  89: '5_15_023',
  90: '1_11_011',
  91: '1_11_010',
  92: '5_12_007',
  93: '5_11_030',
  94: '5_12_011',
  95: '5_11_032',
  96: '5_11_033',
  97: '5_18_001',
  98: '5_18_002',
  99: '5_18_003',
  100: '5_18_004',
  101: '5_18_005',
  102: '5_18_006',
  103: '5_18_007',
  104: '5_16_003 5_16_004 5_16_005 5_16_006 4_11_015',
  105: '5_16_008 4_11_016',
  106: '4_11_014 1111_3',
  107: '5_17_011 5_17_012 5_17_013',
  108: '1111_10',
  109: '1111_2 5_15_011 5_15_012',
  110: '1111_4',
  111: '1_11_004',
  112: '1_11_005 1_11_006 1_11_007 1_11_008',
  113: '1_11_009',
  114: '2_11_002',
  115: '5_18_009',
  116: '4_11_010',
  117: '4_11_011',
  118: '4_11_012',
  119: '4_11_013',
  120: '5_11_013',
  121: '3_11_003 3_11_004 3_11_005 3_11_006 3_11_007 3_11_008 3_11_009',
  122: '5_14_001 5_14_002 5_14_003 5_14_004 5_14_005 5_14_006 5_14_008 5_14_009 5_14_010 5_14_011 5_14_012 5_14_013 5_14_015 5_14_016 5_14_017 5_14_018 5_14_019 5_14_020 3_02_004 3_02_005 3_02_006',
  123: '5_14_007 5_14_014 5_14_021 3_02_013',
  124: '2_02_002 3_02_002 3_02_003 3_02_007 3_02_008 3_02_009 5_15_002 5_19_002 5_19_004 5_19_005 5_19_006',
  125: '3_03_001 3_03_003 1_03_002 1_03_003 1_03_004 1_03_005 1_03_006 1_03_007 1_03_008 1_03_009 1_03_010 1_03_011 1_03_012 1_03_013 1_03_014 1_03_015 1_03_016 2_03_001',
}

describe('the national list', () => {
  test('has 125 items here, from 1 to 125', () => {
    expect(Object.keys(nationalNumbers).map(Number)).toEqual(Array.from({ length: 125 }, (_, index) => index + 1))
  })

  test.each(Object.entries(nationalNumbers))('item %s is in the catalogue with exactly its numbers', (item, numbers) => {
    const families = [...pack.families.values()].filter((family) => family.item === Number(item))
    const found = families.flatMap((family) => family.rules.flatMap((rule) => rule.numbers ?? []))
    expect(found.toSorted()).toEqual(numbers.split(' ').toSorted())
  })

  test('gives no number to two rules', () => {
    const numbers = pack.rules.flatMap((rule) => rule.numbers)
    expect(new Set(numbers).size).toBe(numbers.length)
  })
})

describe('a rule', () => {
  test('is called by its national number when it has exactly one, else by ours', () => {
    const family = pack.families.get('healthy-adult-weak-labour')
    expect(family && rulesOf('healthy-adult-weak-labour', family).map((rule) => rule.id)).toEqual([
      'healthy-adult-weak-labour-monitored',
      '1111_15',
    ])
  })

  test.each([
    ['ethnicity-missing', ['民族'], [], []],
    ['employment-measure-nobody-works', ['识别监测时间', '监测对象类别'], ['employment'], ['就业帮扶', '公益岗位帮扶']],
    ['unsafe-house-unmonitored', ['是否危房户'], ['housing'], []],
    ['village-population-zero', [], [], ['总人口数']],
  ])('%s knows what it reads and what it waits for', (id, columns, datasets, waitsFor) => {
    const family = pack.families.get(id)
    expect(family && needsOf(pack.fields, family)).toEqual({ columns, datasets, waitsFor })
  })

  test('can be named and mended, findings of other rooms included', () => {
    const texts = ruleTexts(pack)
    expect(texts.get('1_01_003')?.label).toBe('身份证号校验码不对')
    expect(texts.get('name-differs')?.severity).toBe('medium')
    expect(pack.rules.every((rule) => texts.has(rule.id))).toBe(true)
  })
})
