/** What people type into the public form, read or refused in plain words; tokens and puzzles as pure decisions. */
import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channelPolicy, leafletsFor } from '../../src/cases/channels/channel-policy.ts'
import { isSolved, puzzleBits, slotOf, zeroBits } from '../../src/cases/channels/puzzle.rules.ts'
import { followUpFrom, readFollowUp, spelledOut, tokenFrom } from '../../src/cases/channels/tokens.rules.ts'
import { mostPhoto, readApplication, readName, readPhone, wordsMistake } from '../../src/cases/channels/typed.rules.ts'
import { plainDay } from '../../src/kernel/index.ts'
import { shippedPolicy } from '../database/fixtures.ts'
import { application, tinyPhoto } from './channels.test-support.ts'

const today = plainDay('2026-10-31')
const policy = channelPolicy(shippedPolicy()).application
const read = (typed: Partial<Parameters<typeof readApplication>[0]>) => readApplication({ ...application, ...typed }, policy, today)
const fields = (typed: Parameters<typeof read>[0]) => {
  const result = read(typed)
  return 'mistakes' in result ? result.mistakes.map(({ field }) => field) : []
}

test('a plain application is read as it was meant', () => {
  expect(
    read({
      name: ' 张 建国 ',
      phone: '139-0000-0001',
      idNumber: `${application.idNumber.slice(0, 17)}${application.idNumber.slice(17).toLowerCase()} `,
    }),
  ).toEqual({
    read: { ...application, proxy: undefined, photo: undefined },
  })
})

test.each([
  ['markup in the name', { name: '<b>张三</b>' }, ['name']],
  ['a name of one sign', { name: '张' }, ['name']],
  ['a name with NUL', { name: '张\u0000三' }, []],
  ['a name of 31 signs', { name: '张'.repeat(31) }, ['name']],
  ['a wrong check digit', { idNumber: '522399197503020010' }, ['idNumber']],
  ['too few digits', { idNumber: '5223991975' }, ['idNumber']],
  ['a phone of ten digits', { phone: '1390000000' }, ['phone']],
  ['no difficulty', { difficulty: '' }, ['difficulty']],
  ['a difficulty of Object', { difficulty: 'constructor' }, ['difficulty']],
  ['a script in the words', { words: '<script>alert(1)</script>' }, ['words']],
  ['NUL in the words', { words: '困难\u0000' }, ['words']],
  ['a mark that turns the text round', { words: '困难\u202e' }, ['words']],
  ['half a surrogate pair', { words: '困难\ud800' }, ['words']],
  ['too many words', { words: '难'.repeat(501) }, ['words']],
  ['a proxy without photo', { proxyName: '李四平', proxyRelation: '邻居' }, ['photo']],
  ['a proxy of no known relation', { proxyName: '李四平', proxyRelation: '大王', photo: tinyPhoto }, ['proxyRelation']],
  ['a photo that is a page', { photo: Buffer.from('<html>').toString('base64') }, ['photo']],
  ['a photo that is no base64', { photo: '../../etc/passwd' }, ['photo']],
  [
    'a photo too large',
    { photo: Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(mostPhoto + 10)]).toString('base64') },
    ['photo'],
  ],
  [
    'everything wrong at once',
    { name: '', idNumber: '', phone: '', difficulty: '', words: '>' },
    ['name', 'idNumber', 'phone', 'difficulty', 'words'],
  ],
])('%s is told by the field', (_, typed, expected) => {
  expect(fields(typed)).toEqual(expected)
})

test('what is told is a Chinese sentence without codes and without what was typed', () => {
  const result = read({ name: '<img src=x>', idNumber: 'abc', phone: 'x', difficulty: 'y', words: '<' })
  const text = 'mistakes' in result ? result.mistakes.map(({ message }) => message).join('') : ''
  expect(text).not.toMatch(/img|abc|undefined|regex/)
  expect(text).toMatch(/[\u4e00-\u9fff]{20,}/)
})

