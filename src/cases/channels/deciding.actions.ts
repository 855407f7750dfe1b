/** What an officer does with a request: type it in, accept it into a case, refuse it, tell the result. */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { type PlainDay, Problem, plainDay } from '../../kernel/index.ts'
import { type Context, recordActs, storeProblems } from '../../store/index.ts'
import { caseById, openCase } from '../core.ts'
import { answerOf } from './answers.rules.ts'
import { channelPolicy } from './channel-policy.ts'
import { mayHandOut, stateLabels } from './inbox.actions.ts'
import { insertApplication, lockedApplication, type NewApplication, writeDecision, writeTold } from './inbox.queries.ts'
import type { acceptBody, accepted, consultationBody, entered, paperBody, refuseBody, toldBody } from './inbox.shapes.ts'
import { channelProblems } from './problems.ts'
import { acceptBy } from './received.rules.ts'
import { bytesForFollowUp, followUpFrom, followUpKey, spelledOut } from './tokens.rules.ts'
import { idKey, type Mistake, readApplication, readId, readName, readPhone, wordsMistake } from './typed.rules.ts'

type Entered = z.infer<typeof entered>

/** A paper that somebody brought; the village officer types in what is on it. */
export async function enterPaper(ctx: Context, body: z.infer<typeof paperBody>): Promise<Entered> {
  const own = ctx.officer.area
  const place = body.divisionCode ?? (own.length === 12 ? own : undefined)
  if (place === undefined) throw new Problem(channelProblems.villageNeeded, {})
  const result = readApplication(body, channelPolicy(ctx.policy).application, ctx.today, true)
  if ('mistakes' in result) throw new Problem(channelProblems.badApplication, { mistakes: result.mistakes })
  const { read } = result
  return enter(ctx, {
    place,
    receivedOn: body.receivedOn,
    idNumber: read.idNumber,
    phone: read.phone,
    askerPhone: undefined,
    photo: read.photo,
    channel: 'self_application',
    way: 'paper',
    asks_for: read.proxy === undefined ? 'own' : 'proxy',
    name: read.name,
    asker_name: read.proxy?.name ?? '',
    asker_relation: read.proxy?.relation ?? '',
    difficulty: read.difficulty,
    words: read.words,
  })
}

/** A call, a letter, a visit or a report in a few fields; numbers are checked where they were given. */
export async function enterConsultation(ctx: Context, body: z.infer<typeof consultationBody>): Promise<Entered> {
  const { application } = channelPolicy(ctx.policy)
  const name = readName(body.name)
  const asker = body.askerName === '' ? '' : readName(body.askerName)
  const id = body.idNumber === '' ? undefined : readId(body.idNumber, ctx.today)
  const [phone, askerPhone] = [body.phone, body.askerPhone].map((text) => (text === '' ? '' : readPhone(text)))
  const wrong = (isWrong: boolean, field: string, message: string): Mistake[] => (isWrong ? [{ field, message }] : [])
  const words = wordsMistake(body.words)
  const mistakes = [
    ...wrong(name === undefined, 'name', '涉及人的姓名应为 2 至 30 个汉字'),
    ...wrong(asker === undefined, 'askerName', '来电（来信）人的姓名应为 2 至 30 个汉字'),
    ...(id !== undefined && 'message' in id ? [{ field: 'idNumber', message: id.message }] : []),
    ...wrong(phone === undefined, 'phone', '涉及人的电话应为 11 位手机号，或带区号的座机'),
    ...wrong(askerPhone === undefined, 'askerPhone', '来电（来信）人的电话应为 11 位手机号，或带区号的座机'),
    ...wrong(!Object.hasOwn(application.difficulties, body.difficulty), 'difficulty', '请选择困难类型'),
    ...(words === undefined ? [] : [{ field: 'words', message: words }]),
  ]
  if (mistakes.length > 0) throw new Problem(channelProblems.badApplication, { mistakes })
  return enter(ctx, {
    place: body.divisionCode,
    receivedOn: body.receivedOn,
    idNumber: id !== undefined && 'number' in id ? id.number : undefined,
    phone: phone || undefined,
    askerPhone: askerPhone || undefined,
    photo: undefined,
    channel: body.channel,
    way: body.way,
    // Whoever gives another name asks about somebody else, and is told no more than that it was dealt with.
    asks_for: asker === '' && body.channel === 'consultation_line' ? 'own' : 'other',
    name: name ?? '',
    asker_name: asker ?? '',
    asker_relation: '',
    difficulty: body.difficulty,
    words: body.words,
  })
}

interface ToEnter
  extends Pick<NewApplication, 'channel' | 'way' | 'asks_for' | 'name' | 'asker_name' | 'asker_relation' | 'difficulty' | 'words'> {
  place: string
  receivedOn: string | undefined
  idNumber: string | undefined
  phone: string | undefined
  askerPhone: string | undefined
  photo: string | undefined
}

