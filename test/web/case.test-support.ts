/** What happens away from the browser in the story of one case: a phone's visit, and the way to the village meeting. */
import type { FormBody } from '../../src/cases/visits/visits.schema.ts'
import type { MovingCounty } from '../cases/moving-county.test-support.ts'
import { formFor, key, photo, promise, type Visit } from '../visits/visits.test-support.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers differ by route
type Json = any

export interface Begun {
  id: number
  householdId: number
  headName: string
}

/** The village officer's phone sends the form of a household on its list, with its photo and signature. */
export async function visitBy(county: MovingCounty, householdId: number, n: number, more: Partial<FormBody> = {}): Promise<void> {
  const li = county.worker('li')
  const taken = await li.ask('GET', '/visits/package')
  const visit = taken.visits.find((one: Visit) => one.householdId === householdId) as Visit
  const form = formFor(visit, n, {
    visitedOn: taken.day,
    startedAt: `${taken.day}T09:00:00+08:00`,
    finishedAt: `${taken.day}T09:40:00+08:00`,
    attachments: [promise(n, 'photo'), promise(n + 0x1000, 'signature')].map((one) => ({ ...one, takenAt: `${taken.day}T09:20:00+08:00` })),
    ...more,
  })
  await li.ask('POST', '/visits/forms', form)
  for (const [at, { clientKey }] of form.attachments.entries())
    await li.send('/visits/attachments', photo(n + at * 0x1000), { formKey: form.clientKey, clientKey })
}

/** A household of the village with labour that no rule finds, so that its risk is gone when the visit says so. */
async function quietHousehold(county: MovingCounty): Promise<{ id: number; headName: string }> {
  const { items: leads } = await county.worker('zhao').ask('GET', '/leads?limit=200')
  const { items: busy } = await county.worker('li').ask('GET', '/cases?limit=200')
  const taken = new Set([...leads, ...busy].map(({ householdId }: Json) => householdId))
  const { items } = await county.worker('li').ask('GET', '/register/households?limit=200')
  for (const one of items.filter(({ id, isMonitored }: Json) => !taken.has(id) && !isMonitored)) {
    const { members } = await county.worker('li').ask('GET', `/register/households/${one.id}`)
    if (members.some(({ values }: Json) => values.labour_ability === '普通劳动力')) return one
  }
  throw new Error('every household of the village has leads, a case or no labour')
}

/** Begun by the township, verified, and waiting for the meeting. */
export async function awaitingMeeting(county: MovingCounty): Promise<Begun> {
  const [wang, li] = [county.worker('wang'), county.worker('li')]
  const { id: householdId, headName } = await quietHousehold(county)
  const { officer } = await li.ask('GET', '/session')
  const begun = await wang.ask('POST', '/cases', { householdId, risks: ['因病'], note: '入户时发现', visitorId: officer.id })
  const id = begun.items[0].caseId
  const { form } = await li.ask('GET', '/visits/package')
  const { members } = await li.ask('GET', `/register/households/${householdId}`)
  const authorisation = {
    clientKey: key(0x900001),
    signers: members.filter(({ isHead }: Json) => isHead).map((one: Json) => one.id),
    scope: form.authorisation.scope.map(({ code }: Json) => code),
    untilOn: form.authorisation.untilOn,
  }
  await visitBy(county, householdId, 0x100001, { risks: ['因病'], authorisation })
  const { version } = await li.ask('GET', `/cases/${id}`)
  await li.ask('POST', `/cases/${id}/acts/report`, { version, record: {} })
  return { id, householdId, headName }
}
