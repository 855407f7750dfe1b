/** For tests: the personas' county with an office of civil affairs in it, its liaison, and signed authorisations. */
import { loadRoles } from '../../src/access/index.ts'
import type { Context, Officer } from '../../src/store/index.ts'
import { type CaseCounty, caseCounty } from '../cases/cases.test-support.ts'
import { asker } from '../database/database.test-support.ts'

export interface JointCounty extends CaseCounty {
  /** Of the county's civil affairs. */
  liaison: Officer
  /** Of a second office that hands in the relief list too. */
  otherLiaison: Officer
  with<T>(officer: Officer, work: (ctx: Context) => Promise<T>): Promise<T>
  authorise(householdId: number, scope?: readonly string[], untilOn?: string): Promise<void>
}

export async function jointCounty(copies = 2): Promise<JointCounty> {
  const county = await caseCounty(copies)
  const made = async (division: string, name: string, username: string): Promise<Officer> => {
    const { rows } = await county.store.asOwner((client) =>
      client.query<{ id: number; office: number }>(
        `WITH f AS (INSERT INTO offices (division_code, kind, name, datasets, valid_from) VALUES ($1, 'department', $2, '{relief}', '2020-01-01') RETURNING id)
        INSERT INTO officers (division_code, office_id, username, name, role, valid_from)
        SELECT $1, f.id, $3, $2 || '联络员', 'department_liaison', '2020-01-01' FROM f RETURNING id, office_id AS office`,
        [division, name, username],
      ),
    )
    const [row] = rows
    return {
      id: Number(row?.id),
      name: `${name}联络员`,
      officeId: Number(row?.office),
      area: division,
      role: 'department_liaison',
      permissions: new Set<string>(loadRoles().get('department_liaison')?.permissions),
      datasets: new Set(['relief']),
    }
  }
  let keys = 0
  return {
    ...county,
    liaison: await made('522399', '清溪县民政局', 'minzheng'),
    otherLiaison: await made('522399', '清溪县社会救助中心', 'jiuzhu'),
    with: (officer, work) => county.store.transaction(asker(officer), work),
    async authorise(householdId, scope = ['property', 'relief'], untilOn = '2027-08-01') {
      keys += 1
      await county.store.asOwner((client) =>
        client.query(
          `INSERT INTO authorisations (division_code, household_id, client_key, signers, scope, signed_on, until_on, wording, officer_name, received_at)
          SELECT division_code, id, $2, '[]', $3, '2026-08-01', $4, '同意', '李明', '2026-08-01T02:00:00Z' FROM households WHERE id = $1`,
          [householdId, `joint-authorisation-${keys}`, scope, untilOn],
        ),
      )
    },
  }
}
