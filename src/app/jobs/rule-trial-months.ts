/** Each month screened with the policy as it is and with the change, on the same rows. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plainDay } from '../../kernel/index.ts'
import { ScreeningRun, screen } from '../../screening/index.ts'
import type { TrialMonth } from '../../screening/server/index.ts'
import { type Run, runCounty } from '../pipeline.ts'
import { changedPolicy, rulesConcerned } from './changed-policy.rules.ts'
import { trialFile } from './found-files.ts'
import { policyWith } from './policy-with.ts'
import type { TrialTask } from './screening-process.ts'
import { trialLeadsSql } from './screening-results.sql.ts'

/** A month's list shows this many households; how many there are is told beside. */
const mostHouseholds = 200

/** Leaves one entry per month, oldest first. */
export async function tryMonths(
  folder: string,
  task: TrialTask,
  say: (line: string, done: { done: number; of: number }) => void,
): Promise<void> {
  const months: TrialMonth[] = []
  for (const [index, month] of task.months.entries()) {
    say(`试算 ${month.asOf.slice(0, 7)}`, { done: index, of: task.months.length })
    months.push(await tryMonth(folder, task, month))
  }
  await writeFile(join(folder, trialFile), JSON.stringify(months), { mode: 0o600 })
}

interface TrialLead {
  household_number: string
  head_name: string
  township: string
  village: string
  rule_id: string
}

async function tryMonth(folder: string, task: TrialTask, month: TrialTask['months'][number]): Promise<TrialMonth> {
  const { policy, ...sheets } = await policyWith(task, month.choices)
  const run = await runCounty({
    folder: join(folder, 'input', month.folder),
    workFolder: join(folder, 'work'),
    region: task.region,
    asOf: plainDay(month.asOf),
    policy,
    ...sheets,
    memory: task.memory,
    ...(task.threads === undefined ? {} : { threads: task.threads }),
    rulesOnly: true,
  })
  try {
    const before = await leadsNow(run)
    const changed = new ScreeningRun({ ...run.screening.options, policy: changedPolicy(policy, task.region, task) })
    await screen(run.engine, changed.options)
    return compared(month.asOf, before, await leadsNow(run), rulesConcerned(policy, task), task.ruleId !== undefined)
  } finally {
    run.engine.close()
  }
}

const leadsNow = (run: Run): Promise<TrialLead[]> => run.engine.rows<TrialLead>(trialLeadsSql)

/** A rule that reads a parameter only through a fact counts where its leads differ. */
function compared(asOf: string, before: TrialLead[], after: TrialLead[], concerned: Set<string>, isOneRule: boolean): TrialMonth {
  const key = (lead: TrialLead) => `${lead.household_number}|${lead.rule_id}`
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
  const more = after.filter((lead) => !had.has(key(lead)))
  const fewer = before.filter((lead) => !has.has(key(lead)))
  const rules = isOneRule ? concerned : new Set([...concerned, ...[...more, ...fewer].map(({ rule_id }) => rule_id)])
  const ofRules = (leads: TrialLead[]) => leads.filter(({ rule_id }) => rules.has(rule_id))
  return {
    asOf,
    before: ofRules(before).length,
    after: ofRules(after).length,
    moreCount: ofRules(more).length,
    fewerCount: ofRules(fewer).length,
    more: households(ofRules(more)),
    fewer: households(ofRules(fewer)),
  }
}

function households(leads: TrialLead[]): TrialMonth['more'] {
  const byHousehold = Map.groupBy(leads, ({ household_number }) => household_number)
  return [...byHousehold]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, mostHouseholds)
    .map(([householdNumber, own]) => ({
      householdNumber,
      headName: own[0]?.head_name ?? '',
      township: own[0]?.township ?? '',
      village: own[0]?.village ?? '',
      ruleIds: own.map(({ rule_id }) => rule_id),
    }))
}
