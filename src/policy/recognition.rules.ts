/** Whether datasets can be told apart by their headers. */
import type { Policy } from './policy.ts'
import type { Dataset } from './schema.ts'

/** A sentence for every pair of datasets of which one sheet with the recognising columns of the first is also the second. */
export function headerTies(policy: Pick<Policy, 'datasets'>): string[] {
  const entries = [...policy.datasets]
  return entries.flatMap(([name, dataset]) =>
    entries.flatMap(([other, rival]) => {
      if (name === other || !isAlso(dataset, rival)) return []
      return [`“${dataset.label}”(${name})的识别列同时符合“${rival.label}”(${other}),由列数多者定`]
    }),
  )
}

/** Whether every recognising column of the rival can be satisfied by a header of the dataset's recognising columns. */
function isAlso(dataset: Dataset, rival: Dataset): boolean {
  const headers = new Set(recognising(dataset).flatMap((field) => field.headers))
  return recognising(rival).every((field) => field.headers.some((header) => headers.has(header)))
}

function recognising(dataset: Dataset) {
  return Object.values(dataset.fields).filter((field) => field.recognises === true)
}
