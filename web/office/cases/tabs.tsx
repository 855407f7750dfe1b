/** The one registry of what a case's page shows beside the core: each part adds its line and brings its own piece of the program. */
import { type ComponentType, lazy } from 'react'
import type { Permission } from '../../../src/access/permissions.ts'
import type { CaseCard } from './case.tsx'

export interface CaseTab {
  key: string
  label: string
  needs: Permission
  /** Left out, it is shown in every state. */
  isShown?: (theCase: CaseCard) => boolean
  body: ComponentType<{ theCase: CaseCard }>
}

/** A tab's piece of the program, loaded when it is opened; its default export is the body. */
export const lazyTab = (load: () => Promise<{ default: ComponentType<{ theCase: CaseCard }> }>): CaseTab['body'] => lazy(load)

const isMonitoring = ({ kind }: CaseCard) => kind === 'monitoring'

export const caseTabs: readonly CaseTab[] = [
  { key: 'review', label: '评议公示', needs: 'case.read', isShown: isMonitoring, body: lazyTab(() => import('../review/case-tab.tsx')) },
  { key: 'help', label: '帮扶措施', needs: 'case.read', isShown: isMonitoring, body: lazyTab(() => import('../help/case-help.tsx')) },
  { key: 'statement', label: '收入支出', needs: 'register.read', body: lazyTab(() => import('../joint/case-tab.tsx')) },
  {
    key: 'clearing',
    label: '消除条件',
    needs: 'case.read',
    isShown: ({ recognisedOn }) => recognisedOn !== null,
    body: lazyTab(() => import('../help/case-clearing.tsx')),
  },
  {
    key: 'exit',
    label: '退出评估标准',
    needs: 'case.read',
    isShown: ({ kind }) => kind === 'exit_review',
    body: lazyTab(() => import('../help/case-exit.tsx')),
  },
  { key: 'papers', label: '表单档案', needs: 'case.read', body: lazyTab(() => import('../papers/case-papers.tsx')) },
]
