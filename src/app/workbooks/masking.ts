/** What identifies a person, shown so that colleagues recognise it and strangers do not. */

/** First six and last four characters stay (place and check); anything shorter than eleven keeps only its last two. */
export function maskIdNumber(idNumber: string): string {
  const signs = [...idNumber.trim()]
  if (signs.length < 3) return '*'.repeat(signs.length)
  if (signs.length < 11) return '*'.repeat(signs.length - 2) + signs.slice(-2).join('')
  return signs.slice(0, 6).join('') + '*'.repeat(signs.length - 10) + signs.slice(-4).join('')
}

/** First three and last four digits stay. */
export function maskPhone(phone: string): string {
  const signs = [...phone.trim()]
  if (signs.length < 8) return '*'.repeat(Math.max(0, signs.length - 2)) + signs.slice(-2).join('')
  return signs.slice(0, 3).join('') + '*'.repeat(signs.length - 7) + signs.slice(-4).join('')
}

/** The first character stays; at most two stars, so that the length of a long name is not told. */
export function maskName(name: string): string {
  const signs = [...name.trim()]
  return signs.length === 0 ? '' : (signs[0] ?? '') + '*'.repeat(Math.min(2, Math.max(1, signs.length - 1)))
}

const digit = '[0-9０-９]'
const between = "[\\s'’‘`]*"
/** Fifteen digits or more, however they are spaced, with the X a citizen's number may end in: identity, disability and bank card numbers. */
const longNumber = new RegExp(`(?:${digit}${between}){14,}[0-9０-９XxＸｘ]`, 'g')
const mobilePhone = /(?<![0-9])((?:\+?86[- ]?)?1[3-9]\d)([- ]?)(\d{4})\2(\d{4})(?![0-9])/g
/** Signs nobody sees: they would hide a number here and be gone when the cell is written. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}]/gu

/** Free text with every identity, card and mobile number in it masked. */
export function maskText(text: string): string {
  return text
    .replace(unseen, '')
    .replace(longNumber, (found) => maskIdNumber(found.replace(/[\s'’‘`]/g, '')))
    .replace(mobilePhone, (_all, start: string, _gap, _middle, end: string) => `${start}****${end}`)
}

const citizenNumber = /\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]/
const plainNumber = /^[0-9A-Za-z]{1,24}$/

/** A household number is shown in full unless an identity number or free text stands in its place. */
export function maskHouseholdNumber(householdNumber: string): string {
  const isPlain = plainNumber.test(householdNumber) && !citizenNumber.test(householdNumber) && !/^1[3-9]\d{9}$/.test(householdNumber)
  return isPlain ? householdNumber : maskText(householdNumber)
}

/** A cell as found under this header: the header says what its text gives away even when it is misspelt. */
export function maskFound(header: string, found: string): string {
  if (/身份证|证件号|公民身份|残疾证|银行卡|账号|卡号/.test(header)) return maskIdNumber(found)
  if (/电话|手机|联系方式/.test(header)) return maskPhone(found)
  if (/姓名|户主$/.test(header)) return maskName(found)
  return maskText(found)
}
