/** The county as it really comes: every department its own hand, two departments with three files each. */
import type { DatasetName } from './clean-county.ts'
import { bornColumn, datasetColumns, type FieldColumn, phoneColumn, registerColumns } from './columns.ts'
import { identityOf } from './plain-plan.ts'
import { chance } from './random.ts'
import type { PlannedColumn, SheetPlan } from './sheets.ts'

type Hand = Partial<Omit<SheetPlan, 'dataset' | 'file' | 'columns'>> & {
  drop?: readonly string[]
  add?: readonly FieldColumn[]
  extra?: readonly string[]
  /** Which spelling of each header. */
  spelling?: number
  /** Header of a group over these fields, for a two-line header. */
  groups?: Record<string, readonly string[]>
  /** These amounts are in 万元. */
  wan?: readonly string[]
  isShuffled?: boolean
  /** What is written around each header: a star, a unit, a line break. */
  adorn?: (header: string, kind: string) => string
}

const starred = (header: string, kind: string): string => (kind === 'name' || kind === 'id' ? `*${header}` : header)
const withUnit = (header: string, kind: string): string => (kind === 'money' && !header.includes('(') ? `${header}(元)` : header)
const broken = (header: string): string =>
  header.length > 3 && !header.includes('(') ? `${header.slice(0, 2)}\n${header.slice(2)}` : header
const spaced = (header: string): string => (header.length <= 3 ? Array.from(header).join(' ') : header)

const plannedColumns = (dataset: SheetPlan['dataset'], hand: Hand): PlannedColumn[] => {
  const own = dataset === 'household_register' ? registerColumns : [...identityOf(dataset), ...datasetColumns[dataset]]
  const added = (hand.add ?? []).filter((column) => !own.includes(column))
  const columns = [...own.slice(0, 2), ...added, ...own.slice(2)].filter(({ field }) => !hand.drop?.includes(field))
  const planned = columns.map((column): PlannedColumn => {
    const spelled = column.headers[Math.min(hand.spelling ?? 0, column.headers.length - 1)] as string
    const isWan = hand.wan?.includes(column.field) || spelled.includes('万元')
    const header = isWan && !spelled.includes('万元') ? `${spelled}(万元)` : (hand.adorn?.(spelled, column.kind) ?? spelled)
    const group = Object.entries(hand.groups ?? {}).find(([, fields]) => fields.includes(column.field))?.[0]
    return { column, header, isWan, ...(group === undefined ? {} : { group }) }
  })
  for (const header of hand.extra ?? []) planned.splice(header === '序号' ? 0 : planned.length, 0, { column: null, header })
  if (!hand.isShuffled) return planned
  const draw = chance(planned.length, String(dataset))
  return planned
    .map((column) => ({ column, key: draw.next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ column }) => column)
}

const sheet = (dataset: SheetPlan['dataset'], file: string, hand: Hand = {}): SheetPlan => {
  const {
    drop: _drop,
    add: _add,
    extra: _extra,
    spelling: _spelling,
    groups: _groups,
    wan: _wan,
    isShuffled: _shuffled,
    adorn: _adorn,
    ...given
  } = hand
  const form = file.slice(file.lastIndexOf('.') + 1) as SheetPlan['form']
  const isText = form === 'csv' || form === 'tsv'
  return {
    dataset,
    file,
    sheet: isText ? '' : 'Sheet1',
    form,
    encoding: 'utf8',
    titles: [],
    days: ['dash', 'slash', 'chinese', 'compact', 'dot', 'serial'],
    money: ['plain', 'yuan', 'thousands', 'sign', 'fullwidth', 'wan'],
    hasClutter: false,
    share: 1,
    ...given,
    columns: plannedColumns(dataset, hand),
  }
}

const before = (day: string) => (cells: Record<string, string | number>) => String(cells.settled_on) < day
const amounts = ['total', 'fund_paid', 'serious_paid', 'aid_paid', 'self_paid']

