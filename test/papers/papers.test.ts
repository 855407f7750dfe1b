/** Papers: every form filled in from what was recorded, opened again and read; masked as the paper asks; the national layout read back by our own reader. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileAnswer } from '../../src/access/index.ts'
import { attach, caseById } from '../../src/cases/core.ts'
import { nationalCases } from '../../src/cases/papers/national.actions.ts'
import { nationalText, overlayOf } from '../../src/cases/papers/national.rules.ts'
import { meetingPaper, noticePaper, onePaper, papersOf, wholeFile } from '../../src/cases/papers/papers.actions.ts'
import type { formNames } from '../../src/cases/papers/papers-policy.ts'
import { sealMeeting } from '../../src/cases/review/meeting.actions.ts'
import { meetingPage } from '../../src/cases/review/meeting-reading.actions.ts'
import { endNotice } from '../../src/cases/review/notice.actions.ts'
import { noticePage } from '../../src/cases/review/notice-reading.actions.ts'
import { openEngine } from '../../src/engine/index.ts'
import { readFolder } from '../../src/intake/index.ts'
import { type CaseCounty, caseCounty, firstDay, moved } from '../cases/cases.test-support.ts'
import { shippedPolicy } from '../database/database.test-support.ts'
import { awaitingMeeting, filledMeeting, picture, postedNotice } from '../review/review.test-support.ts'
import { formFor, type Visit } from '../visits/visits.test-support.ts'

let county: CaseCounty
let [own, other, meetingId, noticeId] = [0, 0, 0, 0]
const idNumber = /522399\d{11}[\dX]/
const phone = /1390000\d{4}/

/** Two households are judged together; one of them is recognised, with a measure and its announcement. */
beforeAll(async () => {
  county = await caseCounty(4)
  county.setDay(firstDay)
  own = await awaitingMeeting(county, 0, ['因病', '因学'])
  other = await awaitingMeeting(county, 1)
  const meeting = await filledMeeting(county)
  meetingId = meeting.id
  await county.as('li', (ctx) => sealMeeting(ctx, meeting.id, meeting.version))
  noticeId = await postedNotice(county, [own, other])
  county.setDay('2026-08-10')
  const [page, photo] = [await county.as('li', (ctx) => noticePage(ctx, noticeId)), await picture()]
  await county.as('li', (ctx) => endNotice(ctx, noticeId, page.version, photo))
  await moved(county, 'wu', own, 'endorse', { opinion: '情况属实，同意上报' })
  await moved(county, 'zhou', own, 'admit', { risk_factors: ['因病', '因学'], object_kind: '脱贫不稳定户', opinion: '同意识别' })
  await postedNotice(county, [own], 'recognition_result')
  await county.store.asOwner((client) =>
    client.query(
      `INSERT INTO measures (division_code, household_id, case_id, measure, measure_group, character, responsible_name, planned_on, due_on, planned_amount)
       SELECT division_code, household_id, id, 'job_introduction', '就业帮扶', 'development', '李明', '2026-08-10', '2026-09-09', 1500 FROM cases WHERE id = $1`,
      [own],
    ),
  )
})
afterAll(() => county.drop())

/** The words of a Word file, paragraph by paragraph. */
function wordsOf(content: FileAnswer['content']): string {
  const xml = new TextDecoder().decode(unzipSync(new Uint8Array(content as Buffer))['word/document.xml'])
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
}

const printed = async (form: (typeof formNames)[number], isFull = false, who: 'li' | 'wang' | 'chu' = 'wang', reason?: string) =>
  county.as(who, (ctx) => onePaper(ctx, own, form, { isFull, reason }))

