/** What cannot be done to the register, in words the officer can act on. */
import { kind } from '../kernel/index.ts'

// biome-ignore format: a table
export const registryProblems = {
  badValues:     kind<{ mistakes: { field: string; message: string }[] }>( 'registry.bad_values',     422, (d) => `有 ${d.mistakes.length} 处填写不对：${d.mistakes.slice(0, 8).map((one) => `${one.field}：${one.message}`).join('；')}。`),
  inFuture:      kind<{ on: string; today: string }>(                    'registry.in_future',      422, (d) => `日期 ${d.on} 还没有到（今天是 ${d.today}），请改为已经发生的日期。`),
  tooEarly:      kind<{ on: string; label: string; lastOn: string }>(    'registry.too_early',      409, (d) => `该户在 ${d.lastOn} 已登记“${d.label}”，${d.on} 早于它。请先撤销后面的登记，再按先后补登。`),
  notMember:     kind<{ what: string }>(                                 'registry.not_member',     422, (d) => `${d.what}不是该户现在的成员，请刷新后再选。`),
  lastMember:    kind<object>(                                           'registry.last_member',    422, () => '分户后原户须至少留一人；整户都走的，请登记迁出。'),
  headNotAmong:  kind<{ name: string }>(                                 'registry.head_not_among', 422, (d) => `新户主${d.name}不在留下的成员之中，请另选。`),
  noRelation:    kind<{ name: string }>(                                 'registry.no_relation',    422, (d) => `请选择${d.name}与户主的关系。`),
  whoJoins:      kind<object>(                                           'registry.who_joins',      422, () => '请选择已登记的人，或填写新成员的姓名，两者选一。'),
  knownPerson:   kind<{ name: string; where: string; personId: number }>('registry.known_person',   409, (d) => `这个证件号码已登记为${d.name}（${d.where}）。请选择此人，不要重复登记。`),
  sameHousehold: kind<object>(                                           'registry.same_household', 422, () => '两户是同一户，请选择另一户。'),
  sameVillage:   kind<object>(                                           'registry.same_village',   422, () => '该户已在这个村，请选择另一个村。'),
  otherCounty:   kind<object>(                                           'registry.other_county',   422, () => '整户搬迁只在本县之内办理。搬到外县的，请把全部成员登记为迁出。'),
  outsideMove:   kind<object>(                                           'registry.outside_move',   403, () => '两个村不都在您的辖区，请由同时管辖两村的乡镇或县级办理。'),
  unknownVillage: kind<{ code: string }>(                                'registry.unknown_village', 422, (d) => `没有行政村 ${d.code}，请从行政区划里选择；确有这个村的，请系统管理员先导入行政区划。`),
  notLatest:     kind<{ label: string; on: string }>(                    'registry.not_latest',     409, (d) => `这次登记之后该户又登记了“${d.label}”（${d.on}），须先撤销后面的，才能撤销这一次。`),
  notUndoable:   kind<{ label: string }>(                                'registry.not_undoable',   409, (d) => `“${d.label}”不能撤销。`),
  alreadyUndone: kind<object>(                                           'registry.already_undone', 409, () => '这次登记已经撤销过了。'),
  notKnownYet:   kind<{ asOf: string; knownFrom: string }>(              'registry.not_known_yet',  404, (d) => `${d.asOf} 还没有该户的记录，最早的记录从 ${d.knownFrom} 开始。`),
  unknownField:  kind<{ fields: string[] }>(                             'registry.unknown_field',  422, (d) => `没有这些项目：${d.fields.join('、')}。`),
  badItem:       kind<{ items: string[] }>(                              'registry.bad_item',       422, (d) => `收支项目不在表上或填了两次：${d.items.join('、')}。`),
  noEvidence:    kind<{ items: string[] }>(                              'registry.no_evidence',    422, (d) => `有金额的每一项都要写明依据（如工资条、补贴流水）：${d.items.join('、')}。`),
  nothingChosen: kind<object>(                                           'registry.nothing_chosen', 422, () => '请选择要处理的差异，或选择按项目全部处理。'),
  emptyLoad:     kind<object>(                                           'registry.empty_load',     422, () => '文件里没有可以导入的农户，请检查行政村代码和户编号。'),
  sameMonth:     kind<{ on: string }>(                                   'registry.same_month',     409, (d) => `${d.on} 起的登记已经来自更晚的导出，请导入更晚月份的全国系统数据。`),
}

/** What the register's own constraints guard. */
export const registryConstraintWords = {
  households_number: '户编号',
  person_states_open: '一个人同时在两户',
  person_states_one_head: '一户有两个户主',
  household_states_open: '同一户的两份现状',
  income_sheets_version: '收支表',
  register_acts_load: '同一批数据',
} as const

/** What each kind of act is called. */
export const actLabels: Readonly<Record<string, string>> = {
  load: '导入全国系统数据',
  take_over: '处理与全国系统的差异',
  birth: '出生',
  death: '死亡',
  adoption: '收养',
  marriage_in: '婚入',
  marriage_out: '婚出',
  move_in: '迁入',
  move_out: '迁出',
  split: '分户',
  merge: '并户',
  change_head: '变更户主',
  relocate: '整户搬迁',
  correction: '信息修改',
  undo: '撤销',
}
