/** Who may open, change or close whose account: never above one's own area, only roles one's own role appoints, never oneself. */
import { type DivisionCode, divisionCode, divisionContains, levelOf, Problem } from '../kernel/index.ts'
import { accessProblems } from './problems.ts'
import { type Roles, roleLabel } from './roles.ts'

/** Who acts: what of an officer decides. */
export interface Actor {
  readonly id: number
  readonly area: string
  readonly role: string
}

export interface OfficeFacts {
  name: string
  divisionCode: string
  kind: string
}

const levelLabels = { province: '省级', prefecture: '市（州）级', county: '县级', township: '乡镇', village: '村级' }

/** Throws unless the actor may look after accounts of this role in this office. */
export function requireMayAppoint(roles: Roles, actor: Actor, role: string, office: OfficeFacts): void {
  const known = roles.get(role)
  if (known === undefined)
    throw new Problem(accessProblems.noSuchRole, { found: role, known: [...roles.values()].map(({ label }) => label) })
  const refuse = (reason: string) => new Problem(accessProblems.notAppointed, { role: known.label, reason })
  if (!office.divisionCode.startsWith(actor.area)) throw refuse('机构不在您管辖的范围内')
  if (!roles.get(actor.role)?.appoints.includes(role)) throw refuse(`这类账号不由“${roleLabel(roles, actor.role)}”办理`)
  if (role === actor.role && office.divisionCode === actor.area) throw refuse('同级同类管理员由上一级办理')
}

/** Throws unless the role may sit in the office. */
export function requireFits(roles: Roles, role: string, office: OfficeFacts): void {
  const known = roles.get(role)
  if (known === undefined)
    throw new Problem(accessProblems.noSuchRole, { found: role, known: [...roles.values()].map(({ label }) => label) })
  const wrong = (reason: string) => new Problem(accessProblems.wrongOffice, { role: known.label, office: office.name, reason })
  if (known.office !== office.kind) throw wrong(known.office === 'department' ? '只能设在部门' : '不能设在部门')
  const level = levelOf(divisionCode(office.divisionCode))
  if (!known.levels.includes(level)) throw wrong(`这个角色设在${known.levels.map((one) => levelLabels[one]).join('、')}`)
}

/** Throws when an officer would change the own account. */
export function requireNotOneself(actor: Actor, officerId: number): void {
  if (actor.id === officerId) throw new Problem(accessProblems.ownAccount, {})
}

/** A code within the actor's area, cut to its level; anything else is a Problem. */
export function divisionWithin(actor: Actor, text: string): DivisionCode {
  const isCode = /^[1-9]\d+$/.test(text) && [2, 4, 6, 9, 12].includes(text.length)
  const code = isCode ? divisionCode(text) : undefined
  const isInside = code !== undefined && (actor.area === '' || divisionContains(divisionCode(actor.area), code))
  if (!isInside) throw new Problem(accessProblems.wrongDivision, { found: text })
  return code
}
