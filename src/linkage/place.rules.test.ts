import { describe, expect, test } from 'vitest'
import { PlaceIndex } from './place.rules.ts'

const index = new PlaceIndex(
  [
    { place: 0, township: '清水镇', village: '新寨村' },
    { place: 1, township: '清水镇', village: '石门村民委员会' },
    { place: 2, township: '白云乡', village: '新寨村' },
    { place: 3, township: '白云乡', village: '白云村' },
    { place: 4, township: '城南街道', village: '城南社区' },
    { place: 5, township: '白云乡', village: null },
  ],
  ['九九县'],
)

describe('what a row says about its place', () => {
  test.each([
    ['清水镇', '新寨村', [0]],
    ['清水', '新寨', [0]],
    ['清水镇', '新寨村委会', [0]],
    ['清水镇', '清水镇新寨村民委员会', [0]],
    [null, '清水镇新寨村', [0]],
    [null, '九九县白云乡新寨村', [2]],
    [null, '新寨村', [0, 2]],
    [null, '石门', [1]],
    ['清水镇', '新寨村三组', [0]],
    ['清水镇', '新寨村第2村民小组', [0]],
    ['清水镇', '新寨村委会老街12号', [0]],
    ['白云乡', '白云村', [3]],
    [null, '白云乡白云村', [3]],
    ['城南街道', '城南社区居委会', [4]],
    ['九九县城南街道办事处', '城南社区', [4]],
    ['清水镇', '白云村', [-1]],
    ['清水镇', '无名村', [-1]],
    ['外乡', '新寨村', [-1]],
    ['清水镇', null, []],
    [null, null, []],
    ['', ' ', []],
  ])('%s, %s', (township, village, places) => {
    expect(index.resolve(township, village).places).toEqual(places)
  })

  test('the township alone is known, another one is elsewhere', () => {
    expect(index.resolve('清水镇', null).townships).toEqual([0])
    expect(index.resolve('外乡', null).townships).toEqual([-1])
    expect(index.resolve(null, null).townships).toEqual([])
  })
})
