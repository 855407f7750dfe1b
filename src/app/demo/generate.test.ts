/** The invented county: repeatable, valid, truly messy, and every row where the truth says it is. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CountySummary, generateCounty } from './generate.ts'
import { isValidNumber } from './identity.ts'
import { identityMess } from './mess-identity.ts'
import type { TruthCellError, TruthLink, TruthQuality } from './truth-file.ts'

interface Truth {
  mess: Record<string, number>
  unknown_everywhere: string[]
  leads: { household_number: string; rule_id: string; confirmed: boolean }[]
  links: TruthLink[]
  cell_errors: TruthCellError[]
  quality: TruthQuality[]
  lead_sources: { household_number: string; rule_id: string; sources: { file: string; sheet: string; row: number }[] }[]
  skipped: { file: string }[]
}

const folder = mkdtempSync(join(tmpdir(), 'county-'))
afterAll(() => rmSync(folder, { recursive: true }))

const filesBelow = (root: string): string[] =>
  (readdirSync(root, { recursive: true }) as string[]).filter((file) => statSync(join(root, file)).isFile()).toSorted()
const hashOf = (root: string): string => {
  const hash = createHash('sha256')
  for (const file of filesBelow(root)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
const truthOf = (name: string): Truth => JSON.parse(readFileSync(join(folder, name, 'truth.json'), 'utf8')) as Truth

/** Every cell of a file as a spreadsheet program shows it: sheet, row, cells; read by another hand than the writer's. */
const cellsOf = (file: string): Map<string, string[]> => {
  const bytes = readFileSync(file)
  const rows = new Map<string, string[]>()
  if (/\.(csv|tsv)$/.test(file)) {
    const text = (isUtf8(bytes) ? new TextDecoder('utf-8') : new TextDecoder('gb18030')).decode(bytes)
    const records = text.split('\r\n')
    for (const [index, line] of records.entries()) rows.set(`|${index + 1}`, line.split(file.endsWith('tsv') ? '\t' : ','))
    return rows
  }
  const book = read(bytes, { raw: true })
  for (const name of book.SheetNames) {
    for (const [at, cell] of Object.entries(book.Sheets[name] as Record<string, { v?: unknown; w?: string; t?: string }>)) {
      const key = `${name}|${at.replace(/^[A-Z]+/, '')}`
      rows.set(key, [...(rows.get(key) ?? []), String((cell.t === 'e' ? cell.w : cell.v) ?? '')])
    }
  }
  return rows
}
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

