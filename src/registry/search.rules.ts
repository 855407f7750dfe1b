/** What a text in the search box may mean. */
import { soundsOf } from './name-sounds.rules.ts'
import { idKey, phoneKey } from './values.rules.ts'

/** A range of one column's text, or one keyed value. */
export type SearchWay =
  | { by: 'name' | 'given_name' | 'sound' | 'given_sound' | 'initials' | 'household_number'; from: string; until: string; label: string }
  | { by: 'id_index' | 'phone_index'; key: string; label: string }

/** Stands after every character of text. */
const last = '\u{10ffff}'
const beginning = (text: string) => ({ from: text, until: `${text}${last}` })
const exactly = (text: string) => ({ from: text, until: `${text}\u0000`.replace('\u0000', '\u0001') })

/** The surest meaning first; nothing for a text that means nothing. */
export function searchWays(raw: string): SearchWay[] {
  const text = raw.normalize('NFKC').replace(/\s/g, '')
  if (text === '') return []
  if (/^[\dA-Z-]*\d[\dA-Z-]*$/i.test(text)) return numberWays(text)
  if (/^[a-züv']+$/i.test(text)) return letterWays(text.toLowerCase().replaceAll('ü', 'v').replaceAll("'", ''))
  return nameWays(text)
}

function numberWays(text: string): SearchWay[] {
  const number = text.toUpperCase()
  const ways: SearchWay[] = []
  if (/^(\d{15}|\d{17}[\dX](\d\d(\d\d|B\d)?)?)$/.test(number)) ways.push({ by: 'id_index', key: idKey(number), label: '证件号码' })
  if (/^(1\d{10}|0\d{2,3}-?\d{7,8})$/.test(number)) ways.push({ by: 'phone_index', key: phoneKey(number), label: '电话' })
  if (number.length >= 6) ways.push({ by: 'household_number', ...beginning(number), label: '户编号' })
  return ways
}

function letterWays(letters: string): SearchWay[] {
  return [
    { by: 'initials', ...exactly(letters), label: '拼音首字母' },
    { by: 'sound', ...beginning(letters), label: '拼音' },
    { by: 'given_sound', ...exactly(letters), label: '名字拼音' },
    { by: 'initials', ...beginning(letters), label: '拼音首字母' },
  ]
}

function nameWays(name: string): SearchWay[] {
  const plain = name.replace(/[·•・]/g, '')
  const { sound, givenSound } = soundsOf(plain)
  const whole = [...plain].length > 1
  const asGiven = soundsOf(`某${plain}`).givenSound
  return [
    { by: 'name', ...beginning(name), label: '姓名' },
    { by: 'given_name', ...beginning(plain), label: '名字' },
    ...(whole && sound !== '' ? [{ by: 'sound', ...exactly(sound), label: '同音' } as const] : []),
    ...(whole && asGiven !== '' && givenSound !== '' ? [{ by: 'given_sound', ...exactly(asGiven), label: '名字同音' } as const] : []),
  ]
}
