/** Citizens' identity numbers (GB 11643), their fifteen-digit predecessors and the disability-card numbers made from them. */
import { type PlainDay, parsePlainDay } from './plain-day.ts'

/** Why a text is not an identity number. */
export type IdNumberFailure =
  | 'length'
  | 'characters'
  | 'birth_day'
  | 'check_digit'
  | 'placeholder'
  | 'masked'
  | 'scientific'
  | 'digits_lost'
  | 'card_digits'

/** 男 or 女, as the seventeenth digit says. */
export type Sex = 'male' | 'female'

interface Holder {
  /** The number as checked. */
  readonly number: string
  /** The holder's eighteen-character number. */
  readonly citizenNumber: string
  readonly bornOn: PlainDay
  readonly sex: Sex
}

/** A number of eighteen characters: identity card, or a residence permit of the same form. */
export interface CitizenId extends Holder {
  readonly kind: 'citizen'
}

/** A number of the first generation, without century and check digit. */
export interface OldCitizenId extends Holder {
  readonly kind: 'citizen_old'
}

/** A disability card: the citizen's number, category 1–7, grade 1–4, and two more characters when issued again. */
export interface DisabilityCard extends Holder {
  readonly kind: 'disability_card'
  readonly category: number
  readonly grade: number
  readonly isReissued: boolean
}

/** Not an identity number; the message tells the person who typed it what was found. */
export interface InvalidId {
  readonly kind: 'invalid'
  readonly failure: IdNumberFailure
  readonly message: string
}

/** What a text is. */
export type IdNumberCheck = CitizenId | OldCitizenId | DisabilityCard | InvalidId

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'
const WHOLE = /^\d{17}[\dX](\d\d(\d\d|B\d)?)?$/

/** The eighteenth character that belongs to the first seventeen digits (ISO 7064 MOD 11-2). */
export function checkDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit needs seventeen digits')
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** The eighteen-character form of a fifteen-digit number, whose years are all 19xx; undefined for anything else. */
export function upgradeFifteen(fifteen: string): string | undefined {
  if (!/^\d{15}$/.test(fifteen)) return undefined
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return first17 + checkDigit(first17)
}

/** The holder's eighteen-character number inside a number of 15, 18, 20 or 22 characters, not otherwise checked. */
export function citizenNumber(number: string): string | undefined {
  if (number.length === 15) return upgradeFifteen(number)
  return WHOLE.test(number) ? number.slice(0, 18) : undefined
}

/** The day of birth a number carries, whether or not its check digit is right; undefined when there is no such day. */
export function bornOn(number: string): PlainDay | undefined {
  const citizen = citizenNumber(number)
  if (citizen === undefined) return undefined
  return parsePlainDay(`${citizen.slice(6, 10)}-${citizen.slice(10, 12)}-${citizen.slice(12, 14)}`)
}

/** The sex a number carries, whether or not its check digit is right. */
export function sexOf(number: string): Sex | undefined {
  const citizen = citizenNumber(number)
  if (citizen === undefined) return undefined
  return Number(citizen.charAt(16)) % 2 === 1 ? 'male' : 'female'
}

const invalid = (failure: IdNumberFailure, message: string): InvalidId => ({ kind: 'invalid', failure, message })

/** Texts that never were a number, or are one no longer: what somebody or some program put in its place. */
function checkWriting(text: string): InvalidId | undefined {
  if (/^\d(\.\d*)?…?E\+?\d{1,3}$/i.test(text)) {
    return invalid('scientific', '证件号码被表格软件变成了科学计数法，后几位已丢失，请从原始材料重新录入，并把该列设为文本格式')
  }
  if (/[*#?…•●×✱✲]|[xX]{2,}|[-_—]{2,}/.test(text)) return invalid('masked', '证件号码被遮盖了一部分，请提供完整号码')
  if (/^(\d)\1{5,}X?$|^(999999|123456|987654)/.test(text)) return invalid('placeholder', '证件号码是随手填的占位数字，请填写真实号码')
  return undefined
}

function checkShape(text: string): InvalidId | undefined {
  const length = [...text].length
  if (![15, 18, 20, 22].includes(length)) return invalid('length', lengthMessage(length))
  if (length === 15) return /^\d{15}$/.test(text) ? undefined : invalid('characters', '15 位旧证号码应全是数字')
  if (!/^\d{17}[\dX]/.test(text)) return invalid('characters', '证件号码前 17 位应是数字，第 18 位应是数字或大写 X')
  return WHOLE.test(text) ? undefined : invalid('characters', '残疾人证号第 19 位起应是数字（补办的末两位也可为 B 加一位数字）')
}

function lengthMessage(length: number): string {
  if (length === 0) return '证件号码为空'
  return `证件号码应为 18 位（旧证 15 位，残疾人证 20 或 22 位），实为 ${length} 位`
}

function checkLastCharacter(citizen: string): InvalidId | undefined {
  if (checkDigit(citizen.slice(0, 17)) === citizen.charAt(17)) return undefined
  if (citizen.endsWith('000')) {
    return invalid('digits_lost', '证件号码被表格软件当作数字，末三位变成了 000，已无法还原，请从原始材料重新录入')
  }
  return invalid('check_digit', '证件号码末位校验不符，号码有错字，请对照证件核对')
}

function readHolder(number: string, asOf: PlainDay | undefined): Holder | InvalidId {
  const citizen = upgradeFifteen(number) ?? number.slice(0, 18)
  const born = bornOn(citizen)
  const sex = sexOf(citizen)
  if (born === undefined || sex === undefined) return invalid('birth_day', `证件号码中的出生日期“${citizen.slice(6, 14)}”不存在`)
  if (asOf !== undefined && born > asOf) return invalid('birth_day', `证件号码中的出生日期 ${born} 晚于 ${asOf}`)
  return checkLastCharacter(citizen) ?? { number, citizenNumber: citizen, bornOn: born, sex }
}

function checkCard(holder: Holder): DisabilityCard | InvalidId {
  const category = Number(holder.number.charAt(18))
  const grade = Number(holder.number.charAt(19))
  if (category < 1 || category > 7) return invalid('card_digits', `残疾人证号第 19 位是残疾类别，应为 1 至 7，实为 ${category}`)
  if (grade < 1 || grade > 4) return invalid('card_digits', `残疾人证号第 20 位是残疾等级，应为 1 至 4，实为 ${grade}`)
  return { kind: 'disability_card', ...holder, category, grade, isReissued: holder.number.length === 22 }
}

/**
 * Says what a text is, as written: capitals, no spaces; `cleanIdNumber` comes before. The address digits are not looked up, so that
 * abolished counties and the residence permits beginning with 81, 82, 83 and 9 pass; a day of birth after `asOf` does not.
 */
export function checkIdNumber(text: string, asOf?: PlainDay): IdNumberCheck {
  const spoilt = checkWriting(text) ?? checkShape(text)
  if (spoilt !== undefined) return spoilt
  const holder = readHolder(text, asOf)
  if ('kind' in holder) return holder
  if (text.length === 18) return { kind: 'citizen', ...holder }
  return text.length === 15 ? { kind: 'citizen_old', ...holder } : checkCard(holder)
}
