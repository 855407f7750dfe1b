/** Which village of the register a row's 乡镇 and 村 name, however they are written. */
import { foldFullWidth, squeeze } from '../kernel/index.ts'

/** One township and village as the register writes them; `place` is its number. */
export interface RegisterPlace {
  readonly place: number
  readonly township: string | null
  readonly village: string | null
}

/** The places a row may mean; an empty list means nothing was said, `[-1]` somewhere else. */
export interface ResolvedPlace {
  readonly places: readonly number[]
  readonly townships: readonly number[]
}

const elsewhere: readonly number[] = [-1]
const townshipEnd = /(街道办事处|街道办|人民政府|(各族|[\u4e00-\u9fff]{1,8}族)*民族乡|乡|镇|街道)$/
const villageEnd = /(村民委员会|村委会|村委|居民委员会|居委会|村)$/
const groupEnd = /(第?[一二三四五六七八九十百\d]+(村民)?(小)?[组社队屯]|[一二三四五六七八九十百\d]+号)$/

const clean = (text: string | null): string => squeeze(foldFullWidth(text ?? '')).replace(/\(.*?\)/g, '')

function withoutEnd(text: string, end: RegExp): string {
  const cut = text.replace(end, '')
  return cut === '' ? text : cut
}

/** The township's name without its kind, so that 清水 finds 清水镇. */
export const townshipStem = (text: string): string => withoutEnd(withoutEnd(text, /人民政府$/), townshipEnd)

/** Names of one county's townships and villages, looked up by what a row says. */
export class PlaceIndex {
  readonly #townshipNumbers = new Map<string, number>()
  readonly #byTownship = new Map<string, number[]>()
  readonly #byStem = new Map<string, number[]>()
  readonly #villages = new Map<string, { place: number; township: number }[]>()
  readonly #townshipNames: string[]
  readonly #counties: readonly string[]
  readonly townshipOf = new Map<number, number>()

  constructor(places: readonly RegisterPlace[], counties: readonly string[]) {
    this.#counties = longestFirst(counties.map(clean).filter((name) => name.length > 1))
    for (const { township } of places) this.#addTownship(clean(township))
    this.#townshipNames = longestFirst([...this.#byTownship.keys()].filter((name) => name.length > 1))
    for (const { place, township, village } of places) {
      const number = this.#townshipNumbers.get(clean(township)) ?? -1
      this.townshipOf.set(place, number)
      const key = this.#villageKey(clean(village))
      if (key === '') continue
      this.#villages.set(key, [...(this.#villages.get(key) ?? []), { place, township: number }])
    }
  }

  /** Everything the two cells can mean; a village name that stands in several townships means all of them. */
  resolve(township: string | null, village: string | null): ResolvedPlace {
    const text = this.#withoutCounty(clean(village))
    const said = this.#townships(this.#withoutCounty(clean(township)))
    const inVillage = this.#townshipNames.find((name) => text.startsWith(name))
    const townships = said.length > 0 ? said : inVillage === undefined ? [] : (this.#byTownship.get(inVillage) ?? [])
    if (text === '') return { places: [], townships: townships.length === 0 && clean(township) !== '' ? elsewhere : townships }
    const known = this.#find(text).filter((found) => townships.length === 0 || townships.includes(found.township))
    const isUnheardOf = clean(township) !== '' && said.length === 0
    if (known.length === 0 || (isUnheardOf && known.length > 1))
      return { places: elsewhere, townships: townships.length === 0 ? elsewhere : townships }
    return { places: known.map((found) => found.place), townships: distinct(known.map((found) => found.township)) }
  }

  #addTownship(name: string): void {
    if (this.#townshipNumbers.has(name)) return
    const number = this.#townshipNumbers.size
    this.#townshipNumbers.set(name, number)
    if (name === '') return
    this.#byTownship.set(name, [number])
    const stem = townshipStem(name)
    this.#byStem.set(stem, [...(this.#byStem.get(stem) ?? []), number])
  }

  #townships(name: string): readonly number[] {
    if (name === '') return []
    return this.#byTownship.get(name) ?? this.#byStem.get(townshipStem(name)) ?? []
  }

  #find(text: string): readonly { place: number; township: number }[] {
    const stems = [...this.#byStem.keys()].filter((stem) => stem.length > 1 && text.startsWith(stem) && text.length > stem.length)
    const shortened = text.replace(groupEnd, '').replace(groupEnd, '')
    const tries = [text, shortened, ...stems.flatMap((stem) => [text.slice(stem.length), shortened.slice(stem.length)])]
    for (const attempt of tries) {
      const found = this.#villages.get(this.#villageKey(attempt))
      if (found !== undefined) return found
    }
    return this.#longestBeginning(this.#withoutTownship(text))
  }

  /** 新寨村三组12号: the longest village name the text begins with, its 村 following. */
  #longestBeginning(text: string): readonly { place: number; township: number }[] {
    for (let length = text.length - 1; length >= 2; length -= 1) {
      const found = this.#villages.get(text.slice(0, length))
      if (found !== undefined && /^(村|社区|居委会)/.test(text.slice(length))) return found
    }
    return []
  }

  #villageKey(text: string): string {
    return withoutEnd(this.#withoutTownship(text), villageEnd)
  }

  #withoutTownship(text: string): string {
    const name = this.#townshipNames.find((candidate) => text.startsWith(candidate) && text.length > candidate.length)
    return name === undefined ? text : text.slice(name.length)
  }

  #withoutCounty(text: string): string {
    const name = this.#counties.find((candidate) => text.includes(candidate) && text.indexOf(candidate) <= 12)
    const rest = name === undefined ? text : text.slice(text.indexOf(name) + name.length)
    return rest === '' ? text : rest
  }
}

const distinct = (numbers: readonly number[]): number[] => [...new Set(numbers)]
const longestFirst = (names: readonly string[]): string[] => [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
