/** The catalogue of measures, and the risks it knows. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'

export function useCatalogue() {
  return useQuery({ queryKey: ['help-catalogue'], queryFn: () => ok(api.GET('/api/v1/help/catalogue')), staleTime: 600_000 })
}

/** Every risk the catalogue has an answer to, for a choice. */
export function useRisks(): { value: string; label: string }[] {
  const { data } = useCatalogue()
  return [...new Set(data?.items.flatMap(({ risks }) => risks) ?? [])].map((risk) => ({ value: risk, label: risk }))
}
