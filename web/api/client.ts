/** The typed client: addresses, parameters and answers come from the server's own API document. */
import createClient from 'openapi-fetch'
import { ask } from './asking.ts'
import { problemFrom } from './problem.ts'
import type { paths } from './schema.ts'

export const api = createClient<paths>({ baseUrl: location.origin, fetch: ask })

/** The answer itself, or the server's refusal thrown with its sentence. */
export async function ok<Data>(call: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await call
  if (!response.ok) throw problemFrom(response.status, error)
  return data as Data
}

type Content<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } } ? Body : never

/** What `GET path` answers. */
export type Answer<Path extends keyof paths> = paths[Path] extends { get: infer Operation } ? Content<Operation> : never

/** One entry of the list that `GET path` answers. */
export type Item<Path extends keyof paths> = Answer<Path> extends { items: (infer Row)[] } ? Row : never
