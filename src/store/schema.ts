/** Row types of the database, generated from it by `npm run types`; not edited by hand. */
import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[] ? U[] : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S[], I[], U[]> : T[]

export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AnsweredRequests {
  answered_at: Timestamp
  body: string | null
  fingerprint: string
  key: string
  officer_id: Int8
  status: number
}

export interface AuditEntries {
  action: string
  at: Timestamp
  details: Generated<Json>
  division_code: string
  id: Generated<Int8>
  officer_id: Int8
  officer_name: string
  request_id: string
  subject_id: string
  subject_kind: string
  written_by: Generated<string>
}

export interface AuditSeals {
  algorithm: string
  digest: string
  entry_ids: ArrayType<Int8>
  id: Generated<Int8>
  previous: string
  sealed_at: Generated<Timestamp>
}

export interface Database {
  answered_requests: AnsweredRequests
  audit_entries: AuditEntries
  audit_seals: AuditSeals
}
