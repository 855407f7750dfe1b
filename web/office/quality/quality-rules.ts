/** The data-quality rules there are, in plain words. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, api, ok } from '../../api/client.ts'

export type QualityRule = Answer<'/api/v1/policy/quality-rules'>['items'][number]

export function useQualityRules(): QualityRule[] {
  const asked = useQuery({ queryKey: ['quality-rules'], queryFn: () => ok(api.GET('/api/v1/policy/quality-rules')), staleTime: 300_000 })
  return asked.data?.items ?? []
}
