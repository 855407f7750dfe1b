/** The front door of the comparison room. */

export { type ChangeCount, type CompareMonthsOptions, compareMonths, type MissingHandIn, missingHandIns } from './compare-months.ts'
export { type CompareOptions, type ComparisonCount, compareSources } from './compare-sources.ts'
export type { Comparison, ComparisonPack, MonthKeys } from './comparison.ts'
export { type ExampleFailure, failingExamples } from './examples.ts'
export { loadComparisons } from './load.ts'
