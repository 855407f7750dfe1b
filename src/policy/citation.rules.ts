/** Citations: from `law-id#article` to the words an official knows. */
import type { Policy } from './policy.ts'

/** How a number without a citable document is printed. */
export const unconfirmed = '待县确认'

export interface CitationParts {
  readonly lawId: string
  readonly article: string | undefined
}

/** `id#article` apart. */
export function citationParts(citation: string): CitationParts {
  const mark = citation.indexOf('#')
  return mark < 0 ? { lawId: citation, article: undefined } : { lawId: citation.slice(0, mark), article: citation.slice(mark + 1) }
}

/** `国乡振发〔2023〕1号 一(一)`; a document without a number by its title. */
export function citationText(policy: Pick<Policy, 'laws'>, citation: string): string {
  if (citation === 'project-default') return unconfirmed
  const { lawId, article } = citationParts(citation)
  const law = policy.laws.get(lawId)
  if (law === undefined) throw new Error(`no law ${lawId}`)
  const name = law.document_number ?? `《${law.title}》`
  return article === undefined ? name : `${name} ${article}`
}
