/** Names a person within the household in a workbook that carries no identity numbers. */
import { createHash } from 'node:crypto'

/** The same person has the same key in every run; the number cannot be read from it. */
export function personKey(householdNumber: string, idNumber: string): string {
  return createHash('sha256').update(`${householdNumber}\u001f${idNumber}`).digest('hex').slice(0, 20)
}
