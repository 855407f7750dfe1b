/** How a recognised sheet will be read: which columns feed which field, and in which form each is read. */
import { type CodeList, type Dataset, type Field, fieldKinds, type PlainForm, type Policy } from '../policy/index.ts'
import { type BatchField, type BatchPlan, contextOf } from './batch.sql.ts'
import { bareForm } from './plain-batch.sql.ts'
import type { RecognisableDataset, Recognition, SampleRow } from './recognise.rules.ts'

/** Identity columns of a dataset: those about a household also take the head's. */
export function identityFields(policy: Policy, dataset: Dataset): ReadonlyMap<string, Field> {
  const head = dataset.about === 'household' ? Object.entries(policy.identity.household_fields) : []
  return new Map([...Object.entries(policy.identity.fields), ...head])
}

/** The code list behind a field. */
export function codesOf(policy: Policy, field: Field): CodeList | undefined {
  return field.codes === undefined ? undefined : policy.codeLists.get(field.codes)
}

export interface SheetToRead {
  recognition: Recognition
  sheetNo: number
  source: BatchPlan['source']
  sample: readonly SampleRow[]
}

/** The plan of one sheet; the sample decides which columns may be read in their kind's cheaper form. */
export function planOf(policy: Policy, recognisable: RecognisableDataset | undefined, sheet: SheetToRead): BatchPlan {
  const { recognition, sheetNo, source } = sheet
  const dataset = policy.datasets.get(recognition.dataset)
  const sample = sheet.sample.filter(({ rowNumber }) => rowNumber > recognition.headerRow)
  const fields: BatchField[] = []
  for (const [name, columns] of recognition.fields) {
    const field = recognisable?.fields.get(name)
    if (!field) continue
    const read = {
      name,
      field,
      kind: fieldKinds[field.kind],
      codes: codesOf(policy, field),
      columns,
      bit: fields.length,
      plain: undefined,
      isBare: false,
    }
    fields.push({ ...read, plain: plainForm(read, sample), isBare: isBare(read, sample) })
  }
  return {
    table: `batch_${sheetNo}`,
    dataset: recognition.dataset,
    sheetNo,
    fields,
    identity: recognisable?.identity ?? new Set(),
    factFields: Object.entries(dataset?.fields ?? {})
      .filter(([, field]) => field.fact)
      .map(([name]) => name),
    eventDay: dataset?.event_day,
    source,
  }
}

/** The cheaper form of the field's kind, when every cell of the sample fits it. */
function plainForm(field: BatchField, sample: readonly SampleRow[]): PlainForm | undefined {
  const { plain } = field.kind
  const fits = (cell: string | null | undefined, at: number) => (cell ?? '') === '' || plain?.fits(cell ?? '', contextOf(field, at))
  return sample.every(({ cells }) => field.columns.columns.every((column, at) => fits(cells[column], at))) ? plain : undefined
}

function isBare(field: BatchField, sample: readonly SampleRow[]): boolean {
  const form = bareForm(field)
  const filled = sample.flatMap(({ cells }) => field.columns.columns.flatMap((column) => cells[column] || []))
  return form !== undefined && filled.length > 0 && filled.every((cell) => form.test(cell))
}
