/** Divisions by code: what they are called, and the way down to one. */
import { useQueries } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'

const lengths = [2, 4, 6, 9, 12]

/** The codes from one's own area down to a division, both included. */
export function divisionTrail(area: string, code: string): string[] {
  return lengths.filter((length) => length >= Math.max(area.length, 2) && length <= code.length).map((length) => code.slice(0, length))
}

export const divisionQuery = (under: string) => ({
  queryKey: ['divisions', under],
  queryFn: () => ok(api.GET('/api/v1/divisions', { params: { query: { under, limit: 1000 } } })),
  staleTime: 3_600_000,
})

/** The code one level up; empty above a province. */
export function parentOf(code: string): string {
  return code.slice(0, lengths.filter((length) => length < code.length).at(-1) ?? 0)
}

/** Names of some divisions, from the lists of their parents, which the pickers have read anyway. */
export function useDivisionNames(codes: readonly string[]): ReadonlyMap<string, string> {
  const parents = [...new Set(codes.filter((code) => code.length > 2).map(parentOf))]
  const lists = useQueries({ queries: parents.map(divisionQuery) })
  return new Map(lists.flatMap(({ data }) => data?.items ?? []).map(({ code, name }) => [code, name]))
}
