/** Help matters of the invented county, begun and moved on by its officers through the API, so that the pages have life. */
import { judge } from './meeting.ts'
import { type Seat, takeSeat } from './seat.ts'
import { sendVisit } from './visits.ts'

interface Lead {
  id: number
  householdNumber: string
  householdId: number | null
  divisionCode: string
}

interface Begun {
  items: { caseId: number; isNew: boolean }[]
}

/** So many households of the home village, and so many of the rest of the township, become cases. */
const [atHome, elsewhere] = [9, 3]

/** The township begins cases from its most urgent leads; in the home village they go on: withdrawn, helped first, found untrue by the village alone, judged and on notice, ready for the next meeting, or still to be visited. */
export async function beginDemoCases(
  http: Parameters<typeof takeSeat>[0],
  password: string,
  village: string,
  today: string,
): Promise<void> {
  const [wang, li] = [await takeSeat(http, 'wang', password), await takeSeat(http, 'li', password)]
  const leads = [...(await firstLeads(wang, village, atHome)), ...(await firstLeads(wang, village.slice(0, 9), elsewhere, village))]
  const begun = leads.length === 0 ? [] : (await wang.post<Begun>('/cases', { leadIds: leads.map(({ id }) => id) })).items
  const sent = await dispatch(
    wang,
    begun.map(({ caseId }) => caseId),
  )
  await fromVisit(li, leads)
  const [first, second, third, ...rest] = sent
  if (first !== undefined) await act(li, first, 'withdraw', { reason: '住院费用已由商业保险赔付，农户书面撤回。' })
  if (second !== undefined) await helpFirst(wang, li, second)
  if (third !== undefined) await visited(li, third, today, false)
  const [judged, waiting] = [rest.slice(0, 2), rest.slice(2, 4)]
  for (const id of judged) await visited(li, id, today, true)
  if (judged.length > 0) await judge(li, village, today)
  for (const id of waiting) await visited(li, id, today, true)
}

async function helpFirst(township: Seat, village: Seat, id: number): Promise<void> {
  const green = { isOn: true, reason: '突发重病，先行救助。' }
  await township.post(`/cases/${id}/green-channel`, { version: (await cardOf(township, id)).version, ...green })
  await village.post(`/cases/${id}/notes`, { version: (await cardOf(village, id)).version, text: '已电话联系，约定明天上午入户。' })
}

/** The visit, and what it comes to. */
async function visited(seat: Seat, id: number, on: string, isTrue: boolean): Promise<void> {
  const { householdId, risks } = await cardOf(seat, id)
  const found = isTrue
    ? { conclusion: 'at_risk' as const, risks, wages: 9800, note: '自付费用大，务工收入减少，情况属实。' }
    : { conclusion: 'no_risk' as const, risks: [], wages: 68_000, note: '两人在外务工，收入稳定，费用已报销。' }
  await sendVisit(seat, { householdId, on, ...found })
  if (isTrue) await act(seat, id, 'report', {})
  else await act(seat, id, 'find_untrue', { reason: '家庭有稳定务工收入，费用已报销，风险不大。' })
}

/** One lead of each of the most urgent households. */
async function firstLeads(seat: Seat, division: string, households: number, butNot?: string): Promise<Lead[]> {
  const { items } = await seat.get<{ items: Lead[] }>(`/leads?state=open&division=${division}&limit=200&sort=rank`)
  const known = items.filter(({ householdId, divisionCode }) => householdId !== null && divisionCode !== butNot)
  return [...new Map(known.map((lead) => [lead.householdNumber, lead])).values()].slice(0, households)
}

/** Where one officer works in the village the system knows whom to send; the rest stay in the township's queue. */
async function dispatch(seat: Seat, ids: readonly number[]): Promise<number[]> {
  const sent: number[] = []
  for (const id of ids) {
    const done = await act(seat, id, 'dispatch', {}).catch(() => undefined)
    if (done !== undefined) sent.push(id)
  }
  return sent
}

interface Card {
  version: number
  householdId: number
  risks: string[]
}

const cardOf = (seat: Seat, id: number): Promise<Card> => seat.get<Card>(`/cases/${id}`)

async function act(seat: Seat, id: number, action: string, record: object): Promise<unknown> {
  return seat.post(`/cases/${id}/acts/${action}`, { version: (await cardOf(seat, id)).version, record })
}

/** A household no department knows of, met on a visit. */
async function fromVisit(seat: Seat, leads: readonly Lead[]): Promise<void> {
  const { items } = await seat.get<{ items: { id: number; householdNumber: string; isMonitored: boolean }[] }>(
    '/register/households?limit=50',
  )
  const known = new Set(leads.map(({ householdNumber }) => householdNumber))
  const household = items.find(({ householdNumber, isMonitored }) => !isMonitored && !known.has(householdNumber))
  if (household === undefined) return
  const note = '走访时发现该户两个孩子在外上学，今年收成受灾，周转困难。'
  await seat.post('/cases', { householdId: household.id, channel: 'cadre_visit', risks: ['因学', '因自然灾害'], note })
}
