/** kill -9 of the server, or of its database, while a village works on its cases: nothing acknowledged is lost, nothing is doubled, and the events tell the same rows. */
import { caseDay, caseDayHeld, caseDaySql, casesAstray } from './case-day.ts'
import type { Verdict } from './drill.ts'
import { databaseUrlOf, moments, onCopy, strike, told } from './drill-server.ts'
import { drilled, type KillPlan, unlike } from './drill-server-kinds.ts'

const households = 9

/** Kills at random moments of the day, as long as it goes on. */
export async function caseKills(plan: KillPlan): Promise<Verdict> {
  const { prepared } = plan
  const chance = moments('cases')
  const dayAt = (address: string) => caseDay({ address, password: prepared.password, households })
  let seconds = 0
  await onCopy(prepared, 'filled', async (site) => {
    const start = performance.now()
    await dayAt(site.program.address)
    seconds = (performance.now() - start) / 1000
  })
  return drilled(plan, '帮扶事项办理', (victim, kills) =>
    onCopy(prepared, 'filled', async (site) => {
      const state = { isOver: false }
      const day = dayAt(site.program.address).finally(() => {
        state.isOver = true
      })
      day.catch(() => undefined)
      let hits = 0
      for (let n = 0; n < kills && !state.isOver; n += 1) {
        await new Promise((done) => setTimeout(done, chance() * seconds * 500))
        if (state.isOver) break
        await strike(site, victim)
        hits += 1
      }
      const worked = await day
      const held = await told<object>(site, caseDaySql(worked))
      const astray = await casesAstray(site.data, databaseUrlOf(site))
      return {
        hits,
        wrong: [
          ...unlike(held, caseDayHeld(worked.length)),
          ...(worked.length === households ? [] : [`只有 ${worked.length} 户`]),
          ...astray.map((id) => `事项 ${id} 的行与经过不符`),
        ],
      }
    }),
  )
}
