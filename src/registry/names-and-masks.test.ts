/** How names sound, what a search text means, what a mask leaves. */
import { expect, test } from 'vitest'
import { masked } from './masking.rules.ts'
import { soundsOf } from './name-sounds.rules.ts'
import { searchWays } from './search.rules.ts'

test.each([
  ['曾建国', 'zengjianguo', 'zjg'],
  ['单雄', 'shanxiong', 'sx'],
  ['欧阳修', 'ouyangxiu', 'oyx'],
  ['吕布', 'lvbu', 'lb'],
  ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
  ['', '', ''],
])('%s sounds %s, in short %s', (name, sound, initials) => expect(soundsOf(name)).toMatchObject({ sound, initials }))

test.each([
  ['张三', ['name', 'given_name', 'sound', 'given_sound']],
  ['张', ['name', 'given_name']],
  ['zs', ['initials', 'sound', 'given_sound', 'initials']],
  ['13900000001', ['phone_index', 'household_number']],
  ['0858-1234567', ['phone_index', 'household_number']],
  ['52239919750302001X', ['id_index', 'household_number']],
  ['５２２３９９０１', ['household_number']],
  ['12', []],
  ['  ', []],
])('%j may mean %j', (text, ways) => expect(searchWays(text).map(({ by }) => by)).toEqual(ways))

test.each([
  ['id_number', '522399197503020012', '522399********0012'],
  ['id_number', '52239919', '********'],
  ['phone', '13900000001', '139****0001'],
  ['phone', '12345', '*****'],
  ['bank_account', '6222021234567890', '************7890'],
  ['name', '张三', '张三'],
] as const)('a %s %s is shown as %s', (kind, value, shown) => expect(masked(kind, value)).toBe(shown))
