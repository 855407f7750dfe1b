/** Names a person within the household in a workbook that carries no identity numbers. */
import { maskIdNumber } from './workbooks/index.ts'

/**
 * The number as the workbook shows it, so that the hidden column tells no more than the open ones; empty for a person without a number.
 * Within a household it fits one person, and what fits two is not applied.
 */
export function personKey(idNumber: string | null): string {
  return idNumber === null ? '' : maskIdNumber(idNumber)
}
