/** An invented county with planted truth: how many of its messy rows find the right person. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../engine/index.ts'
import { number, openCounty, type TestPerson, type TestRow } from './county.fixture.ts'
import { linkRows, loadLinkageSettings } from './index.ts'

const settings = loadLinkageSettings(join(import.meta.dirname, '../../policy'))

/** A small generator of numbers, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const surnames = [...'王王王李李李张张刘刘陈陈杨杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕韦岑蒙陆']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海波春梅林凤生云飞鹏宇浩天佳峰坤哲昌荣贵德福祥义礼信忠']
const sounds: Record<string, string> = {
  伟: '纬',
  芳: '方',
  静: '净',
  丽: '莉',
  洋: '扬',
  艳: '燕',
  明: '名',
  英: '瑛',
  华: '桦',
  玉: '钰',
  国: '帼',
  志: '智',
  海: '亥',
  峰: '锋',
  坤: '堃',
  荣: '蓉',
  德: '得',
  福: '富',
}
const towns = Array.from({ length: 12 }, (_, at) => `${'东西南北上下大小前后左右'.charAt(at)}河${at % 3 === 0 ? '乡' : '镇'}`)
const villages = Array.from(
  { length: 96 },
  (_, at) => `${'石水木金土龙凤虎'.charAt(at % 8)}${'门桥坝寨坪岩'.charAt(Math.floor(at / 8) % 6)}村`,
)

function county(seed: number) {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  const day = () => `${1940 + below(80)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  const phone = () => `13${String(below(1_000_000_000)).padStart(9, '0')}`
  const name = (surname = one(surnames)) => surname + one(given) + (random() < 0.75 ? one(given) : '')
  const persons: (TestPerson & { id: string; born: string })[] = []
  for (let household = 0; household < 1500; household += 1) {
    const [township, village, shared, surname] = [one(towns), one(villages), phone(), one(surnames)]
    for (let member = 0; member < 1 + below(5); member += 1) {
      const born = day()
      persons.push({
        household: `H${household}`,
        name: name(member === 1 ? undefined : surname),
        id: number(born, String(below(1000)).padStart(3, '0')),
        born,
        phone: shared,
        township,
        village,
      })
    }
  }
  return { persons, random, below, one, day, phone, name }
}

type County = ReturnType<typeof county>
type Person = County['persons'][number]

const typo = ({ below }: County, id: string) => {
  const at = below(17)
  return id.slice(0, at) + ((Number(id.charAt(at)) + 1 + below(8)) % 10) + id.slice(at + 1)
}
const swap = ({ below }: County, id: string) => {
  const at = below(16)
  return id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)
}
const alike = (name: string) => [...name].map((sign, at) => (at > 0 ? (sounds[sign] ?? sign) : sign)).join('')
const full = (person: Person): TestRow => ({ name: person.name, township: person.township ?? '', village: person.village ?? '' })

/** A kind of mess, how often it comes, and whether anybody could tell whose row it is. */
// prettier-ignore
const messes: [weight: number, make: (person: Person, c: County) => TestRow, decidable?: false][] = [
  [30, (p) => ({ id: p.id, name: p.name })],
  [6, (p) => ({ id: ` ${p.id.slice(0, 6)} ${p.id.slice(6)}`, name: p.name })],
  [6, (p) => ({ id: `${p.id.slice(0, 15)}000`, name: p.name })],
  [8, (p, c) => ({ id: typo(c, p.id), name: p.name })],
  [6, (p, c) => ({ id: swap(c, p.id), name: p.name })],
  [3, (p, c) => ({ id: typo(c, typo(c, p.id)), ...full(p) })],
  [3, (p, c) => ({ id: typo(c, p.id), name: alike(p.name), village: p.village ?? '' })],
  [10, (p) => ({ ...full(p), phone: p.phone ?? '' })],
  [4, (p, c) => ({ ...full(p), phone: c.phone() })],
  [6, (p) => ({ ...full(p), born: p.born })],
  [3, (p) => ({ name: p.name, born: p.born })],
  [4, (p) => ({ ...full(p), name: alike(p.name), born: p.born })],
  [4, (p) => ({ ...full(p), name: alike(p.name), phone: p.phone ?? '' })],
  [3, (p) => ({ ...full(p), id: '9.90101E+17', phone: p.phone ?? '' })],
  [2, (p) => ({ id: p.id.slice(0, 17), ...full(p), phone: p.phone ?? '' })],
  [2, (p) => ({ id: `${p.id.slice(0, 6)}********${p.id.slice(14)}`, name: p.name }), false],
  [2, (p) => ({ name: p.name }), false],
]

const strangers: ((person: Person, c: County) => TestRow)[] = [
  (_, c) => ({ id: number(c.day(), '777', '990102'), name: c.name() }),
  (p, c) => ({ ...full(p), id: number(c.day(), '778', '990102'), phone: p.phone ?? '' }),
  (_, c) => ({ name: c.name(), phone: c.phone(), township: c.one(towns), village: c.one(villages) }),
  (p, c) => ({ ...full(p), name: p.name.charAt(0) + c.one(given) + c.one(given), phone: p.phone ?? '' }),
  (_, c) => ({ name: c.name(), born: c.day(), township: c.one(towns) }),
]

function rowsOf(c: County, count: number): { row: TestRow; truth: number | null; decidable: boolean }[] {
  const bag = messes.flatMap((mess) => Array.from({ length: mess[0] }, () => mess))
  return Array.from({ length: count }, () => {
    const at = c.below(c.persons.length)
    const person = c.persons[at] as Person
    if (c.random() < 0.08) return { row: c.one(strangers)(person, c), truth: null, decidable: true }
    const [, make, decidable] = bag[c.below(bag.length)] as (typeof messes)[number]
    return { row: make(person, c), truth: at, decidable: decidable !== false }
  })
}

describe.each([[42], [7]])('a messy county, seed %i', (seed) => {
  const invented = county(seed)
  const rows = rowsOf(invented, 4000)
  let engine: Engine
  let found = new Map<number, { person: number; level: string }>()
  beforeAll(async () => {
    engine = await openCounty(invented.persons, { employment: rows.map(({ row }) => row) }, 2)
    await linkRows(engine, settings, { datasets: ['employment'] })
    const links = await engine.rows<{ r: number; person: number; level: string }>('SELECT r, person, level FROM link ORDER BY r')
    found = new Map(links.map((link) => [link.r, link]))
  }, 60_000)
  afterAll(() => engine.close())

  test('its links are right and few are missed', () => {
    const isRight = (at: number) => found.get(at)?.person === rows[at]?.truth
    const right = [...found.keys()].filter(isRight).length
    const wanted = [...rows.keys()].filter((at) => rows[at]?.truth !== null && rows[at]?.decidable === true)
    const precision = right / found.size
    const recall = wanted.filter(isRight).length / wanted.length
    const wrong = [...found.keys()].filter((at) => !isRight(at)).map((at) => ({ ...rows[at], found: found.get(at) }))
    console.info(`seed ${seed}: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${wrong.length} wrong`)
    expect(precision, JSON.stringify(wrong.slice(0, 10), null, 1)).toBeGreaterThanOrEqual(0.995)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })
})
