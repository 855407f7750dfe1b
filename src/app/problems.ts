/** What can stop a whole run, in the officer's words. */
import { kind } from '../kernel/index.ts'

// biome-ignore format: a table
export const runProblems = {
  outNotOurs:   kind<{ folder: string; found: string }>('run.out_not_ours', 409, (d) => `输出文件夹“${d.folder}”里有不是本程序生成的内容(${d.found})，为免误删没有写入。请换一个空文件夹。`),
  outIsInput:   kind<{ folder: string }>('run.out_is_input', 409, (d) => `输出文件夹“${d.folder}”与输入文件夹相同，请另选一个输出文件夹。`),
  outLocked:    kind<{ file: string }>('run.out_locked', 423, (d) => `“${d.file}”正被其他程序占用，请先关闭后再运行。`),
  outDenied:    kind<{ folder: string; reason: string }>('run.out_denied', 403, (d) => `不能写入“${d.folder}”(${d.reason})，请检查权限或换一个文件夹。`),
  diskFull:     kind<{ folder: string }>('run.disk_full', 507, (d) => `磁盘空间不足(${d.folder})，没有写入任何结果。请清理后再运行。`),
  outOfMemory:  kind<{ memory: string }>('run.out_of_memory', 507, (d) => `内存不够(上限 ${d.memory})，没有写入任何结果。请用 --memory 调大后再运行，例如 --memory 4GB。`),
  stopped:      kind<object>('run.stopped', 409, () => '已停止，没有写入任何结果。'),
  badRegion:    kind<{ region: string }>('run.bad_region', 400, (d) => `区划代码“${d.region}”不对:--region 应为 6 位县级代码，如 522301。`),
  badDay:       kind<{ day: string }>('run.bad_day', 400, (d) => `日期“${d.day}”不对:--as-of 应为真实存在的日期，写成 2026-10-31。`),
  badPolicy:    kind<{ lines: string }>('run.bad_policy', 422, (d) => `政策文件有误，没有开始比对:\n${d.lines}`),
  badReturned:  kind<{ lines: string }>('run.bad_returned', 422, (d) => `交回的工作簿有不能用的单元格，没有开始比对:\n${d.lines}`),
  noSuchDataset: kind<{ name: string; known: string }>('run.no_such_dataset', 404, (d) => `没有数据表“${d.name}”。可用的有：${d.known}`),
}
