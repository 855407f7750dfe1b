/** What the tables that departments hand in are called. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../api/client.ts'

export function useDatasetLabels(): ReadonlyMap<string, string> {
  const asked = useQuery({ queryKey: ['datasets'], queryFn: () => ok(api.GET('/api/v1/datasets')), staleTime: 600_000 })
  return new Map((asked.data?.items ?? []).map(({ name, label }) => [name, label]))
}
