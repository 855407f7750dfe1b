/** Who is signed in, what they may do, and how they leave. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Permission } from '../../../src/access/permissions.ts'
import { type Answer, api, ok } from '../../api/client.ts'

export type Session = Answer<'/api/v1/session'>

export const sessionKey = ['session'] as const

export function useSession() {
  return useQuery({ queryKey: sessionKey, queryFn: () => ok(api.GET('/api/v1/session')), staleTime: 60_000, retry: false })
}

/** Inside the frame there always is a session. */
export function useSignedIn(): Session {
  const { data } = useSession()
  if (!data) throw new Error('nobody is signed in')
  return data
}

export function useMay(): (permission: Permission) => boolean {
  const { data } = useSession()
  const held = new Set<string>(data?.permissions ?? [])
  return (permission) => held.has(permission)
}

/** Ends the session and forgets everything that was read under it. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return () => {
    void ok(api.DELETE('/api/v1/session')).finally(() => {
      client.clear()
      void navigate({ to: '/log-in' })
    })
  }
}
