/** The register as one CSV in the layout of the national export, for the program's own screening: the database writes the lines, the program opens the sealed cells. */
import { createWriteStream } from 'node:fs'
import { Transform, type TransformCallback } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { to as copyTo } from 'pg-copy-streams'
import { areaEnd, type Store } from '../store/index.ts'

export interface RegisterExport {
  /** Division whose households are written. */
  area: string
  asOf: string
  /** Made readable by its owner only; must not exist. */
  to: string
}

/** Column header, and the SQL of its cell: `h` household, `s` its state, `p` the person's. What speaks of the household alone is written once for all its members. */
type Column = readonly [header: string, cell: string]
const household = (name: string) => `s.values->>'${name}'`
const person = (name: string) => `p.values->>'${name}'`

const before: readonly Column[] = [
  ['县', `''`],
  ['乡镇', 'h.township'],
  ['行政村', 'h.village'],
  ['行政村代码', 's.division_code'],
  ['村民小组', household('group_name')],
  ['户编号', 'h.household_number'],
  ['人编号', person('person_number')],
  ['姓名', 'p.name'],
]
const after: readonly Column[] = [
  ['性别', person('sex')],
  ['出生日期', person('born_on')],
  ['民族', person('ethnicity')],
  [
    '与户主关系',
    `CASE WHEN p.is_head THEN '户主' WHEN p.values->>'relation_to_head' = '户主' THEN '其他' ELSE p.values->>'relation_to_head' END`,
  ],
  ['户类型', household('household_kind')],
  ['监测对象类别', household('monitored_kind')],
  ['识别监测时间', household('identified_on')],
  ['风险是否已消除', household('is_cleared')],
  ['消除监测时间', household('cleared_on')],
  ...[1, 2, 3, 4, 5].map((n) => [`致贫/返贫风险${n}`, household(`risk_factor_${n}`)] as const),
  ['文化程度', person('education')],
  ['在校生状况', person('schooling')],
  ['健康状况', person('health_status')],
  ['劳动技能', person('labour_ability')],
  ['家庭人口数', household('household_size')],
  ['工资性收入', household('wage_income')],
  ['生产经营性收入', household('business_income')],
  ['财产性收入', household('property_income')],
  ['转移性收入', household('transfer_income')],
  ['生产经营性支出', household('business_expense')],
  ['人均纯收入', household('net_income_per_head')],
  ['享受低保政策情况', person('dibao')],
  ['享受特困供养政策情况', person('tekun')],
]
export const exportHeaders: readonly string[] = [...before, ['证件号码'], ...after, ['联系电话'], ['家庭成员联系电话']].map(
  ([header]) => header ?? '',
)

/** SQL: a cell that is quoted only where it must be; most never are, so those that cannot need it are not looked at. */
const quoted = (cell: string) => `CASE WHEN ${cell} ~ '[",\\r\\n]' THEN '"' || replace(${cell}, '"', '""') || '"' ELSE ${cell} END`
const free = new Set(['乡镇', '行政村', '村民小组', '户编号', '人编号', '姓名', '健康状况'])
const cellOf = ([header, cell]: Column) => `coalesce(${free.has(header) ? quoted(cell) : cell}, '')`

/** Neighbouring columns of one kind as one piece of text; pieces of the household get a name, `home_1`, `home_2`, … */
function piecesOf(columns: readonly Column[], homes: string[]): string {
  const pieces: { isHome: boolean; cells: string[] }[] = []
  for (const column of columns) {
    const isHome = !column[1].includes('p.')
    const last = pieces.at(-1)
    if (last?.isHome === isHome) last.cells.push(cellOf(column))
    else pieces.push({ isHome, cells: [cellOf(column)] })
  }
  const named = pieces.map(({ isHome, cells }) => {
    const text = cells.join(` || ',' || `)
    return isHome ? `home_${homes.push(text)}` : text
  })
  return named.join(` || ',' || `)
}

