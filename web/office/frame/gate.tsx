/** The gate before every page: nobody passes without a session; what lies behind is loaded only then. */
import { useNavigate } from '@tanstack/react-router'
import { Spin } from 'antd'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { signedOutEvent } from '../../api/asking.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Failure } from '../../parts/notices.tsx'
import { useSession } from './session.ts'

const Desk = lazy(() => import('./frame.tsx'))

/** To the log-in page, once: while it is still being loaded, this frame is drawn again at the new address. */
function useLeave(): () => void {
  const navigate = useNavigate()
  return useCallback(() => {
    const { pathname, search } = window.location
    if (pathname.startsWith('/log-in')) return
    const next = pathname + search
    void navigate({ to: '/log-in', search: (next === '/' ? {} : { next }) as never })
  }, [navigate])
}

/** Everything behind the log-in; without a session one is sent to the log-in page and comes back afterwards. */
export function Gate() {
  const session = useSession()
  const leave = useLeave()
  const isSignedOut = session.error instanceof ApiProblem && session.error.status === 401
  useEffect(() => {
    window.addEventListener(signedOutEvent, leave)
    return () => window.removeEventListener(signedOutEvent, leave)
  }, [leave])
  useEffect(() => {
    if (isSignedOut) leave()
  }, [isSignedOut, leave])
  if (session.data && !isSignedOut)
    return (
      <Suspense fallback={<Spin size="large" fullscreen />}>
        <Desk session={session.data} />
      </Suspense>
    )
  if (session.isPending || isSignedOut) return <Spin size="large" description="正在打开" fullscreen />
  return <Failure error={session.error} retry={() => void session.refetch()} />
}
