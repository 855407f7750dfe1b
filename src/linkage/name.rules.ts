/** How two written names stand to each other: the same, written with a variant character, sounding alike, shortened, damaged, different. */
import { pinyin } from 'pinyin-pro'
import { foldFullWidth, squeeze } from '../kernel/index.ts'
import { type Characters, type NameRelation, relations } from './settings.ts'

/** Where a character was lost. */
const lostMark = '?'

/** One spelling of a name without spaces, dots, brackets and counting digits; `parts` are what the dots parted. */
interface Spelling {
  readonly signs: readonly string[]
  readonly parts: readonly string[]
}

const former = /^(曾用名|又名|原名|别名|小名|乳名|化名|绰号|现名|更名)[::]?/

/** Compares names; keeps the readings of the characters it has met. */
export class NameComparer {
  readonly #characters: Characters
  readonly #readings = new Map<string, ReadonlySet<string>>()
  readonly #known = new Map<string, readonly Spelling[]>()
  readonly #lost: ReadonlySet<string>
  readonly #separators: ReadonlySet<string>

  constructor(characters: Characters) {
    this.#characters = characters
    this.#lost = new Set(characters.lost)
    this.#separators = new Set(characters.separators)
  }

  /** The best relation between any spelling of the one (name, former name in brackets) and any of the other. */
  compare(one: string, other: string): NameRelation {
    let best: NameRelation = 'missing'
    for (const a of this.#spellings(one)) {
      for (const b of this.#spellings(other)) {
        const found = this.#relation(a, b)
        if (best === 'missing' || relations.name.indexOf(found) < relations.name.indexOf(best)) best = found
      }
    }
    return best
  }

  #spellings(raw: string): readonly Spelling[] {
    const known = this.#known.get(raw)
    if (known !== undefined) return known
    const found = /^[\u4e00-\u9fff]{2,4}$/.test(raw) ? [{ signs: [...raw], parts: [raw] }] : this.#takenApart(raw)
    this.#known.set(raw, found)
    return found
  }

  #takenApart(raw: string): Spelling[] {
    const text = foldFullWidth(raw.normalize('NFC'))
    const inside = [...text.matchAll(/[([【<〔]([^)\]】>〕]*)[)\]】>〕]?/g)].map((match) => (match[1] ?? '').trim().replace(former, ''))
    const outside = text.replace(/[([【<〔][^)\]】>〕]*[)\]】>〕]?/g, '')
    return [outside, ...inside].map((part) => this.#spelling(part)).filter((spelling) => spelling.signs.length > 0)
  }

  #spelling(text: string): Spelling {
    const marked = [...text].map((sign) => (this.#lost.has(sign) || isPrivate(sign) ? lostMark : this.#separators.has(sign) ? '·' : sign))
    const hasHan = marked.some((sign) => /\p{Script=Han}/u.test(sign))
    const kept = squeeze(marked.join('')).toUpperCase()
    const clean = hasHan ? kept.replace(/[^\p{Script=Han}?·]/gu, '') : kept.replace(/[^\p{L}·]/gu, '')
    return { signs: [...clean.replaceAll('·', '')], parts: clean.split('·').filter((part) => part !== '') }
  }

  #relation(a: Spelling, b: Spelling): NameRelation {
    if (a.signs.includes(lostMark) || b.signs.includes(lostMark)) return this.#damaged(a.signs, b.signs)
    if (a.signs.join('') === b.signs.join('')) return 'same'
    if (a.signs.length === b.signs.length) {
      if (a.signs.every((sign, at) => this.#isVariant(sign, b.signs[at]))) return 'variant'
      if (a.signs.every((sign, at) => this.#isVariant(sign, b.signs[at]) || this.#soundsLike(sign, b.signs[at]))) return 'sound'
    }
    if (this.#isShortened(a, b) || this.#isShortened(b, a)) return 'shortened'
    return this.#isOneAway(a.signs, b.signs) ? 'one_character' : 'different'
  }

  /** A lost character fits any; two known ones must be left, or the surname alone would decide. */
  #damaged(a: readonly string[], b: readonly string[]): NameRelation {
    const fits = a.length === b.length && a.every((sign, at) => sign === lostMark || b[at] === lostMark || this.#isVariant(sign, b[at]))
    if (!fits) return 'different'
    const known = a.filter((sign, at) => sign !== lostMark && b[at] !== lostMark).length
    return known >= 2 ? 'lost_character' : 'one_character'
  }

  #canonical(sign: string): string {
    return this.#characters.canonical.get(sign) ?? sign
  }

  #isVariant(one: string, other: string | undefined): boolean {
    return other !== undefined && this.#canonical(one) === this.#canonical(other)
  }

  #soundsLike(one: string, other: string | undefined): boolean {
    if (other === undefined) return false
    const readings = this.#readingsOf(other)
    return [...this.#readingsOf(one)].some((reading) => readings.has(reading))
  }

  #readingsOf(sign: string): ReadonlySet<string> {
    const known = this.#readings.get(sign)
    if (known !== undefined) return known
    const forms = [sign, this.#canonical(sign)]
    const found = new Set(forms.flatMap((form) => pinyin(form, { toneType: 'none', multiple: true, type: 'array' })))
    this.#readings.set(sign, found)
    return found
  }

  /** 买买提 for 买买提·艾力, or a long name cut off by a narrow column. */
  #isShortened(short: Spelling, long: Spelling): boolean {
    if (short.signs.length >= long.signs.length || short.signs.length < 2) return false
    const same = (part: string | undefined) => part !== undefined && [...part].map((sign) => this.#canonical(sign)).join('') === shortKey
    const shortKey = short.signs.map((sign) => this.#canonical(sign)).join('')
    if (long.parts.length > 1 && same(long.parts[0])) return true
    if (long.parts.length > 2 && same(`${long.parts[0]}${long.parts.at(-1)}`)) return true
    return long.signs.length >= 5 && short.signs.length >= 3 && same(long.signs.slice(0, short.signs.length).join(''))
  }

  #isOneAway(a: readonly string[], b: readonly string[]): boolean {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a]
    if (long.length < 3 || long.length - short.length > 1) return false
    let head = 0
    while (head < short.length && this.#isVariant(short[head] ?? '', long[head])) head += 1
    let tail = 0
    while (tail < short.length - head && this.#isVariant(short[short.length - 1 - tail] ?? '', long[long.length - 1 - tail])) tail += 1
    return head + tail >= long.length - 1
  }
}

function isPrivate(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}
