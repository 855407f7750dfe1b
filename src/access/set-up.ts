/** The first offices and officers of a county, before there is anybody who could open them. */
import type { Context } from '../store/index.ts'
import type { DivisionLine } from './division-rows.rules.ts'
import { recordDivisions } from './divisions.queries.ts'
import { type Drawn, drawPassword, insertWithAccount } from './officers.actions.ts'
import { takenUsernames } from './officers.queries.ts'
import { insertOffice, type Office, officesInArea } from './offices.queries.ts'
import type { Roles } from './roles.ts'

export interface SetUpPlan {
  divisions: readonly DivisionLine[]
  offices: readonly { divisionCode: string; kind: 'government' | 'department'; name: string; datasets?: readonly string[] }[]
  officers: readonly {
    name: string
    username: string
    role: string
    office: { divisionCode: string; name: string }
    /** Unless given, one is drawn and must be changed at the first log-in. */
    password?: string
  }[]
}

export interface SetUpAccount {
  id: number
  name: string
  username: string
  role: string
  password: string
}

/** Enters what is not there yet and answers the accounts it opened; for the program itself, not for an officer's request. */
export async function setUpOffices(ctx: Context, roles: Roles, plan: SetUpPlan): Promise<SetUpAccount[]> {
  await recordDivisions(ctx, plan.divisions)
  const offices = await officesOf(ctx, plan)
  const taken = await takenUsernames(
    ctx,
    plan.officers.map(({ username }) => username),
  )
  const missing = plan.officers.filter(({ username }) => !taken.has(username))
  const hashed = new Map<string, Promise<Drawn>>()
  const opened: SetUpAccount[] = []
  for (const { office: at, password: given, ...wanted } of missing) {
    const office = offices.get(key(at))
    if (office === undefined) throw new RangeError(`the plan has no office ${at.name} in ${at.divisionCode}`)
    // One password given to many, as in the invented county, is hashed once.
    const drawing = (given === undefined ? undefined : hashed.get(given)) ?? drawPassword(given)
    if (given !== undefined) hashed.set(given, drawing)
    const { id, password } = await insertWithAccount(
      ctx,
      roles,
      { ...wanted, officeId: office.id },
      office,
      await drawing,
      given === undefined,
    )
    opened.push({ id, name: wanted.name, username: wanted.username, role: wanted.role, password })
  }
  return opened
}

/** The three administrators with whom an empty system begins; their first passwords are drawn. */
export function administratorsPlan(county: string): SetUpPlan {
  const office = { divisionCode: county, name: '农业农村局' }
  return {
    divisions: [],
    offices: [{ ...office, kind: 'government' }],
    officers: [
      { name: '系统管理员', username: `system${county}`, role: 'system_administrator', office },
      { name: '安全管理员', username: `security${county}`, role: 'security_administrator', office },
      { name: '审计管理员', username: `audit${county}`, role: 'audit_administrator', office },
    ],
  }
}

const key = ({ divisionCode, name }: { divisionCode: string; name: string }): string => `${divisionCode} ${name}`

async function officesOf(ctx: Context, plan: SetUpPlan): Promise<Map<string, Office>> {
  const known = new Map((await officesInArea(ctx)).map((office) => [key(office), office]))
  for (const office of plan.offices.filter((one) => !known.has(key(one)))) {
    const fresh = { ...office, datasets: [...(office.datasets ?? [])], validFrom: ctx.today, validUntil: null }
    const id = await insertOffice(ctx, fresh)
    known.set(key(office), { ...fresh, id, version: 1 })
  }
  return known
}
