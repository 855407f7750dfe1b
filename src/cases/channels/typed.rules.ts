/** What people typed into an application: cleaned where that changes nothing, refused in plain words where it cannot be meant. */
import { checkIdNumber, citizenNumber, cleanIdNumber, foldFullWidth, type PlainDay, squeeze } from '../../kernel/index.ts'
import type { ApplicationPolicy } from './channel-policy.ts'

export interface Mistake {
  field: string
  message: string
}

export interface TypedApplication {
  name: string
  idNumber: string
  phone: string
  difficulty: string
  words: string
  proxyName?: string | undefined
  proxyRelation?: string | undefined
  /** Base64 of a JPEG or PNG. */
  photo?: string | undefined
}

export interface ReadApplication {
  name: string
  idNumber: string
  phone: string
  difficulty: string
  words: string
  proxy: { name: string; relation: string } | undefined
  photo: string | undefined
}

export const mostWords = 500
/** Of the picture itself, in bytes. */
export const mostPhoto = 600 * 1024

const nameForm = /^[\p{Script=Han}][\p{Script=Han}·•]{0,28}[\p{Script=Han}]$/u
/** Line breaks are words too; other control characters, direction marks and markup are not. */
const oddSigns = /[<>\p{Cc}\p{Cs}\p{Co}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What is wrong with a text, or nothing when a person may have meant it. */
export function wordsMistake(words: string): string | undefined {
  if ([...words].length > mostWords) return `情况说明太长，最多 ${mostWords} 字`
  if (oddSigns.test(words.replace(/[\r\n\t]/g, ''))) return '情况说明里有不能用的符号（如 < >），请只用文字写'
  return undefined
}

export const readName = (typed: string): string | undefined => {
  const text = squeeze(foldFullWidth(typed)).replace(/[.•・‧]/g, '·')
  return nameForm.test(text) ? text : undefined
}

export function readPhone(typed: string): string | undefined {
  const text = squeeze(foldFullWidth(typed))
    .replace(/-/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$|^0\d{2,3}\d{7,8}$/.test(text) ? text : undefined
}

/** The number as it is kept, and as the register finds it; a sentence where it is none. */
export function readId(typed: string, today: PlainDay): { number: string } | { message: string } {
  const { text } = cleanIdNumber(typed.slice(0, 60))
  const check = checkIdNumber(text, today)
  if (check.kind !== 'invalid') return { number: check.number.length === 15 ? check.citizenNumber : check.number }
  return { message: /^\d{17}[\dX]$/.test(text) ? '身份证号有一位不对，请照着证件再看一遍' : '身份证号应为 18 位，请照着证件填写' }
}

/** The form under which the register keeps its index of an identity number. */
export const idKey = (number: string): string => citizenNumber(number) ?? number

const mistaken = (field: string, message: string): Mistake => ({ field, message })

/** Reads an application; answers every mistake at once. */
export function readApplication(
  typed: TypedApplication,
  policy: Pick<ApplicationPolicy, 'difficulties' | 'relations'>,
  today: PlainDay,
  /** A paper lies with the officer who types it in, and needs no photo. */
  isPaper = false,
): { read: ReadApplication } | { mistakes: Mistake[] } {
  const [name, phone, id] = [readName(typed.name), readPhone(typed.phone), readId(typed.idNumber, today)]
  const isProxy = (typed.proxyName ?? '') !== ''
  const proxyName = isProxy ? readName(typed.proxyName ?? '') : undefined
  const inWords = wordsMistake(typed.words)
  const inPhoto = typed.photo === undefined ? undefined : photoMistake(typed.photo)
  const mistakes = [
    ...(name === undefined ? [mistaken('name', '姓名应为 2 至 30 个汉字')] : []),
    ...('message' in id ? [mistaken('idNumber', id.message)] : []),
    ...(phone === undefined ? [mistaken('phone', '电话应为 11 位手机号，或带区号的座机')] : []),
    ...(Object.hasOwn(policy.difficulties, typed.difficulty) ? [] : [mistaken('difficulty', '请选择遇到的困难')]),
    ...(inWords === undefined ? [] : [mistaken('words', inWords)]),
    ...(isProxy && proxyName === undefined ? [mistaken('proxyName', '代办人姓名应为 2 至 30 个汉字')] : []),
    ...(isProxy && !policy.relations.includes(typed.proxyRelation ?? '') ? [mistaken('proxyRelation', '请选择代办人与申请人的关系')] : []),
    ...(isProxy && !isPaper && typed.photo === undefined ? [mistaken('photo', '代办的请附一张照片（如本人在场、手印或手写申请）')] : []),
    ...(inPhoto === undefined ? [] : [mistaken('photo', inPhoto)]),
  ]
  if (mistakes.length > 0 || name === undefined || phone === undefined || 'message' in id) return { mistakes }
  const proxy = proxyName === undefined ? undefined : { name: proxyName, relation: typed.proxyRelation ?? '' }
  const { difficulty, words, photo } = typed
  return { read: { name, idNumber: id.number, phone, difficulty, words: words.trim(), proxy, photo } }
}

/** Judged by its first bytes, never by what it is called. */
export function photoMistake(photo: string): string | undefined {
  if (photo.length > Math.ceil((mostPhoto * 4) / 3) + 4) return `照片太大，请换一张小于 ${mostPhoto / 1024} KB 的`
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(photo) || pictureType(photo) === undefined) return '照片不是常见的图片（JPG 或 PNG），请重新拍一张'
  return undefined
}

export function pictureType(photo: string): 'image/jpeg' | 'image/png' | undefined {
  const head = Buffer.from(photo.slice(0, 16), 'base64').toString('hex')
  return head.startsWith('ffd8ff') ? 'image/jpeg' : head.startsWith('89504e470d0a1a0a') ? 'image/png' : undefined
}
