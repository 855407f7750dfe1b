/** How much my office has to do, by how urgent it is. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'

export function useQueueCounts() {
  return useQuery({
    queryKey: ['case-queue-counts'],
    queryFn: () => ok(api.GET('/api/v1/cases/queue', { params: { query: { limit: 1 } } })),
  })
}
