/** Our way from a folder to leads, in a process of its own: reading, linking, facts and rules, without what the leads do not need. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Run, runCounty } from '../src/app/pipeline.ts'
import { plainDay } from '../src/kernel/index.ts'
import { loadPolicy } from '../src/policy/index.ts'
import { conditionSql } from '../src/screening/conditions.rules.ts'
import { type Hit, report } from './measured.ts'

export interface OursOptions {
  folder: string
  region: string
  asOf: string
  threads?: number
  /** What the engine may take; the rest of the process comes on top. */
  memory?: string
  hitsTo?: string
  /** How often the rule query is repeated over the facts, to count evaluations. */
  ruleRounds?: number
}

/** Every rule for every household in one query, as the screening asks it; the median of several rounds. */
async function evaluationsPerSecond({ engine, screening }: Run, rounds: number): Promise<number> {
  const answers = screening.rules.map((rule) => `${conditionSql(rule.when, screening)} AS "${rule.id}"`)
  const [counted] = await engine.rows<{ n: number }>('SELECT count(*) AS n FROM household_fact')
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await engine.run(`CREATE OR REPLACE TEMP TABLE answered_again AS SELECT household, ${answers.join(', ')} FROM household_fact`)
    times.push((performance.now() - start) / 1000)
  }
  return ((counted?.n ?? 0) * answers.length) / (times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN)
}

function hitsOf({ leads }: Run): Hit[] {
  return leads.map(({ rule_id, household_number, head_name, evidence }) => ({
    rule_id,
    household_number,
    head_name,
    value: String(evidence[0]?.value ?? ''),
  }))
}

if (import.meta.main) {
  const { folder, region, asOf, threads, memory, hitsTo, ruleRounds } = JSON.parse(process.argv[2] ?? '{}') as OursOptions
  const policy = loadPolicy(join(import.meta.dirname, '../policy'))
  const workFolder = mkdtempSync(join(tmpdir(), 'xianjie-bench-'))
  try {
    const before = process.cpuUsage()
    const run = await runCounty({
      folder,
      region,
      asOf: plainDay(asOf),
      policy,
      workFolder,
      rulesOnly: true,
      ...(threads === undefined ? {} : { threads }),
      ...(memory === undefined ? {} : { memory }),
    })
    const used = process.cpuUsage(before)
    const { read, link, facts, rules } = run.seconds
    const evaluations = ruleRounds === undefined ? {} : { evaluations: await evaluationsPerSecond(run, ruleRounds) }
    report(
      { seconds: { read, link, facts, rules, total: read + link + facts + rules }, leads: run.leads.length, ...evaluations },
      used,
      hitsTo,
      hitsOf(run),
    )
    run.engine.close()
  } finally {
    rmSync(workFolder, { recursive: true, force: true })
  }
}
