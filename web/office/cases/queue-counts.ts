/** How much my office has to do, by how urgent it is. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'

export function useQueueCounts() {
  return useQuery({
    queryKey: ['case-queue-counts'],
    queryFn: () => ok(api.GET('/api/v1/cases/queue', { params: { query: { limit: 1 } } })),
  })
}

/** Requests that an office below has not accepted in time and of which mine was told. */
export function useToldApplications(): number {
  const asked = useQuery({ queryKey: ['application-counts'], queryFn: () => ok(api.GET('/api/v1/applications/counts')) })
  return asked.data?.told ?? 0
}