test('reading never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'binary', maxLength: 40 }), (one, other) => {
      read({ name: one, idNumber: other, phone: one, words: other, proxyName: one, proxyRelation: other, photo: one })
      readName(one)
      readPhone(other)
      wordsMistake(one)
      readFollowUp(other)
    }),
    { seed: 5223, numRuns: 500 },
  )
})

describe('tokens', () => {
  test('of 2000 none is twice, and every sign is about as likely as the others', () => {
    const made = Array.from({ length: 2000 }, () => tokenFrom(randomBytes(64)))
    expect(new Set(made).size).toBe(2000)
    const counts = new Map<string, number>()
    for (const sign of made.join('')) counts.set(sign, (counts.get(sign) ?? 0) + 1)
    expect(counts.size).toBe(31)
    expect(Math.min(...counts.values())).toBeGreaterThan(1000)
    expect(Math.max(...counts.values())).toBeLessThan(1600)
  })

  test.each([
    ['123456789012', '123456789012'],
    ['1234 5678 9012', '123456789012'],
    ['１２３４－５６７８－９０１２', '123456789012'],
    ['12345678901', undefined],
    ["1' OR '1'='1", undefined],
  ])('a follow-up code typed as %s', (typed, expected) => {
    expect(readFollowUp(typed)).toBe(expected)
  })

  test('a code that is read out is read back', () => {
    const code = followUpFrom(randomBytes(64))
    expect(spelledOut(code)).toMatch(/^\d{4} \d{4} \d{4}$/)
    expect(readFollowUp(spelledOut(code))).toBe(code)
  })
})

describe('the puzzle', () => {
  const now = new Date('2026-10-31T02:00:00Z')
  const mark = (text: string) => createHash('md5').update(`secret ${text}`).digest('hex')
  const challenge = (slot = slotOf(now), purpose = 'look') => `${purpose}.${slot}.${mark(`${purpose}.${slot}`)}`
  const solve = (text: string, subject: string) => {
    for (let n = 0; ; n += 1)
      if (
        zeroBits(
          createHash('sha256')
            .update(`${text}:${subject}:${n.toString(36)}`)
            .digest(),
        ) >= puzzleBits.look
      )
        return n.toString(36)
  }
  const isOk = (text: string, nonce: string, subject = 'mine') => isSolved({ challenge: text, nonce }, 'look', subject, now, mark)

  test('work done for one subject is worth nothing for another', () => {
    const nonce = solve(challenge(), 'mine')
    expect(isOk(challenge(), nonce)).toBe(true)
    expect(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].filter((subject) => isOk(challenge(), nonce, subject))).toEqual([])
  })

  test.each([
    ['an hour and ten minutes old', challenge(slotOf(now) - 7)],
    ['from the future', challenge(slotOf(now) + 1)],
    ['made by somebody else', `look.${slotOf(now)}.${'0'.repeat(32)}`],
    ['of another purpose', challenge(slotOf(now), 'apply')],
    ['nonsense', 'look'],
    ['not a number', `look.x.${mark('look.x')}`],
  ])('%s is refused, solved or not', (_, text) => {
    expect(isOk(text, solve(text, 'mine'))).toBe(false)
  })
})

describe('leaflets', () => {
  const leaflets = leafletsFor(shippedPolicy(), '522399', '2026-10-31')

  test('numbers come from the parameters of the place, and none is left as a name', () => {
    const text = leaflets.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines)).join('\n')
    expect(text).toContain('公示不少于 5 天')
    expect(text).toContain('2 天内受理')
    expect(text).toContain('5 个工作日内上门')
    expect(text).not.toMatch(/[{}]|undefined/)
  })

  test('every leaflet names its basis and the day it was looked over', () => {
    expect(leaflets.map(({ id }) => id)).toEqual(['who_may_apply', 'how_to_apply', 'what_help', 'your_rights'])
    for (const { basis, reviewedOn } of leaflets) expect([basis.length > 0, reviewedOn]).toEqual([true, '2026-11-22'])
  })

  test('none is shown before its day', () => {
    expect(leafletsFor(shippedPolicy(), '522399', '2023-02-28')).toEqual([])
  })
})
