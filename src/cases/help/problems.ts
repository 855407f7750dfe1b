/** What cannot be done about measures, plans and clearing checks, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const helpProblems = {
  noSuchMeasure:   kind<{ found: string }>(                    'help.no_such_measure',   422, (d) => `措施目录里没有“${d.found}”，请从目录中选择。`),
  caseOpen:        kind<{ head: string }>(                     'help.case_open',         409, (d) => `${d.head}户有未办结的帮扶事项，请在该事项里登记措施。`),
  noCaseReason:    kind<object>(                               'help.no_case_reason',    422, () => '该户没有帮扶事项，帮扶不能体外循环。确需先帮的，请写明原因，或先发起事项并走绿色通道。'),
  notRecognised:   kind<{ state: string }>(                    'help.not_recognised',    409, (d) => `该户还没有认定（现为“${d.state}”），不能直接登记措施。情况紧急的，请先在事项里开通绿色通道。`),
  caseOver:        kind<{ state: string }>(                    'help.case_over',         409, (d) => `该事项已是“${d.state}”，不能再登记新的措施。`),
  measureOver:     kind<{ measure: string; state: string }>(   'help.measure_over',      409, (d) => `“${d.measure}”${d.state}，不能再改。`),
  alreadyThere:    kind<{ measure: string }>(                  'help.already_there',     409, (d) => `该户已有未结束的“${d.measure}”，不用再登记一次。`),
  futureDelivery:  kind<{ day: string; today: string }>(       'help.future_delivery',   422, (d) => `落实日期 ${d.day} 还没有到，请填 ${d.today} 或以前的日期。`),
  notDelivered:    kind<{ measure: string }>(                  'help.not_delivered',     409, (d) => `“${d.measure}”还没有落实记录，不能结束；不再实施的请取消。`),
  noPlan:          kind<object>(                               'help.no_plan',           409, () => '该户还没有认定，没有要确认的帮扶计划。'),
  planIncomplete:  kind<{ open: readonly string[] }>(          'help.plan_incomplete',   409, (d) => `帮扶计划还缺：${d.open.join('；')}。补齐后再确认。`),
  responsible:     kind<{ id: number }>(                       'help.responsible',       422, (d) => `本辖区没有编号为 ${d.id} 的在用用户，请从名单里选择责任人。`),
  notAssisted:     kind<{ state: string }>(                    'help.not_assisted',      409, (d) => `只有帮扶中或消除核查中的事项可以核对消除条件，现为“${d.state}”。`),
  badCursor:       kind<object>(                               'help.bad_cursor',        400, () => '翻页位置无效，请从第一页重新打开。'),
} as const

/** What the constraints of this part guard. */
export const helpConstraintWords = {
  measures_character: '措施性质',
  measures_timing: '措施时机',
  measures_state: '措施状态',
  measures_planned_amount: '计划金额',
  measures_outside_case: '没有事项的帮扶须写原因',
  measures_ended: '措施结束日期',
  measures_running: '措施落实日期',
  measure_events_kind: '措施记录',
  measure_events_amount: '落实金额',
  exit_assessments_proposal: '评估建议',
}
