/** A workbook of officers to be opened, row by row: what can be opened and what is wrong with the rest, in the words of the columns. */
import { Problem, parsePlainDay } from '../kernel/index.ts'
import { fieldKinds } from '../policy/index.ts'
import { type Actor, type OfficeFacts, requireFits, requireMayAppoint } from './appointing.rules.ts'
import type { NewOfficer } from './officers.actions.ts'
import type { Roles } from './roles.ts'
import type { TableRow } from './uploaded-table.ts'

export const officerHeaders = ['姓名', '用户名', '角色', '所属机构', '起始日期', '截止日期'] as const
export const requiredHeaders = ['姓名', '用户名', '角色', '所属机构'] as const

interface Choice extends OfficeFacts {
  id: number
}

export interface OfficerRowCheck {
  row: number
  name: string
  username: string
  role: string
  office: string
  /** What will be opened; absent where there are errors. */
  wanted?: NewOfficer
  errors: string[]
}

export interface RowSurroundings {
  roles: Roles
  actor: Actor
  offices: readonly Choice[]
  taken: ReadonlySet<string>
  today: string
}

/** How an office is written in the template: by its name, with the code where two have one name. */
export function officeLabels(offices: readonly Choice[]): ReadonlyMap<string, Choice> {
  const count = new Map<string, number>()
  for (const { name } of offices) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(offices.map((office) => [count.get(office.name) === 1 ? office.name : `${office.name}（${office.divisionCode}）`, office]))
}

/** Every row is checked whole; a user name that stands twice is wrong both times but the first. */
export function checkOfficerRows(rows: readonly TableRow[], around: RowSurroundings): OfficerRowCheck[] {
  const labels = officeLabels(around.offices)
  const seen = new Map<string, number>()
  return rows.map(({ row, cells }) => {
    const name = cells.姓名 ?? ''
    const username = (cells.用户名 ?? '').toLowerCase()
    const errors: string[] = []
    if (name === '' || [...name].length > 50) errors.push('姓名须为 1 至 50 个字')
    if (!/^[a-z0-9][a-z0-9._-]{1,31}$/.test(username)) errors.push(`用户名“${username}”须为 2 至 32 位字母、数字、点或横线`)
    else if (around.taken.has(username)) errors.push(`用户名“${username}”已经有人使用`)
    else if (seen.has(username)) errors.push(`用户名“${username}”与第 ${seen.get(username)} 行重复`)
    else seen.set(username, row)
    const role = roleOf(cells.角色 ?? '', around.roles, errors)
    const office = officeOf(cells.所属机构 ?? '', labels, around.offices, errors)
    if (role !== undefined && office !== undefined) place(around, role, office, errors)
    const validFrom = dayOf('起始日期', cells.起始日期, errors) ?? around.today
    const validUntil = dayOf('截止日期', cells.截止日期, errors)
    if (validUntil !== undefined && validUntil < validFrom) errors.push('截止日期早于起始日期')
    const shown = { row, name, username, role: cells.角色 ?? '', office: cells.所属机构 ?? '', errors }
    if (errors.length > 0 || role === undefined || office === undefined) return shown
    return { ...shown, wanted: { name, username, role, officeId: office.id, validFrom, validUntil: validUntil ?? null } }
  })
}

function roleOf(text: string, roles: Roles, errors: string[]): string | undefined {
  const found = [...roles].find(([id, { label }]) => label === text || id === text)?.[0]
  if (found === undefined) errors.push(`没有“${text}”这个角色`)
  return found
}

/** By the label of the template, or by a code when one office stands there alone. */
function officeOf(text: string, labels: ReadonlyMap<string, Choice>, offices: readonly Choice[], errors: string[]): Choice | undefined {
  const byLabel = labels.get(text.replace('(', '（').replace(')', '）'))
  const byCode = offices.filter(({ divisionCode }) => divisionCode === text)
  const found = byLabel ?? (byCode.length === 1 ? byCode[0] : undefined)
  if (found !== undefined) return found
  const sameName = [...labels.keys()].filter((label) => label.startsWith(`${text}（`))
  const advice = sameName.length > 0 ? `有几个同名机构，请写成：${sameName.slice(0, 3).join('、')}` : '请从模板的下拉列表中选择'
  errors.push(`辖区内没有机构“${text}”，${advice}`)
  return undefined
}

function place({ roles, actor }: RowSurroundings, role: string, office: Choice, errors: string[]): void {
  try {
    requireMayAppoint(roles, actor, role, office)
    requireFits(roles, role, office)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    errors.push(error.message)
  }
}

const dayField = { field: { label: '日期', kind: 'day' as const, headers: [] } }

function dayOf(header: string, text: string | undefined, errors: string[]): string | undefined {
  const reading = fieldKinds.day.read(text ?? null, dayField)
  if (reading === 'empty') return undefined
  if (reading !== 'unreadable' && parsePlainDay(reading.value) !== undefined) return reading.value
  errors.push(`${header}“${text}”不是日期，请写成 2026-03-05`)
  return undefined
}
