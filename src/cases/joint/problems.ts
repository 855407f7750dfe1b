/** What cannot be done about the statement and about referrals, in words an officer can act on. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const jointProblems = {
  notSaved:        kind<{ period: string }>(                 'joint.not_saved',        409, (d) => `${d.period} 的收支表还没有保存。请先核对带出的数、补齐没有的，保存以后再移交。`),
  noAuthorisation: kind<object>(                             'joint.no_authorisation', 409, () => '这一户没有在有效期内、范围包括社会救助的承诺授权，不能把家庭情况交给民政部门。请入户时签订承诺授权书后再移交。'),
  noOffice:        kind<object>(                             'joint.no_office',        409, () => '本县没有报送“社会救助对象”数据的民政部门机构。请系统管理员先在“用户与机构”设立，并勾选这种数据。'),
  alreadyOpen:     kind<{ on: string; due: string }>(        'joint.already_open',     409, (d) => `这一户已于 ${d.on} 移交，应于 ${d.due} 前答复。请等待答复，或撤回后重新移交。`),
  gradeUnknown:    kind<{ found: string; allowed: string[] }>('joint.grade_unknown',   422, (d) => `没有“${d.found}”这一类救助，请从${d.allowed.join('、')}中选择。`),
  notCivilAffairs: kind<object>(                             'joint.not_civil_affairs', 403, () => '只有报送“社会救助对象”数据的民政部门可以办理。'),
  personUnknown:   kind<object>(                             'joint.person_unknown',   404, () => '辖区的农户档案里没有姓名和证件号码都相符的人。请核对；确实是本地农户的，请告诉县乡村振兴部门先登记。'),
  badNumber:       kind<object>(                             'joint.bad_number',       422, () => '身份证号应为 18 位并通过校验，请照着证件填写。'),
  notOpen:         kind<{ action: string; state: string }>(  'joint.not_open',         409, (d) => `这一件现在是“${d.state}”，不能“${d.action}”。请刷新后查看。`),
  reasonMissing:   kind<{ action: string }>(                 'joint.reason_missing',   422, (d) => `“${d.action}”须写明理由，退给对方看。`),
  grantMissing:    kind<object>(                             'joint.grant_missing',    422, () => '请选择认定为哪一类，并填写从哪天起享受。'),
  tooLong:         kind<{ months: number; until: string }>(  'joint.too_long',         422, (d) => `刚性支出困难家庭的有效期不超过 ${d.months} 个月，最晚到 ${d.until}。`),
  ends:            kind<{ from: string; until: string }>(    'joint.ends',             422, (d) => `到期日 ${d.until} 早于起始日 ${d.from}，请改正。`),
} as const

/** What the constraints of this part guard. */
export const jointConstraintWords = {
  referrals_village: '行政村代码',
  referrals_direction: '移交方向',
  referrals_state: '移交的状态',
  referrals_answered: '移交的答复',
  referrals_validity: '认定的有效期',
  referrals_one_open: '这一户还没有答复的移交',
  referral_events_action: '移交办理的步骤',
  referral_events_once: '同一件移交的同一步',
} as const
