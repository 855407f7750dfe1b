/** The invented county's files as departments would hand them in: what adds up month by month, everything else once. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'

export interface FileToHandIn {
  path: string
  /** Folder of the department below the input folder. */
  department: string
  month: string
  /** The national system's export. */
  isRegister: boolean
}

const registerFolder = '乡村振兴局'

/** Files whose rows carry a month of the last `months` are cut into one file a month; the latest month comes first. */
export async function filesToHandIn(input: string, month: string, months: number): Promise<FileToHandIn[]> {
  const found: FileToHandIn[] = []
  for (const path of await pathsBelow(input)) {
    const department = relative(input, path).split(sep)[0] ?? ''
    const isRegister = department === registerFolder
    const parts = isRegister || months <= 1 ? undefined : await cutByMonth(path, month, months)
    if (parts === undefined) found.push({ path, department, month, isRegister })
    else found.push(...parts.map((part) => ({ ...part, department, isRegister })))
  }
  const rank = (file: FileToHandIn) => (file.isRegister ? 0 : 1)
  return found.sort((one, other) => rank(one) - rank(other) || other.month.localeCompare(one.month) || one.path.localeCompare(other.path))
}

async function pathsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Headers of days on which a settlement, an illness, a death, an accident, a disaster or an appeal happened. */
const eventHeader = /^(结算日期|结算时间|出院日期|确诊日期|确诊时间|死亡日期|事故日期|发生时间|受灾日期|受灾时间|受理日期|来访时间)$/

async function cutByMonth(path: string, last: string, months: number): Promise<{ path: string; month: string }[] | undefined> {
  const text = textOf(await readFile(path))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const comma = extname(path) === '.tsv' ? '\t' : ','
  const header = lines.findIndex((line) => cellsOf(line, comma).some((cell) => eventHeader.test(plain(cell))))
  if (header < 0 || lines.some((line) => line.split('"').length % 2 === 0)) return undefined
  const column = cellsOf(lines[header] ?? '', comma).findIndex((cell) => eventHeader.test(plain(cell)))
  const first = addMonths(last, 1 - months)
  const parts = new Map<string, string[]>()
  for (const line of lines.slice(header + 1)) {
    const said = /(20\d\d)[-/.年]?(\d{1,2})/.exec(cellsOf(line, comma)[column] ?? '')
    const month = said === null ? last : `${said[1]}-${String(said[2]).padStart(2, '0')}`
    const kept = month > last ? last : month < first ? first : month
    parts.set(kept, [...(parts.get(kept) ?? []), line])
  }
  const folder = join(dirname(path), '按月')
  await mkdir(folder, { recursive: true })
  const made: { path: string; month: string }[] = []
  for (const [month, rows] of parts) {
    const part = join(folder, `${basename(path, extname(path))}_${month}${extname(path)}`)
    await writeFile(part, [...lines.slice(0, header + 1), ...rows, ''].join('\n'))
    made.push({ path: part, month })
  }
  return made
}

/** Departments write UTF-8 or GB18030; the parts are UTF-8. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** A separator between quotes is part of its cell. */
function cellsOf(line: string, separator: string): string[] {
  const cells = ['']
  let isQuoted = false
  for (const sign of line) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === separator && !isQuoted) cells.push('')
    else cells[cells.length - 1] += sign
  }
  return cells
}

const plain = (cell: string): string => cell.replace(/[\s*"\uFEFF]/g, '')

function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
