/** How the page asks the server, and the puzzle it solves before it sends: in slices, so that an old phone stays awake. */
import { hashesBehind } from './sha256.ts'

/** What the server refused, in its own sentence; status 0 when there was no answer. */
export interface Refusal {
  status: number
  code: string
  sentence: string
}

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'sentence' in value

/** Whatever went wrong, as a sentence. */
export const refusalOf = (error: unknown): Refusal =>
  isRefusal(error) ? error : { status: -1, code: '', sentence: '页面出了错，请关掉重新扫码打开。' }

const slowest = 30000

/** Asks below `/api/v1/public`; rejects with a `Refusal`. */
export function ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open(method, `/api/v1/public${path}`)
    request.timeout = slowest
    request.setRequestHeader('X-Requested-With', 'xianjie')
    if (body !== undefined) request.setRequestHeader('Content-Type', 'application/json')
    const lost = () => fail({ status: 0, code: '', sentence: '没有网络，请换个信号好的地方再试。' } as Refusal)
    request.onerror = lost
    request.ontimeout = lost
    request.onabort = lost
    request.onload = () => {
      let answer: { detail?: string; code?: string } | undefined
      try {
        answer = JSON.parse(request.responseText)
      } catch {
        answer = undefined
      }
      if (request.status >= 200 && request.status < 300 && answer !== undefined) done(answer as unknown as Answer)
      else if (request.status >= 400 && request.status < 500 && answer?.detail !== undefined)
        fail({ status: request.status, code: answer.code ?? '', sentence: answer.detail } as Refusal)
      else lost()
    }
    request.send(body === undefined ? null : JSON.stringify(body))
  })
}

const slice = 4000

function solve(challenge: string, bits: number, subject: string): Promise<string> {
  const hash = hashesBehind(`${challenge}:${subject}:`)
  const below = 2 ** (32 - bits)
  return new Promise((done) => {
    let n = 0
    const work = () => {
      for (const until = n + slice; n < until; n += 1) {
        const nonce = n.toString(36)
        if (hash(nonce) < below) return done(nonce)
      }
      setTimeout(work, 0)
    }
    work()
  })
}

/** Sends with a solved puzzle; one that went stale on the way is solved anew, once. */
export async function askWithWork<Answer>(purpose: 'apply' | 'look', subject: string, path: string, body: object): Promise<Answer> {
  for (let again = 0; ; again += 1) {
    const { challenge, bits } = await ask<{ challenge: string; bits: number }>('GET', `/puzzle?for=${purpose}`)
    const nonce = await solve(challenge, bits, subject)
    try {
      return await ask<Answer>('POST', path, Object.assign({}, body, { challenge, nonce }))
    } catch (error) {
      if (again > 0 || refusalOf(error).code !== 'channels.puzzle') throw error
    }
  }
}
