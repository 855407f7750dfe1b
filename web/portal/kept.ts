/** What stays on the phone: an application that is not sent yet, the follow-up codes, and the words to read without network. */

function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(`xj.${name}`)
    else localStorage.setItem(`xj.${name}`, JSON.stringify(value))
    return true
  } catch {
    // Private windows and full phones keep nothing; the page works without.
    return false
  }
}

function kept<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(`xj.${name}`)
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}

export interface Draft {
  name: string
  idNumber: string
  phone: string
  difficulty: string
  words: string
  proxyName?: string
  proxyRelation?: string
  photo?: string
}

/** With the key under which it is sent, however often. */
export interface Unsent extends Draft {
  token: string
  key: string
}

export interface HeldCode {
  code: string
  on: string
}

export interface Words {
  difficulties: { code: string; label: string }[]
  relations: string[]
  mostWords: number
  mostPhotoBytes: number
  leaflets: { id: string; title: string; sections: { heading: string; lines: string[] }[]; basis: string; reviewedOn: string }[]
}

export const unsent = (): Unsent | undefined => kept<Unsent>('unsent')
/** False when the phone cannot keep it. */
export const keepUnsent = (one: Unsent | undefined): boolean => keep('unsent', one)

export const heldCodes = (): HeldCode[] => kept<HeldCode[]>('codes') ?? []
export const holdCode = (one: HeldCode): void => {
  keep('codes', [one].concat(heldCodes().filter((other) => other.code !== one.code)).slice(0, 10))
}
export const dropCodes = (): void => {
  keep('codes', undefined)
}

export const keptWords = (): Words | undefined => kept<Words>('words')
export const keepWords = (words: Words): void => {
  keep('words', words)
}

/** 32 hexadecimal signs that no other phone makes. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  let key = ''
  for (let i = 0; i < bytes.length; i += 1) key += (bytes[i]! + 256).toString(16).slice(1)
  return key
}
