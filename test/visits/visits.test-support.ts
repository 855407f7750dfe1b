/** For tests of visits: the county of the cases, routes called as the server calls them, and a form as a phone would send it. */
import { createHash } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonaName } from '../../src/access/personas.test-support.ts'
import { visitRoutes } from '../../src/cases/visits/visits.routes.ts'
import type { FormBody, PackageAnswer } from '../../src/cases/visits/visits.schema.ts'
import type { CaseCounty } from '../cases/cases.test-support.ts'
import { asker } from '../database/database.test-support.ts'

export type Visit = PackageAnswer['visits'][number]

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route; the schema has just checked them
type Answered = any

/** Calls a route of visits as the server does: permission first, then the schemas on both sides. */
export async function call(
  county: CaseCounty,
  who: PersonaName,
  method: string,
  path: string,
  body?: unknown,
  file?: Buffer,
): Promise<Answered> {
  const { officer } = county.people[who]
  const [bare = '', search = ''] = path.split('?')
  for (const route of visitRoutes) {
    const params = route.method === method ? match(route.path, bare) : undefined
    if (params === undefined) continue
    if (!officer.permissions.has(route.needs)) throw new Error(`403 ${route.needs}`)
    const input = {
      params: route.params?.parse(params),
      query: route.query?.parse(Object.fromEntries(new URLSearchParams(search))),
      body: route.body?.parse(body),
      uploads: file === undefined ? [] : [await uploadOf(file)],
      address: '',
      userAgent: '',
      token: undefined,
    }
    const answer = await county.store.transaction(asker(officer), (ctx) => route.handle(ctx, input))
    if (answer !== null && typeof answer === 'object' && 'kind' in answer && answer.kind === 'file') return answer
    return route.answer?.parse(answer)
  }
  throw new Error(`no route ${method} ${path}`)
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = given[at] ?? ''
    else if (part !== given[at]) return undefined
  }
  return params
}

async function uploadOf(content: Buffer) {
  const path = join(await mkdtemp(join(tmpdir(), 'xianjie-photo-')), '0')
  await writeFile(path, content)
  return { name: 'a.jpg', path, size: content.length, sha256: sha256(content) }
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** The smallest thing that begins as a JPEG does; `n` tells photos apart. */
export const photo = (n: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`photo ${n}`)])

/** 32 hexadecimal digits, the same for the same number. */
export const key = (n: number): string => n.toString(16).padStart(32, '0')

/** A form for a household that was met, confirmed as registered, with one photo and a signature; `more` says what else was found. */
export function formFor(
  visit: Pick<Visit, 'householdId' | 'tasks' | 'income' | 'members'>,
  n: number,
  more: Partial<FormBody> = {},
): FormBody {
  const purposes = [...new Set(visit.tasks.map(({ purpose }) => purpose))]
  const agreed = {
    verification: 'at_risk',
    follow_up: 'unchanged',
    clearing_check: 'risk_gone',
    campaign_check: 'no_risk',
    routine: 'no_risk',
  }
  const all = purposes.length > 0 ? purposes : (['routine'] as const)
  const [head] = visit.members
  return {
    clientKey: key(n),
    corrects: null,
    householdId: visit.householdId,
    taskIds: visit.tasks.map(({ id }) => id),
    purposes: [...all],
    visitorId: null,
    visitedOn: '2026-08-03',
    startedAt: '2026-08-03T09:00:00+08:00',
    finishedAt: '2026-08-03T09:40:00+08:00',
    place: { latitude: 25.08871, longitude: 104.89563, accuracy: 12 },
    outcome: 'met',
    outcomeReason: '',
    metWith: head?.personId ?? null,
    changes: [],
    events: [],
    guarantees: ['housing_is_unsafe', 'has_dropout', 'has_uninsured', 'water_is_unsafe'].map((field) => ({
      field,
      isProblem: false,
      note: '',
    })),
    income: { ...withoutSource(visit.income), lines: visit.income.lines.map((line) => ({ ...line, note: '' })) },
    answers: [],
    authorisation: null,
    conclusions: Object.fromEntries(all.map((purpose) => [purpose, agreed[purpose]])),
    risks: [],
    note: '',
    attachments: [promise(n, 'photo'), promise(n + 0x1000, 'signature')],
    unsignedReason: '',
    typedValues: 0,
    ...more,
  }
}

const withoutSource = ({ period, version, size }: Visit['income']) => ({ period, version, size })

/** What a form promises about the photo of that number. */
export function promise(n: number, kind: 'photo' | 'signature'): FormBody['attachments'][number] {
  return { clientKey: key(n + 0x10000), kind, sha256: sha256(photo(n)), takenAt: '2026-08-03T09:10:00+08:00', place: null, caption: '' }
}
