/** The statement of the household on the page of its case. */
import type { CaseCard } from '../cases/case.tsx'
import { useMay } from '../frame/session.ts'
import { Statement } from './statement.tsx'

export default function CaseStatement({ theCase }: { theCase: CaseCard }) {
  const may = useMay()
  return <Statement householdId={theCase.householdId} canChange={may('register.change')} />
}
