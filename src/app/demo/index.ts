/** The invented county: made, judged and scored. */
export type { CleanCounty, CleanHousehold, CleanPerson, DatasetName, DepartmentRow, Place, TruthParameters } from './clean-county.ts'
export { datasetNames, defaultParameters, incomeLineOf } from './clean-county.ts'
export { type CountyOptions, type CountySummary, generateCounty } from './generate.ts'
export { type Score, scoreRun, scoreTable } from './score.ts'
export { type Judgement, judge, judgeHousehold } from './truth.ts'
