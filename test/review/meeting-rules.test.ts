/** When a meeting is one, what its votes decide, and what may be shown of a household on a board. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionOf, faultsOf, type Meeting, minutesOf, quorumOf } from '../../src/cases/review/meeting.rules.ts'
import { daysLeft, lastDayOf, mayEnd, posterOf, resumedUntil, shownOf } from '../../src/cases/review/notice.rules.ts'
import { noticeFields, reviewPolicy } from '../../src/cases/review/review-policy.ts'
import { canonicalJson } from '../../src/cases/review/seal.rules.ts'
import { addDays, plainDay, workingCalendar } from '../../src/kernel/index.ts'
import { shippedPolicy } from '../database/database.test-support.ts'

const policy = reviewPolicy(shippedPolicy())
const people = (representatives: number, others = 0) => [
  ...Array.from({ length: representatives }, (_, i) => ({ name: `代表${i}`, kind: 'representative' })),
  ...Array.from({ length: others }, (_, i) => ({ name: `队员${i}`, kind: 'resident_team' })),
]

test.each([
  [9, 6, true, 6],
  [9, 5, false, 6],
  [10, 7, true, 7],
  [10, 6, false, 7],
  [3, 2, true, 2],
  [100, 67, true, 67],
  [100, 66, false, 67],
  [300, 200, true, 200],
  [300, 199, false, 200],
  [0, 0, false, 0],
  [5, 6, false, 4],
])('of %i representatives %i make a quorum: %s, at least %i', (total, present, isReached, needed) => {
  expect(quorumOf(policy.meeting, people(present), total, 66.6)).toMatchObject({ isReached, needed, present })
})

test('below five hundred representatives the share of the file is exactly two thirds', () => {
  for (let total = 1; total < 500; total += 1)
    expect([total, quorumOf(policy.meeting, [], total, 66.6).needed]).toEqual([total, Math.ceil((total * 2) / 3)])
})

test('who votes without being a representative does not make the quorum', () => {
  expect(quorumOf(policy.meeting, people(5, 4), 9, 66.6)).toMatchObject({ present: 5, voters: 9, isReached: false })
  expect(quorumOf(policy.meeting, [{ name: '包村干部', kind: 'township' }], 9, 66.6)).toMatchObject({ voters: 0 })
})

test.each([
  [10, 6, 4, 0, 'agreed'],
  [10, 5, 5, 0, 'rejected'],
  [10, 5, 0, 5, 'rejected'],
  [9, 5, 4, 0, 'agreed'],
  [1, 1, 0, 0, 'agreed'],
  [0, 0, 0, 0, 'rejected'],
] as const)('of %i voters %i for, %i against, %i abstaining: %s', (voters, agree, disagree, abstain, decision) => {
  expect(decisionOf({ agree, disagree, abstain }, voters, 50)).toBe(decision)
})

const household = {
  caseId: 1,
  headName: '张建国',
  purpose: 'recognition',
  memberCount: 5,
  risks: ['因病'],
  objectKind: null,
  note: '',
} as const
const meeting: Meeting = {
  village: '白果村',
  heldOn: '2026-08-05',
  place: '村委会',
  chair: '李明',
  recorder: '黄兴',
  total: 9,
  attendance: people(7, 1),
  discussion: '属实。',
  households: [{ ...household, agree: 7, disagree: 1, abstain: 0 }],
}
const shares = { quorum: 66.6, agree: 50 }

test('a whole meeting has no faults, and its minutes say who came and how it went', () => {
  expect(faultsOf(policy.meeting, meeting, shares, '2026-08-05')).toEqual([])
  const minutes = minutesOf(policy.meeting, meeting, shares)
  expect(minutes).toContain('时间：2026年8月5日')
  expect(minutes).toContain('应到村民代表9人，实到7人，符合法定人数。')
  expect(minutes).toContain('驻村工作队员（1人）：队员0')
  expect(minutes).toContain('1. 张建国（识别认定）：家庭人口5人，主要风险：因病。同意7票，不同意1票，弃权0票，通过。')
  expect(minutes).toContain('同意1户，未通过0户')
  expect(minutes).not.toContain('{{')
})

test.each([
  [{ heldOn: '2026-08-06' }, '会议日期 2026-08-06 还没有到'],
  [{ chair: '' }, '没有填写主持人'],
  [{ attendance: people(5) }, '到会村民代表 5 人，至少需要 6 人'],
  [{ attendance: people(10) }, '到会村民代表 10 人，多于应到的 9 人'],
  [{ households: [] }, '没有要评议的农户'],
  [{ households: [{ ...household, agree: 7, disagree: null, abstain: 0 }] }, '张建国家的票数没有填完'],
  [{ households: [{ ...household, agree: 7, disagree: 2, abstain: 0 }] }, '张建国家共 9 票，与有表决权的 8 人不符'],
])('%j is a fault', (change, fault) => {
  expect(faultsOf(policy.meeting, { ...meeting, ...change }, shares, '2026-08-05')).toContain(fault)
})

test('a sheet shows the words the file allows and none about health', () => {
  const shown = shownOf(policy.notice, {
    village: '白果村一组',
    headName: '张建国',
    memberCount: 5,
    objectKind: '脱贫不稳定户',
    risks: ['因病', '因残', '因学'],
    meetingDay: '2026-08-05',
  })
  expect(shown).toEqual({
    village: '白果村一组',
    head_name: '张建国',
    member_count: '5人',
    object_kind: '脱贫不稳定户',
    risks: '刚性支出较大或其他困难、上学负担较重',
    meeting_day: '2026年8月5日',
  })
})

test('whatever a household is said to be, a sheet has its six fields and no number of more than eight digits', () => {
  const words = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 20 }), fc.array(words), (village, headName, memberCount, risks) => {
      // A caller in error that hands over more than the type allows.
      const careless = {
        village,
        headName,
        memberCount,
        objectKind: null,
        risks,
        meetingDay: null,
        idNumber: '522399197503020011',
        phone: '13900000001',
      }
      const shown = shownOf(policy.notice, careless)
      expect(Object.keys(shown).every((field) => (noticeFields as readonly string[]).includes(field))).toBe(true)
      expect(JSON.stringify(shown)).not.toMatch(/522399197503020011|13900000001/)
      expect(risks.filter((risk) => risk.startsWith('因病')).every((risk) => !(shown.risks ?? '').includes(risk))).toBe(true)
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('a masked head keeps only the first sign and, of three or more, the last', () => {
  const masking = {
    ...policy.notice,
    fields: { ...policy.notice.fields, head_name: { ...policy.notice.fields.head_name, mask: 'middle' as const } },
  }
  const name = (headName: string) =>
    shownOf(masking, { village: '', headName, memberCount: 1, objectKind: null, risks: [], meetingDay: null }).head_name
  expect(['张建国', '李章', '欧阳建国', '岑'].map(name)).toEqual(['张*国', '李*', '欧**国', '岑'])
})

test('a column that no household fills is left out of the sheet', () => {
  const line = shownOf(policy.notice, {
    village: '白果村',
    headName: '张',
    memberCount: 1,
    objectKind: null,
    risks: ['因学'],
    meetingDay: null,
  })
  const sheet = {
    kind: 'recognition',
    village: '白果村',
    township: '青山镇',
    postedOn: null,
    untilOn: null,
    days: 5,
    daysUnit: '天',
  } as const
  const poster = posterOf(policy.notice, { ...sheet, objectionOffice: '青山镇人民政府', objectionPhone: '0859-1', lines: [line] })
  expect(poster.columns.map(({ field }) => field)).toEqual(['village', 'head_name', 'member_count', 'risks'])
  expect(poster.text).toContain('公示期5天')
  expect(poster.objection).toContain('可以不署名')
})

const calendar = workingCalendar()
const fiveDays = { days: 5, unit: '天', calendar }
const fiveWorkingDays = { days: 5, unit: '工作日', calendar }

test.each([
  ['2026-08-03', fiveDays, '2026-08-08'],
  ['2026-08-03', fiveWorkingDays, '2026-08-10'],
  // 1 to 8 October are off, 20 September and 10 October are worked in exchange.
  ['2026-09-29', fiveWorkingDays, '2026-10-12'],
  ['2026-09-29', fiveDays, '2026-10-04'],
])('posted on %s with five %j it must hang until %s', (postedOn, counting, untilOn) => {
  expect(lastDayOf(postedOn, counting).day).toBe(untilOn)
})

test('it comes down the day after its last one', () => {
  expect(['2026-08-07', '2026-08-08', '2026-08-09'].map((today) => mayEnd('2026-08-08', today))).toEqual([false, false, true])
})

test.each([
  ['2026-08-05', '2026-08-08', 4],
  ['2026-08-08', '2026-08-08', 1],
  ['2026-08-09', '2026-08-08', 0],
])('held on %s with its last day on %s it owes %i days', (heldOn, untilOn, owed) => {
  expect(daysLeft(heldOn, untilOn, fiveDays)).toBe(owed)
})

test('an objection never makes a notice shorter, whenever it comes and however long it takes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 }), fc.boolean(), (heldAfter, takes, inWorkingDays) => {
      const counting = inWorkingDays ? fiveWorkingDays : fiveDays
      const postedOn = plainDay('2026-08-03')
      const { day: untilOn } = lastDayOf(postedOn, counting)
      const heldOn = addDays(postedOn, heldAfter)
      const resumedOn = addDays(heldOn, takes)
      const { day } = resumedUntil(heldOn, untilOn, resumedOn, counting)
      expect(day >= untilOn).toBe(true)
      expect(day <= lastDayOf(resumedOn, counting).day).toBe(true)
    }),
    { seed: 4, numRuns: 500 },
  )
})

test('the same content has the same text in whatever order its names came', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '二' }], a: undefined })).toBe(canonicalJson({ b: [1, { c: '二', d: null }] }))
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: '1' }))
})
