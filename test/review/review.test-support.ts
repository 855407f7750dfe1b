/** For tests: cases brought to where the review begins, a meeting filled in, pictures. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { act, caseById } from '../../src/cases/core.ts'
import { addMeetingPage, openMeeting, saveMeeting, sealMeeting } from '../../src/cases/review/meeting.actions.ts'
import { meetingPage } from '../../src/cases/review/meeting-reading.actions.ts'
import { makeNotice, postNotice } from '../../src/cases/review/notice.actions.ts'
import type { NoticeKind } from '../../src/cases/review/review-policy.ts'
import { begun, type CaseCounty, moved } from '../cases/cases.test-support.ts'

export const villageOne = '522399001001'

/** The first copy of the test register's household in Li's village, and each further one. */
export const inVillageOne = (county: CaseCounty, copy: number): number => county.households[3 * copy] ?? 0

/** A case that waits for the village meeting. */
export async function awaitingMeeting(county: CaseCounty, copy: number, risks?: readonly string[]): Promise<number> {
  const id = await begun(county, inVillageOne(county, copy), risks)
  await moved(county, 'wang', id, 'dispatch')
  await moved(county, 'li', id, 'report', { risk_factors: [...(risks ?? ['因病'])] })
  return id
}

/** The household takes its matter back; everything the parts do about it is done. */
export const takenBack = (county: CaseCounty, id: number) =>
  county.as('li', async (ctx) => {
    const row = await caseById(ctx, id)
    return act(ctx, id, 'withdraw', { version: row?.version ?? 0, record: { reason: '农户不再申请' } })
  })

let pictures = 0
/** Bytes that pass for a picture, different each time. */
export async function picture(name = '照片.jpg'): Promise<{ path: string; name: string }> {
  pictures += 1
  const path = join(await mkdtemp(join(tmpdir(), 'xianjie-picture-')), 'picture')
  await writeFile(path, `picture ${pictures}`)
  return { path, name }
}

const names = ['陈立', '黄兴', '周礼', '罗素芬', '韦正', '吴秀', '岑国', '王珍', '杨帆']
/** Nine representatives of whom `present` came, and the first secretary. */
export const roster = (present: number) => [
  ...names.map((name, at) => ({ name, kind: 'representative', isPresent: at < present })),
  { name: '高远', kind: 'first_secretary', isPresent: true },
]

export interface Filled {
  agree: number
  disagree: number
  abstain: number
}

let keys = 0
export function freshKey(): string {
  keys += 1
  return `browser-key-${keys}`
}

/** A meeting over all that waits in the village, with these votes by case; everybody else gets all votes. */
export async function filledMeeting(
  county: CaseCounty,
  votes: Readonly<Record<number, Filled>> = {},
  { present = 8, signed = true, who = 'li' as PersonaName, heldOn = undefined as string | undefined } = {},
): Promise<{ id: number; version: number }> {
  const key = freshKey()
  const { id } = await county.as(who, (ctx) => openMeeting(ctx, { divisionCode: villageOne, clientKey: key }))
  const page = await county.as(who, (ctx) => meetingPage(ctx, id))
  const voters = present + 1
  const saved = await county.as(who, (ctx) =>
    saveMeeting(ctx, id, {
      savedKey: key,
      version: page.version,
      heldOn: heldOn ?? page.heldOn,
      place: '白果村村委会',
      chair: '李明',
      recorder: '黄兴',
      representativesTotal: 9,
      attendance: roster(present),
      discussion: '各户情况属实。',
      votes: page.households.map(({ caseId }) => ({
        caseId,
        note: '',
        ...(votes[caseId] ?? { agree: voters, disagree: 0, abstain: 0 }),
      })),
    }),
  )
  const scan = await picture('签字页.jpg')
  if (signed) await county.as(who, (ctx) => addMeetingPage(ctx, id, 'scan', scan, null))
  return saved
}

/** Judged, agreed and on notice. */
export async function agreed(county: CaseCounty): Promise<number> {
  const meeting = await filledMeeting(county)
  await county.as('li', (ctx) => sealMeeting(ctx, meeting.id, meeting.version))
  return meeting.id
}

/** A sheet for these cases that hangs since today. */
export async function postedNotice(county: CaseCounty, caseIds: readonly number[], kind: NoticeKind = 'recognition'): Promise<number> {
  const { id } = await county.as('li', (ctx) =>
    makeNotice(ctx, { divisionCode: villageOne, kind, caseIds, objectionOffice: '青山镇人民政府', objectionPhone: '0859-1234567' }),
  )
  const photo = await picture()
  await county.as('li', (ctx) => postNotice(ctx, id, { version: 1, postedOn: ctx.today, place: '村委会公示栏' }, photo))
  return id
}
