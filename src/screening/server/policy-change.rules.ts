/** From approved changes to the overlay that is laid over `policy/`, and what of a proposal can be refused without asking anybody. */
import { createHash } from 'node:crypto'
import { type Law, type OverlayText, overlayName, overlayText, type Parameter, type PolicyOverlay } from '../../policy/index.ts'

export type ParameterValue = string | number | boolean | readonly string[] | null

/** Where a change is written down: an instrument policy knows, or one of the region's own. */
export type ChangeDocument = { lawId: string } | { title: string; issuer: string; documentNumber: string; issuedOn: string; text: string }

/** What of a change goes into the overlay. */
export interface SetValue {
  region: string
  parameter: string
  fromOn: string
  value: ParameterValue
  document: ChangeDocument
  article: string
  reason: string
  /** The day it was approved. */
  approvedOn: string
}

/** The same document has the same id, whoever cites it. */
export function lawIdOf({ region, document }: Pick<SetValue, 'region' | 'document'>): string {
  if ('lawId' in document) return document.lawId
  const digest = createHash('sha256').update(`${document.documentNumber}\n${document.title}`).digest('hex')
  return `local-${region}-${digest.slice(0, 8)}`
}

export const citationOf = (change: Pick<SetValue, 'region' | 'document' | 'article'>): string =>
  change.article === '' ? lawIdOf(change) : `${lawIdOf(change)}#${change.article}`

/** Changes in the order of their approval: the later one counts where two state a value from one day. None = no overlay. */
export function overlayOf(changes: readonly SetValue[]): OverlayText | undefined {
  if (changes.length === 0) return undefined
  const law: Record<string, Law> = {}
  const regions: PolicyOverlay['regions'] = {}
  for (const change of changes) {
    const { region, parameter, fromOn, approvedOn } = change
    addLaw(law, change)
    const parameters = regions[region]?.parameters ?? {}
    const value = Array.isArray(change.value) ? [...change.value] : (change.value as string | number | boolean | null)
    const values = { ...parameters[parameter]?.values, [fromOn]: { value, basis: [citationOf(change)], note: change.reason } }
    regions[region] = { parameters: { ...parameters, [parameter]: { reviewed_on: approvedOn, values } } }
  }
  return { name: overlayName, text: overlayText(Object.keys(law).length === 0 ? { regions } : { law, regions }) }
}

function addLaw(laws: Record<string, Law>, change: SetValue): void {
  const { document, region, article } = change
  if ('lawId' in document) return
  const id = lawIdOf(change)
  const known = laws[id]
  laws[id] = {
    title: document.title,
    issuer: document.issuer,
    document_number: document.documentNumber === '' ? null : document.documentNumber,
    issued_on: document.issuedOn,
    in_force_from: known?.in_force_from ?? null,
    in_force_until: null,
    region,
    articles: { ...known?.articles, ...(article === '' ? {} : { [article]: document.text === '' ? article : document.text }) },
  }
}

/** Why a value cannot be one of this parameter; the levels' powers are the loader's to judge. */
export function wrongKindOfValue(parameter: Parameter, value: ParameterValue): string | undefined {
  const stated = Object.values(parameter.values).find((one) => one.value !== null)?.value
  if (value === null || stated === undefined || stated === null) return undefined
  const [wanted, found] = [kindOf(stated), kindOf(value)]
  return wanted === found ? undefined : `应填${wanted}，现为${found}`
}

const kindOf = (value: ParameterValue): string =>
  Array.isArray(value) ? '清单' : typeof value === 'number' ? '数字' : typeof value === 'boolean' ? '是或否' : '文字'

export const sameValue = (one: ParameterValue, other: ParameterValue): boolean => JSON.stringify(one) === JSON.stringify(other)