const healthSheets = (year: number): SheetPlan[] => [
  sheet('medical_settlements', `医保局/${year - 1}年结算明细.csv`, {
    encoding: 'utf8-bom',
    extra: ['序号', '险种'],
    takes: before(`${year}-01-01`),
    add: [bornColumn],
    hasClutter: true,
  }),
  sheet('medical_settlements', `医保局/${year}年医保结算.xlsx`, {
    sheet: '上半年',
    titles: [`九九县医保局${year}年结算明细表`],
    groups: { 人员信息: ['name', 'id_number', 'township', 'village'], 费用情况: amounts },
    adorn: withUnit,
    days: ['serial', 'dash', 'time'],
    money: ['number', 'plain'],
    takes: before(`${year}-07-01`),
    hasClutter: true,
  }),
  sheet('medical_settlements', `医保局/${year}年医保结算.xlsx`, {
    sheet: '下半年',
    spelling: 1,
    drop: ['aid_paid'],
    wan: ['total', 'fund_paid', 'self_paid'],
    days: ['slash', 'dot', 'serial'],
    add: [phoneColumn],
    takes: () => true,
  }),
  sheet('medical_insurance', '医保局/参保台账/城乡居民参保名单.csv', {
    encoding: 'gb18030',
    share: 0.7,
    add: [bornColumn, phoneColumn],
    extra: ['序号', '缴费档次'],
  }),
  sheet('medical_insurance', '医保局/参保台账/参保补充名单.xlsx', {
    sheet: '补充',
    share: 0.3,
    spelling: 1,
    titles: ['参保补充名单', '单位:人'],
    add: [phoneColumn],
    adorn: broken,
    hasClutter: true,
  }),
  sheet('serious_illness', '卫健局/大病专项救治台账.xlsx', {
    sheet: '救治对象',
    groups: { 患者: ['name', 'id_number', 'born_on', 'phone'], 诊断: ['disease', 'diagnosed_on'] },
    add: [bornColumn, phoneColumn],
    extra: ['备注'],
    adorn: starred,
    days: ['dot', 'serial', 'dash', 'chinese'],
  }),
  sheet('relief', '民政局/社会救助对象花名册.xlsx', {
    sheet: '低保及其他',
    titles: ['九九县社会救助对象花名册', '填报单位:县民政局'],
    hasClutter: true,
    add: [bornColumn],
    takes: ({ category }) => category !== '特困供养',
    adorn: withUnit,
    money: ['number', 'yuan'],
  }),
  sheet('relief', '民政局/社会救助对象花名册.xlsx', {
    sheet: '特困供养',
    spelling: 1,
    takes: ({ category }) => category === '特困供养',
    days: ['chinese', 'compact'],
    isShuffled: true,
  }),
  sheet('disability_cards', '残联/持证残疾人基础信息.xls', {
    sheet: 'sheet1',
    spelling: 1,
    days: ['dash', 'dot'],
    extra: ['监护人'],
    money: ['plain'],
  }),
  sheet('deaths', '公安局/死亡注销户口.xlsx', {
    sheet: '注销名单',
    share: 0.6,
    hasHiddenSheet: true,
    adorn: spaced,
    add: [bornColumn],
    days: ['serial', 'dash'],
  }),
  sheet('deaths', '民政局/殡葬火化名单.csv', { share: 0.4, encoding: 'gb18030', extra: ['火化场'], days: ['chinese', 'slash'] }),
]

