/** Files from the server: fetched first, so that a refusal is a sentence and not a broken file. */
import { ask } from './asking.ts'
import { problemFrom } from './problem.ts'

function nameIn(header: string | null): string | undefined {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return header?.match(/filename="?([^";]+)"?/i)?.[1]
}

/** Saves what the address answers under the name the server gives it. */
export async function download(address: string, fallbackName: string, init?: { method: 'POST'; body: unknown }): Promise<void> {
  const request = new Request(new URL(address, location.origin), {
    method: init?.method ?? 'GET',
    ...(init ? { body: JSON.stringify(init.body), headers: { 'Content-Type': 'application/json' } } : {}),
  })
  const response = await ask(request)
  if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined))
  const url = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
