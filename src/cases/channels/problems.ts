/** What cannot be done with applications, codes and the public pages, in words for officers and for villagers. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const channelProblems = {
  badApplication:  kind<{ mistakes: { field: string; message: string }[] }>('channels.bad_application', 422, (d) => `有 ${d.mistakes.length} 处要改：${d.mistakes.map(({ message }) => message).join('；')}。`),
  unknownCode:     kind<object>(                              'channels.unknown_code',    404, () => '这个二维码不完整或已经停用，请到村委会扫描新的二维码，或拨打 12317。'),
  puzzle:          kind<object>(                              'channels.puzzle',          409, () => '页面停留太久，请再点一次提交。填写的内容还在。'),
  tooManyHere:     kind<object>(                              'channels.too_many_here',   429, () => '同一网络提交得太多，请一小时后再试，或到村委会办理。'),
  tooManyVillage:  kind<object>(                              'channels.too_many_village',429, () => '今天从这个村的二维码提交的太多，请明天再试，或到村委会办理。'),
  tooManyChecks:   kind<object>(                              'channels.too_many_checks', 429, () => '核对的次数太多。为保护您家的信息，请明天再试，或到村委会查询。'),
  keyReused:       kind<object>(                              'channels.key_reused',      409, () => '这份申请已经改成了另一个人的信息，请重新打开页面填写。'),
  alreadyDecided:  kind<{ state: string; by: string; on: string }>('channels.already_decided', 409, (d) => `这一件已于 ${d.on} 由${d.by}${d.state}，不能再办。请刷新后查看。`),
  notTheSame:      kind<object>(                              'channels.not_the_same',    422, () => '一并办理的应是另外的、还没有办的申请，请刷新后重新勾选。'),
  nothingToTell:   kind<object>(                              'channels.nothing_to_tell', 409, () => '还没有结果可以告知。受理、不予受理或办结以后再登记告知。'),
  villageNeeded:   kind<object>(                              'channels.village_needed',  422, () => '请选择村：自主申报要写明在哪个村。'),
  notTeller:       kind<object>(                              'channels.not_teller',      403, () => '只有村、乡镇和县里的承办人员可以登记告知。'),
  receivedLater:   kind<{ day: string }>(                     'channels.received_later',  422, (d) => `收到的日期 ${d.day} 还没有到，请改正。`),
  noPhoto:         kind<object>(                              'channels.no_photo',        404, () => '这一件没有附照片。'),
  noVillages:      kind<{ division: string }>(                'channels.no_villages',     404, (d) => `${d.division} 下面没有登记村，请先在“用户与机构”登记区划。`),
}

/** What the constraints of this part guard. */
export const channelsConstraintWords = {
  one_codes_one_village: '这个村的二维码',
  one_codes_one_household: '这一户的二维码',
  applications_client_key: '同一份申请',
  applications_follow_up: '查询码',
} as const
