/** What cannot be done about a case, in words an officer can act on. */
import { kind } from '../kernel/index.ts'

// biome-ignore format: a table
export const caseProblems = {
  moveNotOpen:     kind<{ action: string; state: string; open: string[] }>(      'case.move_not_open',     409, (d) => `这件事现在是“${d.state}”，不能“${d.action}”。${d.open.length === 0 ? '它已经办结，没有下一步。' : `现在可以：${d.open.join('、')}。`}`),
  notPermitted:    kind<{ action: string; needs: string[] }>(                    'case.not_permitted',     403, (d) => `您没有“${d.needs.join('”或“')}”的权限，不能“${d.action}”。请转有权限的同事办理。`),
  tooEarly:        kind<{ action: string; day: string; what: string; isProvisional: boolean }>('case.too_early', 409, (d) => `还不能“${d.action}”：${d.what}，最早 ${d.day} 可以办理${d.isProvisional ? '（按周末推算，放假安排公布后会重新计算）' : ''}。`),
  tooLate:         kind<{ action: string; day: string }>(                        'case.too_late',          409, (d) => `已过期限（${d.day}），不能再“${d.action}”。情况仍然属实的，请发起新的帮扶事项。`),
  recordMissing:   kind<{ action: string; missing: { kind: string; label: string; obstacle: string | null }[] }>('case.record_missing', 422, (d) => `“${d.action}”还缺：${d.missing.map(({ label, obstacle }) => (obstacle === null ? label : `${label}（${obstacle}）`)).join('；')}。`),
  recordNotTyped:  kind<{ label: string }>(                                      'case.record_not_typed',  422, (d) => `“${d.label}”由系统从办理记录中取得，不能在这里填写。`),
  recordWrong:     kind<{ label: string; wanted: string }>(                      'case.record_wrong',      422, (d) => `“${d.label}”填写不对：${d.wanted}。`),
  samePerson:      kind<{ action: string; other: string; name: string }>(        'case.same_person',       403, (d) => `${d.name}已办理“${d.other}”，不能再“${d.action}”。请由另一位同事办理。`),
  otherOpen:       kind<{ caseId: number; state: string }>(                      'case.other_open',        409, (d) => `这一户另有一件正在办理的帮扶事项（编号 ${d.caseId}，${d.state}），请在那一件上办理。`),
  householdGone:   kind<{ number: string }>(                                     'case.household_gone',    422, (d) => `户 ${d.number} 在农户档案里已没有成员，不能发起帮扶事项。`),
  noHousehold:     kind<{ numbers: string[] }>(                                  'case.no_household',      422, (d) => `农户档案里没有这些户：${d.numbers.join('、')}。请先在农户档案中登记，或核对户编号。`),
  riskUnknown:     kind<{ found: string[] }>(                                    'case.risk_unknown',      422, (d) => `没有这些风险类型：${d.found.join('、')}。请从清单中选择。`),
  officerUnknown:  kind<{ id: number }>(                                         'case.officer_unknown',   422, (d) => `本辖区没有编号为 ${d.id} 的在用用户，请从名单里选择。`),
  officerOutside:  kind<{ name: string; village: string }>(                      'case.officer_outside',   422, (d) => `${d.name}不能办理${d.village}的入户核实：辖区不含该村，或没有这项权限。请另选一位。`),
  caseClosed:      kind<{ state: string }>(                                      'case.closed',            409, (d) => `这件事已是“${d.state}”，不能再改。`),
  notMember:       kind<object>(                                                 'case.not_member',        422, () => '此人现在不是该户登记的成员。请先在农户档案中登记，再办理。'),
  memberThere:     kind<{ name: string }>(                                       'case.member_there',      409, (d) => `${d.name}已在这件事的成员中。`),
  noFile:          kind<object>(                                                 'case.no_file',           422, () => '没有收到文件，请选择照片或扫描件后再上传。'),
  wrongFile:       kind<{ name: string }>(                                       'case.wrong_file',        415, (d) => `“${d.name}”不是可以保存的附件。请上传照片（JPG、PNG、WebP）、PDF、Word 或 Excel 文件。`),
  nothingAsked:    kind<object>(                                                 'case.nothing_asked',     422, () => '请选择线索，或选择一户并写明情况。'),
  badCursor:       kind<object>(                                                 'case.bad_cursor',        400, () => '翻页位置无效，请从第一页重新打开。'),
} as const

/** What the constraints of this room guard. */
export const caseConstraintWords = {
  cases_village: '行政村代码',
  cases_kind: '事项类别',
  cases_channel: '来源',
  cases_clearing_mode: '风险消除方式',
  cases_escalated_to: '督办级别',
  cases_episode: '同一户的同一次帮扶事项',
  cases_one_open: '这一户正在办理的帮扶事项',
  case_events_kind: '办理记录的类别',
  case_events_seq: '同一件事的同一步',
  case_events_moved: '办理记录的去向',
  case_channels_channel: '来源',
  case_channels_once: '同一个来源',
  case_deadlines_once: '同一个期限',
  case_attachments_kind: '附件类别',
  case_attachments_client_key: '同一个附件',
} as const
