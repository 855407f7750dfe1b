/** Unified social credit codes (统一社会信用代码), GB 32100-2015. */

/** Why a text is not a credit code. */
export type CreditCodeFailure = 'length' | 'characters' | 'check_character'

/** A credit code with the six digits of where it was registered and the organisation code inside it, or why it is none. */
export type CreditCodeCheck =
  | { readonly kind: 'valid'; readonly code: string; readonly registeredAt: string; readonly organisationCode: string }
  | { readonly kind: 'invalid'; readonly failure: CreditCodeFailure; readonly message: string }

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/

/** The eighteenth character that belongs to the first seventeen. */
export function creditCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const sign of first17) {
    sum += ALPHABET.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}

const invalid = (failure: CreditCodeFailure, message: string): CreditCodeCheck => ({ kind: 'invalid', failure, message })

function wrongLength(length: number): CreditCodeCheck {
  if (length === 15) return invalid('length', '这是 15 位的旧工商注册号，请填写 18 位统一社会信用代码')
  if (length === 9) return invalid('length', '这是 9 位的组织机构代码，请填写 18 位统一社会信用代码')
  return invalid('length', `统一社会信用代码应为 18 位，实为 ${length} 位`)
}

/** Checks a code as written: capitals, no spaces; cleaning comes before. */
export function checkCreditCode(text: string): CreditCodeCheck {
  if (text.length !== 18) return wrongLength(text.length)
  if (!SHAPE.test(text)) return invalid('characters', '统一社会信用代码第 3 至 8 位应为数字，其余为数字或大写字母（不含 I、O、S、V、Z）')
  if (creditCheckCharacter(text.slice(0, 17)) !== text.charAt(17))
    return invalid('check_character', '统一社会信用代码末位校验不符，请核对是否有错字')
  return { kind: 'valid', code: text, registeredAt: text.slice(2, 8), organisationCode: text.slice(8, 17) }
}
