/** What strangers do on the public pages: read, apply, follow, and see the own household after a check. */
import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { Problem } from '../../kernel/index.ts'
import { type Context, recordActs } from '../../store/index.ts'
import { told } from './answers.rules.ts'
import { channelPolicy, leafletsFor } from './channel-policy.ts'
import { type LimitName, limits } from './limits.rules.ts'
import { channelProblems } from './problems.ts'
import {
  applyAtCode,
  countUse,
  householdStandings,
  mayTry,
  membersNamed,
  type OpenCode,
  openCode,
  progressOf,
  receivedBefore,
  type SealedNumbers,
  sentBefore,
} from './public.queries.ts'
import type {
  applicationBody,
  checkAnswer,
  checkBody,
  codeAnswer,
  progressAnswer,
  progressBody,
  puzzleAnswer,
  sentAnswer,
  wordsAnswer,
} from './public.shapes.ts'
import { challengeText, isSolved, type PuzzleFor, puzzleBits, type Solved, slotOf } from './puzzle.rules.ts'
import { acceptBy } from './received.rules.ts'
import { bytesForFollowUp, followUpFrom, followUpKey, readFollowUp, spelledOut, tokenKey } from './tokens.rules.ts'
import { idKey, mostPhoto, mostWords, type ReadApplication, readApplication, readName } from './typed.rules.ts'

const mark = (ctx: Context) => (text: string) => ctx.vault.index(`puzzle ${text}`).toString('hex')

/** A puzzle that this server will know again without keeping it. */
export function puzzleFor(ctx: Context, purpose: PuzzleFor): z.infer<typeof puzzleAnswer> {
  const text = challengeText(slotOf(ctx.now), purpose)
  return { challenge: `${text}.${mark(ctx)(text)}`, bits: puzzleBits[purpose] }
}

function refuseUnsolved(ctx: Context, solved: Solved, purpose: PuzzleFor, subject: string): void {
  if (!isSolved(solved, purpose, subject, ctx.now, mark(ctx))) throw new Problem(channelProblems.puzzle, {})
}

/** Counts a try against a limit of its own kind; addresses and codes are kept only as keyed digests. */
async function within(ctx: Context, name: LimitName, whom: string): Promise<boolean> {
  const { seconds, most } = limits[name]
  return mayTry(ctx, `${name} ${ctx.vault.index(`${name} ${whom}`).toString('hex')}`, seconds, most)
}

/** What everybody may read, in the words of the policy; the place of a code decides which numbers hold. */
export function publicWords(ctx: Context, place: string): z.infer<typeof wordsAnswer> {
  const { application } = channelPolicy(ctx.policy)
  return {
    difficulties: Object.entries(application.difficulties).map(([code, label]) => ({ code, label })),
    relations: application.relations,
    mostWords,
    mostPhotoBytes: mostPhoto,
    leaflets: leafletsFor(ctx.policy, place, ctx.today),
  }
}

async function codeOrRefuse(ctx: Context, token: string): Promise<{ index: Buffer; code: OpenCode }> {
  const index = ctx.vault.index(tokenKey(token))
  const code = await openCode(ctx, index)
  if (code === undefined) throw new Problem(channelProblems.unknownCode, {})
  return { index, code }
}

/** Which village a code stands for; a household's code says no more than its village's. */
export async function openByCode(ctx: Context, token: string, isScan: boolean, address: string): Promise<z.infer<typeof codeAnswer>> {
  const { index, code } = await codeOrRefuse(ctx, token)
  if (isScan && (await within(ctx, 'openHere', address))) await countUse(ctx, index, 'scan', '')
  return { kind: code.kind, township: code.township, village: code.village }
}

export async function wordsByCode(ctx: Context, token: string): Promise<z.infer<typeof wordsAnswer>> {
  return publicWords(ctx, (await codeOrRefuse(ctx, token)).code.division_code)
}

export async function countReading(ctx: Context, token: string, leaflet: string, address: string): Promise<Record<string, never>> {
  const { index } = await codeOrRefuse(ctx, token)
  if (channelPolicy(ctx.policy).leaflets.has(leaflet) && (await within(ctx, 'openHere', address)))
    await countUse(ctx, index, 'read', leaflet)
  return {}
}

/** Keeps an application once, however often the phone sends it; what another person's application says is never told. */
export async function applyByCode(
  ctx: Context,
  body: z.infer<typeof applicationBody>,
  address: string,
): Promise<z.infer<typeof sentAnswer>> {
  refuseUnsolved(ctx, body, 'apply', body.key)
  const { application } = channelPolicy(ctx.policy)
  const result = readApplication(body, application, ctx.today)
  if ('mistakes' in result) throw new Problem(channelProblems.badApplication, { mistakes: result.mistakes })
  const { index: token, code } = await codeOrRefuse(ctx, body.token)
  const idIndex = ctx.vault.index(idKey(result.read.idNumber))
  const sent = await answerAgain(ctx, body.key, idIndex)
  if (sent !== undefined) return sent
  const already = await underWay(ctx, body.earlier, idIndex)
  if (already !== undefined) return already
  if (!(await within(ctx, 'applyHere', address))) throw new Problem(channelProblems.tooManyHere, {})
  if (!(await within(ctx, 'applyAtCode', code.division_code))) throw new Problem(channelProblems.tooManyVillage, {})
  const id = await keep(ctx, token, body.key, code, idIndex, result.read)
  if (id !== undefined)
    await recordActs(ctx, [
      {
        action: 'application.received',
        subjectKind: 'application',
        subjectId: id,
        divisionCode: code.division_code,
        details: { way: 'page' },
      },
    ])
  const kept = await answerAgain(ctx, body.key, idIndex)
  if (kept === undefined) throw new Problem(channelProblems.keyReused, {})
  return kept
}

