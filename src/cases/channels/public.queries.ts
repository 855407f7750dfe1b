/** The narrow doors in the wall: each function of the database answers one question of the public pages to whoever holds a token or a follow-up code. */
import { sql } from 'kysely'
import type { Context } from '../../store/index.ts'
import type { Standing } from './answers.rules.ts'

export interface OpenCode {
  id: number
  kind: 'village' | 'household'
  division_code: string
  township: string
  village: string
}

/** The code a token belongs to, while it is in force. */
export async function openCode(ctx: Context, token: Buffer): Promise<OpenCode | undefined> {
  const { rows } = await sql<OpenCode>`SELECT * FROM public_code(${token})`.execute(ctx.db)
  return rows[0]
}

/** Counts one try; false once `most` were counted in the span. */
export async function mayTry(ctx: Context, bucket: string, seconds: number, most: number): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`SELECT public_try(${bucket}, ${ctx.now}, ${seconds}, ${most}) AS may`.execute(ctx.db)
  return rows[0]?.may === true
}

export async function countUse(ctx: Context, token: Buffer, kind: 'scan' | 'read', about: string): Promise<void> {
  await sql`SELECT public_count(${token}, ${kind}, ${about}, ${ctx.today}::date)`.execute(ctx.db)
}

export interface Sent {
  follow_up: Buffer
  received_on: string
  due_on: string
}

/** What was answered when this page sent the same application before. */
export async function sentBefore(ctx: Context, key: string, idIndex: Buffer): Promise<Sent | undefined> {
  const { rows } = await sql<Sent>`SELECT * FROM public_sent(${key}, ${idIndex})`.execute(ctx.db)
  return rows[0]
}

export interface PublicApplication {
  token: Buffer
  key: string
  dueOn: string
  asksFor: 'own' | 'proxy'
  name: string
  idSealed: Buffer
  idIndex: Buffer
  phoneSealed: Buffer
  askerName: string
  askerRelation: string
  difficulty: string
  words: string
  photoSealed: Buffer | null
  followUpIndex: Buffer
  followUpSealed: Buffer
}

/** Keeps an application; undefined where its key was used before. */
export async function applyAtCode(ctx: Context, one: PublicApplication): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`SELECT public_apply(${one.token}, ${one.key}, ${ctx.now}, ${ctx.today}::date,
    ${one.dueOn}::date, ${one.asksFor}, ${one.name}, ${one.idSealed}, ${one.idIndex}, ${one.phoneSealed}, ${one.askerName},
    ${one.askerRelation}, ${one.difficulty}, ${one.words}, ${one.photoSealed}::bytea, ${one.followUpIndex}, ${one.followUpSealed}) AS id`.execute(
    ctx.db,
  )
  return rows[0]?.id ?? undefined
}

/** The day on which the holder of this follow-up code applied for the same person, while that is still under way. */
export async function receivedBefore(ctx: Context, followUp: Buffer, idIndex: Buffer): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`SELECT public_received_before(${followUp}, ${idIndex}) AS day`.execute(ctx.db)
  return rows[0]?.day ?? undefined
}

export type Progress = Standing & { township: string; village: string }

export async function progressOf(ctx: Context, followUp: Buffer): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`SELECT * FROM public_progress(${followUp}, ${ctx.today}::date)`.execute(ctx.db)
  return rows[0]
}

export interface SealedNumbers {
  id_number: Buffer | null
  phone: Buffer | null
  other_phone: Buffer | null
}

/** Sealed numbers of the members of a household who bear this name. */
export async function membersNamed(ctx: Context, token: Buffer, name: string): Promise<SealedNumbers[]> {
  const { rows } = await sql<SealedNumbers>`SELECT * FROM public_members(${token}, ${name})`.execute(ctx.db)
  return rows
}

/** What the household of a code has running; only after who asks was checked. */
export async function householdStandings(ctx: Context, token: Buffer): Promise<Standing[]> {
  const { rows } = await sql<Standing>`SELECT 'own' AS asks_for, h.* FROM public_household(${token}, ${ctx.today}::date) h`.execute(ctx.db)
  return rows
}
