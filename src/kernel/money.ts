/** Amounts of yuan as exact decimals: no binary floating point, and no rounding unless asked for. */
import { Decimal } from 'decimal.js'

declare const moneyBrand: unique symbol
/** Exact yuan as canonical decimal text with at least two places (`1234.50`): equal amounts are equal text, and it is a JSON number as it stands. */
export type Money = string & { readonly [moneyBrand]: true }

// No amount is longer than this, so twice as many digits hold every sum and product exactly: nothing is ever rounded silently.
const LONGEST = 60
const Exact = Decimal.clone({ precision: 2 * LONGEST, rounding: Decimal.ROUND_HALF_UP })
const FEN_PLACES = 2

function written(value: Decimal): Money {
  const text = value.toFixed(Math.max(FEN_PLACES, value.decimalPlaces()))
  if (text.length > LONGEST) throw new RangeError('an amount of money grew beyond all bounds')
  return text as Money
}

/** Reads plain decimal text (`-12.5`); separators, units and 万 are the business of intake. */
export function parseMoney(text: string): Money | undefined {
  return /^-?\d{1,36}(\.\d{1,18})?$/.test(text) ? written(new Exact(text)) : undefined
}

/** An amount known to be well written; throws where `parseMoney` would answer undefined. */
export function money(yuan: string | bigint): Money {
  const amount = parseMoney(String(yuan))
  if (amount === undefined) throw new RangeError(`not an amount of yuan: ${JSON.stringify(String(yuan))}`)
  return amount
}

/** Nothing. */
export const noMoney: Money = money('0')

/** The sum of two amounts. */
export function addMoney(one: Money, other: Money): Money {
  return written(new Exact(one).plus(other))
}

/** What is left of the first amount after the second; may be negative. */
export function subtractMoney(one: Money, other: Money): Money {
  return written(new Exact(one).minus(other))
}

/** The sum of any number of amounts, of none 0.00. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = new Exact(0)
  for (const amount of amounts) total = total.plus(amount)
  return written(total)
}

/** The amount so many times; a fraction of a time throws. */
export function multiplyMoney(amount: Money, times: number | bigint): Money {
  if (typeof times === 'number' && !Number.isSafeInteger(times)) throw new RangeError(`not a whole number: ${times}`)
  return written(new Exact(amount).times(money(BigInt(times))))
}

/** Negative, zero or positive, for sorting. */
export function compareMoney(one: Money, other: Money): number {
  return new Exact(one).comparedTo(other)
}

/** To whole fen; half a fen goes away from zero (四舍五入), as the engine's DECIMAL does. */
export function roundToFen(amount: Money): Money {
  return written(new Exact(amount).toDecimalPlaces(FEN_PLACES, Decimal.ROUND_HALF_UP))
}

/** For people: `12,345.60元`; what lies beyond fen is shown, not rounded. */
export function formatYuan(amount: Money): string {
  const [whole = '0', places = '00'] = amount.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${places}元`
}
