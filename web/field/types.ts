/** What the phone takes along, keeps and sends. */
import type { Answer } from '../api/client.ts'
import type { paths } from '../api/schema.ts'

export type Package = Answer<'/api/v1/visits/package'>
export type Visit = Package['visits'][number]
export type FormDefinition = Package['form']
export type Field = FormDefinition['memberFields'][number]
type Post = paths['/api/v1/visits/forms']['post']
export type FormBody = NonNullable<Post['requestBody']>['content']['application/json']
export type Received = Post['responses'][200]['content']['application/json']
export type Finding = Received['changes'][number]
export type Purpose = FormBody['purposes'][number]
export type Promised = NonNullable<FormBody['attachments']>[number]
export type Place = NonNullable<FormBody['place']>

export interface IncomeLine {
  item: string
  amount: string
  evidence: string
}

/** A form as it is being filled in; saved after every touch. */
export interface Draft {
  clientKey: string
  corrects: (FormBody['corrects'] & object) | null
  visit: Visit
  /** On the day of the visit, with the officer's clock. */
  visitedOn: string
  startedAt: string
  place: Place | null
  step: number
  outcome: 'met' | 'not_met' | 'refused'
  outcomeReason: string
  metWith: number | null
  /** New values by `<personId or 0>.<field>`. */
  changes: Record<string, string>
  events: { kind: string; personId: number | null; note: string }[]
  /** By field; what is not in it was not asked yet. */
  guarantees: Record<string, { isProblem: boolean; note: string }>
  lines: IncomeLine[]
  size: number
  answers: Record<string, { answer: 'yes' | 'no' | 'unknown' | 'words'; words: string }>
  authorisation: { clientKey: string; isGiven: boolean; signers: number[]; scope: string[]; untilOn: string }
  /** Chosen by the officer; what is not in it follows the proposal. */
  conclusions: Record<string, string>
  risks: string[]
  note: string
  attachments: Promised[]
  unsignedReason: string
  /** Names of the inputs the officer typed into, each counted once. */
  typed: string[]
}

/** A finished form on its way. */
export interface Outgoing {
  body: FormBody
  headName: string
  groupName: string
  definitionDay: string
  state: 'waiting' | 'sent' | 'refused'
  /** Why the county did not take it. */
  reason: string
  answer: Received | null
  /** Attachments that are still to be sent, and why one was refused. */
  missing: string[]
  photoReason: string
  finishedAt: string
  /** Kept so that a refused or a wrong form can be opened again. */
  draft: Draft
}