const homes: string[] = []
const firstCells = piecesOf(before, homes)
const laterCells = piecesOf(after, homes)
const day = (asOf: string) => (/^\d{4}-\d{2}-\d{2}$/.test(asOf) ? `'${asOf}'::date` : 'NULL')
const onDay = (table: string, asOf: string) =>
  `${table}.replaced_by IS NULL AND ${table}.from_on <= ${day(asOf)} AND (${table}.until_on IS NULL OR ${table}.until_on > ${day(asOf)})`

/** Writes the register of an area as of a day with full values; answers how many persons. For jobs only: it runs as the owner, outside the wall. */
export async function exportRegister(store: Store, { area, asOf, to }: RegisterExport): Promise<{ households: number; persons: number }> {
  if (!/^\d*$/.test(area)) throw new RangeError(`not a division: ${area}`)
  const lines = new OpenedLines(store)
  await store.asOwner(async (client) => {
    const inArea = (table: string) => `${table}.division_code >= '${area}' AND ${table}.division_code < '${areaEnd(area)}'`
    const source = client.query(
      copyTo(`COPY (WITH home AS MATERIALIZED (SELECT h.id, s.division_code, ${homes.map((text, at) => `${text} AS home_${at + 1}`).join(', ')}
          FROM household_states s JOIN households h ON h.id = s.household_id WHERE ${onDay('s', asOf)})
        SELECT home.id, ${firstCells}, encode(p.id_number_sealed, 'base64'), ${laterCells}, encode(p.phone_sealed, 'base64'), encode(p.other_phone_sealed, 'base64')
        FROM person_states p JOIN home ON home.id = p.household_id WHERE ${onDay('p', asOf)} AND ${inArea('p')}
        ORDER BY home.division_code, home.id, p.is_head DESC, p.person_id) TO STDOUT WITH (FORMAT text, NULL '')`),
    )
    await pipeline(source, lines, createWriteStream(to, { mode: 0o600, flags: 'wx' }))
  })
  return { households: lines.households, persons: lines.persons }
}

/** From lines of the database to lines of the CSV: sealed cells opened, a phone of the neighbour in the file not opened again. Bytes pass as they are, a character each: only the sealed cells are text to us. */
class OpenedLines extends Transform {
  households = 0
  persons = 0
  readonly #store: Store
  readonly #opened = new Map<string, string>()
  #rest = ''
  #household = ''

  constructor(store: Store) {
    super({ highWaterMark: 1 << 20 })
    this.#store = store
    this.push(`${exportHeaders.join(',')}\r\n`)
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      const lines = (this.#rest + chunk.toString('latin1')).split('\n')
      this.#rest = lines.pop() ?? ''
      done(null, this.#written(lines))
    } catch (error) {
      done(error as Error)
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      done(null, this.#written(this.#rest === '' ? [] : [this.#rest]))
    } catch (error) {
      done(error as Error)
    }
  }

  #written(lines: readonly string[]): Buffer {
    let text = ''
    for (const line of lines) text += this.#line(line)
    return Buffer.from(text, 'latin1')
  }

  #line(line: string): string {
    const [household = '', first = '', id = '', second = '', phone = '', other = ''] = line.split('\t')
    if (household !== this.#household) this.households += 1
    this.#household = household
    this.persons += 1
    return `${unescaped(first)},${id === '' ? '' : this.#open(id)},${unescaped(second)},${this.#phone(phone)},${this.#phone(other)}\r\n`
  }

  #open(sealed: string): string {
    const opened = this.#store.vault.open(Buffer.from(unescaped(sealed), 'base64'))
    return Buffer.from(opened, 'utf8').toString('latin1')
  }

  #phone(sealed: string): string {
    if (sealed === '') return ''
    const known = this.#opened.get(sealed)
    if (known !== undefined) return known
    if (this.#opened.size > 1000) this.#opened.clear()
    const opened = this.#open(sealed)
    this.#opened.set(sealed, opened)
    return opened
  }
}

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' }
/** What the database's text format wrote with a backslash. */
function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\[nrt\\]/g, (pair) => escapes[pair] ?? pair) : text
}
