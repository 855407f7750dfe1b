/** The screening against an independent reading of the contract, over invented counties with every kind of mess. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generateCounty } from '../../src/app/demo/index.ts'
import { runCounty } from '../../src/app/pipeline.ts'
import { plainDay } from '../../src/kernel/index.ts'
import { loadPolicy } from '../../src/policy/index.ts'

const policy = loadPolicy(join(import.meta.dirname, '../../policy'))
const [region, asOf] = ['522399', '2026-10-31']

interface Answer {
  household_number: string
  rule_id: string
}
interface Truth {
  leads: (Answer & { already_monitored: boolean })[]
  unknowns: Answer[]
  lead_sources: (Answer & { sources: { file: string; sheet: string; row: number }[] })[]
}

const key = ({ household_number, rule_id }: Answer) => `${household_number} ${rule_id}`
const proof = (answer: Answer & Pick<Truth['lead_sources'][number], 'sources'>) =>
  `${key(answer)}: ${[...new Set(answer.sources.map(({ file, sheet, row }) => `${file}/${sheet}/${row}`))].sort().join(', ')}`

/** What the screening says of a county and what the referee says, as sorted lines. */
async function bothReadings(seed: number, households: number) {
  const root = mkdtempSync(join(tmpdir(), 'xianjie-referee-'))
  try {
    const { inputFolder, truthFile } = await generateCounty({ out: root, households, seed, region, asOf })
    const workFolder = join(root, 'work')
    mkdirSync(workFolder)
    const run = await runCounty({ folder: inputFolder, workFolder, region, asOf: plainDay(asOf), policy, rulesOnly: true })
    const unknowns = await run.engine.rows<Answer>('SELECT household_number, rule_id FROM unknown JOIN household USING (household)')
    run.engine.close()
    const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth
    const state = (lead: Truth['leads'][number]) => `${key(lead)}${lead.already_monitored ? ' monitored' : ''}`
    return {
      screened: { leads: run.leads.map(state).sort(), unknowns: unknowns.map(key).sort(), sources: run.leads.map(proof).sort() },
      judged: {
        leads: truth.leads.map(state).sort(),
        unknowns: truth.unknowns.map(key).sort(),
        sources: truth.lead_sources.map(proof).sort(),
      },
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

test.each([
  [1, 200],
  [2, 120],
])("seed %i, %i households: leads, unknowns and sources are the referee's", async (seed, households) => {
  const { screened, judged } = await bothReadings(seed, households)
  expect(screened.leads).toEqual(judged.leads)
  expect(screened.unknowns).toEqual(judged.unknowns)
  expect(screened.sources).toEqual(judged.sources)
})