/** Only who holds the earlier code learns that there is an application for this person. */
async function underWay(ctx: Context, earlier: readonly string[], idIndex: Buffer): Promise<z.infer<typeof sentAnswer> | undefined> {
  for (const code of earlier.flatMap((typed) => readFollowUp(typed) ?? [])) {
    const since = await receivedBefore(ctx, ctx.vault.index(followUpKey(code)), idIndex)
    if (since !== undefined) return { outcome: 'already', code: spelledOut(code), receivedOn: since, dueOn: null }
  }
  return undefined
}

async function answerAgain(ctx: Context, key: string, idIndex: Buffer): Promise<z.infer<typeof sentAnswer> | undefined> {
  const sent = await sentBefore(ctx, key, idIndex)
  if (sent === undefined) return undefined
  return { outcome: 'received', code: spelledOut(ctx.vault.open(sent.follow_up)), receivedOn: sent.received_on, dueOn: sent.due_on }
}

function keep(ctx: Context, token: Buffer, key: string, { division_code }: OpenCode, idIndex: Buffer, one: ReadApplication) {
  const followUp = followUpFrom(randomBytes(bytesForFollowUp))
  return applyAtCode(ctx, {
    token,
    key,
    dueOn: acceptBy(ctx.policy, division_code, ctx.today),
    asksFor: one.proxy === undefined ? 'own' : 'proxy',
    name: one.name,
    idSealed: ctx.vault.seal(one.idNumber),
    idIndex,
    phoneSealed: ctx.vault.seal(one.phone),
    askerName: one.proxy?.name ?? '',
    askerRelation: one.proxy?.relation ?? '',
    difficulty: one.difficulty,
    words: one.words,
    photoSealed: one.photo === undefined ? null : ctx.vault.seal(one.photo),
    followUpIndex: ctx.vault.index(followUpKey(followUp)),
    followUpSealed: ctx.vault.seal(followUp),
  })
}

/** Where an application stands, for whoever holds its follow-up code. A wrong code is an answer, so that the try stays counted. */
export async function followByCode(
  ctx: Context,
  body: z.infer<typeof progressBody>,
  address: string,
): Promise<z.infer<typeof progressAnswer>> {
  refuseUnsolved(ctx, body, 'look', body.code)
  if (!(await within(ctx, 'lookHere', address))) throw new Problem(channelProblems.tooManyHere, {})
  const code = readFollowUp(body.code)
  const found = code === undefined ? undefined : await progressOf(ctx, ctx.vault.index(followUpKey(code)))
  if (found === undefined) return { found: false, progress: null }
  return { found: true, progress: told(found, channelPolicy(ctx.policy).application) }
}

/** The own household after a check of name and last four signs; a wrong guess is an answer, so that the try stays counted. */
export async function checkHousehold(ctx: Context, body: z.infer<typeof checkBody>, address: string): Promise<z.infer<typeof checkAnswer>> {
  refuseUnsolved(ctx, body, 'look', `${body.token}${body.name}${body.lastFour}`)
  const { index, code } = await codeOrRefuse(ctx, body.token)
  if (!(await within(ctx, 'lookHere', address))) throw new Problem(channelProblems.tooManyHere, {})
  const isOpen = (await within(ctx, 'checkDay', body.token)) && (await within(ctx, 'checkMonth', body.token))
  if (!isOpen) throw new Problem(channelProblems.tooManyChecks, {})
  const name = readName(body.name)
  const lastFour = body.lastFour.trim().toUpperCase()
  const members = name === undefined || code.kind !== 'household' ? [] : await membersNamed(ctx, index, name)
  const isSame = /^\d{3}[\dX]$/.test(lastFour) && members.some((member) => endsIn(ctx, member, lastFour))
  const line = { subjectKind: 'one_code', subjectId: code.id, divisionCode: code.division_code, details: { isSame } }
  await recordActs(ctx, [{ action: 'code.checked', ...line }])
  if (!isSame) return { isSame, items: [] }
  const { application } = channelPolicy(ctx.policy)
  return { isSame, items: (await householdStandings(ctx, index)).map((standing) => told(standing, application)) }
}

/** Of a disability card the identity number in it counts too. */
function endsIn(ctx: Context, { id_number, phone, other_phone }: SealedNumbers, lastFour: string): boolean {
  const id = id_number === null ? '' : ctx.vault.open(id_number)
  const phones = [phone, other_phone].map((sealed) => (sealed === null ? '' : ctx.vault.open(sealed)))
  return [id, idKey(id), ...phones].some((number) => number.length >= 8 && number.endsWith(lastFour))
}
