/** Reads what an officer typed into fields, by the same kinds as the departments' files. */
import { checkIdNumber, citizenNumber, cleanIdNumber, type PlainDay, Problem } from '../kernel/index.ts'
import { fieldKinds, type Policy } from '../policy/index.ts'
import { registryProblems } from './problems.ts'
import { type RegisterField, registryPolicy } from './registry-policy.ts'
import type { Patch } from './state.ts'

export interface ReadPatch {
  /** To be kept in the open. */
  readonly values: Patch
  /** To be sealed. */
  readonly sealed: Patch
}

/** The typed values in their one written form; throws one problem with every mistake. A masked value that comes back unchanged is no change. */
export function readPatch(policy: Policy, about: RegisterField['about'], typed: Patch, today: PlainDay): ReadPatch {
  const { fields } = registryPolicy(policy)
  const unknown = Object.keys(typed).filter((name) => fields.get(name)?.about !== about || name === 'name')
  if (unknown.length > 0) throw new Problem(registryProblems.unknownField, { fields: unknown })
  const values: Record<string, string | null> = {}
  const sealed: Record<string, string | null> = {}
  const mistakes: { field: string; message: string }[] = []
  for (const [name, raw] of Object.entries(typed)) {
    const field = fields.get(name)
    if (field === undefined || (field.isSealed && raw?.includes('*'))) continue
    const read = raw === null || raw.trim() === '' ? null : readOne(policy, field, raw.trim(), today)
    if (read !== null && typeof read === 'object') mistakes.push({ field: field.label, message: read.message })
    else (field.isSealed ? sealed : values)[name] = read
  }
  if (mistakes.length > 0) throw new Problem(registryProblems.badValues, { mistakes })
  return { values, sealed }
}

function readOne(policy: Policy, field: RegisterField, raw: string, today: PlainDay): string | null | { message: string } {
  if (field.kind === 'id_number') return readIdNumber(raw, today)
  if (field.kind === 'phone') return /^1\d{10}$|^0\d{2,3}\d{7,8}$/.test(digits(raw)) ? digits(raw) : { message: `“${raw}”不是电话号码` }
  if (field.kind === 'bank_account') return /^\d{10,25}$/.test(digits(raw)) ? digits(raw) : { message: '账号应为 10 至 25 位数字' }
  const codes = field.codes === undefined ? undefined : policy.codeLists.get(field.codes)
  const context = { field: { label: field.label, kind: field.kind, headers: [field.label] }, ...(codes && { codes }) }
  const read = fieldKinds[field.kind].read(raw, context)
  if (read === 'empty') return null
  if (read === 'unreadable') return { message: `“${raw}”看不懂，应为${fieldKinds[field.kind].expected(context)}` }
  if (field.kind === 'day' && field.name !== 'helper_until' && read.value > today) return { message: `${read.value} 还没有到` }
  return read.value
}

const digits = (text: string) => text.replace(/[\s-]/g, '')

function readIdNumber(raw: string, today: PlainDay): string | { message: string } {
  const check = checkIdNumber(raw.replace(/\s/g, '').toUpperCase(), today)
  return check.kind === 'invalid' ? { message: check.message } : check.number.length === 15 ? check.citizenNumber : check.number
}

/** The form under which an identity number is found: a disability card is its holder's number. */
export function idKey(number: string): string {
  if (/^\d{17}[\dX]$/.test(number)) return number
  const { text } = cleanIdNumber(number)
  return citizenNumber(text) ?? text
}

/** The form under which a phone is found. */
export function phoneKey(phone: string): string {
  return digits(phone)
}
