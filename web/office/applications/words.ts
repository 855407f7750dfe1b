/** What the forms of applications offer, read once. */
import { useQuery } from '@tanstack/react-query'
import { api, ok } from '../../api/client.ts'

export function useFormWords() {
  return useQuery({ queryKey: ['application-words'], queryFn: () => ok(api.GET('/api/v1/applications/words')), staleTime: 600_000 }).data
}
