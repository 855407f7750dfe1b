/** What officers do all day, as the pages of the web ask for it: each thing is one page opened or one form sent. */
import type { Desk } from './server-desk.ts'

/** Gives a number from 0 up to 1. */
export type Chance = () => number

/** The same day again for the same seed. */
export function chances(seed: number): Chance {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export type Level = 'village' | 'township' | 'county'

interface HouseholdLine {
  id: number
  householdNumber: string
  headName: string
  version: number
}

/** One officer at work; what was seen last is what is worked on next. */
export interface Worker {
  desk: Desk
  level: Level
  chance: Chance
  /** As the session says. */
  permissions: ReadonlySet<string>
  households: HouseholdLine[]
  leads: { id: number; version: number }[]
}

type Ask = <T>(worker: Worker, method: string, path: string, body?: object) => Promise<T | undefined>
type Deed = (worker: Worker, ask: Ask) => Promise<void>

interface Items<T> {
  items: T[]
  next: string | null
}

function oneOf<T>(all: readonly T[], chance: Chance): T | undefined {
  return all[Math.floor(chance() * all.length)]
}

const home: Deed = async (worker, ask) => {
  const mine = 'limit=8&state=open,handled'
  await Promise.all([
    ask(worker, 'GET', `/leads/households?${mine}&assignedTo=me`),
    ask(worker, 'GET', `/leads/households?${mine}`),
    ask(worker, 'GET', '/leads/summary?by=urgency&state=open,handled'),
    ask(worker, 'GET', '/quality/summary?by=severity&state=open'),
    ask(worker, 'GET', '/register/summary'),
    ask(worker, 'GET', '/jobs?limit=6'),
    ...(!worker.permissions.has('file.read') ? [] : [ask(worker, 'GET', '/hand-in-calendar')]),
  ])
}

const registerList: Deed = async (worker, ask) => {
  const only = worker.chance() < 0.4 ? '&monitored=true' : ''
  const page = await ask<Items<HouseholdLine>>(worker, 'GET', `/register/households?limit=50${only}`)
  if (page === undefined) return
  worker.households = page.items
  if (page.next !== null && worker.chance() < 0.5)
    worker.households =
      (await ask<Items<HouseholdLine>>(worker, 'GET', `/register/households?limit=50${only}&after=${encodeURIComponent(page.next)}`))
        ?.items ?? page.items
}

/** A whole name, a surname with one more character, initials, the beginning of a number, and what nobody is called. */
const search: Deed = async (worker, ask) => {
  const known = oneOf(worker.households, worker.chance)
  const name = known?.headName ?? '王秀英'
  const typed = [name, name.slice(0, 2), name.slice(1), 'wxy', 'zhangjian', known?.householdNumber.slice(0, 12) ?? '5223991', '欧阳某某']
  const found = await ask<Items<HouseholdLine>>(
    worker,
    'GET',
    `/register/households?limit=50&q=${encodeURIComponent(oneOf(typed, worker.chance) ?? name)}`,
  )
  if (found !== undefined && found.items.length > 0) worker.households = found.items
}

interface HouseholdFile extends HouseholdLine {
  members: { id: number; isHead: boolean; name: string }[]
}

async function openHousehold(worker: Worker, ask: Ask): Promise<HouseholdFile | undefined> {
  if (worker.households.length === 0) await registerList(worker, ask)
  const line = oneOf(worker.households, worker.chance)
  if (line === undefined) return undefined
  const number = encodeURIComponent(line.householdNumber)
  const [file] = await Promise.all([
    ask<HouseholdFile>(worker, 'GET', `/register/households/${line.id}`),
    ask(worker, 'GET', `/leads?household=${number}&state=open,handled,closed&limit=50`),
    ask(worker, 'GET', `/quality/findings?household=${number}&limit=50`),
    ask(worker, 'GET', `/register/households/${line.id}/history`),
  ])
  return file
}

const household: Deed = async (worker, ask) => {
  const file = await openHousehold(worker, ask)
  if (file !== undefined && worker.chance() < 0.2) await ask(worker, 'GET', `/register/households/${file.id}?asOf=2026-10-15`)
}

const leadLists: Deed = async (worker, ask) => {
  await ask(worker, 'GET', '/leads/households?limit=50&state=open,handled')
  const page = await ask<Items<{ id: number; version: number }>>(
    worker,
    'GET',
    `/leads?limit=50&state=open,handled&sort=${oneOf(['rank', 'newest', 'household'], worker.chance)}`,
  )
  if (page !== undefined) worker.leads = page.items
}

interface LeadCard {
  id: number
  version: number
  state: string
  assignedTo: object | null
  isExempt: boolean
}

async function openLead(worker: Worker, ask: Ask): Promise<LeadCard | undefined> {
  if (worker.leads.length === 0) await leadLists(worker, ask)
  const lead = oneOf(worker.leads, worker.chance)
  return lead && ask<LeadCard>(worker, 'GET', `/leads/${lead.id}`)
}

const leadCard: Deed = async (worker, ask) => void (await openLead(worker, ask))

const overview: Deed = async (worker, ask) => {
  const by = worker.level === 'county' ? 'township' : 'village'
  await Promise.all([
    ask(worker, 'GET', `/leads/summary?by=${by}`),
    ask(worker, 'GET', '/leads/summary?by=risk'),
    ask(worker, 'GET', '/leads/summary?by=rule'),
  ])
}

const quality: Deed = async (worker, ask) => {
  await Promise.all([
    ask(worker, 'GET', '/quality/findings?limit=50&state=open'),
    ask(worker, 'GET', `/quality/summary?by=${worker.level === 'county' ? 'township' : 'village'}`),
    ask(worker, 'GET', '/quality/summary?by=rule'),
    ask(worker, 'GET', '/quality/trend'),
  ])
}

const files: Deed = async (worker, ask) => {
  await Promise.all([ask(worker, 'GET', '/hand-in-calendar'), ask(worker, 'GET', '/files?limit=50')])
}

const handled = '入户核实：情况与名单一致'

const noteLead: Deed = async (worker, ask) => {
  const lead = await openLead(worker, ask)
  if (lead !== undefined) await ask(worker, 'POST', `/leads/${lead.id}/note`, { version: lead.version, text: handled })
}

const closeLead: Deed = async (worker, ask) => {
  const lead = await openLead(worker, ask)
  if (lead === undefined) return
  if (lead.state === 'closed') await ask(worker, 'POST', `/leads/${lead.id}/reopen`, { version: lead.version, reason: '重新核实' })
  else
    await ask(worker, 'POST', `/leads/${lead.id}/close`, {
      version: lead.version,
      outcome: worker.chance() < 0.5 ? 'true' : 'not_true',
      reason: handled,
    })
}

const exempt: Deed = async (worker, ask) => {
  const lead = await openLead(worker, ask)
  if (lead === undefined || lead.isExempt) return
  await ask(worker, 'POST', '/exemptions', { about: 'lead', id: lead.id, reason: handled, evidence: '入户照片', untilOn: '2027-06-30' })
}

const unmask: Deed = async (worker, ask) => {
  const member = oneOf((await openHousehold(worker, ask))?.members ?? [], worker.chance)
  if (member !== undefined)
    await ask(worker, 'POST', `/register/persons/${member.id}/unmask`, { fields: ['id_number'], reason: '入户前电话核实' })
}

const income: Deed = async (worker, ask) => {
  const file = await openHousehold(worker, ask)
  if (file === undefined) return
  const place = `/register/households/${file.id}/income/2026`
  const sheet = await ask<{ version: number; size: number }>(worker, 'GET', place)
  const amount = (1000 + Math.floor(worker.chance() * 20_000)).toFixed(2)
  const lines = [{ item: 'a1', amount, evidence: '务工单位证明', note: '' }]
  if (sheet !== undefined) await ask(worker, 'PUT', place, { version: sheet.version, size: Math.max(1, sheet.size), lines })
}

const correct: Deed = async (worker, ask) => {
  const file = await openHousehold(worker, ask)
  const head = file?.members.find(({ isHead }) => isHead)
  if (file === undefined || head === undefined) return
  const phone = `139${String(Math.floor(worker.chance() * 1e8)).padStart(8, '0')}`
  await ask(worker, 'PATCH', `/register/households/${file.id}`, {
    version: file.version,
    reason: '电话已换',
    persons: [{ personId: head.id, values: { phone } }],
  })
}

const birth: Deed = async (worker, ask) => {
  const file = await openHousehold(worker, ask)
  if (file === undefined) return
  const person = { name: `${file.headName.slice(0, 1)}小宝`, values: { sex: '男', born_on: '2026-11-01' } }
  await ask(worker, 'POST', `/register/households/${file.id}/events`, {
    kind: 'birth',
    on: '2026-11-01',
    version: file.version,
    relation: '之孙子',
    person,
  })
}

/** How often each is done, and what one must be allowed to do it. */
export const deeds: readonly { often: number; deed: Deed; needs: string }[] = [
  { often: 12, deed: home, needs: 'lead.read' },
  { often: 8, deed: registerList, needs: 'register.read' },
  { often: 14, deed: search, needs: 'register.read' },
  { often: 14, deed: household, needs: 'register.read' },
  { often: 8, deed: leadLists, needs: 'lead.read' },
  { often: 14, deed: leadCard, needs: 'lead.read' },
  { often: 3, deed: overview, needs: 'lead.read' },
  { often: 4, deed: quality, needs: 'quality.read' },
  { often: 3, deed: files, needs: 'file.read' },
  { often: 5, deed: noteLead, needs: 'lead.handle' },
  { often: 3, deed: closeLead, needs: 'lead.handle' },
  { often: 5, deed: unmask, needs: 'person.unmask' },
  { often: 3, deed: income, needs: 'register.change' },
  { often: 3, deed: correct, needs: 'register.change' },
  { often: 2, deed: birth, needs: 'register.change' },
  { often: 2, deed: exempt, needs: 'exemption.grant' },
]
