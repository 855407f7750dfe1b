/** For tests: many small households in one county, written as files, run through the whole pipeline, and what every rule answered for each of them. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Run, runCounty } from '../../src/app/pipeline.ts'
import { checkDigit, plainDay } from '../../src/kernel/index.ts'
import { loadPolicy, type Policy } from '../../src/policy/index.ts'
import type { HouseholdLine, Lead, SourceRow } from '../../src/screening/index.ts'

/** Cells of a register row by header, where they differ from `plainMember`. */
export type Cells = Readonly<Record<string, string>>

/** One household and what the rules say about it. */
export interface HouseholdCase {
  /** A sentence of the contract, unique in its county. */
  name: string
  /** One entry a member, the head first; without it one person of 1980 without labour. */
  members?: readonly Cells[]
  /** By sheet: the member's place from 0, then the cells under the sheet's headers. */
  rows?: Readonly<Record<string, readonly string[]>>
  /** By rule: as much of `hit <severity> <value> from <sheet> <row of this household>, …` as the case is about; `clear`; `unknown <facts>`. */
  expected: Readonly<Record<string, string>>
}

export interface CountyText {
  cases: readonly HouseholdCase[]
  /** The headers beside name and number of sheets that `everySheet` does not have, or has otherwise. */
  headers?: Readonly<Record<string, string>>
  /** The sheets that are handed in, rows or not; without it those that some case has rows for. */
  handedIn?: readonly string[]
  /** Columns the register does not have. */
  registerWithout?: readonly string[]
  region?: string
  asOf?: string
  policy?: Policy
}

/** What one run said. */
export interface Screened {
  /** In the form of `expected`, cut to as much as was asked. */
  answer(household: string, rule: string, asked: string): string
  lead(household: string, rule: string): Lead
  line(household: string): HouseholdLine | undefined
  warnings: readonly string[]
}

// biome-ignore format: a table
export const everySheet = {
  bills:     '结算日期,合规自付',
  insurance: '参保年度,参保状态',
  illness:   '病种,确诊日期',
  relief:    '救助类别,享受开始日期,停发日期',
  cards:     '残疾等级,发证日期',
  roll:      '学段,在校状态,年度自付费用',
  housing:   '房屋鉴定等级,鉴定日期,改造状态',
  water:     '饮水状况,年断水天数',
  jobs:      '务工地,开始时间,结束时间',
  vehicles:  '车牌号,登记日期,车辆价格',
  deaths:    '死亡日期',
  accidents: '事故日期,伤害程度',
  companies: '企业名称,职务,登记状态',
  property:  '房屋用途,面积,登记日期',
  payroll:   '单位,参加工作时间',
  disasters: '灾种,受灾日期,损失金额,房屋受损',
  loans:     '放款日期,到期日期,贷款金额,逾期金额',
  appeals:   '受理日期,诉求内容',
}

const plainMember: Cells = {
  县: '九九县',
  乡镇: '清水镇',
  行政村: '新寨村',
  行政村代码: '',
  户编号: '',
  姓名: '',
  证件号码: '',
  与户主关系: '',
  出生日期: '1980-01-01',
  户类型: '一般农户',
  监测对象类别: '',
  识别监测时间: '',
  风险是否已消除: '',
  消除监测时间: '',
  在校生状况: '',
  劳动技能: '无劳动力',
  家庭人口数: '',
  工资性收入: '',
  生产经营性收入: '',
  财产性收入: '',
  转移性收入: '',
  生产经营性支出: '',
  人均纯收入: '20000',
  享受低保政策情况: '未享受',
  享受特困供养政策情况: '未享受',
}

const surnames = '王李张刘陈杨黄赵吴周'
const givenNames = '明华强丽军芳勇敏杰静'

interface Person {
  name: string
  number: string
}

/** The n-th invented person, with a number of their own and the right last character. */
function inventedPerson(n: number, bornOn: string): Person {
  const digit = (place: number) => Math.floor(n / 10 ** place) % 10
  const born = /^\d{4}-\d\d-\d\d$/.test(bornOn) ? bornOn.replaceAll('-', '') : '19800101'
  const first = `5223${String(10 + (n % 20)).padStart(2, '0')}${born}${String(100 + Math.floor(n / 20))}`
  return { name: `${surnames[digit(0)]}${givenNames[digit(1)]}${givenNames[digit(2)]}`, number: first + checkDigit(first) }
}

