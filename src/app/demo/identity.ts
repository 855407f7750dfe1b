/** Invented identity numbers (GB 11643) and phones that occur once in a county. */
import type { Chance } from './random.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character of the first 17 digits. */
export const checkCharacter = (digits: string): string => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (weights[i] as number)
  return '10X98765432'[sum % 11] as string
}

export const isValidNumber = (number: string): boolean => /^\d{17}[\dX]$/.test(number) && checkCharacter(number) === number[17]

/** Gives out numbers; the order number grows by prefix, day and sex, so that no two are alike. */
export interface NumberOffice {
  next(prefix: string, bornOn: string, sex: '男' | '女'): string
}

export const openNumberOffice = (): NumberOffice => {
  const given = new Map<string, number>()
  return {
    next: (prefix, bornOn, sex) => {
      const stem = prefix + bornOn.slice(0, 4) + bornOn.slice(5, 7) + bornOn.slice(8, 10)
      const key = stem + sex
      const count = given.get(key) ?? 0
      if (count >= 499) throw new RangeError(`no order number left for ${stem}`)
      given.set(key, count + 1)
      const order = ((count * 37 + Number(stem.slice(6)) * 7) % 499) * 2 + (sex === '男' ? 1 : 2)
      const digits = stem + String(order).padStart(3, '0')
      return digits + checkCharacter(digits)
    },
  }
}

const phoneHeads = [
  '130',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '157',
  '158',
  '159',
  '166',
  '177',
  '178',
  '182',
  '183',
  '187',
  '188',
  '198',
]

/** A mobile number for the n-th subscriber; a permutation, so that no two subscribers share one. */
export const phoneOf = (subscriber: number, chance: Chance): string => {
  const scattered = (subscriber * 48271 + 11_713) % 99_999_989
  return chance.pick(phoneHeads) + String(scattered).padStart(8, '0')
}

/** The number on a disability card: the citizen's number, category 1–7, grade 1–4, and for a re-issued card two more digits. */
export const cardNumber = (idNumber: string, category: number, grade: number, isReissued: boolean): string =>
  `${idNumber}${category}${grade}${isReissued ? 'B1' : ''}`
