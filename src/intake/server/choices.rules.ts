/** What officers said about a sheet, brought into the form recognition reads: a policy in which their headers are spellings like any other. */
import type { Dataset, Field, Identity, Policy } from '../../policy/index.ts'
import { headerText } from '../index.ts'
import { registerDataset } from './datasets.rules.ts'

/** By header as it is compared: the field it feeds, or `null` for a column nobody shall read. */
export type ColumnChoices = Readonly<Record<string, string | null>>

/** One sheet as an officer put it. */
export interface SheetChoice {
  readonly dataset: string
  readonly columns: ColumnChoices
}

/** Stands between a group header and the header below it in what recognition answers. */
const groupSeparator = '\u001f'

/** A header as it is shown to an officer. */
export function shownHeader(header: string): string {
  return header.replaceAll(groupSeparator, ' / ').replace(/\s+/g, ' ').trim()
}

/** A header as it is remembered and compared. */
export function headerKey(header: string): string {
  return headerText(header.replaceAll(groupSeparator, ''))
}

/** The policy with what a department said about its headers before. */
export function policyWithChoices(policy: Policy, remembered: ReadonlyMap<string, ColumnChoices>): Policy {
  const datasets = new Map(policy.datasets)
  let { identity } = policy
  for (const [name, columns] of remembered) {
    const dataset = datasets.get(name)
    if (dataset === undefined) continue
    const changed = withColumns(dataset, identity, columns, name === registerDataset, false)
    datasets.set(name, changed.dataset)
    identity = changed.identity
  }
  return { ...policy, datasets, identity }
}

/** The policy in which a sheet can be nothing but what the officer said. */
export function policyForSheet(policy: Policy, choice: SheetChoice): Policy {
  const dataset = policy.datasets.get(choice.dataset)
  if (dataset === undefined) return policy
  const changed = withColumns(dataset, policy.identity, choice.columns, choice.dataset === registerDataset, true)
  return { ...policy, datasets: new Map([[choice.dataset, changed.dataset]]), identity: changed.identity }
}

/** One sheet as an officer put it, by the name its file is read under; the sheet of a text file has no name. */
export interface PlacedChoice extends SheetChoice {
  readonly file: string
  readonly sheet: string
}

/** How each sheet of a folder is read: as was said of it; the others as the policy says. */
export function policyBySheet(policy: Policy, choices: readonly PlacedChoice[]): (file: string, sheet: string) => Policy | undefined {
  const placed = new Map(choices.map((choice) => [`${choice.file}\n${choice.sheet}`, policyForSheet(policy, choice)]))
  return (file, sheet) => placed.get(`${file}\n${sheet}`)
}

function withColumns(dataset: Dataset, identity: Identity, columns: ColumnChoices, isRegister: boolean, isAlone: boolean) {
  const keys = new Set(Object.keys(columns))
  // What identifies is shared by all datasets: other sheets of the file lose a spelling only where the choice is for one sheet alone.
  const mend = (fields: Readonly<Record<string, Field>>, loses: boolean) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const own = [...keys].filter((key) => columns[key] === name)
        if (own.length === 0 && !loses) return [name, field]
        return [
          name,
          {
            ...field,
            headers: [...own, ...field.headers.filter((header) => own.includes(headerText(header)) || !keys.has(headerText(header)))],
          },
        ]
      }),
    )
  return {
    dataset: { ...dataset, fields: mend(dataset.fields, true) },
    identity: isRegister
      ? identity
      : { ...identity, fields: mend(identity.fields, isAlone), household_fields: mend(identity.household_fields, isAlone) },
  }
}
