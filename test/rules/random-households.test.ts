/** Households put together at random from awkward cells, read by the rules and by the independent referee. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CleanHousehold, type DatasetName, datasetNames, defaultParameters, judgeHousehold } from '../../src/app/demo/index.ts'
import { type everySheet, type HouseholdCase, type Screened, screenCounty } from './county.test-support.ts'

type Cell = CleanHousehold['size']

const [region, asOf] = ['522399', '2026-10-31']

/** A day near an edge of some window, a month, none, or one nobody can read. */
const day = fc.constantFrom(
  '2020-01-01',
  '2025-10-31',
  '2025-11-01',
  '2026-03-01',
  '2026-03-02',
  '2026-07-31',
  '2026-08-01',
  asOf,
  '2026-11-01',
  'empty',
  'unreadable',
)
const bornOn = fc.constantFrom(
  '1960-05-01',
  '1966-10-31',
  '1966-11-01',
  '1980-01-01',
  '2010-09-01',
  '2010-09-02',
  '2015-06-01',
  '2020-09-01',
  '2020-09-02',
)
const end = fc.constantFrom('2025-10-31', '2026-08-02', '2026-08-03', asOf, '2027-01-01', 'empty', 'unreadable')
const oneOf = (...cells: Cell[]) => fc.constantFrom<Cell>(...cells, 'unreadable')
const amount = oneOf(-3000, 0, 700.01, 4000, 5999.99, 6000, 10_000, 'empty')

// biome-ignore format: a table
const cellsOf: Partial<Record<DatasetName, { sheet: keyof typeof everySheet; cells: Record<string, fc.Arbitrary<Cell>> }>> = {
  medical_settlements: { sheet: 'bills', cells: { settled_on: day, self_paid: amount } },
  medical_insurance: { sheet: 'insurance', cells: { year: oneOf(2025, 2026, 2026, 'empty'), status: oneOf('正常参保', '未参保', '暂停参保', 'empty') } },
  serious_illness: { sheet: 'illness', cells: { disease: fc.constant('肺癌'), diagnosed_on: day } },
  relief: { sheet: 'relief', cells: { category: oneOf('农村低保', '城市低保', '刚性支出困难', '临时救助', 'empty'), started_on: day, ended_on: end } },
  disability_cards: { sheet: 'cards', cells: { grade: oneOf(1, 2, 3, 'empty'), issued_on: day } },
  school_roll: { sheet: 'roll', cells: { stage: oneOf('小学', '普通高中', '高职', 'empty'), status: oneOf('在校', '疑似失学辍学', 'empty'), yearly_cost: amount } },
  housing: { sheet: 'housing', cells: { grade: oneOf('A', 'C', 'D', 'empty'), assessed_on: day, remedy: oneOf('未改造', '已改造', 'empty') } },
  drinking_water: { sheet: 'water', cells: { status: oneOf('达标', '不达标', 'empty'), dry_days: oneOf(0, 29, 30, 'empty') } },
  employment: { sheet: 'jobs', cells: { place: fc.constant('贵阳'), started_on: day, ended_on: end } },
  deaths: { sheet: 'deaths', cells: { died_on: day } },
  accidents: { sheet: 'accidents', cells: { happened_on: day, harm: oneOf('轻伤', '重伤', '伤残', '死亡', 'empty') } },
  disasters: { sheet: 'disasters', cells: { kind: fc.constant('洪涝'), happened_on: day, loss: amount, house: oneOf('无', '严重损坏', '倒塌', 'empty') } },
  micro_loans: { sheet: 'loans', cells: { lent_on: day, due_on: fc.constant('2027-01-01'), amount: fc.constant(50_000), overdue: oneOf(0, 0.01, 'empty') } },
  appeals: { sheet: 'appeals', cells: { received_on: day, matter: fc.constant('看病难') } },
}

/** Nothing ends before it starts. */
function endingAfterStart({ ...cells }: Record<string, Cell>): Record<string, Cell> {
  const { started_on: start, ended_on: ended } = cells
  return isOpen(start) || isOpen(ended) || ended === undefined || String(ended) >= String(start) ? cells : { ...cells, ended_on: 'empty' }
}

const person = fc.record({
  bornOn,
  labour: oneOf('普通劳动力', '技能劳动力', '弱劳动力或半劳动力', '无劳动力', 'empty'),
  schooling: fc.constantFrom<Cell>('empty', 'empty', 'empty', '本科一年级', 'unreadable'),
  dibao: fc.constantFrom<Cell>('未享受', '未享受', '未享受', '农村低保', 'empty', 'unreadable'),
})
const row = fc
  .constantFrom(...(Object.keys(cellsOf) as DatasetName[]))
  .chain((dataset) =>
    fc.record({ dataset: fc.constant(dataset), who: fc.nat(2), cells: fc.record(cellsOf[dataset]?.cells ?? {}).map(endingAfterStart) }),
  )
const household = fc.record({
  persons: fc.array(person, { minLength: 1, maxLength: 3 }),
  rows: fc.array(row, { maxLength: 12 }),
  kind: oneOf('一般农户', '一般农户', '脱贫户'),
  monitored: fc.constantFrom<readonly [kind: Cell, cleared: Cell]>(
    ['empty', 'empty'],
    ['empty', 'empty'],
    ['边缘易致贫户', '否'],
    ['边缘易致贫户', '是'],
    ['边缘易致贫户', 'empty'],
    ['边缘易致贫户', 'unreadable'],
  ),
  size: oneOf(2, 3, 'empty'),
  netPerHead: oneOf(7299.99, 7300, 8000, 20_000, 'empty', 'empty'),
  wage: oneOf(14_000, 22_000, 'empty'),
  expense: oneOf(0, 100, 'empty'),
})
type Drawn = typeof household extends fc.Arbitrary<infer T> ? T : never