async function enter(ctx: Context, { place, receivedOn, idNumber, phone, askerPhone, photo, ...rest }: ToEnter): Promise<Entered> {
  if (!place.startsWith(ctx.officer.area)) throw new Problem(storeProblems.outsideArea, {})
  const received: PlainDay = receivedOn === undefined ? ctx.today : plainDay(receivedOn)
  if (received > ctx.today) throw new Problem(channelProblems.receivedLater, { day: received })
  const followUp = followUpFrom(randomBytes(bytesForFollowUp))
  const dueOn = acceptBy(ctx.policy, place, received)
  const sealed = (text: string | undefined) => (text === undefined ? null : ctx.vault.seal(text))
  const made: NewApplication = {
    ...rest,
    division_code: place,
    id_sealed: sealed(idNumber),
    id_index: idNumber === undefined ? null : ctx.vault.index(idKey(idNumber)),
    phone_sealed: sealed(phone),
    asker_phone_sealed: sealed(askerPhone),
    received_on: received,
    due_on: dueOn,
    follow_up_index: ctx.vault.index(followUpKey(followUp)),
    follow_up_sealed: ctx.vault.seal(followUp),
    client_key: randomBytes(16).toString('hex'),
  }
  const id = await insertApplication(ctx, made, sealed(photo))
  const { channel, way } = rest
  await recordActs(ctx, [
    { action: 'application.received', subjectKind: 'application', subjectId: id, divisionCode: place, details: { channel, way } },
  ])
  return { id, followUp: spelledOut(followUp), dueOn }
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockedApplication>>>

async function locked(ctx: Context, id: number, version: number): Promise<Locked> {
  const row = await lockedApplication(ctx, id)
  if (row === undefined) throw new Problem(storeProblems.notFound, { what: '这一件申请' })
  if (row.version !== version) throw new Problem(storeProblems.stale, { changed: [] })
  return row
}

async function waiting(ctx: Context, id: number, version: number): Promise<Locked> {
  const row = await lockedApplication(ctx, id)
  if (row !== undefined && row.state !== 'waiting') {
    const state = stateLabels[row.state as 'accepted' | 'refused']
    throw new Problem(channelProblems.alreadyDecided, { state, by: row.decided_by ?? '', on: row.decided_on ?? '' })
  }
  return locked(ctx, id, version)
}

const sourceKinds: Readonly<Record<string, string>> = {
  self_application: 'application',
  consultation_line: 'consultation',
  social_tip: 'tip',
}

/** Accepts a request, and others about the same household with it: all of them meet in one case. */
export async function acceptApplication(
  ctx: Context,
  id: number,
  { version, householdId, also, note }: z.infer<typeof acceptBody>,
): Promise<z.infer<typeof accepted>> {
  const asked = [{ id, version }, ...also]
  if (new Set(asked.map((one) => one.id)).size < asked.length) throw new Problem(channelProblems.notTheSame, {})
  let last = { caseId: 0, isNew: false }
  let isNew = false
  // In the order of their numbers, so that two officers who take the same ones wait for each other instead of both failing.
  for (const one of asked.sort((a, b) => a.id - b.id)) {
    const row = await waiting(ctx, one.id, one.version)
    last = await openCase(ctx, {
      householdId,
      channel: row.channel as 'self_application',
      source: { kind: sourceKinds[row.channel] ?? row.channel, id: String(row.id) },
      risks: [row.difficulty],
      note,
    })
    isNew ||= last.isNew
    await takeIn(ctx, row, last.caseId, householdId, note)
  }
  return { caseId: last.caseId, isNew, accepted: asked.length }
}

async function takeIn(ctx: Context, row: Locked, caseId: number, householdId: number, note: string): Promise<void> {
  const theCase = await caseById(ctx, caseId)
  if (theCase === undefined) throw new Problem(storeProblems.notFound, { what: '这件帮扶事项' })
  // A household that is already helped has its answer the day it asks again.
  const answer = answerOf(theCase.state)
  await writeDecision(ctx, row.id, {
    state: 'accepted',
    case_id: caseId,
    household_id: householdId,
    division_code: theCase.division_code,
    note,
    ...(answer === undefined ? {} : { answer, answered_on: ctx.today }),
  })
  const { division_code: divisionCode } = theCase
  await recordActs(ctx, [
    { action: 'application.accepted', subjectKind: 'application', subjectId: row.id, divisionCode, details: { caseId, householdId } },
  ])
}

/** Refuses with a reason of the policy, whose sentence goes back; the note stays inside and on the paper. */
export async function refuseApplication(
  ctx: Context,
  id: number,
  { version, refusal, note }: z.infer<typeof refuseBody>,
): Promise<Record<string, never>> {
  const row = await waiting(ctx, id, version)
  if (!Object.hasOwn(channelPolicy(ctx.policy).application.refusals, refusal))
    throw new Problem(channelProblems.badApplication, { mistakes: [{ field: 'refusal', message: '请选择不予受理的理由' }] })
  await writeDecision(ctx, id, { state: 'refused', refusal, note })
  await recordActs(ctx, [
    { action: 'application.refused', subjectKind: 'application', subjectId: id, divisionCode: row.division_code, details: { refusal } },
  ])
  return {}
}

/** Notes that whoever asked was told the result. */
export async function tellResult(ctx: Context, id: number, { version, how }: z.infer<typeof toldBody>): Promise<Record<string, never>> {
  if (!mayHandOut(ctx)) throw new Problem(channelProblems.notTeller, {})
  const row = await locked(ctx, id, version)
  if (row.state === 'waiting' || (row.state === 'accepted' && row.answer === null)) throw new Problem(channelProblems.nothingToTell, {})
  await writeTold(ctx, id, how)
  await recordActs(ctx, [
    { action: 'application.told', subjectKind: 'application', subjectId: id, divisionCode: row.division_code, details: { how } },
  ])
  return {}
}
