/** What may be done with a file in which state, and by whom. */
import { Problem } from '../../kernel/index.ts'
import { type FileState, fileStateLabels } from './file-forms.ts'
import { fileProblems } from './problems.ts'

const advice: Readonly<Record<FileState, string>> = {
  waiting: '请等读取完成，或先撤回。',
  read: '',
  unreadable: '请撤回后重新报送可读的文件。',
  accepted: '如需改动，请先撤回。',
  replaced: '请处理替换它的那一份。',
  withdrawn: '如需使用，请重新报送。',
}

/** Throws what the officer can do instead. */
export function requireState(file: { state: FileState }, action: string, open: readonly FileState[]): void {
  if (open.includes(file.state)) return
  throw new Problem(fileProblems.wrongState, { action, state: fileStateLabels[file.state], open: advice[file.state] })
}

/** A department takes back its own file until it is accepted; from then on it is the business of those who accept. */
export function requireMayWithdraw(
  officer: { permissions: ReadonlySet<string>; officeId: number },
  file: { state: FileState; office_id: number },
): void {
  if (officer.permissions.has('file.accept')) return
  const isOwn = officer.permissions.has('file.hand_in') && file.office_id === officer.officeId
  if (isOwn && file.state !== 'accepted') return
  throw new Problem(fileProblems.notYours, { action: file.state === 'accepted' ? '撤回已接收文件' : '撤回这份文件' })
}
