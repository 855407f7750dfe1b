/** What can go wrong at the door, in words that tell the officer what to do and a stranger nothing. */
import { kind } from '../kernel/index.ts'
import type { ConstraintWords } from '../store/index.ts'

// biome-ignore format: a table
export const accessProblems = {
  wrongSignIn:      kind<object>(                                'access.wrong_sign_in',      401, () => '用户名、密码或验证码不对。连续输错会暂时锁定；忘记密码请找本单位的系统管理员重置。'),
  locked:           kind<{ until: string; minutes: number }>(    'access.locked',             423, (d) => `这个用户名连续输错，已暂时锁定。请在 ${d.until} 之后（约 ${d.minutes} 分钟）再试，或请系统管理员重置密码。`),
  accountClosed:    kind<object>(                                'access.account_closed',     403, () => '您的账号已停用、到期或尚未生效，请联系本单位的系统管理员。'),
  wrongPassword:    kind<object>(                                'access.wrong_password',     422, () => '现在的密码不对，没有修改。'),
  weakPassword:     kind<{ faults: string[] }>(                  'access.weak_password',      422, (d) => `新密码不合要求：${d.faults.join('；')}。`),
  wrongCode:        kind<object>(                                'access.wrong_code',         422, () => '验证码不对。请核对手机时间后输入当前的 6 位数字。'),
  totpMissing:      kind<object>(                                'access.totp_missing',       409, () => '还没有开始启用动态验证码，请先取得密钥。'),
  totpThere:        kind<object>(                                'access.totp_there',         409, () => '动态验证码已经启用，请先停用再重新绑定。'),
  sessionEnded:     kind<object>(                                'access.session_ended',      401, () => '登录已失效，请重新登录。'),
  noOidc:           kind<object>(                                'access.no_oidc',            404, () => '本系统没有接入统一身份认证，请用用户名和密码登录。'),
  oidcFailed:       kind<{ reason: string }>(                    'access.oidc_failed',        401, (d) => `统一身份认证没有成功：${d.reason}。请重新登录。`),
  notAppointed:     kind<{ role: string; reason: string }>(      'access.not_appointed',      403, (d) => `不能办理“${d.role}”的账号：${d.reason}。`),
  noSuchRole:       kind<{ found: string; known: string[] }>(    'access.no_such_role',       422, (d) => `没有“${d.found}”这个角色，可选：${d.known.join('、')}。`),
  wrongOffice:      kind<{ role: string; office: string; reason: string }>('access.wrong_office', 422, (d) => `“${d.role}”不能设在“${d.office}”：${d.reason}。`),
  ownAccount:       kind<object>(                                'access.own_account',        403, () => '不能在这里更改自己的账号。改密码请到“我的账号”，其他更改请另一位管理员办理。'),
  endsBeforeStart:  kind<object>(                                'access.ends_before_start',  422, () => '截止日期早于起始日期，请核对。'),
  ended:            kind<{ name: string }>(                      'access.ended',              409, (d) => `${d.name}的账号已经停用或到期，不能移交。`),
  notSuccessor:     kind<{ name: string }>(                      'access.not_successor',      422, (d) => `${d.name}不能接手：账号已停用、在交接日前到期，或就是移交人本人。`),
  twiceHandedOver:  kind<{ name: string }>(                      'access.twice_handed_over',  409, (d) => `${d.name}的账号已经安排了移交。`),
  notDepartment:    kind<{ office: string }>(                    'access.not_department',     422, (d) => `“${d.office}”不是部门，不能指定报送的数据表。`),
  noSuchDataset:    kind<{ found: string[] }>(                   'access.no_such_dataset',    422, (d) => `没有这些数据表：${d.found.join('、')}。`),
  notLiaison:       kind<{ name: string; missing: string[] }>(   'access.not_liaison',        422, (d) => `${d.name}不能报送：${d.missing.join('、')}。请先在该部门的数据表里加上，或换一位联络员。`),
  tokenTooLong:     kind<{ latest: string }>(                    'access.token_too_long',     422, (d) => `令牌最长用一年，截止日期须在今天到 ${d.latest} 之间。`),
  notWorkbook:      kind<{ reason: string }>(                    'access.not_workbook',       415, (d) => `读不了这个文件：${d.reason}。请下载模板，填好后以 .xlsx 格式上传。`),
  headersMissing:   kind<{ missing: string[]; found: string[] }>('access.headers_missing',    422, (d) => `表里缺少这些列：${d.missing.join('、')}（找到：${d.found.join('、') || '无'}）。请使用模板的表头。`),
  tooManyRows:      kind<{ limit: number }>(                     'access.too_many_rows',      413, (d) => `一次最多 ${d.limit} 行，请分几次上传。`),
  noUpload:         kind<object>(                                'access.no_upload',          422, () => '没有收到文件，请选择填好的模板后再上传。'),
  wrongDivision:    kind<{ found: string }>(                     'access.wrong_division',     422, (d) => `“${d.found}”不是行政区划代码。应为 2、4、6、9 或 12 位数字，并在您管辖的范围内。`),
}

/** What each constraint guards, for the store's translation. */
export const accessConstraintWords: ConstraintWords = {
  divisions_pkey: '行政区划代码和起始日期',
  divisions_code: '行政区划代码',
  divisions_name: '行政区划名称',
  divisions_validity: '行政区划的起止日期',
  offices_kind: '机构类别',
  offices_name_length: '机构名称',
  offices_division_code: '机构的行政区划代码',
  offices_validity: '机构的起止日期',
  offices_datasets: '报送的数据表（只有部门可以指定）',
  offices_name: '本地机构名称',
  officers_name: '姓名',
  officers_validity: '账号的起止日期',
  officers_username_form: '用户名（2 至 32 位小写字母、数字、点、横线，建议用手机号或工号）',
  officers_username: '用户名',
  officers_office: '所属机构',
  hand_overs_once: '尚未完成的移交',
  hand_overs_two: '移交双方',
  tokens_name: '令牌名称',
  tokens_datasets: '令牌可报送的数据表',
}
