/** A run's files against the truth: a perfect run scores one, each fault shows where it belongs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseCsv, scoreRun, scoreTable } from './score.ts'

const folder = mkdtempSync(join(tmpdir(), 'score-'))
afterAll(() => rmSync(folder, { recursive: true }))
const place = { file: 'a.csv', sheet: '', row: 2 }
const truth = {
  unknown_everywhere: ['income-below-line'],
  leads: [
    { household_number: 'H1', rule_id: 'appeal', already_monitored: false, confirmed: false },
    { household_number: 'H2', rule_id: 'dropout', already_monitored: false, confirmed: true },
  ],
  unknowns: [{ household_number: 'H3', rule_id: 'uninsured' }],
  links: [
    { ...place, household_number: 'H1', person_id_number: '52018119800101001X', mess: 'id_spaces', expected: 'linked' },
    { ...place, row: 3, household_number: '', person_id_number: '', mess: 'stranger', expected: 'unlinked' },
    { ...place, row: 4, household_number: 'H2', person_id_number: '520181198001010028', mess: 'id_masked', expected: 'either' },
  ],
  cell_errors: [{ ...place, column: '结算\n日期', kind: 'day' }],
  lead_sources: [
    { household_number: 'H1', rule_id: 'appeal', sources: [place] },
    { household_number: 'H2', rule_id: 'dropout', sources: [place, { ...place, row: 9 }] },
  ],
}
const truthPath = join(folder, 'truth.json')
writeFileSync(truthPath, JSON.stringify(truth))

const quoted = (value: unknown): string => `"${JSON.stringify(value).replaceAll('"', '""')}"`
const write = (leads: string[], links: string[]): void => {
  writeFileSync(join(folder, 'leads.csv'), `\ufefflead_id,household_number,rule_id,sources\r\n${leads.join('\r\n')}\r\n`)
  writeFileSync(join(folder, 'links.csv'), `file,sheet,row,household_number,person_id_number\r\n${links.join('\r\n')}\r\n`)
  writeFileSync(join(folder, 'unknowns.csv'), 'household_number,rule_id,missing_facts\r\nH3,uninsured,x\r\nH3,income-below-line,x\r\n')
  writeFileSync(join(folder, 'row-issues.csv'), 'file,sheet,row,column,code\r\na.csv,,2,结算日期,day\r\n')
}
const allSources = [place, { ...place, row: 9 }]

describe('scoring a run', () => {
  it('gives a perfect run full marks', () => {
    write(
      [`1,H1,appeal,${quoted([place])}`, `2,H2,dropout,${quoted(allSources)}`],
      ['a.csv,,2,H1,52018119800101001X', 'a.csv,,3,,', 'a.csv,,4,,'],
    )
    const score = scoreRun(folder, truthPath)
    expect(score.leads.f1).toBe(1)
    expect(score.unknowns.f1).toBe(1)
    expect(score.links?.f1).toBe(1)
    expect(score.cellErrors.share).toBe(1)
    expect(score.sources.share).toBe(1)
    expect(scoreTable(score)).toContain('leads')
  })

  it('counts a missed lead, a false one and a source too few', () => {
    write([`1,H1,appeal,${quoted(allSources)}`, `3,H9,appeal,${quoted([])}`], [])
    const score = scoreRun(folder, truthPath)
    expect(score.leads).toMatchObject({ expected: 2, reported: 2, right: 1, precision: 0.5, recall: 0.5 })
    expect(score.sources).toMatchObject({ compared: 1, exact: 0 })
  })

  it('counts a linked stranger as wrong and an unlinked resident as missed', () => {
    write([], ['a.csv,,2,,', 'a.csv,,3,H1,52018119800101001X', 'a.csv,,4,H2,520181198001010028'])
    const score = scoreRun(folder, truthPath)
    expect(score.links).toMatchObject({ expected: 2, reported: 2, right: 1 })
    expect(score.linkFaults).toMatchObject({ stranger: { wrong: 1 }, id_spaces: { missed: 1 } })
  })

  it('reads quoted cells with commas, quotes and line breaks', () => {
    expect(parseCsv('a,b\r\n"1,""2""\r\n3",x\r\n')).toEqual([{ a: '1,"2"\r\n3', b: 'x' }])
  })
})
