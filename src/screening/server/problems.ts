/** What cannot be done about runs, leads and quality findings, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const screeningProblems = {
  failed:          kind<{ reason: string }>(                       'screening.failed',            422, (d) => d.reason),
  earlierDay:      kind<{ asOf: string; last: string }>(           'screening.earlier_day',       409, (d) => `已有 ${d.last} 的筛查结果，不能再以 ${d.asOf} 为比对日改写线索。要看以前的月份，请用试算。`),
  futureDay:       kind<{ asOf: string; today: string }>(          'screening.future_day',        422, (d) => `比对日 ${d.asOf} 还没有到，请填 ${d.today} 或以前的日期。`),
  notCounty:       kind<{ found: string }>(                        'screening.not_county',        422, (d) => `筛查按县进行，“${d.found}”不是县级区划代码。`),
  leadClosed:      kind<{ outcome: string }>(                      'lead.closed',                 409, (d) => `这条线索已办结（${d.outcome}）。要继续处理，请先重新打开。`),
  leadNotClosed:   kind<{ state: string }>(                        'lead.not_closed',             409, (d) => `这条线索是“${d.state}”，没有办结，不用重新打开。`),
  leadGone:        kind<{ reason: string }>(                       'lead.gone',                   409, (d) => `${d.reason}，这条线索已自动办结。以后的筛查再次命中时会自动回到待办。`),
  alreadyInQueue:  kind<object>(                                   'lead.already_in_queue',       409, () => '这条线索没有分派给任何人，已在乡镇待办里。'),
  reasonMissing:   kind<object>(                                   'lead.reason_missing',         422, () => '退回时请写明原因，便于乡镇另行分派。'),
  assigneeUnknown: kind<{ id: number }>(                           'lead.assignee_unknown',       422, (d) => `本辖区没有编号为 ${d.id} 的在用用户，请从名单里选择。`),
  assigneeOutside: kind<{ name: string; village: string }>(        'lead.assignee_outside',       422, (d) => `${d.name}的辖区不含${d.village}，看不到这条线索。请选择该村或上级的用户。`),
  exemptionPast:   kind<{ until: string; today: string }>(         'exemption.past',              422, (d) => `有效期至 ${d.until} 早于今天（${d.today}），豁免不会生效。请改有效期。`),
  exemptionLong:   kind<{ until: string; latest: string }>(        'exemption.too_long',          422, (d) => `有效期至 ${d.until} 太久，最迟到 ${d.latest}。到期后情况仍属实的，可再次批准。`),
  exemptionThere:  kind<{ until: string; approver: string }>(      'exemption.already_granted',   409, (d) => `这一户的这条规则已由${d.approver}批准豁免，有效期至 ${d.until}。要改期限，请先撤销原来的豁免。`),
  exemptionOver:   kind<object>(                                   'exemption.over',              409, () => '这项豁免已到期或已撤销，不用再撤销。'),
  noSuchRule:      kind<{ ruleId: string }>(                       'trial.no_such_rule',          422, (d) => `没有规则“${d.ruleId}”，请从规则清单里选择。`),
  noSuchParameter: kind<{ key: string }>(                          'trial.no_such_parameter',     422, (d) => `没有参数“${d.key}”，请从参数清单里选择。`),
  wrongKind:       kind<{ label: string; value: string }>(         'trial.wrong_kind',            422, (d) => `参数“${d.label}”应填数字，现为“${d.value}”。`),
  nothingToTry:    kind<object>(                                   'trial.nothing_to_try',        422, () => '请选择一条规则，或至少给一个参数填上要试的值。'),
  noMonths:        kind<object>(                                   'trial.no_months',             422, () => '这段时间没有已接收的部门数据，无法试算。请先接收数据，或放宽月数。'),
  noRegister:      kind<{ asOf: string }>(                         'screening.no_register',       422, (d) => `${d.asOf} 没有农户家庭成员信息，无法筛查。请先导入全国系统数据。`),
  tooManyRows:     kind<{ most: number }>(                         'screening.too_many_rows',     422, (d) => `清单超过 ${d.most} 行，请分几次填写后传回。`),
  notMendable:     kind<{ field: string }>(                        'quality.not_mendable',        422, (d) => `“${d.field}”不是一个可以直接填写的栏目，请按“怎么改”的说明在农户档案里处理。`),
  alreadyMended:   kind<object>(                                   'quality.already_mended',      409, () => '这个问题已经改正，等下一次筛查确认。'),
  noRegisterChange: kind<{ permission: string }>(                  'quality.no_register_change',  403, (d) => `改正会写入农户档案，您的角色没有“${d.permission}”的权限，请联系本地管理员。`),
  notOurWorkbook:  kind<{ file: string }>(                         'quality.not_our_workbook',    422, (d) => `“${d.file}”不是从本系统下载的问题清单。请先下载清单，在“更正值”一列填写后再传回。`),
  oneWorkbook:     kind<{ found: number }>(                        'quality.one_workbook',        422, (d) => `请上传一个 .xlsx 问题清单，现收到 ${d.found} 个文件。`),
  badCursor:       kind<object>(                                   'screening.bad_cursor',        400, () => '翻页位置无效，请从第一页重新打开。'),
} as const

/** What the constraints of this room guard. */
export const screeningConstraintWords = {
  screening_runs_county: '县级区划代码',
  screening_runs_months: '月数',
  screening_runs_job: '同一次筛查',
  leads_once: '同一户、同一条规则的线索',
  leads_closed_with_outcome: '办结结论',
  leads_handled_by_someone: '承办人',
  quality_findings_once: '同一个数据质量问题',
  discrepancies_once: '同一处不一致',
  exemptions_reason: '豁免理由',
  exemptions_evidence: '佐证材料',
  exemptions_days: '豁免的有效期',
  rule_trials_county: '县级区划代码',
  rule_trials_job: '同一次试算',
} as const
