/** What the constraints of handed-in files guard, in the officer's words. */
import type { ConstraintWords } from '../../store/index.ts'

export const filesConstraintWords: ConstraintWords = {
  handed_in_files_month: '所报月份',
  handed_in_files_name: '文件名',
  handed_in_files_note: '备注',
  handed_in_files_division: '行政区划代码',
  handed_in_files_state: '文件状态',
  handed_in_files_withdrawn: '撤回原因',
}
