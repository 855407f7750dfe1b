/** The words of cases: states, moves, records, channels, offices and events as officers read them. */
import type { OfficeLevel } from '../kernel/index.ts'
import type { CaseAction, CaseEvent, CaseEventKind, CaseRow, CaseState, Channel, RecordKind } from './case-types.ts'
import { lifecycleOf } from './lifecycles.ts'

export const stateLabel = ({ kind, state }: Pick<CaseRow, 'kind' | 'state'>): string => lifecycleOf(kind).states[state].label

export const actionLabels: Readonly<Record<CaseAction, string>> = {
  dispatch: '派人核实',
  report: '核实完毕，提交评议',
  find_untrue: '核实不属实，报乡镇复核',
  confirm_untrue: '确认不属实，不予识别',
  agree: '评议通过，开始公示',
  vote_down: '评议未通过',
  verify_again: '退回再核实',
  unopposed: '公示期满无异议',
  endorse: '审核通过，上报县级',
  return: '退回村里核实',
  decline: '审核不予识别',
  admit: '批准识别',
  send_back: '退回乡镇',
  reject: '审批不予识别',
  appeal: '受理申诉，重新核实',
  propose_clearing: '提出风险消除',
  confirm: '核查完毕，提交评议',
  clear: '批准风险消除',
  keep: '继续帮扶',
  roll_back: '风险消除回退',
  object: '登记异议',
  dismiss: '异议不成立',
  uphold: '异议成立',
  withdraw: '农户撤回',
  refuse: '农户拒绝授权',
  end_naturally: '整户死亡或迁出',
  assess: '核查完毕，报乡镇复核',
  check: '复核完毕，报县级决定',
  assess_again: '退回村里重新核查',
  let_go: '同意有序退出',
  keep_support: '继续帮扶（不退出）',
  check_again: '退回乡镇复核',
  take_back: '退出后收回，继续帮扶',
}

export const recordLabels: Readonly<Record<RecordKind, string>> = {
  visitor: '核实人',
  visit_form: '入户核实表',
  authorisation: '承诺授权书',
  income_statement: '收支核算表',
  guarantee_check: '“三保障”和饮水核查',
  minutes: '评议会议记录',
  votes: '表决结果',
  notice_photo: '公示起止照片',
  objection: '异议登记',
  comparison_result: '部门信息比对结果',
  announcement: '识别结果公告',
  clearing_conditions: '风险消除条件',
  clearing_mode: '风险消除方式',
  risk_factors: '致贫返贫风险',
  object_kind: '对象类别',
  opinion: '意见',
  reason: '理由',
  household_gone: '整户不在册',
  exit_criteria: '退出评估结果',
}

export const channelLabels: Readonly<Record<Channel, string>> = {
  department_screening: '部门筛查预警',
  self_application: '农户自主申报',
  cadre_visit: '基层干部排查',
  consultation_line: '咨询热线与信访',
  social_tip: '社会反映',
}

export const officeLabels: Readonly<Record<OfficeLevel | 'prefecture', string>> = {
  village: '村',
  township: '乡镇',
  county: '县',
  prefecture: '市（州）',
}

export const clearingModeLabels = { assisted: '帮扶消除', natural: '自然消除' } as const

export const eventLabels: Readonly<Record<Exclude<CaseEventKind, 'moved'>, string>> = {
  opened: '发起帮扶事项',
  channel_added: '增加一个来源',
  assigned: '指定负责人',
  member_joined: '成员增加',
  member_left: '成员减少',
  green_channel: '绿色通道',
  noted: '备注',
  reminded: '逾期提醒',
  escalated: '逾期督办',
  redated: '期限更新',
  household_changed: '户主变更',
}

/** What an event is called. */
export const eventLabel = (event: Pick<CaseEvent, 'kind' | 'action'>): string =>
  event.kind === 'moved' ? (event.action === null ? '' : actionLabels[event.action]) : eventLabels[event.kind]

const labelOf = (kind: CaseRow['kind'], state: string | undefined): string =>
  state === undefined ? '' : (lifecycleOf(kind).states[state as CaseState]?.label ?? state)

/** A state or a span in words. */
export function deadlineLabel(kind: CaseRow['kind'], about: string): string {
  const [from, until] = about.split('..')
  return until === undefined ? labelOf(kind, from) : `从${labelOf(kind, from)}到${labelOf(kind, until)}`
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an event says beside its name, in one line. */
export function eventText(kind: CaseRow['kind'], { kind: what, record, from_state, to_state }: CaseEvent): string {
  switch (what) {
    case 'opened':
      return [channelLabels[record.channel as Channel], text(record.note)].filter(Boolean).join('；')
    case 'moved': {
      const way = `${labelOf(kind, from_state ?? undefined)} → ${labelOf(kind, to_state ?? undefined)}`
      return [way, text(record.opinion), text(record.reason)].filter(Boolean).join('；')
    }
    case 'channel_added':
      return channelLabels[record.channel as Channel] ?? ''
    case 'assigned':
      return text(record.officerName)
    case 'member_joined':
      return text(record.name)
    case 'member_left':
      return [text(record.name), text(record.reason)].filter(Boolean).join('；')
    case 'green_channel':
      return `${record.isOn === true ? '开通' : '关闭'}：${text(record.reason)}`
    case 'noted':
      return text(record.text)
    case 'reminded':
      return `${deadlineLabel(kind, text(record.about))}应在 ${text(record.dueOn)} 前办结`
    case 'escalated':
      return `${deadlineLabel(kind, text(record.about))}应在 ${text(record.dueOn)} 前办结，转${officeLabels[record.to as OfficeLevel] ?? ''}级督办`
    case 'redated':
      return '按公布的放假安排重新计算期限'
    case 'household_changed':
      return text(record.headName)
  }
}
