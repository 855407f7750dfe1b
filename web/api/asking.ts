/** How the pages ask the server: the headers of every write, and one key for one intention however often it is sent. */
import { ApiProblem } from './problem.ts'

export const signedOutEvent = 'xianjie:signed-out'

/** Keys of writes whose outcome is unknown, by what was sent: sending the same again after a broken connection does nothing twice. */
const openKeys = new Map<string, string>()

function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The headers a write needs; `intention` is method, address and content. */
export function writeHeaders(intention: string): Record<string, string> {
  const key = openKeys.get(intention) ?? freshKey()
  openKeys.set(intention, key)
  return { 'X-Requested-With': 'xianjie', 'Idempotency-Key': key }
}

/** Forgets the key of a write that was answered. */
export function settle(intention: string): void {
  openKeys.delete(intention)
}

/** `fetch` as the API wants it; a lost session is told to the frame. */
export async function ask(request: Request): Promise<Response> {
  const isWrite = request.method !== 'GET'
  const intention = isWrite ? `${request.method} ${request.url} ${await request.clone().text()}` : ''
  const headers = new Headers(request.headers)
  if (isWrite) for (const [name, value] of Object.entries(writeHeaders(intention))) headers.set(name, value)
  const response = await fetch(new Request(request, { headers, credentials: 'same-origin' })).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem(0, 'web.offline', '连不上服务器，请检查网络后重试。')
  })
  if (isWrite) settle(intention)
  if (response.status === 401) window.dispatchEvent(new Event(signedOutEvent))
  return response
}
