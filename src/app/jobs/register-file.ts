/** The register as of a day, as a file the engine reads like any other. */
import { Problem } from '../../kernel/index.ts'
import { exportRegister } from '../../registry/index.ts'
import { screeningProblems } from '../../screening/server/index.ts'
import type { RunningJob, Store } from '../../store/index.ts'
import type { CountyRequest } from './county-files.ts'

/** Answers how many persons; none where the register did not know the county yet. */
export async function writeRegister({ job, officer, county, asOf }: CountyRequest, to: string): Promise<number> {
  const store = await storeBehind(job, officer)
  const { persons } = await exportRegister(store, { area: county, asOf, to })
  return persons
}

/** A county without a register cannot be screened. */
export function requireRegister(persons: number, asOf: string): void {
  if (persons === 0) throw new Problem(screeningProblems.noRegister, { asOf })
}

/** The register is written outside the wall, which a job's own transactions do not leave. */
async function storeBehind(job: RunningJob, officer: CountyRequest['officer']): Promise<Store> {
  const found: Store[] = []
  await job.transaction(async (ctx) => ctx.afterCommit(async (store) => void found.push(store)), officer)
  const [store] = found
  if (store === undefined) throw new Error('the job has no store')
  return store
}