const written = (cell: Cell): string => (cell === 'empty' ? '' : cell === 'unreadable' ? '看不清' : String(cell))

function asText(drawn: Drawn, index: number): HouseholdCase {
  const { persons, kind, monitored, size, netPerHead, wage, expense } = drawn
  const head = {
    户类型: written(kind),
    监测对象类别: written(monitored[0]),
    风险是否已消除: written(monitored[1]),
    家庭人口数: written(size),
    人均纯收入: written(netPerHead),
    工资性收入: written(wage),
    生产经营性支出: written(expense),
  }
  const members = persons.map((one, at) => ({
    ...(at === 0 ? head : {}),
    出生日期: one.bornOn,
    劳动技能: written(one.labour),
    在校生状况: written(one.schooling),
    享受低保政策情况: written(one.dibao),
  }))
  const rows: Record<string, string[]> = {}
  for (const { dataset, who, cells } of drawn.rows) {
    const sheet = cellsOf[dataset]?.sheet ?? ''
    const line = [String(who % persons.length), ...Object.values(cells).map(written)].join(',')
    rows[sheet] = [...(rows[sheet] ?? []), line]
  }
  return { name: String(index), members, rows, expected: {} }
}

function asClean(drawn: Drawn, index: number): CleanHousehold {
  const { persons, rows, monitored, ...cells } = drawn
  return {
    ...cells,
    number: String(index),
    monitoredKind: monitored[0],
    isCleared: monitored[1],
    identifiedOn: 'empty',
    clearedOn: 'empty',
    business: 'empty',
    property: 'empty',
    transfer: 'empty',
    head: 0,
    persons: persons.map((one, at) => ({ ...one, idNumber: '', name: '', tekun: '未享受', places: [placeOf('register', at)] })),
    rows: rows.map(({ dataset, who, cells }, at) => ({
      dataset,
      person: who % persons.length,
      cells,
      places: [placeOf(dataset, ofSame(rows, at))],
    })),
  }
}

/** A row as `answer` names it. */
const placeOf = (dataset: DatasetName | 'register', at: number) => ({
  file: `${dataset === 'register' ? dataset : cellsOf[dataset]?.sheet} ${at + 1}`,
  sheet: '',
  row: at + 1,
})
const ofSame = (rows: Drawn['rows'], at: number) => rows.slice(0, at).filter(({ dataset }) => dataset === rows[at]?.dataset).length
const hitFrom = (places: readonly string[]) => `hit from ${[...new Set(places)].sort().join(', ')}`

function screenedAnswer(county: Screened, index: number, rule: string): string {
  const [answer = '', sources = ''] = county.answer(String(index), rule, 'with its sources: from ').split(' from ')
  return answer.startsWith('hit') ? hitFrom(sources.split(', ')) : (answer.split(' ')[0] ?? '')
}

function judged(drawn: Drawn, index: number): Map<string, string> {
  const { leads, unknowns } = judgeHousehold(asClean(drawn, index), asOf, defaultParameters(region, asOf), new Set(datasetNames))
  const proof = (lead: (typeof leads)[number]) => hitFrom(lead.sources.map(({ file }) => file))
  return new Map([
    ...leads.map((lead) => [lead.ruleId, proof(lead)] as const),
    ...unknowns.map(({ ruleId }) => [ruleId, 'unknown'] as const),
  ])
}

const eventDays = ['settled_on', 'diagnosed_on', 'started_on', 'issued_on', 'happened_on', 'lent_on', 'received_on']
const isOpen = (cell: Cell | undefined): boolean => cell === 'empty' || cell === 'unreadable'

/**
 * Where the two are known to read the contract otherwise: rows without a day of the dead, two records of one death, an unreadable grade,
 * cost or loss beside another row.
 */
function isReadOtherwise({ rows, persons }: Drawn, rule: string): boolean {
  const several = (dataset: DatasetName, field: string) =>
    rows.filter((row) => row.dataset === dataset).length > 1 && rows.some((row) => row.dataset === dataset && isOpen(row.cells[field]))
  if (rule === 'unsafe-housing') return several('housing', 'grade')
  if (rule === 'disaster') return several('disasters', 'loss')
  if (rule === 'education-burden' && several('school_roll', 'yearly_cost')) return true
  return persons.some((_, at) => {
    const own = rows.filter(({ who }) => who % persons.length === at)
    const deaths = own.filter(({ dataset, cells }) => dataset === 'deaths' || cells.harm === '死亡' || isOpen(cells.harm))
    const isDayless = own.some(({ cells }) => eventDays.some((field) => cells[field] === 'empty'))
    return (deaths.length > 0 && isDayless) || (rule === 'labour-death' && deaths.length > 1)
  })
}

// biome-ignore format: a list
const rules = ['medical-burden', 'serious-illness', 'uninsured', 'dropout', 'education-burden', 'unsafe-housing', 'unsafe-water', 'severe-disability', 'no-employment', 'labour-death', 'accident', 'disaster', 'income-below-line', 'new-relief', 'loan-overdue', 'appeal']

test('rules and referee agree on every household', async () => {
  const drawn = fc.sample(household, { seed: 42, numRuns: 400 })
  const county = await screenCounty({ cases: drawn.map(asText), handedIn: Object.values(cellsOf).map(({ sheet }) => sheet) })
  const differences = drawn.flatMap((one, index) => {
    const says = judged(one, index)
    return rules.flatMap((rule) => {
      const [found, expected] = [screenedAnswer(county, index, rule), says.get(rule) ?? 'clear']
      return found === expected || isReadOtherwise(one, rule) ? [] : [{ ...asText(one, index), rule, found, expected }]
    })
  })
  expect(differences).toEqual([])
})