const csv = (lines: readonly (readonly string[])[]): string => `${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
const householdNumber = (index: number): string => `5223990${String(index + 1).padStart(6, '0')}`

/** By file and row: `<sheet> <row of its household>`. */
type Places = Map<string, string>
const placeKey = ({ file, row }: Pick<SourceRow, 'file' | 'row'>): string => `${file}:${row}`

/** The lines of each file, headers first. */
type Files = Map<string, string[][]>

function emptyFiles({ cases, headers = {}, handedIn, registerWithout = [] }: CountyText): Files {
  const all: Readonly<Record<string, string>> = { ...everySheet, ...headers }
  const used = handedIn ?? [...new Set(cases.flatMap(({ rows = {} }) => Object.keys(rows)))]
  const register = Object.keys(plainMember).filter((header) => !registerWithout.includes(header))
  return new Map([
    ['register', [register]],
    ...used.map((sheet): [string, string[][]] => [sheet, [['姓名', '身份证号', ...(all[sheet] ?? '').split(',')]]]),
  ])
}

/** Writes the register and the sheets; rows of a household stand together, in the order of the cases. */
function writeCounty(folder: string, text: CountyText): Places {
  const files = emptyFiles(text)
  const places: Places = new Map()
  const put = (household: string, sheet: string, line: string[], at: number) => {
    const lines = files.get(sheet)
    if (lines === undefined) throw new Error(`${household}: ${sheet} is not handed in`)
    lines.push(line)
    places.set(placeKey({ file: `${sheet}.csv`, row: lines.length }), `${sheet} ${at + 1}`)
  }
  const [headers = []] = files.get('register') ?? []
  let count = 0
  for (const [index, { name, members = [{}], rows = {} }] of text.cases.entries()) {
    const persons = members.map((cells) => inventedPerson(count++, cells.出生日期 ?? '1980-01-01'))
    const ofHousehold = {
      行政村代码: `${text.region ?? '522399'}100201`,
      户编号: householdNumber(index),
      家庭人口数: String(members.length),
    }
    members.forEach((cells, at) => {
      const { name: 姓名 = '', number: 证件号码 = '' } = persons[at] ?? {}
      const filled: Cells = { ...plainMember, ...ofHousehold, 姓名, 证件号码, 与户主关系: at === 0 ? '户主' : '之子', ...cells }
      put(
        name,
        'register',
        headers.map((header) => filled[header] ?? ''),
        at,
      )
    })
    for (const [sheet, lines] of Object.entries(rows)) {
      lines.forEach((line, at) => {
        const [member = '', ...cells] = line.split(',')
        const { name: 姓名 = '', number = '' } = persons[Number(member)] ?? {}
        put(name, sheet, [姓名, number, ...cells], at)
      })
    }
  }
  for (const [file, lines] of files) writeFileSync(join(folder, `${file}.csv`), csv(lines))
  return places
}

const policyFolder = join(import.meta.dirname, '../../policy')
export const shippedPolicy = loadPolicy(policyFolder)

/** The shipped policy with some files added or replaced. */
export function policyWith(files: Readonly<Record<string, string>>): Policy {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-policy-'))
  cpSync(policyFolder, folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  try {
    return { ...loadPolicy(folder), folder: policyFolder }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs the sixteen rules over a county written from text. */
export async function screenCounty(text: CountyText): Promise<Screened> {
  const root = mkdtempSync(join(tmpdir(), 'xianjie-rules-'))
  const [folder, workFolder] = [join(root, 'input'), join(root, 'work')]
  mkdirSync(folder)
  mkdirSync(workFolder)
  const places = writeCounty(folder, text)
  try {
    const { region = '522399', asOf = '2026-10-31', policy = shippedPolicy } = text
    const run = await runCounty({ folder, workFolder, region, asOf: plainDay(asOf), policy, rulesOnly: true, threads: 1 })
    const unknowns = await unknownsOf(run)
    run.engine.close()
    return screened(text.cases, run, unknowns, places)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function unknownsOf({ engine }: Run): Promise<Map<string, string>> {
  const rows = await engine.rows<{ household_number: string; rule_id: string; missing_facts: string }>(
    'SELECT household_number, rule_id, missing_facts FROM unknown JOIN household USING (household)',
  )
  return new Map(rows.map((row) => [`${row.household_number}|${row.rule_id}`, row.missing_facts]))
}

function screened(cases: readonly HouseholdCase[], run: Run, unknowns: ReadonlyMap<string, string>, places: Places): Screened {
  const numbers = new Map(cases.map(({ name }, index) => [name, householdNumber(index)]))
  if (numbers.size < cases.length) throw new Error('two cases have one name')
  const leads = new Map(run.leads.map((lead) => [`${lead.household_number}|${lead.rule_id}`, lead]))
  const lines = new Map(run.households.map((line) => [line.household_number, line]))
  const key = (household: string, rule: string) => `${numbers.get(household)}|${rule}`
  const sayLead = ({ severity, evidence, sources }: Lead) =>
    `hit ${severity} ${evidence[0]?.value} from ${sources.map((source) => places.get(placeKey(source)) ?? '?').join(', ')}`
  return {
    answer: (household, rule, asked) => {
      const lead = leads.get(key(household, rule))
      const missing = unknowns.get(key(household, rule))
      const whole = lead ? sayLead(lead) : missing === undefined ? 'clear' : `unknown ${missing}`
      return asked.includes(' from ') ? whole : whole.split(' ').slice(0, asked.split(' ').length).join(' ')
    },
    lead: (household, rule) => {
      const lead = leads.get(key(household, rule))
      if (lead === undefined) throw new Error(`${household}: no lead of ${rule}`)
      return lead
    },
    line: (household) => lines.get(numbers.get(household) ?? ''),
    warnings: run.report.warnings,
  }
}

/** A sentence, what the rule answers, the rows, the members. */
export type RuleLine = readonly [sentence: string, expected: string, rows?: HouseholdCase['rows'], members?: HouseholdCase['members']]

/** Households about one rule, one line each. */
export function about(rule: string, lines: readonly RuleLine[]): HouseholdCase[] {
  return lines.map(([sentence, expected, rows, members]) => ({
    name: `${rule}: ${sentence}`,
    expected: { [rule]: expected },
    ...(rows === undefined ? {} : { rows }),
    ...(members === undefined ? {} : { members }),
  }))
}

/** What the rules said where the case expects something, in the same form. */
export function answers(county: Screened, { name, expected }: HouseholdCase): Record<string, string> {
  return Object.fromEntries(Object.entries(expected).map(([rule, asked]) => [rule, county.answer(name, rule, asked)]))
}
