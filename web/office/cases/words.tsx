/** How cases are written: their colour with its day, their marks, the risks. */
import type { Item } from '../../api/client.ts'
import { dash, Mark } from '../../parts/words.tsx'

export type CaseLine = Item<'/api/v1/cases'>

/** The colour is also said: overdue, due soon, or just the day. */
export function Due({ line }: { line: Pick<CaseLine, 'dueOn' | 'colour' | 'isOverdue' | 'isProvisional' | 'dueAbout'> }) {
  const { dueOn, colour, isOverdue, isProvisional, dueAbout } = line
  if (dueOn === null) return dash
  const words = isOverdue ? `逾期（${dueOn}）` : colour === 'yellow' ? `临期（${dueOn}）` : dueOn
  const why = [dueAbout, isProvisional ? '按周末推算，放假安排公布后会重新计算' : ''].filter(Boolean).join('；')
  return (
    <span title={why}>
      <Mark tone={colour === 'green' ? undefined : colour}>{words}</Mark>
      {isProvisional ? <span className="faint"> 暂定</span> : null}
    </span>
  )
}

export function CaseMarks({
  line,
}: {
  line: Pick<CaseLine, 'stateLabel' | 'isOpen' | 'isGreenChannel' | 'escalatedTo' | 'episode' | 'state'>
}) {
  const tone = line.isOpen ? (line.state === 'assisted' ? 'green' : 'blue') : undefined
  return (
    <span className="marks">
      <Mark tone={tone}>{line.stateLabel}</Mark>
      {line.isGreenChannel ? <Mark tone="yellow">绿色通道</Mark> : null}
      {line.escalatedTo ? <Mark tone="red">督办</Mark> : null}
      {line.episode > 1 ? <Mark>{`第 ${line.episode} 次`}</Mark> : null}
    </span>
  )
}

export const stateChoices = [
  { value: 'suspected', label: '疑似线索' },
  { value: 'verifying', label: '入户核实' },
  { value: 'untrue_check', label: '不属实复核' },
  { value: 'village_review', label: '民主评议' },
  { value: 'on_notice', label: '公示' },
  { value: 'objection', label: '异议核查' },
  { value: 'township_review', label: '乡级审核' },
  { value: 'county_approval', label: '县级审批' },
  { value: 'assisted', label: '帮扶中' },
  { value: 'clearing_visit', label: '风险消除核查' },
  { value: 'clearing_meeting', label: '风险消除评议' },
  { value: 'clearing_notice', label: '风险消除公示' },
  { value: 'clearing_review', label: '风险消除审核' },
  { value: 'clearing_approval', label: '风险消除审批' },
  { value: 'cleared', label: '风险已消除' },
  { value: 'not_admitted', label: '不予识别' },
  { value: 'withdrawn', label: '农户撤回' },
  { value: 'ended_naturally', label: '自然终止' },
] as const

export const channelChoices = [
  { value: 'department_screening', label: '部门筛查预警' },
  { value: 'self_application', label: '农户自主申报' },
  { value: 'cadre_visit', label: '基层干部排查' },
  { value: 'consultation_line', label: '咨询热线与信访' },
  { value: 'social_tip', label: '社会反映' },
] as const

export const riskChoices = [
  '因病',
  '因学',
  '因残',
  '因自然灾害',
  '因意外事故',
  '因产业项目失败',
  '因务工就业不稳',
  '缺劳动力',
  '因安全住房',
  '因安全饮水',
  '其他',
].map((value) => ({ value, label: value }))
