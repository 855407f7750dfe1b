/** What the page knows: whose code was scanned, and the words of the place. */
import { ask } from './ask.ts'
import { keepWords, keptWords, type Words } from './kept.ts'

export interface Place {
  kind: 'village' | 'household'
  township: string
  village: string
}

/** The token stands at the end of the address, as in the printed code. */
export const token = (/\/m\/([^/?#]+)/.exec(location.pathname) ?? ['', ''])[1] ?? ''

let place: Promise<Place | undefined> | undefined
let words: Promise<Words> | undefined

/** A page that is opened is a scan; one that is only reloaded is not. */
function isFirst(): boolean {
  try {
    if (sessionStorage.getItem('xj.scanned') === token) return false
    sessionStorage.setItem('xj.scanned', token)
  } catch {
    // Without storage every opening counts.
  }
  return true
}

/** The village of the code; undefined without one. Rejects when it is not in force or there is no network. */
export function placeOfCode(): Promise<Place | undefined> {
  if (token === '') return Promise.resolve(undefined)
  if (place === undefined) {
    place = ask<Place>('GET', `/codes/${encodeURIComponent(token)}${isFirst() ? '?scan=1' : ''}`)
    place.catch(() => {
      place = undefined
    })
  }
  return place
}

/** The words of the place; those of last time when there is no network. */
export function wordsOfPlace(): Promise<Words> {
  if (words === undefined) {
    const asked = ask<Words>('GET', token === '' ? '/words' : `/codes/${encodeURIComponent(token)}/words`)
    words = asked.then(
      (fresh) => {
        keepWords(fresh)
        return fresh
      },
      (error) => {
        words = undefined
        const known = keptWords()
        if (known === undefined) throw error
        return known
      },
    )
  }
  return words
}
