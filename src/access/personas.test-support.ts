/** The people of the tests, always the same: one for each role in county 522399, and outsiders of the county next door. */
import { type Officer, type Store, systemOfficer } from '../store/index.ts'
import type { Access } from './access.ts'
import { loadRoles } from './roles.ts'
import { type SetUpPlan, setUpOffices } from './set-up.ts'

export const personaPassword = 'Ceshi-Mima-2026'

const county = '522399'
const township = '522399001'
const village = '522399001001'
const nextCounty = '522398'

const office = (divisionCode: string, name: string) => ({ divisionCode, name })
const offices = {
  province: office('52', '黔山省乡村振兴局'),
  prefecture: office('5223', '南盘州乡村振兴局'),
  county: office(county, '清溪县乡村振兴局'),
  insurance: office(county, '清溪县医疗保障局'),
  township: office(township, '青山镇人民政府'),
  village: office(village, '青山镇白果村村民委员会'),
  nextCounty: office(nextCounty, '邻水县乡村振兴局'),
  nextVillage: office('522398001001', '邻水县桥头村村民委员会'),
}

// biome-ignore format: a table
const people = {
  li:    { name: '李明', role: 'village_cadre',          office: offices.village },
  wang:  { name: '王芳', role: 'township_officer',       office: offices.township },
  wu:    { name: '吴刚', role: 'township_lead',          office: offices.township },
  zhao:  { name: '赵敏', role: 'county_officer',         office: offices.county },
  zhou:  { name: '周强', role: 'county_lead',            office: offices.county },
  zheng: { name: '郑洁', role: 'department_liaison',     office: offices.insurance },
  chu:   { name: '褚磊', role: 'prefecture_supervisor',  office: offices.prefecture },
  wei:   { name: '卫红', role: 'province_supervisor',    office: offices.province },
  feng:  { name: '冯涛', role: 'system_administrator',   office: offices.county },
  chen:  { name: '陈静', role: 'security_administrator', office: offices.county },
  sun:   { name: '孙丽', role: 'audit_administrator',    office: offices.county },
  qian:  { name: '钱伟', role: 'county_officer',         office: offices.nextCounty },
  jiang: { name: '蒋华', role: 'system_administrator',   office: offices.nextCounty },
  shen:  { name: '沈军', role: 'village_cadre',          office: offices.nextVillage },
} as const

export type PersonaName = keyof typeof people

export interface Persona {
  name: PersonaName
  username: string
  password: string
  role: string
  /** As the wall and the permissions see the persona. */
  officer: Officer
}

export type Personas = Readonly<Record<PersonaName, Persona>>

export const personaPlan: SetUpPlan = {
  divisions: [
    { code: '52', name: '黔山省' },
    { code: '5223', name: '南盘州' },
    { code: county, name: '清溪县' },
    { code: township, name: '青山镇' },
    { code: village, name: '白果村' },
    { code: '522399001002', name: '竹园村' },
    { code: '522399002', name: '河口乡' },
    { code: '522399002001', name: '渡口村' },
    { code: nextCounty, name: '邻水县' },
    { code: '522398001', name: '桥头镇' },
    { code: '522398001001', name: '桥头村' },
  ],
  offices: [
    ...Object.values(offices)
      .filter((one) => one !== offices.insurance)
      .map((one) => ({ ...one, kind: 'government' as const })),
    { ...offices.insurance, kind: 'department', datasets: ['medical_insurance', 'medical_settlements'] },
  ],
  officers: Object.entries(people).map(([username, person]) => ({ ...person, username, password: personaPassword })),
}

/** Enters the personas; their user names are their pinyin, their password is `personaPassword`. */
export async function createPersonas(store: Store): Promise<Personas> {
  const roles = loadRoles()
  return store.transaction({ officer: systemOfficer, requestId: 'personas' }, async (ctx) => {
    await setUpOffices(ctx, roles, personaPlan)
    const rows = await ctx.db.selectFrom('officers').select(['id', 'username', 'office_id', 'division_code']).execute()
    const personas = Object.entries(people).map(([username, { name, role, office: at }]) => {
      const row = rows.find((one) => one.username === username)
      if (row === undefined) throw new Error(`persona ${username} is not there`)
      const officer: Officer = {
        id: row.id,
        name,
        officeId: row.office_id,
        area: row.division_code,
        role,
        permissions: new Set(roles.get(role)?.permissions),
        ...(at === offices.insurance ? { datasets: new Set(['medical_insurance', 'medical_settlements']) } : {}),
      }
      return [username, { name: username, username, password: personaPassword, role, officer }]
    })
    return Object.fromEntries(personas) as Personas
  })
}

/** The session token of one persona. */
export async function signInAs(access: Access, { name, username, password }: Persona): Promise<string> {
  const result = await access.signIn({ username, password, address: '127.0.0.1', userAgent: 'test' })
  if ('needsCode' in result) throw new Error(`${name} is asked for a code`)
  return result.token
}

/** Session tokens of all personas, as after logging in one after the other. */
export async function signInAll(access: Access, personas: Personas): Promise<Record<PersonaName, string>> {
  const tokens: [string, string][] = []
  for (const persona of Object.values(personas)) tokens.push([persona.name, await signInAs(access, persona)])
  return Object.fromEntries(tokens) as Record<PersonaName, string>
}

export interface MatrixCell {
  persona: PersonaName
  method: string
  path: string
  /** What `needs` says of this persona; whether the record is found is another question. */
  isAllowed: boolean
}

/** Every route against every persona: who gets past the permission, as the declarations say. */
export function accessMatrix(routes: readonly { method: string; path: string; needs: string }[], personas: Personas): MatrixCell[] {
  return routes.flatMap(({ method, path, needs }) =>
    Object.values(personas).map(({ name, officer }) => ({
      persona: name,
      method,
      path,
      isAllowed: needs === 'public' || needs === 'signed-in' || officer.permissions.has(needs),
    })),
  )
}
