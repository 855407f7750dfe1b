/** What can go wrong with a handed-in file, in the officer's words. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const fileProblems = {
  noUpload:       kind<object>(                              'files.no_upload',         422, () => '没有收到文件，请选择要报送的文件后再提交。'),
  futureMonth:    kind<{ month: string; latest: string }>(   'files.future_month',      422, (d) => `所报月份 ${d.month} 还没有到，最晚可报 ${d.latest}，请改正月份。`),
  badName:        kind<{ name: string }>(                    'files.bad_name',          422, (d) => `文件名“${d.name}”不能用，请改成 1 至 200 个字的普通文件名。`),
  wrongState:     kind<{ action: string; state: string; open: string }>('files.wrong_state', 409, (d) => `这份文件${d.state}，不能${d.action}。${d.open}`),
  undecided:      kind<{ warnings: { code: string; message: string }[] }>('files.undecided', 409, (d) => `接收前请先处理以下提示：${d.warnings.map(({ message }) => message).join('；')}`),
  nothingInIt:    kind<object>(                              'files.nothing_in_it',     422, () => '这份文件里没有认出任何数据表，不能接收。请指定数据表或改正列名，也可以撤回。'),
  notYours:       kind<{ action: string }>(                  'files.not_yours',         403, (d) => `您没有${d.action}的权限，请联系县级主管部门。`),
  noSuchDataset:  kind<{ dataset: string }>(                 'files.no_such_dataset',   422, (d) => `没有“${d.dataset}”这种数据表，请从列表中选择。`),
  noSuchField:    kind<{ field: string; dataset: string; open: string[] }>('files.no_such_field', 422, (d) => `“${d.dataset}”没有“${d.field}”这一项，可选：${d.open.join('、')}。`),
  noSuchHeader:   kind<{ header: string; open: string[] }>(  'files.no_such_header',    422, (d) => `表中没有“${d.header}”这一列，现有：${d.open.join('、')}。`),
  fieldTwice:     kind<{ field: string; headers: string[] }>('files.field_twice',       422, (d) => `“${d.field}”被指给了几列（${d.headers.join('、')}），只能指给一列。`),
  cannotReplace:  kind<{ id: number; reason: string }>(      'files.cannot_replace',    422, (d) => `不能用这份文件改正第 ${d.id} 号文件：${d.reason}。`),
  destroyed:      kind<{ day: string }>(                     'files.destroyed',         409, (d) => `原文件已按保存期限的规定于 ${d.day} 销毁，只留下了登记和读取结果。`),
  loaded:         kind<object>(                              'files.loaded',            409, () => '这份文件已导入农户档案。请先在农户档案的登记记录中撤销这次导入，再撤回文件。'),
  nothingToMend:  kind<object>(                              'files.nothing_to_mend',   409, () => '这份文件没有需要改正的单元格，不必下载改正表。'),
}
