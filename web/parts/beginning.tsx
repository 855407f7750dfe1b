/** What an empty list says in a county that has only begun: what is missing and the next step; later, what the list itself says. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { api, ok } from '../api/client.ts'
import { useMay } from '../office/frame/session.ts'

interface BeginningProps {
  /** Filled without a run: only the register is needed. */
  needsRun?: boolean
  children: ReactNode
}

function useHouseholds(): number | undefined {
  const may = useMay()
  const asked = useQuery({
    queryKey: ['register-summary', undefined],
    queryFn: () => ok(api.GET('/api/v1/register/summary', { params: { query: {} } })),
    staleTime: 60_000,
    enabled: may('register.read'),
  })
  return asked.data?.households
}

function useHasRun(isAsked: boolean): boolean | undefined {
  const may = useMay()
  const asked = useQuery({
    queryKey: ['runs', 'done'],
    queryFn: () => ok(api.GET('/api/v1/screening/runs', { params: { query: { state: 'done', limit: 1 } } })),
    staleTime: 60_000,
    enabled: isAsked && may('lead.read'),
  })
  return asked.data && asked.data.items.length > 0
}

export function Beginning({ needsRun = true, children }: BeginningProps) {
  const may = useMay()
  const households = useHouseholds()
  const hasRun = useHasRun(needsRun)
  if (households === 0)
    return may('register.load') ? (
      <>
        农户档案还是空的。请先
        <Link className="in-text" to="/files" search={{ handIn: '1' } as never}>
          导入全国系统的农户家庭成员信息
        </Link>
        ，报送后接收。
      </>
    ) : (
      <>农户档案还是空的，请县级先导入全国系统的农户家庭成员信息。</>
    )
  if (needsRun && hasRun === false)
    return may('screening.run') ? (
      <>
        还没有筛查过。接收部门数据后，请
        <Link className="in-text" to="/screening">
          发起筛查
        </Link>
        。
      </>
    ) : (
      <>还没有筛查过。县级完成一次筛查后，结果会出现在这里。</>
    )
  return <>{children}</>
}
