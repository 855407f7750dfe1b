/** What the tables of a comparison carry: each field's kind and code list, whether it comes from a department or from the register. */
import type { CodeList, Field, FieldKindName, Policy } from '../policy/index.ts'

/** The part of the policy that says what the tables carry. */
export type Definitions = Pick<Policy, 'datasets' | 'codeLists'>

export interface Column {
  readonly field: string
  readonly label: string
  readonly kind: FieldKindName | 'boolean'
  readonly codes?: CodeList
  /** `<field>_unreadable` and `<field>_absent` say why a cell holds nothing; for the register they stand in its own rows. */
  readonly hasFlags: boolean
}

export const registerDataset = 'household_register'

// prettier-ignore
const personFields: Record<string, [Column['kind'], string]> = {
  person_number: ['text', '人编号'],
  name: ['name', '姓名'],
  id_number: ['id_number', '证件号码'],
  sex: ['code', '性别'],
  born_on: ['day', '出生日期'],
  ethnicity: ['code', '民族'],
  relation_to_head: ['code', '与户主关系'],
  education: ['code', '文化程度'],
  schooling: ['code', '在校生状况'],
  health_status: ['codes', '健康状况'],
  labour_ability: ['code', '劳动技能'],
  dibao: ['code', '享受低保政策情况'],
  tekun: ['code', '享受特困供养政策情况'],
  phone: ['phone', '联系电话'],
}
// prettier-ignore
const householdFields: Record<string, [Column['kind'], string]> = {
  county: ['text', '县'],
  township: ['text', '乡镇'],
  village: ['text', '行政村'],
  village_code: ['division_code', '行政村代码'],
  group_name: ['text', '村民小组'],
  household_kind: ['code', '户类型'],
  monitored_kind: ['code', '监测对象类别'],
  identified_on: ['day', '识别监测时间'],
  is_cleared: ['boolean', '风险是否已消除'],
  cleared_on: ['day', '消除监测时间'],
  risk_factors: ['codes', '致贫返贫风险'],
  size: ['whole_number', '家庭人口数'],
  wage_income: ['money', '工资性收入'],
  business_income: ['money', '生产经营性收入'],
  property_income: ['money', '财产性收入'],
  transfer_income: ['money', '转移性收入'],
  business_expense: ['money', '生产经营性支出'],
  net_income_per_head: ['money', '人均纯收入'],
}
/** The register's own name where the united table calls a field otherwise. */
const registerNames: Record<string, string> = { size: 'household_size', risk_factors: 'risk_factor_1' }

/** The columns of `person`, `household` or `linked_<dataset>` by field; undefined for a table nobody defined. */
export function columnsOf(definitions: Definitions, table: string): ReadonlyMap<string, Column> | undefined {
  if (table === 'person') return registerColumns(definitions, personFields)
  if (table === 'household') return registerColumns(definitions, householdFields)
  const dataset = definitions.datasets.get(table)
  if (dataset === undefined || table === registerDataset) return undefined
  const fields = Object.entries(dataset.fields).map(([field, definition]) => column(definitions, field, definition))
  return new Map(fields.map((found) => [found.field, found]))
}

function column(definitions: Definitions, field: string, definition: Field): Column {
  const codes = definition.codes === undefined ? undefined : definitions.codeLists.get(definition.codes)
  return { field, label: definition.label, kind: definition.kind, hasFlags: true, ...(codes === undefined ? {} : { codes }) }
}

function registerColumns(definitions: Definitions, fields: Record<string, [Column['kind'], string]>): ReadonlyMap<string, Column> {
  const defined = definitions.datasets.get(registerDataset)?.fields ?? {}
  return new Map(
    Object.entries(fields).map(([field, [kind, label]]): [string, Column] => {
      const definition = defined[registerName(field)]
      if (definition === undefined) return [field, { field, label, kind, hasFlags: false }]
      const { codes } = column(definitions, field, definition)
      const isOneOfSeveral = registerName(field) !== field
      const known = { field, label: isOneOfSeveral ? label : definition.label, kind, hasFlags: true }
      return [field, codes === undefined || kind === 'boolean' ? known : { ...known, codes }]
    }),
  )
}

/** The canonical code by its code, label or any spelling; undefined when the list does not know it. A column without a list takes the word as it is. */
export function codeNamed(of: Column, word: string): string | undefined {
  if (of.codes === undefined) return word
  for (const [code, entry] of Object.entries(of.codes.codes)) {
    if (code === word || entry.label === word || entry.spellings?.includes(word) === true) return code
  }
  return undefined
}

/** Is the table about households (its rows belong to a whole household)? */
export function isAboutHousehold(definitions: Definitions, table: string): boolean {
  return table === 'household' || definitions.datasets.get(table)?.about === 'household'
}

/** The datasets a comparison cannot do without. */
export function datasetsBehind(tables: readonly string[]): string[] {
  return [...new Set(tables.filter((table) => table !== 'person' && table !== 'household'))]
}

/** What the register's own rows call a field of the united tables. */
export function registerName(field: string): string {
  return registerNames[field] ?? field
}