describe('a messy county of 300 households', () => {
  let summary: CountySummary
  let truth: Truth
  const books = new Map<string, Map<string, string[]>>()
  const rowAt = (place: { file: string; sheet: string; row: number }): string[] => {
    const known = books.get(place.file) ?? cellsOf(join(folder, 'messy', 'input', place.file))
    books.set(place.file, known)
    return known.get(`${place.sheet}|${place.row}`) ?? []
  }
  beforeAll(async () => {
    summary = await generateCounty({ out: join(folder, 'messy'), households: 300, seed: 42, region: '520181', previous: true })
    truth = truthOf('messy')
  })

  it('is the same byte for byte from the same seed', async () => {
    await generateCounty({ out: join(folder, 'again'), households: 300, seed: 42, region: '520181', previous: true })
    await generateCounty({ out: join(folder, 'other'), households: 300, seed: 43, region: '520181', previous: true })
    expect(hashOf(join(folder, 'again'))).toBe(hashOf(join(folder, 'messy')))
    expect(hashOf(join(folder, 'other'))).not.toBe(hashOf(join(folder, 'messy')))
  })

  it.each(identityMess.map(({ kind }) => kind))('plants %s', (kind) => {
    expect(truth.mess[kind]).toBeGreaterThan(0)
  })

  it.each([
    'repeated_row',
    'repeated_across_files',
    'register_overlap',
    'outside_region',
    'namesakes',
    'stranger',
    'stranger_namesake',
    'village_committee',
    'village_with_township',
    'village_bare',
    'day_serial',
    'day_month_only',
    'day_compact',
    'day_chinese',
    'day_dot',
    'register_net_unreadable',
    'register_net_empty',
    'register_card_20',
    'quality:1_01_001',
    'quality:1_01_003',
    'quality:register_conflict',
    'formula_cached',
    'cell_uncached:medical_settlements.total',
  ])('plants %s too', (kind) => {
    expect(truth.mess[kind]).toBeGreaterThan(0)
  })

  it('says where each row stands, as another program counts rows', () => {
    const named = truth.links.filter(({ mess, expected }) => mess === 'none' && expected === 'linked')
    expect(named.length).toBeGreaterThan(3_000)
    const misplaced = named.filter((link) => !rowAt(link).includes(link.person_id_number))
    expect(misplaced).toEqual([])
  })

  it('says which cells cannot be read', () => {
    expect(truth.cell_errors.length).toBeGreaterThan(20)
    const odd = /去年|待|约|若干|附件|左右|#N\/A|2026-13-45|近期|春节|其它|优抚|衔接|未知|部分|^E$|五级/
    expect(
      truth.cell_errors.filter((error) => error.kind !== 'formula_without_value' && !rowAt(error).some((cell) => odd.test(cell))),
    ).toEqual([])
  })

  it('leaves strangers with valid numbers that nobody in the register has', () => {
    const residents = new Set(truth.links.map(({ person_id_number }) => person_id_number))
    const strangers = truth.links
      .filter(({ mess }) => mess === 'stranger' || mess === 'stranger_namesake')
      .map((link) => rowAt(link).find((cell) => /^\d{17}[\dX]$/.test(cell)))
    expect(strangers.length).toBeGreaterThan(50)
    expect(strangers.filter((number) => number === undefined || !isValidNumber(number) || residents.has(number))).toEqual([])
  })

  it('proves every lead by at least one row that exists', () => {
    expect(truth.lead_sources.length).toBe(truth.leads.length)
    expect(truth.lead_sources.filter(({ sources }) => sources.length === 0 || sources.some((place) => rowAt(place).length === 0))).toEqual(
      [],
    )
  })

  it('has every kind of file', () => {
    const endings = new Set(filesBelow(summary.inputFolder).map((file) => file.slice(file.lastIndexOf('.'))))
    expect([...endings].toSorted()).toEqual(['.csv', '.tsv', '.xls', '.xlsx'])
    expect(filesBelow(summary.previousFolder as string).length).toBe(19)
    expect(truth.skipped.length).toBe(4)
  })
})

describe('a tidy county of 2000 households', () => {
  let summary: CountySummary
  let register: string[][]
  let truth: Truth
  beforeAll(async () => {
    summary = await generateCounty({ out: join(folder, 'tidy'), households: 2_000, seed: 1, mess: 'none', format: 'csv' })
    truth = truthOf('tidy')
    const text = readFileSync(join(summary.inputFolder, '农户信息/农户家庭成员信息.csv'), 'utf8')
    register = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
  })

  it('gives every member a valid number of his own', () => {
    const numbers = register.map((cells) => cells[8] as string)
    expect(numbers.filter((number) => !isValidNumber(number))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.length).toBe(summary.persons)
  })

  it('has the shape of a real county', () => {
    expect(summary.persons / summary.households).toBeCloseTo(3.75, 0)
    expect(summary.departmentRows / summary.households).toBeGreaterThan(14.5)
    expect(summary.departmentRows / summary.households).toBeLessThan(18.5)
    const heads = register.filter((cells) => cells[12] === '户主')
    const lifted = heads.filter((cells) => cells[13] === '脱贫户').length / heads.length
    expect(lifted).toBeGreaterThan(0.22)
    expect(lifted).toBeLessThan(0.3)
    const monitored = heads.filter((cells) => cells[14] !== '').length / heads.length
    expect(monitored).toBeGreaterThan(0.02)
    expect(monitored).toBeLessThan(0.045)
  })

  it('has alerts of which few would be confirmed', () => {
    const confirmed = truth.leads.filter((lead) => lead.confirmed).length / truth.leads.length
    expect(confirmed).toBeGreaterThan(0.007)
    expect(confirmed).toBeLessThan(0.14)
    expect(truth.leads.length / summary.households).toBeLessThan(0.3)
  })

  it('names the rule that no household can be judged by', () => {
    expect(truth.unknown_everywhere).toEqual(['income-below-line'])
  })
})
