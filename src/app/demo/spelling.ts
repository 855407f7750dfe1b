/** How a clean cell is put on paper: the forms of days and amounts that occur in real files. */
import type { Cell } from './clean-county.ts'
import { toSerial } from './days.ts'
import type { Village } from './names.ts'
import type { Chance } from './random.ts'
import type { DayStyle, MoneyStyle } from './sheets.ts'
import type { OutCell } from './text-file.ts'

const fullWidthDigits = (text: string): string => text.replace(/[0-9.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

const dayForms: Record<DayStyle, (day: string) => OutCell> = {
  dash: (day) => day,
  slash: (day) => `${day.slice(0, 4)}/${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`,
  dot: (day) => `${day.slice(0, 4)}.${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`,
  compact: (day) => day.replaceAll('-', ''),
  chinese: (day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
  time: (day) => `${day} 09:30:00`,
  serial: (day) => ({ serial: toSerial(day) + 25_569 }),
}
const monthForms: Record<DayStyle, (month: string) => string> = {
  dash: (month) => month,
  slash: (month) => month.replace('-', '/'),
  dot: (month) => month.replace('-', ''),
  compact: (month) => month.replace('-', ''),
  chinese: (month) => `${month.slice(0, 4)}年${month.slice(5)}月`,
  time: (month) => month.replace('-', ''),
  serial: (month) => month.replace('-', ''),
}

/** A day, or a month where only the month is known, in one of the forms. */
export const spellDay = (cell: string, style: DayStyle, counts1904 = false): OutCell => {
  if (cell.length <= 7) return monthForms[style](cell)
  const spelled = dayForms[style](cell)
  return counts1904 && typeof spelled === 'object' && spelled !== null && 'serial' in spelled ? { serial: spelled.serial - 1462 } : spelled
}

const thousands = (amount: number): string => {
  const [whole, rest] = String(Math.abs(amount)).split('.')
  const grouped = (whole as string).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`
}

/** Ten-thousandths of yuan written out exactly, as 1.2345. */
export const inWan = (amount: number): number => Number((amount / 10_000).toFixed(6))

/** An amount of yuan in one of the forms. */
export const spellMoney = (amount: number, style: MoneyStyle): OutCell => {
  if (style === 'number') return amount
  if (style === 'thousands') return thousands(amount)
  if (style === 'yuan') return `${amount}元`
  if (style === 'sign') return `￥${thousands(amount)}`
  if (style === 'fullwidth') return fullWidthDigits(String(amount))
  return style === 'wan' && amount >= 1_000 ? `${inWan(amount)}万` : String(amount)
}

const unreadableDays = ['去年', '2026-13-45', '待核', '近期', '#N/A', '2026年春节前']
const unreadableAmounts = ['约三千', '待核', '#N/A', '若干', '见附件', '3000左右']
const unreadableCodes: Record<string, string[]> = {
  grade: ['E', '五级', '待鉴定'],
  status: ['待核实', '其它情况', '#N/A'],
  category: ['优抚对象', '待定'],
  stage: ['幼小衔接', '待核'],
  harm: ['待鉴定', '未知伤情'],
  house: ['待查', '部分'],
}

/** What a clerk wrote where the column asks for something else. */
export const unreadableText = (chance: Chance, kind: string, field: string): string => {
  if (kind === 'money' || kind === 'number' || kind === 'year') return chance.pick(unreadableAmounts)
  if (kind === 'code') return chance.pick(unreadableCodes[field] ?? ['待核实', '#N/A'])
  return chance.pick(unreadableDays)
}

const grades = ['', '一', '二', '三', '四']
/** A code as the department writes it: the plain form, or one of the odd spellings the contract allows. */
export const spellCode = (chance: Chance, field: string, cell: Cell, isOdd: boolean): string => {
  if (typeof cell === 'number') {
    if (field === 'grade')
      return isOdd
        ? chance.pick([String(cell), `${grades[cell]} 级`, `${grades[cell]}`, String.fromCharCode(0xff10 + cell)])
        : `${grades[cell]}级`
    return String(cell)
  }
  if (!isOdd) return cell
  if (field === 'grade') return chance.pick([`${cell}级`, String.fromCharCode(cell.charCodeAt(0) + 0xfee0), ` ${cell} `])
  return cell.length < 2 ? cell : chance.pick([` ${cell}`, `${cell.slice(0, 1)} ${cell.slice(1)}`, `${cell}　`])
}

/** The many ways of writing nothing. */
export const emptyText = (chance: Chance, kind: string): string =>
  kind === 'code' ? chance.pick(['', '', '/']) : chance.pick(['', '', '', '/', '-', '—', '无', '不详'])

/** The village as clerks spell it; the plain name most often. */
export const spellVillage = (village: Village, draw: Chance): [spelled: string, mess: string] => {
  const stem = village.village.slice(0, -1)
  if (draw.hit(0.9)) return [village.village, '']
  return draw.pick([
    [`${stem}村委会`, 'village_committee'],
    [`${stem}村民委员会`, 'village_committee'],
    [`${village.township}${village.village}`, 'village_with_township'],
    [stem, 'village_bare'],
  ] as const) as [string, string]
}
