/** A cell as found, shown so that whoever must mend it recognises it and a stranger does not. */
import type { FieldKindName } from '../../policy/index.ts'

function keepEnds(text: string, first: number, last: number): string {
  const signs = [...text.trim()]
  if (signs.length <= first + last) return '*'.repeat(Math.max(0, signs.length - 2)) + signs.slice(-2).join('')
  return signs.slice(0, first).join('') + '*'.repeat(signs.length - first - last) + signs.slice(-last).join('')
}

const longNumber = /\d(?:[\s'’‘`-]*[\dXx]){10,}/g

/** Identity and card numbers keep six and four signs, phones three and four; in any other cell every long number is masked. */
export function maskedCell(kind: FieldKindName | null, found: string): string {
  if (kind === 'id_number' || kind === 'card_number') return keepEnds(found, 6, 4)
  if (kind === 'phone') return keepEnds(found, 3, 4)
  return found.replace(longNumber, (number) => keepEnds(number, 6, 4))
}
