/** The tidy layout: one CSV a dataset, first spelling of every header, nothing to repair. */
import { type DatasetName, datasetNames } from './clean-county.ts'
import {
  bornColumn,
  datasetColumns,
  type FieldColumn,
  headIdColumn,
  headNameColumn,
  householdDatasets,
  idColumn,
  nameColumn,
  phoneColumn,
  registerColumns,
  townshipColumn,
  villageColumn,
} from './columns.ts'
import type { PlannedColumn, SheetPlan } from './sheets.ts'

const tidyNames: Record<DatasetName, string> = {
  medical_settlements: '医保局/医保结算明细.csv',
  medical_insurance: '医保局/城乡居民参保名单.csv',
  serious_illness: '卫健局/大病确诊名单.csv',
  relief: '民政局/社会救助对象.csv',
  disability_cards: '残联/持证残疾人.csv',
  school_roll: '教育局/学籍名单.csv',
  housing: '住建局/农房安全鉴定.csv',
  drinking_water: '水务局/农村饮水.csv',
  employment: '人社局/务工人员.csv',
  vehicles: '公安局/机动车登记.csv',
  deaths: '公安局/死亡注销.csv',
  accidents: '公安局/交通事故.csv',
  companies: '市场监管局/市场主体.csv',
  urban_property: '自然资源局/不动产登记.csv',
  public_payroll: '财政局/财政供养人员.csv',
  disasters: '应急局/灾情统计.csv',
  micro_loans: '金融办/小额信贷.csv',
  appeals: '信访局/信访诉求.csv',
}

const first = (column: FieldColumn): PlannedColumn => ({
  column,
  header: column.headers[0] as string,
  isWan: column.headers[0]?.includes('万元') ?? false,
})

/** The columns that say who is meant. */
export const identityOf = (dataset: DatasetName): FieldColumn[] => {
  if (householdDatasets.has(dataset)) return [headNameColumn, headIdColumn, townshipColumn, villageColumn]
  if (dataset === 'appeals') return [nameColumn, idColumn, bornColumn, phoneColumn, townshipColumn, villageColumn]
  return [nameColumn, idColumn, townshipColumn, villageColumn]
}

const tidy = (dataset: SheetPlan['dataset'], file: string, columns: readonly FieldColumn[]): SheetPlan => ({
  dataset,
  file,
  sheet: '',
  form: 'csv',
  encoding: 'utf8',
  columns: columns.map(first),
  titles: [],
  days: ['dash'],
  money: ['plain'],
  hasClutter: false,
  share: 1,
})

/** One file for the register and one for each dataset. */
export const plainPlan = (): SheetPlan[] => [
  tidy('household_register', '农户信息/农户家庭成员信息.csv', registerColumns),
  ...datasetNames.map((dataset) => tidy(dataset, tidyNames[dataset], [...identityOf(dataset), ...datasetColumns[dataset]])),
]
