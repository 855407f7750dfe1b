/** A form as it is filled in: begun with all that is known, what is still open, what may be proposed, and what is sent. */
import { freshKey } from './sealing.ts'
import { sumsOf } from './sums.ts'
import type { Draft, FormBody, FormDefinition, Outgoing, Purpose, Visit } from './types.ts'

export const changeKey = (personId: number | null, field: string): string => `${personId ?? 0}.${field}`

/** Begun at the door. */
export function newDraft(visit: Visit, form: FormDefinition, now: Date): Draft {
  const head = visit.members.find(({ isHead }) => isHead) ?? visit.members[0]
  return {
    clientKey: freshKey(),
    corrects: null,
    visit,
    visitedOn: dayOf(now),
    startedAt: now.toISOString(),
    place: null,
    step: 0,
    outcome: 'met',
    outcomeReason: '',
    metWith: head?.personId ?? null,
    changes: {},
    events: [],
    guarantees: {},
    lines: visit.income.lines.map((line) => ({ ...line })),
    size: visit.income.size,
    answers: {},
    authorisation: {
      clientKey: freshKey(),
      isGiven: visit.authorisedUntil === null && visit.tasks.some(({ purpose }) => purpose === 'verification'),
      signers: visit.members.filter(({ age, isHead }) => isHead || (age ?? 0) >= 18).map(({ personId }) => personId),
      scope: form.authorisation.scope.map(({ code }) => code),
      untilOn: form.authorisation.untilOn,
    },
    conclusions: {},
    risks: [...visit.risks],
    note: '',
    attachments: [],
    unsignedReason: '',
    typed: [],
  }
}

/** The day in China, wherever the phone thinks it is. */
export function dayOf(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
}

export const purposesOf = ({ visit }: Draft): Purpose[] => {
  const all = [...new Set(visit.tasks.map(({ purpose }) => purpose))]
  return all.length > 0 ? all : ['routine']
}

/** Why a risk is proposed, in words; empty = none is. */
export function signsOfRisk(draft: Draft, form: FormDefinition): string[] {
  const { perHead } = sumsOf(form.incomeItems, draft.lines, draft.size)
  const line = draft.visit.line
  const problems = form.guarantees.filter(({ field }) => draft.guarantees[field]?.isProblem)
  return [
    ...(line !== null && perHead !== null && draft.lines.length > 0 && perHead < line * 100 ? [`人均纯收入低于监测线 ${line} 元`] : []),
    ...problems.map(({ unsafe }) => unsafe),
  ]
}

/** What may be concluded for each purpose: the officer's choice, else the proposal. */
export function conclusionsOf(draft: Draft, form: FormDefinition): Partial<Record<Purpose, string>> {
  const when = signsOfRisk(draft, form).length > 0 ? 'risk' : 'none'
  return Object.fromEntries(
    purposesOf(draft).flatMap((purpose) => {
      const proposed = form.purposes[purpose]?.conclusions.find(({ proposedWhen }) => proposedWhen === when)?.code
      const code = draft.conclusions[purpose] ?? proposed
      return code === undefined ? [] : [[purpose, code]]
    }),
  )
}

const isBlank = (answer: Draft['answers'][string] | undefined) =>
  answer === undefined || (answer.answer === 'words' && answer.words.trim() === '')

