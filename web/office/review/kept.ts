/** A meeting as this browser holds it: written down here at every change, sent when there is a network, never lost when the page closes. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Dexie, { type Table } from 'dexie'
import { useEffect, useRef, useState } from 'react'
import type { MeetingPolicy } from '../../../src/cases/review/review-policy.ts'
import { type Answer, api, ok } from '../../api/client.ts'
import { ApiProblem, sentenceOf } from '../../api/problem.ts'

type Told = Answer<'/api/v1/review/meetings/{id}'>
/** Of the policy the document knows only that its names are texts. */
export type MeetingAnswer = Omit<Told, 'policy'> & { policy: MeetingPolicy }
export type Vote = Pick<MeetingAnswer['households'][number], 'caseId' | 'agree' | 'disagree' | 'abstain' | 'note'>
export interface Draft {
  heldOn: string
  place: string
  chair: string
  recorder: string
  representativesTotal: number
  attendance: MeetingAnswer['attendance']
  discussion: string
  votes: Vote[]
}

interface Kept {
  id: number
  /** Whose it is; another officer at the same machine does not see it. */
  officer: number
  meeting: MeetingAnswer
  draft: Draft
  version: number
}

class KeptMeetings extends Dexie {
  meetings!: Table<Kept, [number, number]>
  constructor() {
    super('xianjie-meetings')
    this.version(1).stores({ meetings: '[officer+id]' })
  }
}
const kept = new KeptMeetings()

const keyPlace = 'xianjie.browser'
/** One for this browser, for as long as it keeps its storage. */
export function browserKey(): string {
  const there = localStorage.getItem(keyPlace)
  if (there) return there
  const made = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  localStorage.setItem(keyPlace, made)
  return made
}

export const draftOf = (meeting: MeetingAnswer): Draft => ({
  heldOn: meeting.heldOn,
  place: meeting.place,
  chair: meeting.chair,
  recorder: meeting.recorder,
  representativesTotal: meeting.representativesTotal,
  attendance: meeting.attendance,
  discussion: meeting.discussion,
  votes: meeting.households.map(({ caseId, agree, disagree, abstain, note }) => ({ caseId, agree, disagree, abstain, note })),
})

export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused'

export interface KeptMeeting {
  meeting: MeetingAnswer
  draft: Draft
  saving: Saving
  /** Why the server refused. */
  refusal: string | undefined
  change: (part: Partial<Draft>) => void
  /** Sends now; answers the version that stands, or nothing when it could not be sent. */
  save: () => Promise<number | undefined>
  takeMine: () => void
  takeTheirs: () => void
  /** Sealed or left: nothing stays in the browser. */
  forget: () => Promise<void>
}

const restMilliseconds = 1200

export const readMeeting = async (id: number) =>
  (await ok(api.GET('/api/v1/review/meetings/{id}', { params: { path: { id } } }))) as MeetingAnswer

/** What is kept here comes first; the server's is read beside it. */
export function useKeptMeeting(id: number, officer: number) {
  const client = useQueryClient()
  const asked = useQuery({
    queryKey: ['review-meeting', id],
    queryFn: () => readMeeting(id),
    refetchOnWindowFocus: false,
    networkMode: 'always',
    retry: false,
  })
  const [held, setHeld] = useState<Kept | null | undefined>(undefined)
  const [saving, setSaving] = useState<Saving>('saved')
  const [refusal, setRefusal] = useState<string | undefined>()
  const newest = useRef<Kept | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<number | undefined>>(undefined)

  useEffect(() => {
    void kept.meetings.get([officer, id]).then((found) => {
      newest.current = found
      setHeld(found ?? null)
      if (found) setSaving('waiting')
    })
  }, [officer, id])

  const send = async (version?: number): Promise<number | undefined> => {
    const sent = newest.current
    if (!sent) return asked.data?.version
    setSaving('saving')
    try {
      const body = { ...sent.draft, savedKey: browserKey(), version: version ?? sent.version }
      const answer = await ok(api.PUT('/api/v1/review/meetings/{id}', { params: { path: { id } }, body }))
      if (newest.current === sent) {
        newest.current = undefined
        await kept.meetings.delete([officer, id])
        await client.invalidateQueries({ queryKey: ['review-meeting', id] })
        setHeld(null)
        setSaving('saved')
      } else if (newest.current) newest.current = { ...(newest.current as Kept), version: answer.version }
      setRefusal(undefined)
      return answer.version
    } catch (error) {
      const isRefused = error instanceof ApiProblem && error.status >= 400 && error.status < 500
      setSaving(!isRefused ? 'offline' : error.code === 'store.stale' ? 'conflict' : 'refused')
      setRefusal(isRefused ? sentenceOf(error) : undefined)
      return undefined
    }
  }
  /** One after another: a later one carries what an earlier one did not. */
  const save = async (): Promise<number | undefined> => {
    clearTimeout(timer.current)
    await running.current
    running.current = send()
    return running.current
  }

  useEffect(() => {
    if (held && saving === 'waiting') timer.current = setTimeout(() => void save(), restMilliseconds)
    const retry = () => newest.current && void save()
    window.addEventListener('online', retry)
    const again = saving === 'offline' ? setInterval(retry, 15_000) : undefined
    return () => {
      clearTimeout(timer.current)
      clearInterval(again)
      window.removeEventListener('online', retry)
    }
  })

  const base = held?.meeting ?? asked.data
  if (held === undefined || base === undefined) return { asked, kept: undefined }
  const draft = held?.draft ?? draftOf(base)
  const change = (part: Partial<Draft>) => {
    const next: Kept = {
      id,
      officer,
      meeting: base,
      version: newest.current?.version ?? held?.version ?? base.version,
      draft: { ...(newest.current?.draft ?? draft), ...part },
    }
    newest.current = next
    void kept.meetings.put(next)
    setHeld(next)
    setSaving('waiting')
  }
  const forget = async () => {
    newest.current = undefined
    await kept.meetings.delete([officer, id])
    setHeld(null)
    setSaving('saved')
  }
  const result: KeptMeeting = {
    meeting: {
      ...base,
      ...(asked.data && held ? { pages: asked.data.pages, joinable: asked.data.joinable, sealedAt: asked.data.sealedAt } : {}),
    },
    draft,
    saving,
    refusal,
    change,
    save,
    forget,
    takeMine: () => void readMeeting(id).then(({ version }) => send(version)),
    takeTheirs: () => void forget().then(() => asked.refetch()),
  }
  return { asked, kept: result }
}