/** A visit with its authorisation and a check of the clearing conditions, as their parts keep them. */
async function visitedAndChecked(): Promise<void> {
  const income = {
    period: '2026-08',
    version: 0,
    size: 5,
    lines: [
      { item: 'a1', amount: '20000.00', evidence: '工资流水' },
      { item: 'e1', amount: '1000.00', evidence: '' },
    ],
  }
  const visit = { householdId: county.households[0] ?? 0, tasks: [], members: [], income } as unknown as Visit
  const content = formFor(visit, 1, { purposes: ['verification'], conclusions: { verification: 'at_risk' }, note: '长期服药' })
  await county.store.asOwner(async (client) => {
    const { rows } = await client.query<{ division_code: string; household_id: number; person_id: number }>(
      'SELECT c.division_code, c.household_id, h.head_person_id AS person_id FROM cases c JOIN households h ON h.id = c.household_id WHERE c.id = $1',
      [own],
    )
    const [{ division_code: village, household_id: household, person_id: head } = { division_code: '', household_id: 0, person_id: 0 }] =
      rows
    await client.query(
      `INSERT INTO visit_forms (division_code, household_id, form_key, version, client_key, purposes, visited_on, visitor_id, visitor_name, sent_by,
         received_at, outcome, conclusions, content, content_digest)
       VALUES ($1, $2, 'f', 1, 'f', '{verification}', '2026-08-03', 1, '李明', '李明', '2026-08-03', 'met', $3, $4, 'd')`,
      [village, household, JSON.stringify(content.conclusions), JSON.stringify(content)],
    )
    await client.query(
      `INSERT INTO authorisations (division_code, household_id, client_key, signers, scope, signed_on, until_on, wording, officer_name, received_at)
       VALUES ($1, $2, 'a', $3, '{income}', '2026-08-03', '2027-08-02', '本户承诺所提供的家庭情况真实、完整。', '李明', '2026-08-03')`,
      [village, household, JSON.stringify([head])],
    )
    await client.query(
      `INSERT INTO clearing_checks (division_code, case_id, on_day, at, officer_id, officer_name, is_natural, is_met, conditions, snapshot, policy_hash)
       VALUES ($1, $2, '2026-08-12', '2026-08-12', 1, '李明', false, false, $3, $4, 'h')`,
      [
        village,
        own,
        JSON.stringify([{ id: 'watched', label: '监测满规定月数', isMet: false, isWaived: false, detail: '识别至今 0 个月，须满 6 个月' }]),
        JSON.stringify({ wage_income: '20000.00', school_dropout: false }),
      ],
    )
  })
}

