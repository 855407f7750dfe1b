/** A visit to a household of the invented county, sent as a phone sends it: the form, a photo and a signature. */
import { createHash } from 'node:crypto'
import type { Seat } from './seat.ts'

interface Household {
  members: { id: number; isHead: boolean }[]
}

export interface DemoVisit {
  householdId: number
  on: string
  conclusion: 'at_risk' | 'no_risk'
  risks: readonly string[]
  /** Yuan in the accounting year. */
  wages: number
  note: string
}

/** A white dot: nobody's house. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')
/** Bytes after the end of a picture do not change it, but make it another file. */
export const picture = (words: string): Buffer => Buffer.concat([dot, Buffer.from(words)])
const digest = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** The form first, then its pictures. */
export async function sendVisit(seat: Seat, { householdId, on, conclusion, risks, wages, note }: DemoVisit): Promise<void> {
  const { members } = await seat.get<Household>(`/register/households/${householdId}`)
  const head = members.find(({ isHead }) => isHead)?.id ?? null
  const key = (what: string) => digest(`${what} ${householdId}`).slice(0, 32)
  const pictures = (['photo', 'signature'] as const).map((kind) => ({
    kind,
    content: picture(`${kind} ${householdId}`),
    clientKey: key(kind),
  }))
  const [startedAt, finishedAt] = [`${on}T09:00:00+08:00`, `${on}T09:40:00+08:00`]
  await seat.post('/visits/forms', {
    clientKey: key('form'),
    householdId,
    taskIds: [],
    purposes: ['verification'],
    visitedOn: on,
    startedAt,
    finishedAt,
    place: null,
    outcome: 'met',
    metWith: head,
    guarantees: ['housing_is_unsafe', 'has_dropout', 'has_uninsured', 'water_is_unsafe'].map((field) => ({ field, isProblem: false })),
    income: {
      period: on.slice(0, 4),
      version: 0,
      size: members.length,
      lines: [
        { item: 'a1', amount: `${wages}.00`, evidence: '银行流水或惠农卡明细' },
        { item: 'b1', amount: '6200.00', evidence: '现场查看' },
        { item: 'e1', amount: '2100.00', evidence: '农户自述' },
      ],
    },
    authorisation:
      head === null
        ? null
        : {
            clientKey: key('authorisation'),
            signers: [head],
            scope: ['property', 'vehicles', 'companies', 'relief'],
            untilOn: `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`,
          },
    conclusions: { verification: conclusion },
    risks: [...risks],
    note,
    attachments: pictures.map(({ kind, content, clientKey }) => ({
      clientKey,
      kind,
      sha256: digest(content),
      takenAt: finishedAt,
      place: null,
    })),
  })
  for (const { kind, content, clientKey } of pictures)
    await seat.send('/visits/attachments', `${kind}.png`, content, { formKey: key('form'), clientKey })
}
