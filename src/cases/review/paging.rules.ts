/** What every list of the review shares: a cursor, and how a kept picture is told of. */

export interface Paging {
  after: number
  limit: number
}

/** A page and where the next one begins. */
export const pageOf = <Item extends { id: number }>(items: Item[], limit: number): { items: Item[]; next: string | null } => ({
  items,
  next: items.length < limit ? null : String(items.at(-1)?.id ?? ''),
})

/** A photo or signed page as the pages show it. */
export const pageAnswer = (page: { id: number; kind: string; caption: string; name: string; added_at: Date; added_by: string }) => ({
  id: page.id,
  kind: page.kind,
  caption: page.caption,
  name: page.name,
  addedAt: page.added_at.toISOString(),
  addedBy: page.added_by,
})
