/** What a table is made of; the columns and filters of a page are data. */
import type { ReactNode } from 'react'

export interface OfficeColumn<Row> {
  key: string
  title: string
  width?: number
  align?: 'left' | 'right' | 'center'
  /** The words of the address by which the list stands in this column's order, upwards and downwards. */
  sorts?: { ascend?: string; descend?: string }
  /** Shown on a phone's card: the heading, a line, or not at all. */
  phone?: 'heading' | 'line' | 'none'
  show: (row: Row) => ReactNode
}

/** Both ways of an order of the API whose own way is upwards. */
export const upFirst = (word: string) => ({ ascend: word, descend: `-${word}` })
/** Both ways of an order whose own way is downwards: the newest, the most. */
export const downFirst = (word: string) => ({ ascend: `-${word}`, descend: word })

interface Choice {
  value: string
  label: string
}

export type OfficeFilter =
  | { kind: 'text'; key: string; label: string; width?: number; isLive?: boolean }
  | { kind: 'choice'; key: string; label: string; choices: readonly Choice[]; width?: number; isMany?: boolean }
  | { kind: 'division'; key: string; label: string; width?: number }
  | { kind: 'day'; key: string; label: string }
  | { kind: 'month'; key: string; label: string }

/** What a list of the API answers. */
export interface ListAnswer<Row> {
  items: Row[]
  next: string | null
  total?: number
}
