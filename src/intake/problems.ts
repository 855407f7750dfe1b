/** What can make a whole run impossible while reading, in the officer's words. */
import { kind } from '../kernel/index.ts'

// prettier-ignore
export const intakeProblems = {
  noFolder: kind<{ folder: string }>('intake.no_folder', 404, (d) => `找不到文件夹“${d.folder}”，请检查路径。`),
  emptyFolder: kind<{ folder: string }>(
    'intake.empty_folder',
    422,
    (d) => `文件夹“${d.folder}”里没有可读的文件，请放入农户家庭成员信息和部门数据后再运行。`,
  ),
  noRegister: kind<{ skipped: string }>(
    'intake.no_register',
    422,
    (d) => `没有找到农户家庭成员信息(需要含“户编号、姓名、证件号码、与户主关系”和“户类型”或“家庭人口数”的表)，无法比对。${d.skipped}`,
  ),
  wrongRegion: kind<{ region: string; outside: number; rows: number }>(
    'intake.wrong_region',
    422,
    (d) => `农户家庭成员信息中有 ${d.outside} 行(共 ${d.rows} 行)不在区划 ${d.region} 内，请检查 --region 是否写错或文件是否放错。`,
  ),
  emptyRegister: kind<object>('intake.empty_register', 422, () => '农户家庭成员信息里没有可用的行，无法比对。'),
  mixedMonths: kind<{ files: string; conflicts: number; shared: number }>(
    'intake.mixed_months',
    422,
    (d) =>
      `文件夹里有不同月份的农户家庭成员信息(${d.files}):相同的 ${d.shared} 人中有 ${d.conflicts} 人内容不同。请只保留同一月份的导出；上月的请放入另一文件夹，用 --previous 指定。`,
  ),
  stopped: kind<object>('intake.stopped', 409, () => '已停止，没有写入任何结果。'),
}