const livingSheets: SheetPlan[] = [
  sheet('school_roll', '教育局/学籍系统导出.csv', { encoding: 'gb18030', share: 0.6, extra: ['班级'] }),
  sheet('school_roll', '教育局/学籍/高中及以上.tsv', { share: 0.4, spelling: 1, add: [bornColumn], isShuffled: true, adorn: withUnit }),
  sheet('housing', '住建局/农房安全鉴定汇总.xlsx', {
    sheet: '鉴定汇总',
    share: 0.7,
    mergesVillage: true,
    add: [phoneColumn],
    titles: ['农村住房安全鉴定汇总表'],
  }),
  sheet('housing', '住建局/动态新增.csv', { share: 0.3, spelling: 1, hasClutter: true, encoding: 'utf8-bom' }),
  sheet('drinking_water', '水务局/农村饮水安全台账.csv', { share: 0.8, add: [phoneColumn], extra: ['水源类型'], hasClutter: true }),
  sheet('drinking_water', '水务局/集中供水覆盖户.csv', { share: 0.2, spelling: 1, drop: ['dry_days'], encoding: 'gb18030' }),
  sheet('employment', '人社局/务工月监测.xlsx', {
    sheet: '已外出务工',
    share: 0.55,
    titles: ['务工月监测'],
    adorn: withUnit,
    days: ['chinese', 'dash', 'compact'],
    add: [bornColumn],
  }),
  sheet('employment', '人社局/就近就业人员.csv', {
    share: 0.45,
    spelling: 1,
    encoding: 'gb18030',
    add: [phoneColumn],
    isShuffled: true,
    hasClutter: true,
  }),
  sheet('vehicles', '公安局/交管/机动车登记.csv', { encoding: 'gb18030', spelling: 1, extra: ['车型'] }),
  sheet('accidents', '公安局/交管/道路交通事故伤亡.xlsx', {
    sheet: '伤亡人员',
    titles: ['道路交通事故伤亡人员名单'],
    hasWrongDimension: true,
    add: [bornColumn, phoneColumn],
    adorn: starred,
  }),
  sheet('companies', '市场监管局/市场主体.csv', { spelling: 1, extra: ['行业'], money: ['plain'] }),
  sheet('urban_property', '自然资源局/不动产登记信息.xlsx', { sheet: '登记信息', titles: ['不动产登记信息'], days: ['serial', 'dash'] }),
  sheet('public_payroll', '财政局/财政供养人员.csv', { encoding: 'utf8-bom', spelling: 1, isShuffled: true, days: ['compact', 'chinese'] }),
  sheet('disasters', '应急局/灾情到户.xlsx', {
    sheet: '灾情',
    share: 0.7,
    counts1904: true,
    days: ['serial', 'dash'],
    money: ['number', 'yuan'],
    adorn: broken,
  }),
  sheet('disasters', '应急局/灾情补报.csv', { share: 0.3, spelling: 1, drop: ['house'], hasClutter: true, add: [phoneColumn] }),
  sheet('micro_loans', '金融办/小额信贷台账.xlsx', {
    sheet: '台账',
    titles: ['脱贫人口小额信贷台账'],
    money: ['sign', 'number', 'thousands'],
    adorn: withUnit,
  }),
  sheet('appeals', '信访局/12345热线工单.csv', { share: 0.6, encoding: 'gb18030', drop: ['born_on'] }),
  sheet('appeals', '信访局/来访登记.tsv', { share: 0.4, spelling: 1, days: ['slash', 'chinese'] }),
]

const registerSheets: SheetPlan[] = [
  sheet('household_register', '乡村振兴局/农户家庭成员信息(自定义)_导出.xlsx', {
    sheet: '家庭成员信息',
    titles: ['农户家庭成员信息(自定义)', '导出单位:九九县'],
    days: ['dash'],
    money: ['plain'],
  }),
  sheet('household_register', '乡村振兴局/补充导出/重点村农户信息.csv', {
    encoding: 'gb18030',
    spelling: 1,
    isShuffled: true,
    share: 0,
    days: ['compact'],
    money: ['plain'],
  }),
]

const largest: ReadonlySet<SheetPlan['dataset']> = new Set([
  'household_register',
  'medical_settlements',
  'medical_insurance',
  'employment',
  'housing',
] satisfies (DatasetName | 'household_register')[])

const asText = (plan: SheetPlan): SheetPlan => {
  if (plan.form === 'csv' || plan.form === 'tsv') return plan
  const stem = plan.file.slice(0, plan.file.lastIndexOf('.'))
  return {
    ...plan,
    form: 'csv',
    file: `${stem}_${plan.sheet}.csv`,
    sheet: '',
    days: plan.days.filter((style) => style !== 'serial'),
    money: plan.money.map((style) => (style === 'number' ? 'plain' : style)),
  }
}

const tamed = (plan: SheetPlan): SheetPlan => ({ ...plan, hasClutter: false, days: plan.days.slice(0, 1), money: plan.money.slice(0, 1) })

/** The sheets of a county; over `workbookLimit` households the largest tables, and the old .xls with its few rows, come as text. */
export const messyPlan = (asOf: string, households: number, format: 'mixed' | 'csv', isLight: boolean): SheetPlan[] => {
  const workbookLimit = 30_000
  const plans = [...registerSheets, ...healthSheets(Number(asOf.slice(0, 4))), ...livingSheets]
  const formed = plans.map((plan) =>
    format === 'csv' || (households > workbookLimit && (largest.has(plan.dataset) || plan.form === 'xls')) ? asText(plan) : plan,
  )
  return isLight ? formed.filter(({ share }) => share > 0).map(tamed) : formed
}
