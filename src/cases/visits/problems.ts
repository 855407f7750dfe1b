/** What cannot be done about visits, in words an officer can act on, at the door or in the office. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const visitProblems = {
  badForm:        kind<{ mistakes: string[] }>(               'visits.bad_form',         422, (d) => `入户表有 ${d.mistakes.length} 处要改：${d.mistakes.slice(0, 8).join('；')}。`),
  keyReused:      kind<object>(                               'visits.key_reused',       409, () => '同一编号的入户表已经收到过，内容却不一样。原来的表不能改动，请用“更正”另存一版再发送。'),
  formStale:      kind<{ version: number; by: string }>(      'visits.form_stale',       409, (d) => `这份入户表已由${d.by}更正到第 ${d.version} 版，请在最新一版上再更正。`),
  noForm:         kind<object>(                               'visits.no_form',          409, () => '照片所属的入户表还没有送到，请先发送入户表，照片会接着发送。'),
  notPromised:    kind<object>(                               'visits.not_promised',     422, () => '这张照片不在入户表所列的照片之中，或内容与拍摄时不一致，没有收下。请在手机上导出后交乡镇处理。'),
  notAPhoto:      kind<object>(                               'visits.not_a_photo',      422, () => '只收 JPEG 或 PNG 图片，且不超过 8 MB。请重新拍摄。'),
  taskElsewhere:  kind<object>(                               'visits.task_elsewhere',   422, () => '所列的走访任务不属于这一户，请重新取一次今天的名单。'),
  taskEnded:      kind<{ label: string; by: string }>(        'visits.task_ended',       409, (d) => `这项${d.label}已经${d.by}，不用再改。`),
  decided:        kind<{ by: string }>(                       'visits.decided',          409, (d) => `这一处已由${d.by}处理过了，请刷新查看。`),
  notDecidable:   kind<object>(                               'visits.not_decidable',    409, () => '这一处已经与档案一致，不用处理。'),
  revoked:        kind<{ on: string }>(                       'visits.revoked',          409, (d) => `这份授权已于 ${d.on} 撤回，不用再撤。`),
  visitorUnknown: kind<object>(                               'visits.visitor_unknown',  422, () => '文件里的走访人不在本辖区的在用用户之中，请由走访人自己登录后导入。'),
  dueGone:        kind<{ due: string; today: string }>(       'visits.due_gone',         422, (d) => `要求完成的日期 ${d.due} 已经过了，请填 ${d.today} 或以后的日期。`),
  assigneeOut:    kind<object>(                               'visits.assignee_out',     422, () => '所选的用户不在用，或他的辖区不含这个村，请从名单里另选。'),
}

/** What the constraints of visits guard. */
export const visitsConstraintWords = {
  visit_tasks_source: '同一项走访任务',
  visit_tasks_purpose: '走访种类',
  visit_forms_client_key: '同一份入户表',
  visit_forms_version: '入户表的同一版',
  authorisations_client_key: '同一份承诺授权书',
  authorisations_period: '授权的截止日期',
  authorisations_scope: '授权范围',
} as const
