/** The side menu: one entry per task of a person, shown to those who may do it. */
import type { Permission } from '../../../src/access/permissions.ts'

export interface MenuEntry {
  path: string
  label: string
  icon: string
  /** Any of these opens it; none = everybody. */
  needs: readonly Permission[]
  /** A department is shown it only where it hands in this dataset. */
  dataset?: string
}

/** Whether the entry is one for the officer. */
export const isFor = (
  { needs, dataset }: MenuEntry,
  may: (permission: Permission) => boolean,
  datasets: readonly string[] | null | undefined,
): boolean => (needs.length === 0 || needs.some(may)) && (dataset === undefined || (datasets ?? [dataset]).includes(dataset))

export const menu: readonly { label: string; entries: readonly MenuEntry[] }[] = [
  {
    label: '工作',
    entries: [
      { path: '/', label: '首页', icon: 'home', needs: [] },
      { path: '/leads', label: '线索处理', icon: 'leads', needs: ['lead.read'] },
      { path: '/applications', label: '申请受理', icon: 'applications', needs: ['case.read'] },
      { path: '/cases', label: '帮扶事项', icon: 'cases', needs: ['case.read'] },
      { path: '/review', label: '评议与公示', icon: 'review', needs: ['case.read'] },
      { path: '/help', label: '帮扶措施', icon: 'help', needs: ['case.read'] },
      { path: '/campaigns', label: '集中排查', icon: 'campaigns', needs: ['case.read'] },
      { path: '/joint', label: '民政协同', icon: 'joint', needs: ['joint.refer', 'joint.answer'], dataset: 'relief' },
      { path: '/visits', label: '入户走访', icon: 'visits', needs: ['case.read'] },
      { path: '/register', label: '农户档案', icon: 'register', needs: ['register.read'] },
      { path: '/quality', label: '数据质量', icon: 'quality', needs: ['quality.read'] },
      { path: '/overview', label: '统计分析', icon: 'overview', needs: ['lead.read'] },
    ],
  },
  {
    label: '数据与筛查',
    entries: [
      { path: '/files', label: '部门数据', icon: 'files', needs: ['file.read', 'file.hand_in'] },
      { path: '/differences', label: '全国系统比对', icon: 'differences', needs: ['register.load'] },
      { path: '/screening', label: '筛查任务', icon: 'screening', needs: ['screening.run'] },
      { path: '/trial', label: '规则试算', icon: 'trial', needs: ['screening.run'] },
      { path: '/worth', label: '规则得失', icon: 'worth', needs: ['worth.read'] },
      { path: '/policy', label: '政策与参数', icon: 'policy', needs: ['policy.read'] },
    ],
  },
  {
    label: '管理',
    entries: [
      { path: '/officers', label: '用户与机构', icon: 'officers', needs: ['officer.manage'] },
      { path: '/audit', label: '审计日志', icon: 'audit', needs: ['audit.read'] },
      { path: '/security', label: '令牌与会话', icon: 'security', needs: ['security.manage'] },
    ],
  },
]
