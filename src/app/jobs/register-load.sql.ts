/** The engine's `household` and `person` as the register takes them in. */

const householdFields = [
  'group_name',
  'household_kind',
  'monitored_kind',
  'identified_on',
  'cleared_on',
  'household_size',
  'wage_income',
  'business_income',
  'property_income',
  'transfer_income',
  'business_expense',
  'net_income_per_head',
]
const personFields = [
  'person_number',
  'sex',
  'born_on',
  'ethnicity',
  'relation_to_head',
  'education',
  'schooling',
  'health_status',
  'labour_ability',
  'dibao',
  'tekun',
]

/** One JSON object of what is filled; a cell that holds nothing has no key. Joined as text: a map for each row would cost half of the reading. */
const filled = (columns: readonly (readonly [name: string, sql: string])[]) =>
  `'{' || concat_ws(',', ${columns.map(([name, sql]) => `CASE WHEN (${sql})::VARCHAR <> '' THEN '"${name}":' || to_json((${sql})::VARCHAR) END`).join(', ')}) || '}'`

const risks = [1, 2, 3, 4, 5].map((n) => [`risk_factor_${n}`, `string_split(risk_factors, ',')[${n}]`] as const)
const cleared = ['is_cleared', `CASE WHEN is_cleared THEN '是' WHEN is_cleared = false THEN '否' END`] as const

/** A column of the file beyond those that the register unites: taken from the row that speaks for the household or the person. */
export interface Further {
  name: string
  isNumber: boolean
}

const further = (fields: readonly Further[]) =>
  fields.map(({ name, isNumber }) => [name, isNumber ? `rtrim(rtrim("x_${name}"::VARCHAR, '0'), '.')` : `"x_${name}"`] as const)

const furtherRows = (fields: readonly Further[], of: string) =>
  fields.length === 0
    ? ''
    : `LEFT JOIN (SELECT sheet_no AS x_sheet, row_no AS x_row, ${fields.map(({ name }) => `"${name}" AS "x_${name}"`).join(', ')} FROM rows_household_register) x
      ON x.x_sheet = ${of}.sheet_no AND x.x_row = ${of}.row_no`

/** Blocks of households as `loadRegister` takes them. */
export const incomingHouseholdsSql = (
  fields: readonly Further[] = [],
) => `SELECT household_number AS "householdNumber", village_code AS "divisionCode", township, village,
  ${filled([...householdFields.map((name) => [name, name] as const), cleared, ...risks, ...further(fields)])} AS "valuesJson"
FROM household ${furtherRows(fields, 'household')} ORDER BY household`

/** Blocks of persons as `loadRegister` takes them; who has no name is kept as 无名. */
export const incomingPersonsSql = (
  fields: readonly Further[] = [],
) => `SELECT h.household_number AS "householdNumber", p.is_head AS "isHead", coalesce(p.name, '无名') AS name, p.id_number AS "idNumber",
  nullif(p.phone, '') AS phone, nullif(p.other_phone, '') AS "otherPhone", ${filled([...personFields.map((name) => [name, `p.${name}`] as const), ...further(fields)])} AS "valuesJson"
FROM person p JOIN household h USING (household) ${furtherRows(fields, 'p')} ORDER BY p.person`