describe('one form', () => {
  test('says what is missing until it has happened', async () => {
    const { items } = await county.as('wang', (ctx) => papersOf(ctx, own))
    expect(Object.fromEntries(items.map(({ form, missing }) => [form, missing]))).toEqual({
      application: null,
      authorisation: '还没有签署承诺授权书',
      visit: '还没有入户核实',
      minutes: null,
      notice: null,
      township_opinion: null,
      county_approval: null,
      announcement: null,
      measure_plan: null,
      clearing: '还没有核对风险消除条件',
    })
    await expect(printed('visit')).rejects.toMatchObject({ code: 'papers.not_ready', message: expect.stringContaining('还没有入户核实') })
    await visitedAndChecked()
    expect((await county.as('wang', (ctx) => papersOf(ctx, own))).items.filter(({ missing }) => missing !== null)).toEqual([])
  })

  test.each([
    ['application', ['防止返贫监测对象申请书', '因病、因学', '张建国', '刘桂花', '之母']],
    ['minutes', ['应到村民代表9人，实到8人', '1. 张建国（识别认定）', '同意9票', '封存摘要']],
    ['township_opinion', ['乡镇审核意见表', '情况属实，同意上报', '吴刚', '2026年8月10日', '因病']],
    ['county_approval', ['县级审批表', '同意识别', '周强', '脱贫不稳定户']],
    ['announcement', ['防止返贫监测对象认定结果公告', '张建国', '脱贫不稳定户', '人民政府']],
    ['authorisation', ['本户承诺所提供的家庭情况真实、完整。', '2026年8月3日至2027年8月2日', '张建国']],
    ['visit', ['李明', '长期服药', '务工收入', '20000.00', '19000.00元', '3800.00元', '住房']],
    ['clearing', ['监测满规定月数', '不满足', '须满 6 个月', '工资性收入', '20000.00']],
    ['measure_plan', ['介绍务工、劳务输出', '就业帮扶，开发式', '1500.00', '待落实']],
  ] as const)('%s carries what was recorded', async (form, expected) => {
    const file = await printed(form)
    expect(file.name).toMatch(/^\d\d .+ 张建国\.docx$/)
    const words = wordsOf(file.content)
    for (const one of expected) expect(words).toContain(one)
    expect(words).not.toMatch(/undefined|null|\{\{/)
  })

  test('of a meeting over several households only this one is in its file', async () => {
    expect(wordsOf((await printed('minutes')).content)).not.toContain('2. ')
    const whole = wordsOf(
      (await county.as('li', async (ctx) => meetingPaper(ctx, meetingId, (await meetingPage(ctx, meetingId)).minutes))).content,
    )
    expect(whole).toContain('2. 张建国（识别认定）')
  })

  test('numbers are masked, and full only with permission and a reason that is kept', async () => {
    const masked = wordsOf((await printed('application')).content)
    expect(masked).toContain('522399********0011'.slice(0, 14))
    expect(masked).not.toMatch(idNumber)
    expect(masked).not.toMatch(phone)
    await expect(printed('application', true, 'li')).rejects.toMatchObject({ code: 'papers.no_reason' })
    await expect(printed('application', true, 'chu', '督导')).rejects.toMatchObject({ code: 'papers.no_unmask' })
    const full = wordsOf((await printed('application', true, 'li', '归档')).content)
    expect(full).toMatch(idNumber)
    expect(full).toMatch(phone)
    const { rows } = await county.store.asOwner((client) =>
      client.query("SELECT officer_name, details FROM audit_entries WHERE action = 'household.unmasked' AND subject_kind = 'case'"),
    )
    expect(rows).toEqual([{ officer_name: '李明', details: { reason: '归档' } }])
  })

  test.each(['notice', 'announcement'] as const)(
    '%s never carries a number, a phone or a word about health, whoever asks',
    async (form) => {
      const words = wordsOf((await printed(form, true, 'li', '张贴')).content)
      expect(words).not.toMatch(/\d{15}|139\d{8}|因病|因残|患病/)
      const sheet = wordsOf((await county.as('li', (ctx) => noticePaper(ctx, noticeId))).content)
      expect(sheet).not.toMatch(/\d{15}|139\d{8}|因病/)
      expect(sheet).toContain('0859-1234567')
    },
  )

  test('a case of another area is not found', async () => {
    for (const work of [
      () => county.as('qian', (ctx) => papersOf(ctx, own)),
      () => county.as('qian', (ctx) => onePaper(ctx, own, 'application', { isFull: false })),
      () => county.as('qian', (ctx) => wholeFile(ctx, own, { isFull: false })),
      () => county.as('qian', (ctx) => noticePaper(ctx, noticeId)),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'store.not_found' })
  })
})

describe('one household, one file', () => {
  test('is a zip of every form there is, the attachments and a list of them', async () => {
    const photo = await picture('入户.jpg')
    await county.as('li', (ctx) =>
      attach(ctx, { caseId: own, about: 'case', aboutId: String(own), kind: 'photo', caption: '入户/合影', ...photo }),
    )
    const file = await county.as('wang', (ctx) => wholeFile(ctx, own, { isFull: false }))
    expect(file).toMatchObject({ name: '一户一档 52239900000001 张建国.zip', type: 'application/zip' })
    const entries = unzipSync(new Uint8Array(file.content as Buffer))
    const names = Object.keys(entries).sort()
    expect(names.filter((name) => name.endsWith('.docx'))).toHaveLength(10)
    expect(names.filter((name) => name.startsWith('附件/'))).toEqual([
      expect.stringMatching(/^附件\/\d+ 照片 /),
      expect.stringMatching(/^附件\/\d+ 照片 /),
      expect.stringMatching(/^附件\/\d+ 照片 /),
      expect.stringMatching(/^附件\/\d+ 照片 入户 合影\.jpg$/),
    ])
    const list = new TextDecoder().decode(entries['00 目录.txt'])
    for (const name of names.filter((one) => !one.startsWith('00'))) expect(list).toContain(name)
  })
})

describe('the national layout', () => {
  test.each([
    ['identified_on', '2026-08-05', '202608'],
    ['cleared_on', '2026-08-05', '202608'],
    ['born_on', '1975-03-02', '19750302'],
    ['name', '张建国', '张建国'],
    ['wage_income', '20000.00', '20000.00'],
  ])('%s of %s is %s', (field, value, expected) => {
    expect(nationalText(field, value)).toBe(expected)
  })

  test('a household that is helped again has no month of clearing left over from before', () => {
    const facts = {
      objectKind: '边缘易致贫户',
      risks: ['因学'],
      recognisedOn: '2026-08-10',
      clearedOn: '2025-01-01',
      clearingMode: 'natural',
      isCleared: false,
    }
    expect(overlayOf(facts)).toMatchObject({
      risk_factor_1: '因学',
      risk_factor_2: '',
      is_cleared: '否',
      cleared_on: '',
      clearing_mode: '',
    })
    expect(overlayOf({ ...facts, isCleared: true })).toMatchObject({
      is_cleared: '是',
      cleared_on: '2025-01-01',
      clearing_mode: '自然消除',
    })
  })

  test('has its header on the third row, only texts, and our own reader takes it for the register without a doubt', async () => {
    const asked = { isFull: true, reason: '录入全国系统', from: '2026-08-01', until: '2026-08-31' }
    const { content } = await county.as('wang', (ctx) => nationalCases(ctx, asked))
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-national-'))
    const [input, work] = [await mkdtemp(join(folder, 'in-')), await mkdtemp(join(folder, 'work-'))]
    await writeFile(join(input, '监测对象.xlsx'), content as Buffer)
    const engine = await openEngine({ folder, threads: 1, memory: '300MB' })
    try {
      const report = await readFolder(engine, { folder: input, workFolder: work, policy: shippedPolicy(), asOf: '2026-08-31' })
      expect(report.sheets.map(({ dataset, rowsIn, recognition }) => [dataset, rowsIn, recognition.headerRow])).toEqual([
        ['household_register', 5, 3],
      ])
      const rows = await engine.rows<Record<string, unknown>>(
        'SELECT name, id_number, relation_to_head, monitored_kind, identified_on::VARCHAR AS identified_on, risk_factor_1, risk_factor_2, is_cleared FROM rows_household_register ORDER BY r',
      )
      expect(rows[0]).toMatchObject({
        name: '张建国',
        id_number: expect.stringMatching(idNumber),
        relation_to_head: '户主',
        monitored_kind: '脱贫不稳定户',
        identified_on: '2026-08-01',
        risk_factor_1: '因病',
        risk_factor_2: '因学',
      })
    } finally {
      engine.close()
    }
  })

  test('is masked without the permission or wish, empty days say so, and the next county has none of it', async () => {
    const days = { from: '2026-08-01', until: '2026-08-31' }
    const { content } = await county.as('wang', (ctx) => nationalCases(ctx, { isFull: false, ...days }))
    const shared = new TextDecoder().decode(unzipSync(new Uint8Array(content as Buffer))['xl/sharedStrings.xml'] ?? new Uint8Array())
    expect(shared).toContain('监测对象类别')
    expect(shared).not.toMatch(idNumber)
    const nobody = { code: 'papers.nobody' }
    await expect(
      county.as('wang', (ctx) => nationalCases(ctx, { isFull: false, from: '2020-01-01', until: '2020-12-31' })),
    ).rejects.toMatchObject(nobody)
    await expect(county.as('qian', (ctx) => nationalCases(ctx, { isFull: false, ...days }))).rejects.toMatchObject(nobody)
    expect((await county.as('wang', (ctx) => caseById(ctx, other)))?.state).toBe('township_review')
  })
})
