/** How the entries of the audit trail become one digest: the serialisation must never change, or old seals no longer hold. */
import { createHash } from 'node:crypto'
import type { DigestName } from './key-file.ts'

/** An entry as the database writes it out: everything as text, moments in UTC with microseconds, details as jsonb prints them. */
export interface WrittenEntry {
  id: number
  at: string
  officer_id: string
  officer_name: string
  action: string
  subject_kind: string
  subject_id: string
  division_code: string
  details: string
  request_id: string
}

/** Bytes of an entry's own digest that a seal keeps, to tell which entry was altered. */
export const markLength = 8

/** The digest of a batch, fed entry by entry in the order of their numbers. */
export class BatchDigest {
  readonly #algorithm: DigestName
  readonly #hash
  readonly ids: number[] = []
  readonly #marks: Buffer[] = []

  constructor(algorithm: DigestName, previous: string) {
    this.#algorithm = algorithm
    this.#hash = createHash(algorithm).update(`xianjie audit 1\n${previous}\n`)
  }

  add(entry: WrittenEntry): void {
    const digest = createHash(this.#algorithm).update(canonical(entry)).digest()
    this.#hash.update(digest)
    this.ids.push(entry.id)
    this.#marks.push(digest.subarray(0, markLength))
  }

  marks(): Buffer {
    return Buffer.concat(this.#marks)
  }

  /** Call once, after the last entry. */
  digest(): string {
    return this.#hash.digest('hex')
  }
}

/** A JSON array has one way to be written and no two entries in common. */
export function canonical(entry: WrittenEntry): string {
  return JSON.stringify([
    String(entry.id),
    entry.at,
    entry.officer_id,
    entry.officer_name,
    entry.action,
    entry.subject_kind,
    entry.subject_id,
    entry.division_code,
    entry.details,
    entry.request_id,
  ])
}

/** What is wrong with the trail, first things first. */
export type AuditFault =
  | { kind: 'altered' | 'missing'; seal: number; entries: number[] }
  | { kind: 'inserted'; entries: number[] }
  | { kind: 'seal'; seal: number }

/** Compares what a seal remembers of its entries with what is there now. */
export function compareBatch(seal: number, ids: readonly number[], marks: Buffer, found: BatchDigest): AuditFault | undefined {
  const now = new Map(found.ids.map((id, place) => [id, found.marks().subarray(place * markLength, (place + 1) * markLength)]))
  const missing = ids.filter((id) => !now.has(id))
  if (missing.length > 0) return { kind: 'missing', seal, entries: missing }
  const isSame = (id: number, place: number) => now.get(id)?.equals(marks.subarray(place * markLength, (place + 1) * markLength)) === true
  const altered = ids.filter((id, place) => !isSame(id, place))
  return altered.length > 0 ? { kind: 'altered', seal, entries: altered } : undefined
}

/** The fault as an auditor reads it. */
export function faultLine(fault: AuditFault): string {
  const entries =
    'entries' in fault ? `${fault.entries.slice(0, 5).join('、')}${fault.entries.length > 5 ? ` 等 ${fault.entries.length} 条` : ''}` : ''
  switch (fault.kind) {
    case 'altered':
      return `第 ${fault.seal} 号封签之下的记录被改动：${entries}。`
    case 'missing':
      return `第 ${fault.seal} 号封签之下的记录被删除：${entries}。`
    case 'inserted':
      return `有事后插入、未经程序写入的记录：${entries}。`
    case 'seal':
      return `第 ${fault.seal} 号封签被改动、删除或伪造。`
  }
}
