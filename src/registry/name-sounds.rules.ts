/** How a name sounds: pinyin without tones, so that 张健国 finds 张建国, `zhangjianguo` and `zjg`. */
import { pinyin } from 'pinyin-pro'

export interface NameSounds {
  givenName: string
  /** The whole name, no spaces: `zhangjianguo`. */
  sound: string
  givenSound: string
  /** First letters: `zjg`. */
  initials: string
}

/** Characters come again and again; the library is asked once for each. */
const syllables = new Map<string, string>()
const surnames = new Map<string, string>()
const mostRemembered = 50_000

function syllable(character: string): string {
  const known = syllables.get(character)
  if (known !== undefined) return known
  const read = pinyin(character, { toneType: 'none', v: true, nonZh: 'removed' }).toLowerCase()
  if (syllables.size < mostRemembered) syllables.set(character, read)
  return read
}

/** Surnames have readings of their own: 曾 is zeng, 单 is shan. */
function surnameSyllables(surname: string): string {
  const known = surnames.get(surname)
  if (known !== undefined) return known
  const read = pinyin(surname, { toneType: 'none', v: true, mode: 'surname', nonZh: 'removed' }).toLowerCase()
  if (surnames.size < mostRemembered) surnames.set(surname, read)
  return read
}

const doubleSurname =
  /^(欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|令狐|轩辕|呼延|段干|百里|东郭|南门|西门)/

/** The surname a name begins with, and what is left. */
export function splitName(name: string): { surname: string; givenName: string } {
  const characters = [...name]
  const length = doubleSurname.test(name) && characters.length > 2 ? 2 : 1
  return { surname: characters.slice(0, length).join(''), givenName: characters.slice(length).join('') }
}

/** The sounds of a name as they are stored and searched. */
export function soundsOf(name: string): NameSounds {
  const plain = name.replace(/[\s·•・]/g, '')
  const { surname, givenName } = splitName(plain)
  const family = surnameSyllables(surname).split(' ').filter(Boolean)
  const given = [...givenName].map(syllable).filter(Boolean)
  return {
    givenName,
    sound: [...family, ...given].join(''),
    givenSound: given.join(''),
    initials: [...family, ...given].map((one) => one[0] ?? '').join(''),
  }
}
