/** What whoever asked is told: the step reached and a sentence of the policy; no name, number, phone or health can get in. */
import type { CaseState } from '../case-types.ts'
import { type AnswerKind, type ApplicationPolicy, answerKinds } from './channel-policy.ts'

export interface Standing {
  asks_for: string
  received_on: string
  due_on: string | null
  state: string
  decided_on: string | null
  refusal: string | null
  answer: string | null
  answered_on: string | null
  case_state: string | null
  case_since: string | null
}

export interface Told {
  receivedOn: string
  /** `working` after acceptance, `done` once there is a result. */
  stage: 'waiting' | 'refused' | 'working' | 'done'
  sentence: string
  /** Since when it stands there. */
  since: string
  /** The last day for accepting it. */
  dueOn: string | null
  steps: { label: string; state: 'done' | 'now' | 'next' }[]
}

// biome-ignore format: a table
const stepOfState: Readonly<Partial<Record<CaseState, number>>> = {
  suspected: 1, verifying: 1, untrue_check: 1,
  village_review: 2,
  on_notice: 3, objection: 3,
  township_review: 4,
  county_approval: 5,
}

/** The answer a state is, once and for all or for now. */
export const answerOf = (state: string): AnswerKind | undefined =>
  answerKinds.find((one) => one === (/^clearing_/.test(state) ? 'assisted' : state))

/** How one request is told to whoever asked; who asked about somebody else learns that it was dealt with, not how. */
export function told(standing: Standing, policy: ApplicationPolicy): Told {
  const isOwn = standing.asks_for !== 'other'
  const steps = isOwn ? policy.progress.steps : policy.progress.steps_for_others
  const last = steps.length - 1
  const at = (step: number, isOver = false): Told['steps'] =>
    steps.map((label, i) => ({ label, state: i < step || (isOver && i === step) ? 'done' : i === step ? 'now' : 'next' }))
  const common = { receivedOn: standing.received_on, dueOn: standing.due_on }
  if (standing.state === 'waiting')
    return { ...common, stage: 'waiting', sentence: policy.progress.waiting, since: standing.received_on, steps: at(0) }
  if (standing.state === 'refused') {
    const { sentence } = policy.refusals[standing.refusal ?? ''] ?? { sentence: '这项申请没有受理，请到村委会询问。' }
    return { ...common, stage: 'refused', sentence, since: standing.decided_on ?? standing.received_on, steps: [] }
  }
  const answer = answerOf(standing.answer ?? standing.case_state ?? '')
  if (answer !== undefined) {
    const { own, other } = policy.answers[answer]
    const since = standing.answered_on ?? standing.case_since ?? standing.received_on
    return { ...common, stage: 'done', sentence: isOwn ? own : other, since, steps: at(last, true) }
  }
  const step = stepOfState[standing.case_state as CaseState] ?? 1
  const since = (isOwn ? standing.case_since : standing.decided_on) ?? standing.received_on
  if (!isOwn) return { ...common, stage: 'working', sentence: policy.progress.for_others, since, steps: at(1) }
  const sentence = step === 1 ? policy.progress.accepted : `正在进行：${steps[step]}。`
  return { ...common, stage: 'working', sentence, since, steps: at(step) }
}
