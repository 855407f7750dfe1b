/** Small invented folders, read or screened as a whole. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { main } from '../../src/app/commands.ts'
import { type Engine, openEngine } from '../../src/engine/index.ts'
import { type IntakeReport, identityIssues, readFolder, uniteRegister } from '../../src/intake/index.ts'
import { workbook } from '../../src/intake/readers/zip-writer.test-support.ts'
import { checkDigit, plainDay } from '../../src/kernel/index.ts'
import { loadPolicy } from '../../src/policy/index.ts'

export const region = '522399'
export const asOf = plainDay('2026-10-31')
const policy = loadPolicy(join(import.meta.dirname, '../../policy'))

export type Cell = string | null
export type Row = readonly Cell[]

/** The number of an invented person; sound, and in no real division. */
export function idOf(n: number, born = '19800101'): string {
  const first17 = `990101${born}${String(n).padStart(3, '0')}`
  return first17 + checkDigit(first17)
}

export const registerHeader = [
  '县',
  '乡镇',
  '村',
  '行政村代码',
  '户编号',
  '姓名',
  '证件号码',
  '与户主关系',
  '户类型',
  '家庭人口数',
  '人均纯收入',
  '联系电话',
]

/** The register row of person `n`, head of household `H<n>`. */
export function registerRow(n: number, more: Partial<Record<string, Cell>> = {}): Cell[] {
  const values: Record<string, Cell> = {
    县: '某县',
    乡镇: '甲乡',
    村: '一村',
    行政村代码: `${region}001001`,
    户编号: `H${n}`,
    姓名: `张${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
    证件号码: idOf(n),
    与户主关系: '户主',
    户类型: '一般农户',
    家庭人口数: '1',
    人均纯收入: '20000',
    联系电话: null,
  }
  return registerHeader.map((header) => (header in more ? (more[header] ?? null) : (values[header] ?? null)))
}

/** A register of `count` households of one person each. */
export const register = (count = 6, more: Partial<Record<string, Cell>> = {}): Row[] => [
  registerHeader,
  ...Array.from({ length: count }, (_, i) => registerRow(i + 1, more)),
]

const quoted = (cell: Cell) => (cell !== null && /[",\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : (cell ?? ''))

/** Rows as text; a row without cells is a blank line. */
export const csv = (rows: readonly Row[], separator = ',') => rows.map((row) => `${row.map(quoted).join(separator)}\r\n`).join('')

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** The `row` elements of a sheet; a row without cells is not written, as Excel does; a cell may be XML of its own, beginning with `<c`. */
export const xmlRows = (rows: readonly Row[]) =>
  rows
    .map((row, i) => {
      const cells = row.map((cell, column) => {
        if (cell === null) return ''
        const address = `${columnName(column)}${i + 1}`
        return cell.startsWith('<c')
          ? cell.replace('<c', `<c r="${address}"`)
          : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      })
      return row.length === 0 ? '' : `<row r="${i + 1}">${cells.join('')}</row>`
    })
    .join('')

export const xlsx = (...sheets: { name: string; rows: readonly Row[]; state?: string; tail?: string }[]) =>
  workbook({ sheets: sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: xmlRows(rows) })) })

export type Files = Record<string, string | Buffer>

const scratch = mkdtempSync(join(tmpdir(), 'xianjie-test-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

/** A new folder with these files. */
export function folderOf(files: Files): string {
  const folder = join(scratch, `folder-${made++}`)
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** A path where nothing is yet. */
export const freshPath = (name = 'out') => join(folderOf({}), name)

export interface ReadFolder {
  engine: Engine
  intake: IntakeReport
  /** `row column code found severity` of every issue of a file. */
  issues(file: string): Promise<[row: number, column: string, code: string, found: string][]>
  rows<T extends object>(sql: string): Promise<T[]>
}

const opened: Engine[] = []
afterAll(() => {
  for (const engine of opened) engine.close()
})

/** Reads the files, with the register of six households beside them unless there is one among them. */
export async function readFiles(files: Files): Promise<ReadFolder> {
  const workFolder = folderOf({})
  const folder = folderOf(
    Object.keys(files).some((name) => name.includes('register')) ? files : { 'register.csv': csv(register()), ...files },
  )
  const engine = await openEngine({ folder: workFolder, threads: 2 })
  opened.push(engine)
  const intake = await readFolder(engine, { folder, workFolder, policy, asOf })
  await uniteRegister(engine, intake, { region, asOf })
  await identityIssues(engine, intake, asOf)
  const rows = <T extends object>(sql: string) => engine.rows<T>(sql)
  return {
    engine,
    intake,
    rows,
    issues: async (file) => {
      const found = await rows<{ row_no: number; column_header: string; code: string; found: string }>(
        `SELECT i.row_no, i.column_header, i.code, i.found FROM issue i JOIN sheet s USING (sheet_no) WHERE s.file = '${file}' ORDER BY i.sheet_no, i.row_no, i.column_header`,
      )
      return found.map((issue) => [issue.row_no, issue.column_header, issue.code, issue.found])
    },
  }
}

export interface Ended {
  code: number
  stdout: string
  stderr: string
  /** The last line on stderr. */
  line: string
}

/** Runs the command line in this process. */
export async function run(...args: string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const listeners = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((piece) => {
      said[stream] += piece
      return true
    }),
  )
  try {
    const code = await main(args)
    return { code, ...said, line: said.stderr.trim().split('\n').at(-1) ?? '' }
  } finally {
    for (const listener of listeners) listener.mockRestore()
  }
}

/** `xianjie screen` on a folder. */
export const screen = (folder: string, out: string, ...more: string[]) =>
  run('screen', folder, '--region', region, '--as-of', asOf, '--out', out, '--threads', '1', ...more)

/** The records of a result file by header, the byte order mark and CRLF taken for granted. */
export function resultRows(out: string, name: string): Record<string, string>[] {
  const [header = [], ...lines] = records(readFileSync(join(out, name), 'utf8').slice(1))
  return lines.map((cells) => Object.fromEntries(header.map((column, i) => [column, cells[i] ?? ''])))
}

/** RFC 4180, strictly: throws on what a strict reader would not take. */
export function records(text: string): string[][] {
  const found: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
    cell.lastIndex = at
    const match = cell.exec(text)
    if (!match) throw new Error(`not RFC 4180 at ${at}`)
    row.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    at += match[0].length
    if (text.startsWith('\r\n', at)) {
      found.push(row)
      row = []
      at += 2
    } else if (text[at] === ',') at += 1
    else throw new Error(`not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at - 20, at + 20))}`)
  }
  return found
}

/** Names in the folder above a result folder: nothing of a run may be left there. */
export const leftBehind = (out: string) => readdirSync(dirname(out)).filter((name) => name.startsWith('.xianjie-'))
