/** An empty system in real use: the three administrators of a county, who open everybody else. */
import { administratorsPlan, type SetUpAccount, setUpOffices } from '../../access/index.ts'
import { Problem, parseDivisionCode } from '../../kernel/index.ts'
import { systemOfficer } from '../../store/index.ts'
import { runProblems } from '../problems.ts'
import type { Running } from './serve.ts'

/** Opens system, security and audit administrator of `region` where there is no officer yet; each changes the first password at log-in. */
export async function openFirstOfficers({ store, access }: Running, region: string): Promise<SetUpAccount[]> {
  if (parseDivisionCode(region) === undefined || region.length !== 6) throw new Problem(runProblems.badRegion, { region })
  const { rowCount } = await store.asOwner((client) => client.query('SELECT FROM officers LIMIT 1'))
  if (rowCount !== 0) return []
  return store.transaction({ officer: systemOfficer, requestId: 'first-officers' }, (ctx) =>
    setUpOffices(ctx, access.roles, administratorsPlan(region)),
  )
}