/** What is still to be done, by step; the words lead to it. */
export function openPoints(draft: Draft, form: FormDefinition): { step: number; text: string }[] {
  if (draft.outcome !== 'met') return draft.outcomeReason === '' ? [{ step: 0, text: '请选择原因' }] : []
  const unasked = form.guarantees.filter(({ field }) => draft.guarantees[field] === undefined)
  const badLines = draft.lines.filter(({ amount }) => !/^\d{1,9}(\.\d{1,2})?$/.test(amount))
  const unproved = draft.lines.filter(({ amount, evidence }) => Number(amount) > 0 && evidence === '')
  const unanswered = draft.visit.questions.filter(({ key }) => isBlank(draft.answers[key]))
  const unconcluded = purposesOf(draft).filter((purpose) => conclusionsOf(draft, form)[purpose] === undefined)
  const photos = draft.attachments.filter(({ kind }) => kind === 'photo').length
  const isSigned = draft.attachments.some(({ kind }) => kind === 'signature')
  const label = (item: string) => form.incomeItems.find((one) => one.item === item)?.label ?? item
  return [
    ...(unasked.length > 0 ? [{ step: 2, text: `还没有核对：${unasked.map((one) => one.label).join('、')}` }] : []),
    ...badLines.map(({ item }) => ({ step: 3, text: `“${label(item)}”的金额没有填对` })),
    ...unproved.map(({ item }) => ({ step: 3, text: `请选择“${label(item)}”的依据` })),
    ...(unanswered.length > 0 ? [{ step: 4, text: `还有 ${unanswered.length} 个问题没有回答` }] : []),
    ...unconcluded.map((purpose) => ({ step: 5, text: `请选择${form.purposes[purpose]?.label ?? ''}的结论` })),
    ...(photos < form.photosAtLeast ? [{ step: 6, text: `至少拍 ${form.photosAtLeast} 张照片` }] : []),
    ...(isSigned || draft.unsignedReason !== '' ? [] : [{ step: 6, text: '请农户签名，或写明不能签名的原因' }]),
    ...(draft.authorisation.isGiven && !isSigned ? [{ step: 6, text: '承诺授权须由农户签名' }] : []),
  ]
}

/** As it is sent. */
export function bodyOf(draft: Draft, form: FormDefinition, now: Date): FormBody {
  const { visit, authorisation } = draft
  const isMet = draft.outcome === 'met'
  return {
    clientKey: draft.clientKey,
    corrects: draft.corrects,
    householdId: visit.householdId,
    taskIds: visit.tasks.map(({ id }) => id),
    purposes: purposesOf(draft),
    visitorId: null,
    visitedOn: draft.visitedOn,
    startedAt: draft.startedAt,
    finishedAt: now.toISOString(),
    place: draft.place,
    outcome: draft.outcome,
    outcomeReason: draft.outcomeReason,
    metWith: isMet ? draft.metWith : null,
    changes: isMet ? changesOf(draft) : [],
    events: isMet ? draft.events : [],
    guarantees: isMet ? Object.entries(draft.guarantees).map(([field, one]) => ({ field, ...one })) : [],
    income: isMet
      ? {
          period: visit.income.period,
          version: visit.income.version,
          size: draft.size,
          lines: draft.lines.filter(({ amount }) => Number(amount) > 0).map((line) => ({ ...line, note: '' })),
        }
      : null,
    answers: isMet
      ? visit.questions.flatMap(({ key, text }) =>
          isBlank(draft.answers[key]) ? [] : [{ key, question: text, ...(draft.answers[key] as Draft['answers'][string]) }],
        )
      : [],
    authorisation:
      isMet && authorisation.isGiven
        ? { clientKey: authorisation.clientKey, signers: authorisation.signers, scope: authorisation.scope, untilOn: authorisation.untilOn }
        : null,
    conclusions: isMet ? conclusionsOf(draft, form) : {},
    risks: isMet ? draft.risks : [],
    note: draft.note,
    attachments: draft.attachments,
    unsignedReason: draft.unsignedReason,
    typedValues: draft.typed.length,
  }
}

function changesOf({ changes, visit }: Draft): NonNullable<FormBody['changes']> {
  return Object.entries(changes).flatMap(([key, after]) => {
    const [person = '0', field = ''] = key.split('.')
    const personId = Number(person)
    const values = personId === 0 ? visit.values : (visit.members.find((one) => one.personId === personId)?.values ?? {})
    const before = values[field] ?? ''
    return before === after ? [] : [{ personId: personId === 0 ? null : personId, field, before, after }]
  })
}

export function outgoingOf(draft: Draft, form: FormDefinition, now: Date): Outgoing {
  return {
    body: bodyOf(draft, form, now),
    headName: draft.visit.headName,
    groupName: draft.visit.groupName,
    definitionDay: draft.visitedOn,
    state: 'waiting',
    reason: '',
    answer: null,
    missing: draft.attachments.map(({ clientKey }) => clientKey),
    photoReason: '',
    finishedAt: now.toISOString(),
    draft,
  }
}
