/** The invented village judges its households and hangs up the first sheet, so that a meeting, a notice and its days are there to be looked at. */
import { createHash } from 'node:crypto'
import type { Seat } from './seat.ts'
import { picture } from './visits.ts'

interface Page {
  version: number
  heldOn: string
  place: string
  village: string
  households: { caseId: number; carriedOut: string | null }[]
}

interface Waiting {
  divisionCode: string
  kind: string
  objectionOffice: string
  cases: { caseId: number }[]
}

const representatives = ['陈立', '黄兴', '周礼', '罗素芬', '韦正', '吴秀', '岑国', '王珍', '杨帆']
/** Nobody has this number: mainland area codes do not begin with 00. */
const officePhone = '0000-1234567'

/** Everybody who waits is judged and agreed by all; the first household's sheet hangs from today. */
export async function judge(village: Seat, divisionCode: string, today: string, which = 'first'): Promise<void> {
  const clientKey = createHash('sha256').update(`${which} meeting ${divisionCode}`).digest('hex').slice(0, 32)
  const { id } = await village.post<{ id: number }>('/review/meetings', { divisionCode, clientKey })
  const page = await village.get<Page>(`/review/meetings/${id}`)
  const attendance = [
    ...representatives.map((name, at) => ({ name, kind: 'representative', isPresent: at < 8 })),
    { name: '高远', kind: 'first_secretary', isPresent: true },
  ]
  const voters = attendance.filter(({ isPresent }) => isPresent).length
  const { version } = await village.put<{ version: number }>(`/review/meetings/${id}`, {
    savedKey: clientKey,
    version: page.version,
    heldOn: page.heldOn,
    place: page.place,
    chair: '李春梅',
    recorder: '黄兴',
    representativesTotal: representatives.length,
    attendance,
    discussion: '各户情况属实，建议纳入监测。',
    votes: page.households.map(({ caseId }) => ({ caseId, agree: voters, disagree: 0, abstain: 0, note: '' })),
  })
  await village.send(`/review/meetings/${id}/pages`, '签字页.png', picture(`minutes ${id}`), { kind: 'scan', clientKey })
  await village.post(`/review/meetings/${id}/seal`, { version })
  await moved(village, id)
  await hang(village, divisionCode, today, page.village)
}

/** Each household moves in a transaction of its own after the seal; what stopped half-way is carried out again. */
async function moved(village: Seat, id: number): Promise<void> {
  for (let tried = 1; tried <= 100; tried += 1) {
    const { households } = await village.get<Page>(`/review/meetings/${id}`)
    if (households.every(({ carriedOut }) => carriedOut === 'moved')) return
    if (tried % 20 === 0) await village.post(`/review/meetings/${id}/carry-out`, {})
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error(`meeting ${id} was not carried out`)
}

async function hang(village: Seat, divisionCode: string, today: string, name: string): Promise<void> {
  const { items } = await village.get<{ items: Waiting[] }>('/review/notices/waiting')
  const waiting = items.find((one) => one.divisionCode === divisionCode && one.kind === 'recognition')
  const [first] = waiting?.cases ?? []
  if (waiting === undefined || first === undefined) return
  const { objectionOffice } = waiting
  const sheet = { divisionCode, kind: 'recognition', caseIds: [first.caseId], objectionOffice, objectionPhone: officePhone }
  const { id } = await village.post<{ id: number }>('/review/notices', sheet)
  const { version } = await village.get<{ version: number }>(`/review/notices/${id}`)
  await village.send(`/review/notices/${id}/post`, '公示.png', picture(`notice ${id}`), {
    version: String(version),
    postedOn: today,
    place: `${name}村务公开栏`,
  })
}
